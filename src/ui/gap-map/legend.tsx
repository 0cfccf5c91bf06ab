import { useId } from 'react';
import type { Indicator } from '../../indicators/indicator.ts';
import { SYMBOL_KINDS } from '../../map/gap-samples.ts';
import { cellLegend, districtLegend, loadLegend, strengthLegend } from '../../report/legend.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { CellSample, ClassSample, LoadSample, PlacesSample } from './samples.tsx';
import { measureOf, useGaps, useGapView } from './use-gaps.ts';

/** Every sign of the gap map in words. */
export function GapLegend({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const headingId = useId();
  const gap = useGapView();
  const hasDistricts = useCity((state) => (state.summary?.identity.levels.length ?? 0) > 0);
  const atBorder = useGaps((state) => (state.answered?.answer.result.levels[0]?.[0]?.pointsAtBorder ?? 0) > 0);
  const measure = measureOf(gap, indicator);
  const hasCells = indicator.limitMeters !== null && indicator.model !== 'catchment';
  const cells = hasCells ? cellLegend(indicator.model, t) : [];
  const hasLoads = indicator.model === 'allocation' || indicator.model === 'catchment';
  const loads = hasLoads ? loadLegend(t) : [];
  return (
    <section className="gap-section gap-legend" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('gaps.legend')}</h3>
      {measure === null || (!hasDistricts && indicator.model !== 'catchment') ? null : (
        <>
          <h4>{t(`gaps.measure-${measure}`)}</h4>
          <ul>
            {districtLegend(measure, indicator, t).map(({ cls, label }) => (
              <li key={String(cls)}>
                <ClassSample cls={cls} />
                {label}
              </li>
            ))}
          </ul>
        </>
      )}
      {indicator.model === 'allocation' && gap.symbols ? (
        <>
          <h4>{t('gaps.legend-symbols')}</h4>
          <ul className="legend-row">
            {SYMBOL_KINDS.map((kind) => (
              <li key={kind}>
                <PlacesSample kind={kind} />
                {t(`gaps.legend-${kind}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {cells.length === 0 ? null : (
        <>
          <h4>{t('gaps.legend-cells')}</h4>
          <ul>
            {cells.map(({ state, label }) => (
              <li key={state}>
                <CellSample state={state} strength={2} />
                {label}
              </li>
            ))}
          </ul>
          <h4>{t('gaps.legend-strength')}</h4>
          <ul className="legend-row">
            {strengthLegend(t).map(({ strength, label }) => (
              <li key={strength}>
                <CellSample state="served" strength={strength} />
                {label}
              </li>
            ))}
          </ul>
        </>
      )}
      {loads.length === 0 ? null : (
        <>
          <h4>{t('gaps.legend-houses')}</h4>
          <ul>
            {loads.map(({ load, label }) =>
              load === 'none' ? null : (
                <li key={load}>
                  <LoadSample load={load} />
                  {label}
                </li>
              ),
            )}
          </ul>
        </>
      )}
      {atBorder ? <p className="secondary">{t('gaps.legend-border')}</p> : null}
    </section>
  );
}
