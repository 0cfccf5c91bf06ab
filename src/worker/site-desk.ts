import type { CityModel } from '../questions/gaps/city-model.ts';
import { NO_PLAN_IN_USE, type PlanInUse } from '../questions/measures/plan-basis.ts';
import { type Compared, compareSite } from '../questions/sites/compare-site.ts';
import { createKeptSides, type KeptSides } from '../questions/sites/kept-sides.ts';
import type { SiteCalls } from '../questions/sites/site-calls.ts';
import { siteImpacts } from '../questions/sites/site-impact.ts';
import { pathAt, siteRegister, siteRegisterForCircle } from '../questions/sites/site-register.ts';
import { type SurroundingCity, siteSurroundings } from '../questions/sites/site-surroundings.ts';
import { locatorOf } from '../shared/geometry/district-locator.ts';
import type { PlanModels } from './plan-models.ts';
import { runSteps } from './run-steps.ts';
import type { CallContext } from './server.ts';

/** Answers the questions about sites of one city. Loaded with the first of them. */
export type SiteDesk = {
  readonly [N in keyof SiteCalls]: (
    input: SiteCalls[N]['input'],
    context: CallContext,
  ) => SiteCalls[N]['output'] | Promise<SiteCalls[N]['output']>;
};

/** Answers under the plan that was in use when the question was asked. */
export type SiteDeskUnder = (inUse: PlanInUse | null) => SiteDesk;

/** `models` are those of the gap map: what is prepared for one is there for the other. */
export function createSiteDesk(city: SurroundingCity, models: PlanModels): SiteDeskUnder {
  const locator = locatorOf(city.districts);
  let compared: { readonly key: string; readonly value: Compared } | null = null;
  let kept: { readonly of: CityModel; readonly sides: KeptSides } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** One comparison after the other, as they were asked for: side by side each would come as late as the last. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };

  return (given) => {
    const inUse = given ?? NO_PLAN_IN_USE;
    const { plan, catalogue } = inUse;
    return {
      siteRegister: ({ scenarioId }) => siteRegister(city, { plan, scenarioId }, locator),
      siteRegisterForCircle: (input) => siteRegisterForCircle(city, { ...input, plan }, locator),
      siteImpacts: ({ scenarioId, site, indicators, ...question }, context) =>
        inTurn(async () => {
          context.signal.throwIfAborted();
          const base = models.prepare(inUse, scenarioId, 'all');
          const key = JSON.stringify([base.state, site]);
          // A changed figure moves no point.
          if (compared?.key !== key) {
            const before = compared === null ? base : { model: compared.value.with, reach: compared.value.reach };
            if (kept?.of !== base.model) kept = { of: base.model, sides: createKeptSides(base.model) };
            compared = { key, value: compareSite(base.model.city, site, before, kept.sides) };
          }
          const steps = siteImpacts(compared.value, indicators, { ...question, catalogue });
          return runSteps(steps, context, ({ done, of }) => ({ what: site.id, doneBytes: done, totalBytes: of }));
        }),
      siteSurroundings: (input) => siteSurroundings(city, { ...input, plan }, locator),
      siteDistricts: ({ position }) => pathAt(city, locator, position),
    };
  };
}
