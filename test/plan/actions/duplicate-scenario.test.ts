import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { duplicateScenario } from '../../../src/plan/actions/duplicate-scenario.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { moveMeasure } from '../../../src/plan/actions/move-measure.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { setSitePhases } from '../../../src/plan/actions/set-site-phases.ts';
import { partsOfScenario } from '../../../src/plan/readers/scenario-parts.ts';
import { kita, measure, NOON, planWithKita } from '../plan-fixtures.ts';

describe('duplicating a scenario', () => {
  const plan = planWithKita();
  addMeasure(plan, {
    measure: measure('c', { kind: 'close', houseId: 'k1', position: null, from: '2035-01-01' }),
    offers: [],
  });
  addMeasure(plan, kita('gone'));
  removeObject(plan, { collection: 'measures', id: 'gone', at: NOON, by: 'x', why: 'y' });
  const common = { scenarioId: 'a', objectId: 'package:1', circle: 'agsp', reason: null } as const;
  editObject(plan, { ...common, kind: 'site', field: 'dwellings', value: 200 });
  setSitePhases(plan, { siteId: 'package:1', scenarioId: 'a', phases: [{ year: 2030, share: 1 }], at: NOON, by: 'x' });
  duplicateScenario(plan, { from: 'a', id: 'c', name: 'Plan C' });

  it('copies measures, offers and site changes, and leaves what was removed', () => {
    const parts = partsOfScenario(plan, 'c');
    expect(plan.scenarios.c).toMatchObject({ name: 'Plan C', copiedFrom: 'a' });
    expect(parts.measures.map(({ id, name }) => [id, name])).toEqual([
      ['c.1', 'Kita k1'],
      ['c.2', 'Kita c'],
    ]);
    expect(parts.offersOf('c.1').map(({ id, capacity }) => [id, capacity])).toEqual([
      ['c.1.1', 20],
      ['c.1.2', 40],
    ]);
    expect(parts.edits.map(({ id, value }) => [id, value])).toEqual([['c|site|package:1|dwellings', 200]]);
    expect(parts.sitePhases.map(({ id, share }) => [id, share])).toEqual([['c|package:1|2030', 1]]);
  });

  it('closes the copied house where the original closed the original', () => {
    expect(plan.measures['c.2']).toMatchObject({ kind: 'close', houseId: 'c.1' });
  });

  it('leaves the original untouched by what happens to the copy', () => {
    moveMeasure(plan, { id: 'c.1', position: [9.3, 48.9], plotId: null, siteId: null });
    expect(plan.measures.k1?.position).toEqual([9.18, 48.78]);
  });
});
