import { describe, expect, it } from 'vitest';
import type { PlanConflict } from '../../../src/state/plan-store.ts';
import {
  differingFields,
  entryKind,
  faultOfChoice,
  optionsOf,
  readEntry,
  sendersOf,
} from '../../../src/ui/plans/conflict-choices.ts';
import { planWithKita } from '../../plan/plan-fixtures.ts';

const wolf = { author: 'Geschäftsstelle', department: 'AGSP', at: '2026-03-02T10:00:00Z' };
const kurz = { author: 'Kita-Planung', department: 'Jugendamt', at: '2026-03-03T10:00:00Z' };

const field = (name: string, shown: unknown, other: unknown): PlanConflict => ({
  kind: 'field',
  collection: 'measures',
  id: 'k1',
  field: name,
  shown: { ...wolf, value: shown },
  others: [{ ...kurz, value: other }],
});

const removal: PlanConflict = {
  kind: 'removal',
  collection: 'measures',
  id: 'k1',
  removal: { ...kurz, value: { at: kurz.at, by: 'Kita-Planung', why: 'entfällt' } },
  edits: [
    { ...wolf, value: ['costEuro'] },
    { ...wolf, value: ['costEuro', 'name'] },
  ],
};

describe('what settles a conflict', () => {
  it('is one of the values, the one in force first; of a removal the removal or the changes', () => {
    expect(optionsOf(field('costEuro', 5, 8)).map(({ value, inForce }) => [value, inForce])).toEqual([
      [5, true],
      [8, false],
    ]);
    const [removed, kept] = optionsOf(removal);
    expect([removed?.inForce, removed?.author]).toEqual([true, 'Kita-Planung']);
    expect([kept?.value, kept?.fields, kept?.author]).toEqual([null, ['costEuro', 'name'], 'Geschäftsstelle']);
  });

  it('is another value where one can be written: a number, a day, a text; never a code, an id or a place', () => {
    expect(entryKind(field('costEuro', null, 8))).toBe('number');
    expect(entryKind(field('from', '2029-09-01', null))).toBe('date');
    expect(entryKind(field('reason', 'a', 'b'))).toBe('text');
    expect(entryKind(field('status', 'idea', 'planned'))).toBeNull();
    expect(entryKind(field('plotId', 'p1', 'p2'))).toBeNull();
    expect(entryKind(field('position', [9, 48], [9, 49]))).toBeNull();
    expect(entryKind(removal)).toBeNull();
  });

  it('is read strictly', () => {
    expect(readEntry('1.250', 'number', 'de')).toEqual({ value: 1250 });
    expect(readEntry('1,250.5', 'number', 'en')).toEqual({ value: 1250.5 });
    expect(readEntry('ca. 45', 'number', 'de')).toEqual({ problem: 'number' });
    expect(readEntry('  ', 'text', 'de')).toEqual({ problem: 'missing' });
    expect(readEntry(' Grund ', 'text', 'de')).toEqual({ value: 'Grund' });
  });

  it('is refused where no plan may hold it: negative cost, an end before the beginning', () => {
    const plan = planWithKita();
    expect(faultOfChoice(plan, field('costEuro', 5, 8), 8)).toBeNull();
    expect(faultOfChoice(plan, field('costEuro', 5, 8), -1)?.code).toBe('plan.object-invalid');
    // The Kita begins on 1 September 2029.
    expect(faultOfChoice(plan, field('to', null, '2040-01-01'), '2029-01-01')?.code).toBe('plan.dates-reversed');
    expect(plan.measures.k1?.to).toBeNull();
  });

  it('of one sender is theirs everywhere, also where they removed or changed', () => {
    const conflicts = [field('costEuro', 5, 8), removal];
    const senders = sendersOf(conflicts).map(({ author, choices }) => [author, choices.map(({ value }) => value)]);
    expect(senders).toEqual([
      ['Geschäftsstelle', [5, null]],
      ['Kita-Planung', [8, { at: kurz.at, by: 'Kita-Planung', why: 'entfällt' }]],
    ]);
  });

  it('of two whole objects differs in named fields', () => {
    expect(differingFields({ id: '1', value: 3, on: 'a' }, { id: '1', value: 4, on: 'a', by: 'x' })).toEqual([
      'value',
      'by',
    ]);
  });
});
