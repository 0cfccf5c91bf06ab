import { describe, expect, it } from 'vitest';
import { memoryPackageSource } from '../../../src/city/package-source.ts';
import { writeCity } from '../../../src/city/write-city.ts';
import { planOfPackage } from '../../../src/cli/demo-plan/plan-of-package.ts';
import { readPlan } from '../../../src/document/read-plan.ts';
import { scenarioFacilities } from '../../../src/plan/readers/scenario-facilities.ts';
import { demoCity } from '../../pipeline/demo/demo-cities.ts';

/** A village of 3,000 and a small town. */
const SCALES = [0.005, 0.1];

describe('the example plan of a small generated city', () => {
  const planOf = (scale: number, seed = 1) =>
    planOfPackage(memoryPackageSource(writeCity(demoCity(scale, seed)).files));

  it.each(SCALES)('opens at scale %s, with fewer needs and no incomplete measure', async (scale) => {
    const { bytes, planted } = await planOf(scale);
    const plan = readPlan(bytes);
    expect(Object.keys(plan.needs).length).toBeGreaterThan(20);
    expect(Object.keys(plan.needs).length).toBeLessThan(60);
    expect(planted.bundles.length).toBeGreaterThanOrEqual(1);
    expect(planted.bundles.length + planted.nearMisses.length).toBeLessThan(24);
    for (const id of Object.keys(plan.scenarios)) expect(scenarioFacilities(plan, id).incomplete).toEqual([]);
  });

  it('has the same bytes twice, and another origin for another city', async () => {
    const [first, again, other] = [await planOf(0.005), await planOf(0.005), await planOf(0.005, 2)];
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(first.planted).toEqual(again.planted);
    expect(readPlan(other.bytes).header.planId).not.toBe(readPlan(first.bytes).header.planId);
  });
});
