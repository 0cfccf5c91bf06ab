import { describe, expect, it } from 'vitest';
import { addSite } from '../../../src/plan/actions/add-site.ts';
import { editSite } from '../../../src/plan/actions/edit-site.ts';
import { circleOfSite } from '../../../src/plan/readers/circles.ts';
import { effectiveSites } from '../../../src/plan/readers/effective-sites.ts';
import { NOON, site, smallPlan } from '../plan-fixtures.ts';

const signed = { at: NOON, by: 'Planung' };
const steps = [
  { year: 2030, share: 0.5 },
  { year: 2031, share: 0.5 },
];
const found = (plan: ReturnType<typeof smallPlan>, scenarioId: string | null) =>
  effectiveSites(plan, scenarioId, []).find(({ id }) => id === 'neu')!;

describe('editing a site', () => {
  it('changes several fields and the steps at once: in Bestand the site itself, in a scenario over it', () => {
    const plan = smallPlan();
    addSite(plan, { site: site('neu'), phases: { phases: steps, ...signed } });
    const edits = [
      { kind: 'site', field: 'dwellings', value: 150, circle: 'agsp', reason: null },
      { kind: 'site', field: 'stage', value: 5, circle: 'agsp', reason: null },
    ] as const;
    editSite(plan, { siteId: 'neu', scenarioId: null, edits });
    expect(plan.sites.neu).toMatchObject({ dwellings: 150, stage: 5 });
    const later = { phases: [{ year: 2033, share: 1 }], ...signed };
    editSite(plan, { siteId: 'neu', scenarioId: 'a', edits: [{ ...edits[0], value: 80 }], phases: later });
    expect(found(plan, 'a')).toMatchObject({ dwellings: 80, stage: 5, phases: [{ year: 2033, share: 1 }] });
    expect(found(plan, null)).toMatchObject({ dwellings: 150, phases: steps });
  });

  it('sets who may see it for all scenarios, and what is laid over it follows', () => {
    const plan = smallPlan();
    addSite(plan, { site: site('neu'), phases: { phases: [], ...signed } });
    editSite(plan, { siteId: 'neu', scenarioId: 'a', edits: [], circle: 'public' });
    expect(plan.sites.neu!.circle).toBe('public');
    // One of the city package: the plan holds nothing of it but what is laid over it.
    const dwellings = { kind: 'site', field: 'dwellings', value: 150, circle: 'agsp', reason: null } as const;
    editSite(plan, { siteId: 'paket', scenarioId: null, edits: [dwellings] });
    editSite(plan, { siteId: 'paket', scenarioId: 'a', edits: [], circle: 'council' });
    expect(circleOfSite(plan, 'paket')).toBe('council');
    expect(plan.edits['base|site|paket|dwellings']!.circle).toBe('council');
    expect(Object.keys(plan.edits)).toEqual(['base|site|paket|dwellings', 'base|site|paket|circle']);
  });
});
