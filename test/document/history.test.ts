import { describe, expect, it } from 'vitest';
import { historyOf, touchedObjects } from '../../src/document/history.ts';
import { documentWithKita, planner, setCost, youth } from './document-fixtures.ts';

describe('the history', () => {
  it('says who did what to which object, when, oldest first', () => {
    const document = documentWithKita();
    const before = document.heads;
    setCost(document, 5, youth);
    expect(document.history().map(({ label }) => label?.code)).toEqual([
      'change.created',
      'change.added',
      'change.added',
      'change.added',
      'change.added',
      'change.changed',
    ]);
    expect(document.history(before)).toEqual([
      {
        hash: document.heads[0],
        at: '2026-03-02T10:00:00Z',
        author: 'Jugendamt',
        department: 'jugend',
        label: { code: 'change.changed', params: { collection: 'measures', name: 'k1' } },
        mode: 'do',
        touched: [{ collection: 'measures', id: 'k1', fields: ['costEuro'] }],
      },
    ]);
  });

  it('of an object has the changes to it, and to the parts that are asked for', () => {
    const document = documentWithKita();
    setCost(document, 5, youth);
    const entries = document.history();
    expect(historyOf(entries, [{ collection: 'measures', id: 'k1' }]).map(({ author }) => author)).toEqual([
      'Stadtplanung',
      'Jugendamt',
    ]);
    expect(historyOf(entries, [{ collection: 'scenarios', id: 'a' }])).toHaveLength(1);
  });

  it('sums up what changed since: an object made and then changed was made', () => {
    const document = documentWithKita();
    const before = document.heads;
    setCost(document, 5);
    setCost(document, 6);
    expect(touchedObjects(document.history(before))).toEqual([
      { collection: 'measures', id: 'k1', fields: ['costEuro'] },
    ]);
    expect(touchedObjects(document.history()).find(({ id }) => id === 'k1')?.fields).toBeNull();
    expect(planner.at < youth.at).toBe(true);
  });
});
