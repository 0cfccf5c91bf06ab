import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { problem } from '../../shared/problem.ts';
import { addNotice } from '../../state/notice-store.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';

/** Stands beside the package of the invented city. */
const PLAN_FILE = 'plan.gemeinbedarf';

/** `folder`: the package's, which need not bear the city's id. */
async function fetchPlanFile(folder: string): Promise<Uint8Array | null> {
  const address = new URL(`city/${folder}/${PLAN_FILE}`, document.baseURI);
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

/** A button that opens the example plan of an invented city, and what the open plan holds. */
export function DemoPlanSection() {
  const t = useTexts();
  const folder = useView((state) => state.cityId);
  const { planState, planSession, notices } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    const bytes = await fetchPlanFile(folder);
    if (bytes === null) addNotice(notices, problem('city.file-missing', { file: PLAN_FILE }));
    else await planSession.openFile(bytes);
    setOpening(false);
  };
  return (
    <section aria-labelledby="data-demo-plan">
      <h3 id="data-demo-plan">{t('demo-plan.title')}</h3>
      <p>{t('demo-plan.why')}</p>
      <p className="demo-plan-open">
        <button type="button" className="button" aria-disabled={isOpening} onClick={() => !isOpening && void open()}>
          {t(isOpening ? 'demo-plan.opening' : 'demo-plan.open')}
        </button>
      </p>
      <div role="status">{plan === null ? null : <OpenPlan plan={plan} />}</div>
    </section>
  );
}

const COUNTED = ['needs', 'scenarios', 'measures', 'figures', 'decisions'] as const;

function OpenPlan({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  return (
    <>
      <p>{t('demo-plan.opened', { name: plan.header.name })}</p>
      <Facts figures>
        {COUNTED.map((name) => (
          <Fact key={name} label={t(`demo-plan.${name}`)}>
            <span className="figure">
              {t.format.number(visibleObjects(plan, name === 'figures' ? 'agreedFigures' : name).length)}
            </span>
          </Fact>
        ))}
      </Facts>
    </>
  );
}
