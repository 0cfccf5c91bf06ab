import { describe, expect, it } from 'vitest';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { partsOfScenario } from '../../../src/plan/readers/scenario-parts.ts';
import { NOON, planWithKita } from '../plan-fixtures.ts';

describe('what a scenario consists of', () => {
  it('is its own measures and edits; Bestand has what is set for all', () => {
    const plan = planWithKita();
    const edit = { kind: 'site', objectId: 'p', field: 'dwellings', circle: 'agsp', reason: null } as const;
    editObject(plan, { ...edit, scenarioId: null, value: 10 });
    editObject(plan, { ...edit, scenarioId: 'a', value: 20 });
    expect(partsOfScenario(plan, 'a').measures.map(({ id }) => id)).toEqual(['k1']);
    expect(partsOfScenario(plan, 'a').edits.map(({ value }) => value)).toEqual([20]);
    expect(partsOfScenario(plan, null).measures).toEqual([]);
    expect(partsOfScenario(plan, null).edits.map(({ value }) => value)).toEqual([10]);
  });

  it('leaves out offers that were removed', () => {
    const plan = planWithKita();
    removeObject(plan, { collection: 'measureOffers', id: 'k1-u3', at: NOON, by: 'x', why: 'y' });
    expect(
      partsOfScenario(plan, 'a')
        .offersOf('k1')
        .map(({ service }) => service),
    ).toEqual(['kita-ue3']);
  });
});
