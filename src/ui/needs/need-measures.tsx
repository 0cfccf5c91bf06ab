import { useMemo, useState } from 'react';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { restsOfNeeds } from '../../plan/readers/need-measures.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, restText } from '../../report/needs/need-text.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SelectField } from '../indicators/form-fields.tsx';
import { freeName, useScenarioActions } from '../measures/use-measures.ts';
import { beginMeasure } from './measure-of-need.ts';
import { useSetStatus } from './need-status.tsx';
import { usePlan } from './use-needs.ts';

/** Statuses of a measure that a need may follow. */
const FOLLOWS: Partial<Record<ObjectOf<'measures'>['status'], NeedStatus>> = {
  secured: 'secured',
  built: 'implemented',
};
const ORDER: readonly NeedStatus[] = ['decided', 'secured', 'implemented'];

/** Measures that answer the need, scenario by scenario, what they leave of it, and one more. */
export function NeedMeasures({ row }: { readonly row: NeedRow }) {
  const t = useTexts();
  const plan = usePlan();
  const { need } = row;
  const found = useMemo(() => (plan === null ? [] : restsByScenario(plan, need.id)), [plan, need.id]);
  const { problem, saving, setStatus } = useSetStatus(need);
  if (plan === null) return null;
  const measures = found.flatMap(({ rest }) => rest.measures);
  const leading = measures.find(({ status }) => {
    const to = FOLLOWS[status];
    return to !== undefined && ORDER.indexOf(need.status) < ORDER.indexOf(to) && need.status !== to;
  });
  const to = leading === undefined ? undefined : FOLLOWS[leading.status];
  return (
    <section className="gap-section">
      <h3>{t('needs.measures')}</h3>
      {found.length === 0 ? <p className="secondary">{t('needs.measures-none')}</p> : null}
      {found.map(({ scenario, rest }) => (
        <div key={scenario.id}>
          <p>
            <strong>{scenario.name}</strong> {restText({ need, rest }, t)}
          </p>
          <ul className="needs-records">
            {rest.measures.map((measure) => (
              <li key={measure.id}>
                {measure.name} <span className="secondary">{codeText(measure.status, t)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {leading === undefined || to === undefined ? null : (
        <button
          type="button"
          className="button"
          aria-disabled={saving}
          onClick={() =>
            setStatus(
              to,
              t('needs.follow-reason', { name: leading.name, status: codeText(leading.status, t) }),
              () => {},
            )
          }
        >
          {t('needs.follow', { status: codeText(to, t), name: leading.name })}
        </button>
      )}
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      <BeginMeasure plan={plan} row={row} />
    </section>
  );
}

function restsByScenario(plan: Plan, needId: string) {
  return visibleObjects(plan, 'scenarios').flatMap((scenario) => {
    const rest = restsOfNeeds(plan, scenario.id).get(needId);
    return rest === undefined ? [] : [{ scenario, rest }];
  });
}

const NEW = 'new';

/** In which scenario, and for the need alone or for its whole bundle. */
function BeginMeasure({ plan, row }: { readonly plan: Plan; readonly row: NeedRow }) {
  const t = useTexts();
  const app = useApp();
  const actions = useScenarioActions();
  const shown = useView((state) => state.scenarioId);
  const scenarios = useMemo(() => visibleObjects(plan, 'scenarios'), [plan]);
  const [chosen, setChosen] = useState<string | null>(null);
  const scenarioId = chosen ?? shown ?? scenarios[0]?.id ?? NEW;
  const { need, place } = row;
  const bundle = useMemo(() => {
    const member = visibleObjects(plan, 'bundleMembers', ({ needId }) => needId === need.id).find(
      ({ bundleId }) => plan.bundles[bundleId]?.decision === 'accepted',
    );
    if (member === undefined) return null;
    const members = visibleObjects(plan, 'bundleMembers', ({ bundleId }) => bundleId === member.bundleId);
    return { ...plan.bundles[member.bundleId]!, needs: members.map(({ needId }) => plan.needs[needId]!) };
  }, [plan, need.id]);
  const begin = async (whole: typeof bundle) => {
    const name = freeName(scenarios, (letter) => t('scenario.first-name', { letter }));
    const id = scenarioId === NEW ? await actions.addScenario(name) : scenarioId;
    const rests = restsOfNeeds(plan, id);
    const isPlace = need.place.kind !== 'district' && need.place.kind !== 'city';
    await beginMeasure(
      app,
      {
        needs: whole?.needs ?? [need],
        bundleId: whole?.id ?? null,
        name: whole?.name ?? need.title,
        position: isPlace ? (place?.position ?? null) : null,
        scenarioId: id,
        restOf: (needId) => rests.get(needId) ?? null,
      },
      t,
    );
  };
  return (
    <>
      <SelectField
        label={t('needs.measure-scenario')}
        value={scenarioId}
        options={[
          ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
          { value: NEW, label: t('needs.measure-new-scenario') },
        ]}
        onChange={setChosen}
      />
      <div className="site-form-buttons">
        <button type="button" className="button button-main" onClick={() => void begin(null)}>
          <Icon name="measures" />
          {t('needs.measure-begin')}
        </button>
        {bundle === null ? null : (
          <button type="button" className="button" onClick={() => void begin(bundle)}>
            {t('needs.measure-begin-bundle', { name: bundle.name })}
          </button>
        )}
      </div>
    </>
  );
}
