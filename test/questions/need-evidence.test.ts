import { describe, expect, it } from 'vitest';
import type { GapResult, GapRow } from '../../src/questions/gaps/gap-request.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { freezeGaps, requestOf } from '../../src/questions/need-evidence.ts';

const row = (id: string, level: number, more: Partial<GapRow>): GapRow =>
  ({
    id,
    name: id,
    level,
    persons: 100,
    demand: 40.12345,
    capacity: 30,
    balance: -10.12345,
    demandWithinReach: null,
    missing: 4,
    free: null,
    outOfReach: null,
    coverage: null,
    housesWithoutCapacity: 2,
    pointsMissing: 0,
    ...more,
  }) as unknown as GapRow;

const result = {
  request: {
    service: 'kita-u3',
    year: 2030,
    variant: 'middle',
    counts: DEFAULT_COUNTS,
    limitMeters: null,
    profile: 'all',
    scenarioId: null,
  },
  indicator: 'kita-u3@2',
  levels: [[row('city', 0, { persons: 900 })], [row('d1', 1, {}), row('d2', 1, { missing: null })]],
  grade: 'estimated',
} as unknown as GapResult;
const moment = { at: '2026-03-01T12:00:00Z', edition: '2025-12-31-aaaaaaaaaaaa' };

describe('figures that a need cites', () => {
  it('are those of its district beside the city, rounded to thousandths, without what the model does not define', () => {
    const frozen = freezeGaps(result, ['d1'], moment);
    expect(frozen.columns).toEqual(['persons', 'demand', 'capacity', 'balance', 'missing']);
    expect(frozen.rows).toEqual([
      { id: 'city', name: 'city', values: [900, 40.123, 30, -10.123, 4] },
      { id: 'd1', name: 'd1', values: [100, 40.123, 30, -10.123, 4] },
    ]);
    expect(frozen).toMatchObject({ ...moment, catalogue: ['kita-u3@2'], grade: 'estimated' });
    expect(frozen.missing.housesWithoutCapacity).toBe(2);
  });

  it('keep a figure that one of the rows lacks as missing, never as 0', () => {
    const frozen = freezeGaps(result, ['d2'], moment);
    expect(frozen.rows[1]!.values[frozen.columns.indexOf('missing')]).toBeNull();
  });

  it('know the question that they answered', () => {
    expect(requestOf(freezeGaps(result, [], moment))).toMatchObject({ service: 'kita-u3', year: 2030 });
    expect(requestOf({ ...freezeGaps(result, [], moment), request: { siteId: 's' } })).toBeNull();
  });
});
