import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { bundleNeeds } from '../../../src/plan/actions/bundle-needs.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { compareText, needRows } from '../../../src/report/needs/need-rows.ts';
import { kita, NOON } from '../../plan/plan-fixtures.ts';
import { CONTEXT, needsScene } from './needs-scene.ts';

describe('the rows of a list of needs', () => {
  it('say who reported what and when, what is overdue, and what others said, in their order', () => {
    const { plan, say } = needsScene();
    say('v1', 'late', 'schule', 'supports');
    say('v2', 'late', 'jugend', 'adds');
    const [late, theme, done] = needRows(plan, CONTEXT);
    // Needed by 31 January 2026, seen on 1 June 2026.
    expect(late).toMatchObject({ department: 'Amt jugend', short: 'Amt', overdue: true, reportedAt: NOON });
    expect(late!.voices.map(({ departmentId, kind }) => [departmentId, kind])).toEqual([
      ['schule', 'supports'],
      ['jugend', 'adds'],
    ]);
    expect([theme!.overdue, done!.overdue]).toEqual([false, false]);
    expect(late!.place?.name).toBe('Mitte');
  });

  it('name the accepted bundles, and leave out what was removed', () => {
    const { plan } = needsScene();
    const bundle = (id: string, decision: 'accepted' | 'refused') =>
      bundleNeeds(plan, {
        bundle: {
          id,
          circle: 'agsp',
          name: `Haus ${id}`,
          decision,
          reason: 'so',
          plotId: null,
          siteId: null,
          sharedSquareMeters: null,
        },
        needIds: ['late', 'done'],
      });
    bundle('eins', 'accepted');
    bundle('zwei', 'refused');
    expect(needRows(plan, CONTEXT)[0]!.bundles).toEqual(['Haus eins']);
    removeObject(plan, { collection: 'needs', id: 'late', at: NOON, by: 'x', why: 'doppelt' });
    expect(needRows(plan, CONTEXT).map(({ need }) => need.id)).toEqual(['theme', 'done']);
  });

  it('state what the measures of a scenario leave', () => {
    const { plan } = needsScene();
    addMeasure(plan, kita('k1', { needId: 'late' }));
    expect(needRows(plan, CONTEXT)[0]!.rest).toBe(null);
    // 40 places reported, 20 of Kita U3 brought.
    expect(needRows(plan, { ...CONTEXT, scenarioId: 'a' })[0]!.rest).toMatchObject({ planned: 20, left: 20 });
  });

  it('are sorted as people sort: umlauts beside their vowel, numbers by their value', () => {
    expect(['Zoo', 'Öde 10', 'Öde 9', 'Ofen'].sort(compareText)).toEqual(['Öde 9', 'Öde 10', 'Ofen', 'Zoo']);
  });
});
