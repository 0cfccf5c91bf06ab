import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { NOON, need, problemOf, scenario, site, smallPlan } from '../plan-fixtures.ts';

describe('adding an object', () => {
  it('puts it last among its siblings, not removed', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'scenarios', object: scenario('c', { name: 'Plan C' }) });
    expect(plan.scenarios.c).toMatchObject({ id: 'c', name: 'Plan C', removed: null });
    expect(visibleObjects(plan, 'scenarios').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps a copy: what the caller does with its own object later changes nothing', () => {
    const plan = smallPlan();
    const drawn = site('s');
    addObject(plan, { collection: 'sites', object: drawn });
    (drawn.geometry.coordinates as number[][][])[0]![0]![0] = 0;
    expect((plan.sites.s!.geometry.coordinates as number[][][])[0]![0]![0]).toBe(9.18);
  });

  it('refuses an id that is taken, and a part of something that is not there', () => {
    const plan = smallPlan();
    expect(problemOf(() => addObject(plan, { collection: 'scenarios', object: scenario('a') })).code).toBe(
      'plan.object-exists',
    );
    const support = {
      id: 's',
      needId: 'n',
      departmentId: 'schule',
      kind: 'adds',
      sentence: 'und Sport',
      at: NOON,
      by: 'x',
    };
    const add = () => addObject(plan, { collection: 'supports', object: support as never });
    expect(problemOf(add)).toMatchObject({ code: 'plan.reference-unknown', params: { collection: 'needs', id: 'n' } });
    addNeed(plan, { need: need('n'), at: NOON, by: 'x' });
    add();
    expect(plan.supports.s?.sentence).toBe('und Sport');
  });

  it('holds decisions with frozen figures, logs of participation and own checklist questions', () => {
    const plan = smallPlan();
    const frozen = {
      at: NOON,
      edition: '2025-12-31-aaaaaaaaaaaa',
      engineVersion: '1',
      catalogue: ['kita-u3@2'],
      request: { service: 'kita-u3', year: 2030, counts: { facilities: 'secured' } },
      columns: ['missing', 'free'],
      rows: [{ id: 'd:1', name: 'Mitte', values: [120, null] }],
      grade: 'estimated' as const,
      missing: { housesWithoutCapacity: 3 },
    };
    addObject(plan, {
      collection: 'decisions',
      object: {
        id: 'd1',
        circle: 'council',
        title: 'Kitaausbau West',
        text: '',
        date: '2026-02-01',
        body: 'Gemeinderat',
        reference: 'GRDrs 100/2026',
        agreedBy: ['jugend'],
        subjects: [{ collection: 'measures', id: 'k1' }],
        frozen,
      },
    });
    expect(plan.decisions.d1?.frozen).toEqual(frozen);
    addObject(plan, {
      collection: 'participation',
      object: {
        id: 'p1',
        circle: 'public',
        siteId: 'package:1',
        date: '2026-01-20',
        title: 'Streifzug mit der 3. Klasse',
        method: 'Streifzug',
        groupsReached: ['6-10'],
        groupsNotReached: ['14-18'],
        groupsNotTried: [],
        answer: null,
        by: 'Jugendamt',
      },
    });
    expect(plan.participation.p1?.groupsNotReached).toEqual(['14-18']);
    addObject(plan, {
      collection: 'checkItems',
      object: { id: 'c1', siteId: null, group: 'Klima', question: 'Trinkbrunnen vorhanden?' },
    });
    expect(plan.checkItems.c1?.question).toBe('Trinkbrunnen vorhanden?');
  });
});
