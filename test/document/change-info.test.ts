import { describe, expect, it } from 'vitest';
import { type ChangeNote, readNote, touchedBy, writeNote } from '../../src/document/change-info.ts';

const note: ChangeNote = {
  label: { code: 'change.moved', params: { collection: 'measures', name: 'Kita „West“' } },
  author: 'Stadtplanung',
  department: null,
  mode: 'undo',
  touched: [
    { collection: 'measures', id: 'osm:node/1', fields: ['position', 'plotId'] },
    { collection: 'header', id: '', fields: null },
  ],
};

describe('the note of a change', () => {
  it('comes back as it was written', () => {
    expect(readNote(writeNote(note))).toEqual(note);
  });

  it('is none where another program wrote something else', () => {
    for (const message of [null, '', 'Kita moved', '3', 'null', '{"l":1}']) expect(readNote(message)).toBeNull();
  });

  it('gathers the fields of an object in one place', () => {
    const set = { kind: 'set', collection: 'measures', id: 'k', before: 1, after: 2 } as const;
    expect(
      touchedBy([
        { ...set, field: 'costEuro' },
        { kind: 'create', collection: 'sites', id: 's', object: {}, replaced: null },
        { ...set, field: 'reason' },
      ]),
    ).toEqual([
      { collection: 'measures', id: 'k', fields: ['costEuro', 'reason'] },
      { collection: 'sites', id: 's', fields: null },
    ]);
  });
});
