import { describe, expect, it } from 'vitest';
import { addSite } from '../../../src/plan/actions/add-site.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { setSitePhases } from '../../../src/plan/actions/set-site-phases.ts';
import { splitSite } from '../../../src/plan/actions/split-site.ts';
import { effectiveSites } from '../../../src/plan/readers/effective-sites.ts';
import { visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { NOON, site, smallPlan, square } from '../../plan/plan-fixtures.ts';

const signed = { at: NOON, by: 'Planung' };
const halves = [
  { year: 2030, share: 0.5 },
  { year: 2031, share: 0.5 },
];

describe('splitting a site', () => {
  it('makes two of one: amounts as given, phases, parameters and scenario phases for both', () => {
    const plan = smallPlan();
    addSite(plan, { site: site('s', { dwellings: 300 }), phases: { phases: halves, ...signed } });
    setSitePhases(plan, { siteId: 's', scenarioId: 'a', phases: [{ year: 2033, share: 1 }], ...signed });
    const parameter = { siteId: 's', scenarioId: null, parameter: 'internalShare' };
    putObject(plan, {
      collection: 'siteParameters',
      object: { ...parameter, low: null, middle: 0.4, high: null, reason: null },
    });
    splitSite(plan, {
      siteId: 's',
      edits: [
        { kind: 'site', field: 'dwellings', value: 100, circle: 'agsp', reason: null },
        { kind: 'site', field: 'name', value: 'Teil A', circle: 'agsp', reason: null },
      ],
      second: {
        site: site('s2', { name: 'Teil B', dwellings: 200, geometry: square(9.19, 48.78) }),
        phases: { phases: halves, ...signed },
      },
    });
    const [first, second] = effectiveSites(plan, null, []);
    expect([first, second].map((part) => [part!.name, part!.dwellings])).toEqual([
      ['Teil A', 100],
      ['Teil B', 200],
    ]);
    expect(second!.phases).toEqual(halves);
    expect(first!.phases).toEqual(halves);
    expect(effectiveSites(plan, 'a', []).map(({ phases }) => phases)).toEqual([
      [{ year: 2033, share: 1 }],
      [{ year: 2033, share: 1 }],
    ]);
    expect(
      visibleObjects(plan, 'siteParameters')
        .map(({ siteId, middle }) => [siteId, middle])
        .sort(),
    ).toEqual([
      ['s', 0.4],
      ['s2', 0.4],
    ]);
  });
});
