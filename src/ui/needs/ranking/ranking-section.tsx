import '../../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import type { Circle } from '../../../plan/types/common.ts';
import type { JointList } from '../../../questions/needs/joint-list.ts';
import { scenarioLine } from '../../../report/circle-text.ts';
import { jointTable, listForCircle, listHeader, weightsLine } from '../../../report/needs-joint/joint-table.ts';
import { useCity, useTexts, useView } from '../../common/app-context.ts';
import { CircleExport, ExportDetails, type Taken } from '../../common/circle-export.tsx';
import { ProblemSentence } from '../../common/problem-sentence.tsx';
import { ComputedFor } from '../joint/computed-for.tsx';
import { type JointGround, useJointGround, usePlan } from '../joint/use-joint.ts';
import { Waiting } from '../joint/waiting.tsx';
import { ChangesSection } from './changes-section.tsx';
import { RankingTable } from './ranking-table.tsx';
import { today, useJointList } from './use-joint-list.ts';
import { WeightsSection } from './weights-section.tsx';
import '../joint/joint.css';

/** Reihung: all departments' needs in one order, with everything that decides it. */
export function RankingSection() {
  const t = useTexts();
  const plan = usePlan();
  return plan === null ? <p>{t('joint.no-plan')}</p> : <Ranking plan={plan} />;
}

function Ranking({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const { joint, problem, share } = useJointGround(plan);
  const list = useJointList(plan, joint);
  if (problem !== null)
    return (
      <p className="warning-text" role="alert">
        <ProblemSentence problem={problem} />
      </p>
    );
  if (joint === null || list === null) return <Waiting share={share} />;
  return (
    <section
      className={joint.stale ? 'joint joint-stale' : 'joint'}
      aria-busy={joint.stale}
      data-ranking={joint.stale ? 'stale' : 'shown'}
    >
      <h3>{t('joint.voice')}</h3>
      <p className="dossier-sentence" role="status">
        {joint.stale
          ? t('joint.stale')
          : t('joint.voice-sentence', { needs: t.count('joint.needs', list.ranked.length) })}
      </p>
      {list.leftOut === 0 ? null : <p className="secondary">{t.count('joint.voice-left', list.leftOut)}</p>}
      <p className="secondary">{t('joint.voice-rule')}</p>
      <ComputedFor figures={joint.figures} />
      <div className="joint-columns">
        <WeightsSection list={list} ground={joint.ground} />
        <ChangesSection plan={plan} list={list} />
      </div>
      <ExportDetails>{() => <Export plan={plan} list={list} joint={joint} />}</ExportDetails>
      <RankingTable plan={plan} list={list} ground={joint.ground} />
    </section>
  );
}

const PRINTED = [
  'place',
  'placeByRule',
  'title',
  'department',
  'district',
  'urgency',
  'date',
  'score',
  'unserved',
  'affected',
  'priority',
  'time',
  'readiness',
  'cost',
  'hand',
];

interface ExportProps {
  readonly plan: Plan;
  readonly list: JointList;
  readonly joint: JointGround;
}

function Export({ plan, list, joint }: ExportProps) {
  const t = useTexts();
  const summary = useCity((state) => state.summary);
  const scenarioId = useView((state) => state.scenarioId);
  const [circle, setCircle] = useState<Circle>('agsp');
  if (summary === null) return null;
  const { ranked, leftOut } = listForCircle(plan, list, circle);
  const names = new Map(joint.ground.districts.map(({ id, name }) => [id, name]));
  const title = t('joint.voice');
  const make = (): Taken => {
    const page = {
      name: title,
      title,
      table: jointTable(ranked, { plan, districtName: (id) => names.get(id) ?? null }, t),
      header: [
        ...listHeader(
          title,
          {
            cityName: summary.identity.name,
            invented: summary.identity.invented,
            edition: summary.edition,
            scenario: scenarioLine(plan, scenarioId, circle, t),
            figures: joint.figures,
            today: today(),
            circle,
            leftOut,
          },
          t,
        ),
        weightsLine(list, t),
      ],
    };
    return { pages: [page], list: page };
  };
  return (
    <CircleExport
      fileName={`${summary.identity.id}-${t('joint.file-ranking')}`}
      circle={circle}
      onCircle={setCircle}
      leftOut={leftOut}
      make={make}
      printed={PRINTED}
    />
  );
}
