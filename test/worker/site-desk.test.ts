import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';
import { addSite } from '../../src/plan/actions/add-site.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { problem } from '../../src/shared/problem.ts';
import { createPlanModels } from '../../src/worker/plan-models.ts';
import { createSiteDesk } from '../../src/worker/site-desk.ts';
import { at, rectangle, tinyCity } from '../fixtures/tiny-city.ts';
import { NOON, site, smallPlan } from '../plan/plan-fixtures.ts';

const tiny = tinyCity();
const city = { ...tiny, identity: { ...tiny.identity, years: [2029, 2030, 2031] } };
const desk = createSiteDesk(city, createPlanModels(city));
const context = { signal: new AbortController().signal, progress: () => {} };
const scope = { scenarioId: null };

describe('the desk for sites', () => {
  it('answers under the plan in use: its sites stand beside those of the package, in their districts', async () => {
    const plan = smallPlan();
    const geometry = rectangle(100, 100, 200, 200) as ReturnType<typeof site>['geometry'];
    addSite(plan, { site: site('neu', { geometry }), phases: { phases: [], at: NOON, by: 'Planung' } });
    const before = await desk(null).siteRegister(scope, context);
    const after = await desk({ plan, catalogue: DEFAULT_CATALOGUE }).siteRegister(scope, context);
    expect(before.sites.map(({ id }) => id)).toEqual(['bauvorhaben:1', 'bauvorhaben:2']);
    expect(after.sites.map(({ id }) => id)).toContain('neu');
    expect(after.sites.find(({ id }) => id === 'neu')).toMatchObject({
      origin: 'plan',
      path: [
        { id: 'amt:1', name: 'West' },
        { id: 'amt:11', name: 'West-Süd' },
      ],
    });
  });

  it('compares services year by year, says why one has no figures, and drops a comparison that is cancelled', async () => {
    const input = {
      ...scope,
      site: city.sites[0]!,
      indicators: ['kita-u3', 'spielplatz-12-18'].map(
        (name) => DEFAULT_CATALOGUE.find(({ service }) => service === name)!,
      ),
      counts: DEFAULT_COUNTS,
      variant: 'middle' as const,
    };
    const [kita, playground] = await desk(null).siteImpacts(input, context);
    expect(kita).toMatchObject({ impact: { service: 'kita-u3', model: 'allocation' } });
    // The years of the package, then those in which most is asked of services: the site is occupied in 2030 at last.
    const years = [2029, 2030, 2031, 2034, 2037, 2041, 2045, 2060].map((year) => ({ year }));
    expect(kita).toMatchObject({ impact: { years } });
    expect(playground).toEqual({ problem: problem('gap.nothing-of-service', { service: 'spielplatz-12-18' }) });
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(desk(null).siteImpacts(input, { ...context, signal: stopped })).rejects.toThrow('stopped');
  });

  it('answers comparisons one after the other, in the order in which they were asked for, also after one that is cancelled', async () => {
    const kita = DEFAULT_CATALOGUE.filter(({ service }) => service === 'kita-u3');
    const order: string[] = [];
    const models = createPlanModels(city);
    const prepare: typeof models.prepare = (...asked) => {
      order.push('begun');
      return models.prepare(...asked);
    };
    const own = createSiteDesk(city, { ...models, prepare });
    const ask = async (indicators: readonly Indicator[], signal = context.signal) =>
      own(null).siteImpacts(
        { ...scope, site: city.sites[0]!, indicators, counts: DEFAULT_COUNTS, variant: 'middle' },
        { ...context, signal },
      );
    const long = ask(DEFAULT_CATALOGUE.filter(({ model }) => model !== 'count')).then(() => order.push('long'));
    const stopped = expect(ask(kita, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    const short = ask(kita).then(() => order.push('short'));
    await Promise.all([long, stopped, short]);
    expect(order).toEqual(['begun', 'long', 'begun', 'short']);
  });

  it('says what lies around, and in which districts a place lies', async () => {
    const around = await desk(null).siteSurroundings({ ...scope, geometry: city.sites[0]!.geometry }, context);
    // From (650, 850) to the plots in the middle of (740–780, 830–870) and (110–170, 330–380).
    expect(around.plots.map(({ id, meters }) => [id, Math.round(meters / 10) * 10])).toEqual([
      ['flaechen:2', 110],
      ['flaechen:1', 710],
    ]);
    expect(around.nearest).toMatchObject({ supermarket: expect.any(Number) });
    expect(around.nearest).not.toHaveProperty('pharmacy');
    expect(await desk(null).siteDistricts({ position: at(700, 700) }, context)).toEqual([
      { id: 'amt:2', name: 'Ost' },
      { id: 'amt:22', name: 'Ost-Nord' },
    ]);
  });
});
