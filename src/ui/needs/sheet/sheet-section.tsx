import '../../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import { capitalised } from '../../../report/words.ts';
import { useCity, useTexts } from '../../common/app-context.ts';
import { ProblemSentence } from '../../common/problem-sentence.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import { type JointGround, useJointGround, usePlan } from '../joint/use-joint.ts';
import { Waiting } from '../joint/waiting.tsx';
import { SheetOfCity } from './sheet-of-city.tsx';
import { SheetOfDistrict } from './sheet-of-district.tsx';
import '../joint/joint.css';

const NO_LEVELS = [] as const;

/** Bedarfsblatt: per borough (or for all of them) what is computed, reported, agreed and decided of each service and horizon. */
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
  const term = capitalised(level?.[t.language].singular ?? t('joint.sheet-district'));
  return (
    <div className="joint">
      <div className="joint-narrow">
        <SelectField
          label={term}
          value={districtId}
          options={[
            { value: WHOLE_CITY, label: t('joint.whole-city') },
            ...districts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setChosen}
        />
      </div>
      {districtId === WHOLE_CITY ? (
        <SheetOfCity plan={plan} joint={joint} term={term} />
      ) : (
        <SheetOfDistrict key={districtId} plan={plan} joint={joint} districtId={districtId} term={term} />
      )}
    </div>
  );
}

/** No district has an empty id. */
const WHOLE_CITY = '';

/** The first borough, by name, for which something is agreed; else the first of all. */
function firstDistrict(plan: Plan, { ground }: JointGround): string {
  const agreed = new Set(Object.values(plan.agreedFigures).map(({ districtId }) => districtId));
  return (ground.districts.find(({ id }) => agreed.has(id)) ?? ground.districts[0]!).id;
}
