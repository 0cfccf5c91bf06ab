import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import { needSheet } from '../../../questions/needs/need-sheet.ts';
import { versionText } from '../../../report/needs-joint/sheet-table.ts';
import { useApp, useTexts } from '../../common/app-context.ts';
import { ExportDetails } from '../../common/circle-export.tsx';
import { ComputedFor } from '../joint/computed-for.tsx';
import type { JointGround } from '../joint/use-joint.ts';
import { SheetExport } from './sheet-export.tsx';
import { SheetTable } from './sheet-table.tsx';

interface SheetOfDistrictProps {
  readonly plan: Plan;
  readonly joint: JointGround;
  readonly districtId: string;
  /** What the city calls a borough. */
  readonly term: string;
}

/** The Bedarfsblatt of one borough: to read, to enter figures, to take away. */
export function SheetOfDistrict({ plan, joint, districtId, term }: SheetOfDistrictProps) {
  const t = useTexts();
  const catalogue = useStore(useApp().catalogue, (state) => state.indicators);
  const { ground, figures, stale } = joint;
  const sheet = useMemo(
    () => needSheet({ plan, figures, placed: ground.placed, catalogue, districtId }),
    [plan, figures, ground, catalogue, districtId],
  );
  const district = ground.districts.find(({ id }) => id === districtId)!.name;
  return (
    <section
      className={stale ? 'joint joint-stale' : 'joint'}
      aria-busy={stale}
      data-sheet={stale ? 'stale' : districtId}
    >
      <h3>{t('joint.sheet-title', { district })}</h3>
      <p className="dossier-sentence" role="status">
        {stale ? t('joint.stale') : versionText(sheet, t)}
      </p>
      <p className="secondary">
        {t('joint.sheet-intro')} {t('joint.sheet-reported-why')}
        {sheet.cityWide === 0 ? '' : ` ${t.count('joint.sheet-city-wide', sheet.cityWide)}`}
      </p>
      <ComputedFor figures={figures} />
      <ExportDetails>
        {() => <SheetExport plan={plan} joint={joint} districtId={districtId} term={term} />}
      </ExportDetails>
      <SheetTable sheet={sheet} district={district} />
    </section>
  );
}
