import { describe, expect, it } from 'vitest';
import type { SocialIndicator } from '../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { addNeed } from '../../src/plan/actions/add-need.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { bundleQuestionOf } from '../../src/questions/needs/bundle-question.ts';
import { DEFAULT_BUNDLE_RULES } from '../../src/questions/needs/bundle-rules.ts';
import { createNeedDesk } from '../../src/worker/need-desk.ts';
import { createPlanModels } from '../../src/worker/plan-models.ts';
import { at, rectangle, tinyCity } from '../fixtures/tiny-city.ts';
import { NOON, need, smallPlan } from '../plan/plan-fixtures.ts';

const figures = (id: string, west: number, east: number | null): SocialIndicator => ({
  id,
  de: id,
  en: id,
  date: null,
  source: 0,
  rows: [
    { district: 'amt:1', year: 2024, numerator: 390, denominator: 400, masked: false },
    { district: 'amt:1', year: 2025, numerator: west, denominator: 400, masked: false },
    { district: 'amt:2', year: 2025, numerator: east, denominator: 400, masked: east === null },
  ],
});
const tiny = tinyCity();
const city = {
  ...tiny,
  identity: { ...tiny.identity, years: [2029, 2030, 2031] },
  social: [figures('sgb2-u15', 60, 20), figures('migration', 10, 200), figures('arbeitslose', 40, null)],
};
const desk = createNeedDesk(city, createPlanModels(city));
const context = { signal: new AbortController().signal, progress: () => {} };
const place = (x: number, y: number) => ({
  kind: 'point' as const,
  position: [...at(x, y)] as [number, number],
  searchRadiusMeters: null,
});

describe('the desk for needs', () => {
  it('says where needs lie and how ready the land is that they name', async () => {
    const needs = [
      { id: 'west', place: place(100, 100) },
      { id: 'quarter', place: { kind: 'district' as const, districtId: 'amt:22' } },
      { id: 'city', place: { kind: 'city' as const } },
      { id: 'plot', place: { kind: 'plot' as const, plotId: 'flaechen:1' } },
      { id: 'site', place: { kind: 'site' as const, siteId: 'bauvorhaben:1' } },
      { id: 'gone', place: { kind: 'plot' as const, plotId: 'flaechen:99' } },
    ];
    const { placed } = await desk(null).needGround({ scenarioId: null, needs }, context);
    expect(placed.map(({ id, districtId }) => `${id} ${districtId}`)).toEqual([
      'west amt:1',
      'quarter amt:2',
      'city null',
      'plot amt:1',
      'site amt:2',
      'gone null',
    ]);
    expect(placed[3]!.land).toMatchObject({
      areaSquareMeters: 3000,
      owner: 'Stadt Zehnblock',
      reservedFor: 'Jugendamt',
    });
    // 80 × 80 m.
    expect(placed[4]!.land).toMatchObject({ kind: 'site', areaSquareMeters: 6400, stage: 4 });
    expect(placed[0]!.land).toBeNull();
  });

  it('scores the burden of boroughs by the newest year of what tells of it; masked figures and migration count in none', async () => {
    const { districts, indicators } = await desk(null).needGround({ scenarioId: null, needs: [] }, context);
    expect(indicators.map(({ id }) => id)).toEqual(['sgb2-u15', 'arbeitslose']);
    // Shares 0.15 and 0.05: mean 0.10, standard deviation 0.05, so one above and one below. The other indicator has one borough only.
    expect(districts).toEqual([
      { id: 'amt:2', name: 'Ost', burden: -1, indicators: 1 },
      { id: 'amt:1', name: 'West', burden: 1, indicators: 1 },
    ]);
  });

  it('answers the horizons with a row per service, year and borough, and lists services without any figure', async () => {
    const input = { scenarioId: null, variant: 'middle' as const, counts: DEFAULT_COUNTS, years: [2030], basis: null };
    const answer = await desk(null).horizonFigures(input, context);
    const kita = answer.rows.filter(({ service }) => service === 'kita-u3');
    expect(kita.map(({ districtId, year }) => `${districtId} ${year}`).sort()).toEqual(['amt:1 2030', 'amt:2 2030']);
    expect(kita.every(({ demand }) => demand !== null && demand > 0)).toBe(true);
    expect(answer.without).toEqual(['spielplatz-12-18']);
    expect(answer.indicators).toContain('kita-u3@1');
    expect(await desk(null).horizonFigures(input, context)).toBe(answer);
  });

  it('proposes on the plots of the plan too, along the network', async () => {
    const plan = smallPlan();
    const object = {
      id: 'neu',
      circle: 'agsp',
      name: 'Neue Fläche',
      geometry: rectangle(300, 700, 340, 740) as { type: 'Polygon'; coordinates: number[][][] },
      use: null,
      planningRight: null,
      owner: null,
      areaSquareMeters: 1600,
      reservedFor: null,
      reservedUntil: null,
      grade: 'official',
    } as const;
    addObject(plan, { collection: 'plots', object });
    const more = { reason: 'so', neededBy: '2030-09-01', plotSquareMeters: 500, roomSquareMeters: 300 };
    const kita = need('kita', { ...more, service: 'kita-ue3', place: place(300, 600) });
    const meeting = need('treff', { ...more, service: 'begegnung', place: place(300, 800) });
    for (const item of [kita, meeting]) addNeed(plan, { need: item, at: NOON, by: 'x' });
    const under = desk({ plan, catalogue: DEFAULT_CATALOGUE });
    const question = bundleQuestionOf(plan, null, DEFAULT_BUNDLE_RULES);
    const { proposals, airDistance } = await under.bundleProposals(question, context);
    expect(airDistance).toBe(false);
    expect(proposals.map(({ needIds, rule, place: { id, stacked } }) => ({ needIds, rule, id, stacked }))).toEqual([
      { needIds: ['kita', 'treff'], rule: 'strong', id: 'neu', stacked: true },
    ]);
    const verdict = await under.bundleVerdict({ ...question, needIds: ['kita', 'treff'] }, context);
    expect(verdict.proposal).toEqual(proposals[0]);
  });
});
