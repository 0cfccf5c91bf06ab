import { describe, expect, it } from 'vitest';
import type { PlanChange } from '../../../src/state/plan-store.ts';
import {
  departmentSigners,
  filterHistory,
  NO_FILTER,
  namesIn,
  sumHistory,
} from '../../../src/ui/plans/history-filter.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';

const change = (hash: string, more: Partial<PlanChange>): PlanChange => ({
  hash,
  at: '2026-03-02T10:00:00Z',
  author: 'Geschäftsstelle',
  department: 'AGSP',
  label: { code: 'change.changed', params: { collection: 'measures', name: 'Kita West' } },
  mode: 'do',
  touched: [{ collection: 'measures', id: 'k1', fields: ['costEuro'] }],
  ...more,
});

const changes = [
  change('1', { touched: [{ collection: 'measures', id: 'k1', fields: null }] }),
  change('2', { author: 'Kita-Planung', department: 'Jugendamt', at: '2026-03-05T23:00:00Z' }),
  change('3', {
    label: null,
    author: null,
    department: null,
    touched: [{ collection: 'needs', id: 'n1', fields: ['title'] }],
  }),
  change('4', { touched: [{ collection: 'needs', id: 'n2', fields: ['removed'] }] }),
];
const nameOf = (_: string, id: string) => ({ k1: 'Kita West', n1: 'Jugendraum Ost', n2: 'Sporthalle' })[id] ?? id;
const hashes = (filter: Partial<typeof NO_FILTER>) =>
  filterHistory(changes, { ...NO_FILTER, ...filter }, nameOf).map(({ hash }) => hash);

describe('the history', () => {
  it('is whole without a filter, and narrowed down by person, department and kind', () => {
    expect(hashes({})).toEqual(['1', '2', '3', '4']);
    expect(hashes({ author: 'Kita-Planung' })).toEqual(['2']);
    expect(hashes({ department: ['AGSP'] })).toEqual(['1', '4']);
    expect(hashes({ collection: 'needs' })).toEqual(['3', '4']);
  });

  it('finds an object by what the change said or by its name today', () => {
    expect(hashes({ object: ' jugendraum' })).toEqual(['3']);
    // Number 4 says "Kita West" in its label, though it touched something else.
    expect(hashes({ object: 'WEST' })).toEqual(['1', '2', '4']);
  });

  it('begins with the morning of a day', () => {
    expect(hashes({ since: '2026-03-04' })).toEqual(['2']);
    expect(hashes({ since: '2027-01-01' })).toEqual([]);
    expect(hashes({ since: 'x' })).toEqual(['1', '2', '3', '4']);
  });

  it('counts each object once: made, changed or removed', () => {
    // k1 is made and then changed: it is new. n1 is changed, n2 removed.
    expect(sumHistory(changes)).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(sumHistory([changes[1]!])).toEqual({ added: 0, changed: 1, removed: 0 });
  });

  it('names who there is, without those who did not sign', () => {
    expect(namesIn(changes, 'author')).toEqual(['Geschäftsstelle', 'Kita-Planung']);
    expect(namesIn(changes, 'department')).toEqual(['AGSP', 'Jugendamt']);
  });

  it('knows a department once, whether its name or its id signed', () => {
    const plan = smallPlan();
    const { name } = plan.departments.jugend!;
    const signed = [
      change('5', { department: 'jugend' }),
      change('6', { department: name }),
      change('7', { department: 'AGSP' }),
      change('8', { department: null }),
    ];
    const signers = departmentSigners(signed, plan);
    expect([...signers.keys()]).toEqual(['AGSP', name].sort((a, b) => a.localeCompare(b)));
    expect([...signers.get(name)!].sort()).toEqual([name, 'jugend'].sort());
    const found = filterHistory(signed, { ...NO_FILTER, department: signers.get(name)! }, nameOf);
    expect(found.map(({ hash }) => hash)).toEqual(['5', '6']);
  });
});
