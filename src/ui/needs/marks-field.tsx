import { NEED_STAGES, type NeedStage } from '../../map/need-symbols.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { useTexts } from '../common/app-context.ts';
import { Segments } from '../common/segments.tsx';
import { NeedSymbol } from './need-symbol.tsx';
import { setNeedsUi, useNeedsUi } from './needs-store.ts';

const SAMPLES: Readonly<Record<NeedStage, NeedStatus>> = {
  open: 'reported',
  agreed: 'decided',
  done: 'implemented',
  aside: 'deferred',
};

/** What is written in the symbols on the map, and what their shapes mean. */
export function MarksField({ rows }: { readonly rows: readonly NeedRow[] }) {
  const t = useTexts();
  const marks = useNeedsUi((state) => state.marks);
  const cityWide = rows.filter(({ need }) => need.place.kind === 'city').length;
  return (
    <details className="sites-filters">
      <summary>{t('needs.on-map')}</summary>
      <Segments
        label={t('needs.marks')}
        value={marks}
        options={(['department', 'status', 'none'] as const).map((value) => ({
          value,
          label: t(`needs.marks-${value}`),
        }))}
        onChange={(value) => setNeedsUi({ marks: value })}
      />
      {marks === 'none' ? null : (
        <ul className="needs-legend">
          {NEED_STAGES.map((stage) => (
            <li key={stage}>
              <NeedSymbol status={SAMPLES[stage]} letter="" />
              {t(`needs.stage-${stage}`)}
            </li>
          ))}
        </ul>
      )}
      {marks === 'status' ? <p className="secondary">{t('needs.marks-why')}</p> : null}
      {cityWide === 0 ? null : <p className="secondary">{t.count('needs.city-wide-not-shown', cityWide)}</p>}
    </details>
  );
}
