import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import type { Circle } from '../../src/plan/types/common.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { createGapDesk } from '../../src/worker/gap-desk.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';
import { measure, smallPlan } from '../plan/plan-fixtures.ts';

const city = tinyCity();
const indicator = DEFAULT_CATALOGUE.find(({ service }) => service === 'ganztag')!;

describe('an answer about gaps for a circle', () => {
  const plan = smallPlan();
  const position = [...at(120, 420)] as [number, number];
  changeObject(plan, { collection: 'scenarios', id: 'a', fields: { circle: 'public' } });
  for (const [id, circle] of [
    ['open', 'public'],
    ['inner', 'agsp'],
  ] as const) {
    const offer = { id: `${id}-g`, service: 'ganztag', form: null, capacity: 40, groups: null } as const;
    addMeasure(plan, { measure: measure(id, { circle, position, from: null }), offers: [offer] });
  }
  const desk = createGapDesk({ ...city, history: [] })({ plan, catalogue: DEFAULT_CATALOGUE });
  const places = async (scenarioId: string | null, circle?: Circle) => {
    const request = {
      service: 'ganztag',
      year: city.identity.years.at(-1)!,
      variant: 'middle',
      counts: DEFAULT_COUNTS,
      limitMeters: null,
      profile: 'all',
      scenarioId,
    } as const;
    const question = circle === undefined ? { request, indicator } : { request, indicator, circle };
    const context = { signal: new AbortController().signal, progress: () => {} };
    return (await desk.gaps(question, context)).result.levels[0]![0]!.capacity!;
  };

  it('is worked out without what the circle may not see', async () => {
    const existing = await places(null);
    // Each house brings 40 places; for the public only one of them counts.
    expect(await places('a')).toBe(existing + 80);
    expect(await places('a', 'agsp')).toBe(existing + 80);
    expect(await places('a', 'public')).toBe(existing + 40);
    expect(await places('a')).toBe(existing + 80);
  });
});
