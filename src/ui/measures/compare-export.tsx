import { useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../plan/plan.ts';
import type { Circle } from '../../plan/types/common.ts';
import { changedRows, cityRow, rowsAtLevel, type TwoResults } from '../../questions/measures/compare-rows.ts';
import { circleLine, circleWord, scenarioLine } from '../../report/circle-text.ts';
import { headerBlock } from '../../report/header-block.ts';
import { compareTable, measuresForCircle } from '../../report/measures/measure-export.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { CircleExport, ExportDetails } from '../common/circle-export.tsx';
import { exportContext } from '../gap-map/export-context.ts';
import { useGapView, useIndicator } from '../gap-map/use-gaps.ts';

interface CompareExportProps {
  readonly plan: Plan;
  readonly pair: TwoResults;
  /** `null` = Bestand. */
  readonly ids: readonly (string | null)[];
  readonly ask: (circle: Circle) => Promise<TwoResults | null>;
}

/** The comparison to take away for a circle: its figures are computed without what the circle may not see. */
export function CompareExport(props: CompareExportProps) {
  return <ExportDetails>{() => <CompareExportBody {...props} />}</ExportDetails>;
}

const PRINTED = ['name', 'capacity', 'missing', 'balance'];

function CompareExportBody({ plan, pair, ids, ask }: CompareExportProps) {
  const t = useTexts();
  const { level } = useGapView();
  const indicator = useIndicator();
  const decided = useStore(useApp().catalogue, (state) => state.decided);
  const summary = useCity((state) => state.summary);
  const [circle, setCircle] = useState<Circle>('agsp');
  if (summary === null || indicator === null) return null;
  const own = ids.filter((id) => id !== null);
  const seen = own.map((id) => measuresForCircle(plan, id, circle));
  const leftOut = seen.reduce((sum, part) => sum + part.leftOut, 0);
  const hidden = own.find((_, i) => seen[i]!.isHidden);
  const { request } = pair.one;
  const title = t('compare.caption', {
    service: t(`service.${request.service}`),
    year: String(request.year),
    one: scenarioLine(plan, ids[0]!, circle, t)[1],
    other: scenarioLine(plan, ids[1]!, circle, t)[1],
  });
  const make = async () => {
    const found = (await ask(circle)) ?? pair;
    const scenarioName = ids.map((id) => scenarioLine(plan, id, circle, t)[1]).join(' – ');
    const decidedOne = decided.find(({ service }) => service === indicator.service) ?? indicator;
    const parts = {
      summary,
      result: found.one,
      indicator,
      decided: decidedOne,
      scenarioName,
      filter: '',
      within: null,
    };
    const header = [...headerBlock(exportContext(parts, t), t), circleLine(circle, leftOut, t)];
    const table = compareTable(cityRow(found), changedRows(rowsAtLevel(found, level)), t);
    return { pages: [{ name: t('compare.title'), title, header, table }] };
  };
  return (
    <CircleExport
      fileName={`${summary.identity.id}-${t('compare.file-name')}-${request.service}-${request.year}`}
      circle={circle}
      onCircle={setCircle}
      leftOut={leftOut}
      refused={
        hidden === undefined
          ? null
          : t('circle.refused', {
              own: circleWord(plan.scenarios[hidden]!.circle, t),
              asked: circleWord(circle, t),
            })
      }
      printed={PRINTED}
      make={make}
    >
      {leftOut === 0 || hidden !== undefined ? null : <p className="secondary">{t('compare.without-hidden')}</p>}
    </CircleExport>
  );
}
