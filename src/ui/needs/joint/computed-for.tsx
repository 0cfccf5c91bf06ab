import { useStore } from 'zustand';
import type { HorizonFigures } from '../../../questions/needs/need-calls.ts';
import { countsText } from '../../../report/header-block.ts';
import { useApp, useTexts } from '../../common/app-context.ts';

/** What the computed figures are of: scenario, variant and what counts, always in sight. */
export function ComputedFor({ figures }: { readonly figures: HorizonFigures }) {
  const t = useTexts();
  const { scenarios } = useApp();
  const name = useStore(
    scenarios,
    (state) => state.scenarios.find(({ id }) => id === figures.scenarioId)?.name ?? null,
  );
  return (
    <p className="secondary">
      {t('joint.computed-by', {
        scenario: name ?? t('report-header.existing'),
        variant: t(`report-header.variant-${figures.variant}`),
        counts: countsText(figures.counts, t),
      })}
    </p>
  );
}
