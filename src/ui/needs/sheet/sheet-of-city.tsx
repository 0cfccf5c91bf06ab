import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import { type CitySheetRow, citySheet } from '../../../questions/needs/city-sheet.ts';
import { needSheet } from '../../../questions/needs/need-sheet.ts';
import { latestText, sumText } from '../../../report/needs-joint/city-sheet-table.ts';
import { serviceName, unitText } from '../../../report/needs-joint/words.ts';
import { useApp, useTexts } from '../../common/app-context.ts';
import { ExportDetails } from '../../common/circle-export.tsx';
import { Figure } from '../../common/figure.tsx';
import { ComputedFor } from '../joint/computed-for.tsx';
import type { JointGround } from '../joint/use-joint.ts';
import { SheetExport } from './sheet-export.tsx';

interface SheetOfCityProps {
  readonly plan: Plan;
  readonly joint: JointGround;
  /** What the city calls a borough. */
  readonly term: string;
}

/** The Bedarfsblatt of the whole city: what the boroughs' sheets come to. */
export function SheetOfCity({ plan, joint, term }: SheetOfCityProps) {
  const t = useTexts();
  const catalogue = useStore(useApp().catalogue, (state) => state.indicators);
  const { ground, figures, stale } = joint;
  const sheet = useMemo(() => {
    const sources = { plan, figures, placed: ground.placed, catalogue };
    return citySheet(
      plan,
      ground.districts.map(({ id }) => needSheet({ ...sources, districtId: id })),
    );
  }, [plan, figures, ground, catalogue]);
  const title = t('joint.sheet-title', { district: t('joint.whole-city') });
  return (
    <section className={stale ? 'joint joint-stale' : 'joint'} aria-busy={stale} data-sheet={stale ? 'stale' : 'city'}>
      <h3>{title}</h3>
      <p className="dossier-sentence" role="status">
        {stale ? t('joint.stale') : latestText(sheet, t)}
      </p>
      <p className="secondary">{t('joint.sheet-city-intro')}</p>
      <ComputedFor figures={figures} />
      <ExportDetails>{() => <SheetExport plan={plan} joint={joint} districtId={null} term={term} />}</ExportDetails>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table must be reachable by keyboard */}
      <section className="joint-scroll" aria-label={title} tabIndex={0}>
        <table className="table joint-table">
          <caption className="sr-only">{t('joint.sheet-city-intro')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('joint.sheet-service')}</th>
              {(['computed', 'reported', 'agreed', 'decided'] as const).map((key) => (
                <th key={key} scope="col" className="number">
                  {t(`joint.sheet-${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => (
              <Row key={`${row.service} ${row.year}`} row={row} districts={sheet.districts} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Row({ row, districts }: { readonly row: CitySheetRow; readonly districts: number }) {
  const t = useTexts();
  const { service, year, unit, computed, reported, agreed, decided } = row;
  const needs = reported.needIds.length;
  return (
    <tr data-row={`${service} ${year}`}>
      <th scope="row">
        {`${serviceName(service, t)} ${year}`}
        <span className="joint-note">{unitText(unit, t)}</span>
      </th>
      <td className="number">
        <Figure value={computed.value} digits={0} why={t('joint.computed-not-everywhere')} />
      </td>
      <td className="number">
        <Figure value={reported.value} why={t('joint.reported-none')} />
        <span className="joint-note">{needs === 0 ? t('joint.reported-nothing') : t.count('joint.needs', needs)}</span>
      </td>
      <td className="number">
        <Figure value={agreed.value} why={t('joint.sum-none')} />
        <span className="joint-note">{sumText('agreed', row, districts, t)}</span>
      </td>
      <td className="number">
        <Figure value={decided.value} why={t('joint.sum-none')} />
        <span className="joint-note">{sumText('decided', row, districts, t)}</span>
      </td>
    </tr>
  );
}
