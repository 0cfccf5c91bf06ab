import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type ComparedCell, yearsToCompare } from '../../questions/measures/compare-all.ts';
import type { ComparedRow } from '../../questions/measures/compare-rows.ts';
import { unitWord } from '../../report/scenario-summary.ts';
import type { ServiceId } from '../../shared/services.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { Choice } from './form-parts.tsx';

interface CompareAllProps {
  /** `null` = Bestand. */
  readonly otherId: string | null;
}

/** All services and years in two scenarios, for the city or a district; worked out when it is opened. */
export function CompareAll(props: CompareAllProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="compare-all" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('compare.all')}</summary>
      {isOpen ? <AllBody {...props} /> : null}
    </details>
  );
}

function AllBody({ otherId }: CompareAllProps) {
  const t = useTexts();
  const { cells, share } = useAll(otherId);
  const [area, setArea] = useState('');
  const areas = useMemo(() => areasOf(cells ?? []), [cells]);
  if (cells === null) {
    return (
      <p role="status" className="secondary">
        {t('compare.all-waiting', { share: t.format.percent(share) })}
      </p>
    );
  }
  const [city] = cells.flatMap(({ rows }) => rows.slice(0, 1));
  const years = [...new Set(cells.map(({ year }) => year))];
  const services = [...new Set(cells.map(({ service }) => service))];
  const rowOf = (service: ServiceId, year: number) =>
    cells
      .find((cell) => cell.service === service && cell.year === year)
      ?.rows.find(({ id, level }) => (area === '' ? level === 0 : id === area));
  const differs = services.filter((service) => years.some((year) => differenceOf(rowOf(service, year)).value !== 0));
  const unknown = services.filter((service) =>
    cells.every((cell) => cell.service !== service || cell.rows.every(isUnknown)),
  ).length;
  const same = services.length - differs.length - unknown;
  return (
    <>
      {areas.length === 0 ? null : (
        <Choice
          label={t('compare.district')}
          value={area}
          options={[
            { value: '', label: city?.name ?? '' },
            ...areas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setArea}
        />
      )}
      {differs.length === 0 ? null : (
        <table className="table compare-table">
          <caption className="sr-only">{t('compare.all')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gaps.service')}</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differs.map((service) => (
              <ServiceRow key={service} service={service} years={years} rowOf={rowOf} />
            ))}
          </tbody>
        </table>
      )}
      {same === 0 ? null : <p className="secondary">{t.count('compare.all-same', same)}</p>}
      {unknown === 0 ? null : <p className="secondary">{t.count('compare.all-unknown', unknown)}</p>}
    </>
  );
}

interface ServiceRowProps {
  readonly service: ServiceId;
  readonly years: readonly number[];
  readonly rowOf: (service: ServiceId, year: number) => ComparedRow | undefined;
}

function ServiceRow({ service, years, rowOf }: ServiceRowProps) {
  const t = useTexts();
  const indicators = useStore(useApp().catalogue, (state) => state.indicators);
  const values = years.map((year) => differenceOf(rowOf(service, year)));
  const what = values.some(({ kind }) => kind === 'missing') ? 'compare.all-missing' : 'compare.all-balance';
  return (
    <tr>
      <th scope="row">
        {t(`service.${service}`)}{' '}
        <span className="secondary fact-note">{t(what, { unit: unitWord(service, indicators, t) })}</span>
      </th>
      {values.map(({ value }, i) => (
        <td key={years[i]} className="number">
          {`${value > 0 ? '+' : ''}${t.format.number(value)}`}
        </td>
      ))}
    </tr>
  );
}

const isUnknown = ({ closed, balance }: ComparedRow) => closed === null && balance === null;

/** Missing places more or fewer; where the model counts none, the balance. A district that does not differ is not among the rows. */
function differenceOf(row: ComparedRow | undefined): { readonly kind: 'missing' | 'balance'; readonly value: number } {
  if (row === undefined) return { kind: 'balance', value: 0 };
  const kind = row.closed === null ? 'balance' : 'missing';
  // Not −0.
  return { kind, value: Math.round(row.closed === null ? (row.balance ?? 0) : -row.closed) + 0 };
}

/** Districts that differ anywhere, by name. */
function areasOf(cells: readonly ComparedCell[]): readonly { readonly id: string; readonly name: string }[] {
  const found = new Map(
    cells.flatMap(({ rows }) => rows.filter(({ level }) => level > 0).map(({ id, name }) => [id, name] as const)),
  );
  return [...found].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function useAll(otherId: string | null) {
  const { measureSession, scenarios, catalogue } = useApp();
  const question = useGaps((state) => state.question);
  const indicators = useStore(catalogue, (state) => state.indicators);
  const basisOf = useStore(scenarios, (state) => state.basisOf);
  const all = useCity((state) => state.summary?.identity.years);
  const [answered, setAnswered] = useState<{ readonly key: string; readonly cells: readonly ComparedCell[] } | null>(
    null,
  );
  const [share, setShare] = useState(0);
  const years = question === null ? [] : yearsToCompare(all ?? [], question.request.year);
  const { service: _, limitMeters: __, year: ___, ...rest } = question?.request ?? ({} as Record<string, never>);
  const bases = [question?.request.scenarioId ?? null, otherId].map(basisOf);
  const key = JSON.stringify([rest, otherId, years, bases, indicators]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that the answer depends on
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    setShare(0);
    measureSession.compareAll({ question, other: otherId, indicators, years }, controller.signal, setShare).then(
      (cells) => setAnswered({ key, cells }),
      // The comparison above says what is wrong.
      () => {},
    );
    return () => controller.abort();
  }, [measureSession, key]);
  return { cells: answered?.key === key ? answered.cells : null, share };
}
