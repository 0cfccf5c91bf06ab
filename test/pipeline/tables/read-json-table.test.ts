import { describe, expect, it } from 'vitest';
import { readJsonTable } from '../../../src/pipeline/tables/read-json-table.ts';

describe('a JSON table', () => {
  it('reaches into nested records by names with points, and prefers a key that is spelled so', () => {
    const text = JSON.stringify([
      { id: 1, lat: 51.1, tags: { name: 'Sonne', 'addr:street': 'Weg' } },
      { id: 2, center: { lat: 51.2 }, 'tags.name': 'Mond', tags: { name: 'Stern' } },
      { id: 3, tags: 'none' },
    ]);
    const columns = ['id', 'lat', 'center.lat', 'tags.name', 'tags.addr:street'];
    expect(readJsonTable(text, { path: ['*'], columns }, 'x.json').rows).toEqual([
      ['1', '51.1', '', 'Sonne', 'Weg'],
      ['2', '', '51.2', 'Mond', ''],
      ['3', '', '', '', ''],
    ]);
  });
});
