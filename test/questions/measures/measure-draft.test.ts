import { describe, expect, it } from 'vitest';
import { partsOfScenario } from '../../../src/plan/readers/scenario-parts.ts';
import { planWithDraft } from '../../../src/questions/measures/measure-draft.ts';
import { planWithKita } from '../../plan/plan-fixtures.ts';

describe('a plan with a draft', () => {
  const plan = planWithKita();
  const held = plan.measures.k1!;
  const offers = Object.values(plan.measureOffers);
  const placesOf = (given: typeof plan, id: string) =>
    partsOfScenario(given, 'a')
      .offersOf(id)
      .map(({ capacity }) => capacity);

  it('has the draft in place of the measure of its id, with the draft’s offers alone', () => {
    const moved = { ...held, position: [9.2, 48.8] as [number, number] };
    const found = planWithDraft(plan, { measure: moved, offers: [{ ...offers[0]!, capacity: 30 }] });
    expect(found.measures.k1!.position).toEqual([9.2, 48.8]);
    expect(placesOf(found, 'k1')).toEqual([30]);
    // The plan itself is as it was.
    expect([plan.measures.k1!.position, placesOf(plan, 'k1')]).toEqual([
      [9.18, 48.78],
      [20, 40],
    ]);
  });

  it('has a new one beside the others', () => {
    const found = planWithDraft(plan, {
      measure: { ...held, id: 'k2' },
      offers: [{ ...offers[0]!, id: 'k2-u3', measureId: 'k2', capacity: 10 }],
    });
    expect(Object.keys(found.measures)).toEqual(['k1', 'k2']);
    expect([placesOf(found, 'k1'), placesOf(found, 'k2')]).toEqual([[20, 40], [10]]);
  });
});
