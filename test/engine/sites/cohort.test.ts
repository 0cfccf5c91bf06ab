import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AGE_COUNT, computeCohorts, EFH, MFH } from '../../../src/engine/sites/cohort.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';

function sharePercent(cohorts: Float64Array, year: number, from: number, to: number): number {
  const residents = cohorts.subarray(year * AGE_COUNT, (year + 1) * AGE_COUNT);
  const sum = residents.reduce((total, persons) => total + persons, 0);
  return (residents.slice(from, to + 1).reduce((total, persons) => total + persons, 0) / sum) * 100;
}

describe('the cohort model of a site', () => {
  it('is half full in year 0 and full from year 1 on', () => {
    const cohorts = computeCohorts(MFH, 3, 400);
    const total = (year: number) =>
      cohorts.subarray(year * AGE_COUNT, (year + 1) * AGE_COUNT).reduce((a, b) => a + b, 0);
    expect(total(0)).toBeCloseTo(400 * 0.5, 9);
    expect(total(1)).toBeCloseTo(400, 9);
  });

  it('prints the summary table of the design, rounded to one decimal', () => {
    const mfh = computeCohorts(MFH, 30);
    const efh = computeCohorts(EFH, 30);
    const row = (cohorts: Float64Array, year: number) =>
      [
        [0, 2],
        [3, 5],
        [6, 9],
        [10, 17],
        [65, 99],
      ].map(([from, to]) => Number(sharePercent(cohorts, year, from!, to!).toFixed(1)));
    expect(row(mfh, 3)).toEqual([4.7, 3.4, 3.3, 4.9, 8.1]);
    expect(row(mfh, 10)).toEqual([3.5, 3.7, 4.7, 5.9, 10.2]);
    expect(row(mfh, 25)).toEqual([2.8, 2.8, 3.4, 5.9, 15.9]);
    expect(row(efh, 1)).toEqual([7.5, 7.1, 7.3, 7.4, 2.1]);
    expect(row(efh, 10)).toEqual([2.9, 4.0, 7.1, 16.4, 3.9]);
    expect(row(efh, 20)).toEqual([2.0, 2.6, 4.3, 11.4, 9.1]);
  });

  it('gives 12.0 % aged 0–9 after ten years, as the published simulation of Germering', () => {
    expect(sharePercent(computeCohorts(MFH, 10), 10, 0, 9)).toBeCloseTo(12.0, 1);
  });
});

describeWithShared('the cohort model against a second program', () => {
  it('agrees to 1e-6 for every profile, year and age', () => {
    const rows = readFileSync(sharedPath('reference', 'site-model', 'expected.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const cohorts = { MFH: computeCohorts(MFH, 30), EFH: computeCohorts(EFH, 30) };
    let worst = 0;
    for (const row of rows) {
      const [profile, year, age, percent] = row.split(',');
      const share = sharePercent(cohorts[profile as 'MFH' | 'EFH'], Number(year), Number(age), Number(age));
      worst = Math.max(worst, Math.abs(share - Number(percent)));
    }
    expect(rows.length).toBe(2 * 31 * 100);
    expect(worst).toBeLessThanOrEqual(1e-6);
  });
});
