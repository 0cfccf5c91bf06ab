import { useId, useMemo } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { FIRST_REGISTER_FILTER, firstYearOf, type SiteSort, stageName } from '../../report/sites/register-table.ts';
import { useTexts } from '../common/app-context.ts';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { setSites, useSites } from './sites-store.ts';

const STAGES = Array.from({ length: 15 }, (_, stage) => stage);
const SORT_KEYS = ['name', 'stage', 'dwellings', 'firstYear', 'nextDate'] as const satisfies readonly SiteSort['key'][];

/** What narrows the register down, and its order. */
export function RegisterFilters({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const filter = useSites((state) => state.filter);
  const sort = useSites((state) => state.sort);
  const isNarrow = filter !== FIRST_REGISTER_FILTER && JSON.stringify(filter) !== JSON.stringify(FIRST_REGISTER_FILTER);
  const set = (change: Partial<typeof filter>) => setSites({ filter: { ...filter, ...change } });
  const districts = useMemo(() => districtsOf(sites), [sites]);
  const years = useMemo(() => yearsOf(sites), [sites]);
  const anyYear = { value: '', label: t('sites.any-year') };
  const yearOptions = [anyYear, ...years.map((year) => ({ value: String(year), label: String(year) }))];
  return (
    <details className="sites-filters" open={isNarrow || undefined}>
      <summary>{t(isNarrow ? 'sites.filter-on' : 'sites.filter')}</summary>
      <div className="sites-fields">
        <TextField wide label={t('sites.filter-text')} value={filter.text} onChange={(text) => set({ text })} />
        <SelectField
          label={t('sites.filter-district')}
          value={filter.district ?? ''}
          options={[{ value: '', label: t('sites.whole-city') }, ...districts]}
          onChange={(id) => set({ district: id === '' ? null : id })}
        />
        <SelectField
          label={t('sites.filter-stage')}
          value={String(filter.fromStage)}
          options={STAGES.map((stage) => ({ value: String(stage), label: `${stage} ${stageName(stage, t)}` }))}
          onChange={(stage) => set({ fromStage: Number(stage) })}
        />
        <SelectField
          label={t('sites.filter-from-year')}
          value={filter.fromYear === null ? '' : String(filter.fromYear)}
          options={yearOptions}
          onChange={(year) => set({ fromYear: year === '' ? null : Number(year) })}
        />
        <SelectField
          label={t('sites.filter-to-year')}
          value={filter.toYear === null ? '' : String(filter.toYear)}
          options={yearOptions}
          onChange={(year) => set({ toYear: year === '' ? null : Number(year) })}
        />
        <DayField
          label={t('sites.filter-changed')}
          value={filter.changedSince}
          onChange={(day) => set({ changedSince: day })}
        />
        <SelectField
          label={t('sites.sort')}
          value={`${sort.key} ${sort.direction}`}
          options={SORT_KEYS.flatMap((key) =>
            (['ascending', 'descending'] as const).map((direction) => ({
              value: `${key} ${direction}`,
              label: t(`sites.sort-${direction}`, { by: t(`sites.column-${key}`) }),
            })),
          )}
          onChange={(chosen) => {
            const [key, direction] = chosen.split(' ') as [SiteSort['key'], SiteSort['direction']];
            setSites({ sort: { key, direction } });
          }}
        />
      </div>
      {isNarrow ? (
        <button type="button" className="text-button" onClick={() => setSites({ filter: FIRST_REGISTER_FILTER })}>
          {t('sites.filter-reset')}
        </button>
      ) : null}
    </details>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day from the browser's own calendar. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}

/** Districts in which sites lie, larger ones before their parts. */
function districtsOf(sites: readonly RegisterSite[]): readonly { readonly value: string; readonly label: string }[] {
  const found = new Map<string, string>();
  for (const { path } of sites) {
    for (let depth = 0; depth < path.length; depth++) {
      found.set(
        path[depth]!.id,
        path
          .slice(0, depth + 1)
          .map(({ name }) => name)
          .join(' · '),
      );
    }
  }
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'de'));
}

function yearsOf(sites: readonly RegisterSite[]): readonly number[] {
  const years = sites.map(firstYearOf).filter((year) => year !== null);
  return [...new Set(years)].sort((a, b) => a - b);
}
