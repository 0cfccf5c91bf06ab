import '../../../i18n/later-texts.ts';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import { planForCircle } from '../../../plan/readers/circles.ts';
import type { Circle } from '../../../plan/types/common.ts';
import { needSheet } from '../../../questions/needs/need-sheet.ts';
import { listHeader } from '../../../report/needs-joint/joint-table.ts';
import { leftOutOfSheet, sheetTable, versionText } from '../../../report/needs-joint/sheet-table.ts';
import { capitalised } from '../../../report/words.ts';
import { useApp, useCity, useTexts, useView } from '../../common/app-context.ts';
import { ProblemSentence } from '../../common/problem-sentence.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import { ComputedFor } from '../joint/computed-for.tsx';
import { ExportButtons } from '../joint/export-buttons.tsx';
import { type JointGround, useJointGround, usePlan } from '../joint/use-joint.ts';
import { Waiting } from '../joint/waiting.tsx';
import { today } from '../ranking/use-joint-list.ts';
import { SheetTable } from './sheet-table.tsx';
import '../joint/joint.css';

const NO_LEVELS = [] as const;

/** Bedarfsblatt: per borough, service and horizon what is computed, reported, agreed and decided. */
export function SheetSection() {
  const t = useTexts();
  const plan = usePlan();
  return plan === null ? <p>{t('joint.no-plan')}</p> : <Sheet plan={plan} />;
}

function Sheet({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const { joint, problem, share } = useJointGround(plan);
  const [chosen, setChosen] = useState<string | null>(null);
  const levels = useCity((state) => state.summary?.identity.levels ?? NO_LEVELS);
  if (problem !== null)
    return (
      <p className="warning-text" role="alert">
        <ProblemSentence problem={problem} />
      </p>
    );
  if (joint === null) return <Waiting share={share} />;
  const { districts } = joint.ground;
  if (districts.length === 0) return <p>{t('joint.sheet-no-districts')}</p>;
  const districtId = chosen ?? firstDistrict(plan, joint);
  // Cities have words of their own for their districts.
  const level = levels.find((candidate) => candidate.level === 1);
  return (
    <div className="joint">
      <div className="joint-narrow">
        <SelectField
          label={capitalised(level?.[t.language].singular ?? t('joint.sheet-district'))}
          value={districtId}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      </div>
      <SheetOfDistrict key={districtId} plan={plan} joint={joint} districtId={districtId} />
    </div>
  );
}

/** The first borough, by name, for which something is agreed; else the first of all. */
function firstDistrict(plan: Plan, { ground }: JointGround): string {
  const agreed = new Set(Object.values(plan.agreedFigures).map(({ districtId }) => districtId));
  return (ground.districts.find(({ id }) => agreed.has(id)) ?? ground.districts[0]!).id;
}

interface SheetOfDistrictProps {
  readonly plan: Plan;
  readonly joint: JointGround;
  readonly districtId: string;
}

const PRINTED = ['service', 'year', 'unit', 'computed', 'reported', 'agreed', 'decided', 'difference'];

function SheetOfDistrict({ plan, joint, districtId }: SheetOfDistrictProps) {
  const t = useTexts();
  const { catalogue: catalogueStore, scenarios } = useApp();
  const catalogue = useStore(catalogueStore, (state) => state.indicators);
  const scenarioId = useView((state) => state.scenarioId);
  const scenarioName = useStore(
    scenarios,
    (state) => state.scenarios.find(({ id }) => id === scenarioId)?.name ?? null,
  );
  const summary = useCity((state) => state.summary);
  const [circle, setCircle] = useState<Circle>('agsp');
  const { ground, figures, stale } = joint;
  const sources = useMemo(
    () => ({ figures, placed: ground.placed, catalogue, districtId }),
    [figures, ground, catalogue, districtId],
  );
  const sheet = useMemo(() => needSheet({ plan, ...sources }), [plan, sources]);
  if (summary === null) return null;
  const district = ground.districts.find(({ id }) => id === districtId)!.name;
  const title = t('joint.sheet-title', { district });
  const leftOut = leftOutOfSheet(plan, districtId, ground.placed, circle);
  const make = () => {
    const seen = needSheet({ plan: planForCircle(plan, circle).plan, ...sources });
    const header = listHeader(
      title,
      {
        cityName: summary.identity.name,
        invented: summary.identity.invented,
        edition: summary.edition,
        scenarioName,
        figures,
        today: today(),
        circle,
        leftOut,
      },
      t,
    );
    return {
      table: sheetTable(seen, t),
      header: [...header, [t('joint.header-version'), versionText(seen, t)] as const],
    };
  };
  return (
    <section
      className={stale ? 'joint joint-stale' : 'joint'}
      aria-busy={stale}
      data-sheet={stale ? 'stale' : districtId}
    >
      <h3>{title}</h3>
      <p className="dossier-sentence" role="status">
        {stale ? t('joint.stale') : versionText(sheet, t)}
      </p>
      <p className="secondary">
        {t('joint.sheet-intro')} {t('joint.sheet-reported-why')}
        {sheet.cityWide === 0 ? '' : ` ${t.count('joint.sheet-city-wide', sheet.cityWide)}`}
      </p>
      <ComputedFor figures={figures} />
      <SheetTable sheet={sheet} district={district} />
      <ExportButtons
        title={title}
        fileName={`${summary.identity.id}-${t('joint.file-sheet')}-${district}`}
        circle={circle}
        onCircle={setCircle}
        leftOut={leftOut}
        make={make}
        printed={PRINTED}
      />
    </section>
  );
}
