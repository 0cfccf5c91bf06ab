import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { isVisible, removedObjects, visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { kita, NOON, planWithKita, site } from '../plan-fixtures.ts';

describe('objects that are there', () => {
  it('come in their order, kept by a question', () => {
    const plan = planWithKita();
    addMeasure(plan, kita('j2'));
    addMeasure(plan, kita('i3', { scenarioId: 'b' }));
    expect(visibleObjects(plan, 'measures', (m) => m.scenarioId === 'a').map(({ id }) => id)).toEqual(['k1', 'j2']);
  });

  it('are hidden with the site they are part of, and shown with one of the package', () => {
    const plan = planWithKita();
    addObject(plan, { collection: 'sites', object: site('s') });
    const parameter = { scenarioId: null, parameter: 'turnover', low: null, middle: 8, high: null, reason: null };
    for (const siteId of ['s', 'package:1'])
      putObject(plan, { collection: 'siteParameters', object: { ...parameter, siteId } });
    removeObject(plan, { collection: 'sites', id: 's', at: NOON, by: 'x', why: 'y' });
    expect(visibleObjects(plan, 'siteParameters').map(({ siteId }) => siteId)).toEqual(['package:1']);
  });

  it('are hidden when a merge left them without what they are part of', () => {
    const plan = planWithKita();
    delete plan.measures.k1;
    expect(isVisible(plan, 'measureOffers', plan.measureOffers['k1-u3']!)).toBe(false);
  });
});

describe('removed objects', () => {
  it('come latest first', () => {
    const plan = planWithKita();
    addMeasure(plan, kita('k2'));
    for (const [id, day] of [
      ['k1', '01'],
      ['k2', '02'],
    ] as const)
      removeObject(plan, { collection: 'measures', id, at: `2026-04-${day}T00:00:00Z`, by: 'x', why: 'y' });
    expect(removedObjects(plan, 'measures').map(({ id }) => id)).toEqual(['k2', 'k1']);
  });
});
