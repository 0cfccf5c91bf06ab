import { useState } from 'react';
import { useStore } from 'zustand';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import type { ScenarioParts } from '../../plan/readers/scenario-parts.ts';
import type { Circle } from '../../plan/types/common.ts';
import { circleLine, circleWord, scenarioLine } from '../../report/circle-text.ts';
import { cityText, type HeaderLine } from '../../report/header-block.ts';
import {
  type MeasurePlace,
  measuresForCircle,
  measuresGeoJson,
  measureTable,
  PRINTED_MEASURES,
} from '../../report/measures/measure-export.ts';
import { scenarioSummary } from '../../report/scenario-summary.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { CircleExport, ExportDetails } from '../common/circle-export.tsx';
import { usePlan } from './use-measures.ts';

interface MeasureExportProps {
  readonly scenario: ObjectOf<'scenarios'>;
  readonly parts: ScenarioParts;
  readonly placeOf: (measure: ObjectOf<'measures'>) => MeasurePlace;
}

/** The measures of a scenario to take away for a circle. */
export function MeasureExport(props: MeasureExportProps) {
  const plan = usePlan();
  if (plan === null || props.parts.measures.length === 0) return null;
  return <ExportDetails>{() => <ExportBody {...props} plan={plan} />}</ExportDetails>;
}

function ExportBody({ plan, scenario, placeOf }: MeasureExportProps & { readonly plan: Plan }) {
  const t = useTexts();
  const catalogue = useStore(useApp().catalogue, (state) => state.indicators);
  const summary = useCity((state) => state.summary);
  const [circle, setCircle] = useState<Circle>('agsp');
  if (summary === null) return null;
  const { identity, edition } = summary;
  const seen = measuresForCircle(plan, scenario.id, circle);
  const ground = { seen, placeOf, catalogue };
  const title = t('measures.title');
  const today = t.format.date(new Date().toISOString().slice(0, 10));
  const header: readonly HeaderLine[] = [
    [t('report-header.city'), cityText({ cityName: identity.name, invented: identity.invented, edition }, t)],
    [t('report-header.question'), t('measures.export-question', { plan: plan.header.name, date: today })],
    scenarioLine(plan, scenario.id, circle, t),
    [t('measures.summary'), scenarioSummary(seen.parts, catalogue, t).join(' ')],
    circleLine(circle, seen.leftOut, t),
  ];
  return (
    <CircleExport
      fileName={`${identity.id}-${t('measures.file-name')}`}
      circle={circle}
      onCircle={setCircle}
      leftOut={seen.leftOut}
      refused={
        seen.isHidden
          ? t('circle.refused', { own: circleWord(scenario.circle, t), asked: circleWord(circle, t) })
          : null
      }
      printed={PRINTED_MEASURES}
      make={() => ({ pages: [{ name: title, title, header, table: measureTable(ground, t) }] })}
      geoJson={async () => measuresGeoJson(ground, header, t)}
    />
  );
}
