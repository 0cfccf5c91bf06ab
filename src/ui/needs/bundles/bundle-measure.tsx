import type { ObjectOf, Plan } from '../../../plan/plan.ts';
import { restsOfNeeds } from '../../../plan/readers/need-measures.ts';
import { needsOfBundle } from '../../../plan/readers/needs.ts';
import { visibleObjects } from '../../../plan/readers/visible-objects.ts';
import { useApp, useTexts, useView } from '../../common/app-context.ts';
import { freeName, useScenarioActions } from '../../measures/use-measures.ts';
import { beginMeasure } from '../measure-of-need.ts';

/** Begins a measure for a whole bundle on its plot or site: in the scenario in force, else in the first, else in a new one. */
export function BundleMeasure({ plan, bundle }: { readonly plan: Plan; readonly bundle: ObjectOf<'bundles'> }) {
  const t = useTexts();
  const app = useApp();
  const actions = useScenarioActions();
  const shown = useView((state) => state.scenarioId);
  const begin = async () => {
    const scenarios = visibleObjects(plan, 'scenarios');
    const name = freeName(scenarios, (letter) => t('scenario.first-name', { letter }));
    const scenarioId = shown ?? scenarios[0]?.id ?? (await actions.addScenario(name));
    const { id, plotId, siteId } = bundle;
    const rests = restsOfNeeds(plan, scenarioId);
    const place =
      plotId !== null
        ? ({ kind: 'plot', plotId } as const)
        : siteId === null
          ? null
          : ({ kind: 'site', siteId } as const);
    const facts = place === null ? null : await app.needSession.placeFacts(place).catch(() => null);
    await beginMeasure(
      app,
      {
        needs: needsOfBundle(plan, id),
        bundleId: id,
        name: bundle.name,
        position: facts?.position ?? null,
        scenarioId,
        restOf: (needId) => rests.get(needId) ?? null,
      },
      t,
    );
  };
  return (
    <button
      type="button"
      className="text-button"
      aria-label={`${t('needs.measure-begin')}: ${bundle.name}`}
      onClick={() => void begin()}
    >
      {t('needs.measure-begin')}
    </button>
  );
}
