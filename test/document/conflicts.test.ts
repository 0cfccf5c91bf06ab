import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../src/document/conflicts.ts';
import type { PlanDocument, Signer } from '../../src/document/plan-document.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import { putObject } from '../../src/plan/actions/put-object.ts';
import { removeObject } from '../../src/plan/actions/remove-object.ts';
import { changed, copyFor, documentWithKita, planner, setCost, youth } from './document-fixtures.ts';

const info = { ...planner, label: changed('k1') };

/** Both change their copy; then mine takes theirs in. */
function meet(mine: (document: PlanDocument) => void, theirs: (document: PlanDocument) => void) {
  const document = documentWithKita();
  const other = copyFor(document);
  mine(document);
  theirs(other);
  return { document, conflicts: document.merge(other.save(), planner).conflicts };
}

const agree = (value: number, who: Signer) => (document: PlanDocument) => {
  const object = {
    circle: 'agsp',
    districtId: 'd:1',
    service: 'kita-u3',
    year: 2030,
    kind: 'agreed',
    value,
    unit: 'places',
    on: '2026-03-02',
    reference: null,
    explanation: null,
    by: who.author,
  } as const;
  document.apply(putObject, { collection: 'agreedFigures', object }, { ...who, label: changed('Kita') });
};

const remove = (document: PlanDocument) => {
  const args = { collection: 'measures', id: 'k1', at: planner.at, by: 'Stadtplanung', why: 'entfällt' } as const;
  document.apply(removeObject, args, info);
};

describe('two values of a field', () => {
  const both = () =>
    meet(
      (document) => setCost(document, 5),
      (document) => setCost(document, 8, youth),
    );

  it('are both listed with who set them', () => {
    const [conflict, ...more] = both().conflicts as Extract<Conflict, { kind: 'field' }>[];
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'field', collection: 'measures', id: 'k1', field: 'costEuro' });
    const values = [conflict!.shown, ...conflict!.others].map(({ value, author, at }) => [value, author, at]);
    expect(values.sort()).toEqual([
      [5, 'Stadtplanung', '2026-03-02T09:00:00Z'],
      [8, 'Jugendamt', '2026-03-02T10:00:00Z'],
    ]);
  });

  it('are settled by choosing one, the shown one too', () => {
    for (const side of ['shown', 'other'] as const) {
      const { document, conflicts } = both();
      const conflict = conflicts[0] as Extract<Conflict, { kind: 'field' }>;
      const { value } = side === 'shown' ? conflict.shown : conflict.others[0]!;
      document.settle(conflict, value, { ...planner, label: changed('k1') });
      expect(document.plan.measures.k1?.costEuro).toBe(value);
      expect(document.conflicts()).toEqual([]);
      expect(copyFor(document).conflicts()).toEqual([]);
    }
  });

  it('are no conflict where they agree, or where one knew of the other', () => {
    const same = meet(
      (document) => setCost(document, 5),
      (document) => setCost(document, 5, youth),
    );
    expect(same.conflicts).toEqual([]);
    const document = documentWithKita();
    const other = copyFor(document);
    setCost(other, 8, youth);
    document.merge(other.save(), planner);
    setCost(document, 9);
    expect(document.conflicts()).toEqual([]);
  });

  it('are looked for in the objects asked for only', () => {
    const { document } = both();
    expect(document.conflicts([{ collection: 'measures', id: 'k1' }])).toHaveLength(1);
    expect(document.conflicts([{ collection: 'scenarios', id: 'a' }])).toEqual([]);
  });
});

describe('one thing written twice', () => {
  it('is listed with both whole objects, and settled by one of them', () => {
    const { document, conflicts } = meet(agree(40, planner), agree(60, youth));
    const id = 'd:1|kita-u3|2030|agreed';
    const [conflict] = conflicts as Extract<Conflict, { kind: 'object' }>[];
    expect(conflict).toMatchObject({ kind: 'object', collection: 'agreedFigures', id });
    const sides = [conflict!.shown, ...conflict!.others].map(({ value, author }) => [
      (value as { value: number }).value,
      author,
    ]);
    expect(sides.sort()).toEqual([
      [40, 'Stadtplanung'],
      [60, 'Jugendamt'],
    ]);
    const before = document.plan;
    document.settle(conflict!, conflict!.others[0]!.value, info);
    expect(document.plan.agreedFigures[id]).toEqual(conflict!.others[0]!.value);
    expect(document.conflicts()).toEqual([]);
    document.undo(planner);
    expect(document.plan).toEqual(before);
  });
});

describe('removal against edit', () => {
  it('is listed with the removal and the edits that did not know of it', () => {
    const { conflicts } = meet(remove, (document) => setCost(document, 8, youth));
    expect(conflicts).toEqual([
      {
        kind: 'removal',
        collection: 'measures',
        id: 'k1',
        removal: {
          author: 'Stadtplanung',
          department: null,
          at: planner.at,
          value: { at: planner.at, by: 'Stadtplanung', why: 'entfällt' },
        },
        edits: [{ author: 'Jugendamt', department: 'jugend', at: youth.at, value: ['costEuro'] }],
      },
    ]);
  });

  it('is settled by restoring with the edit, or by removing again', () => {
    for (const value of [null, { at: youth.at, by: 'Jugendamt', why: 'bleibt entfernt' }]) {
      const { document, conflicts } = meet(remove, (other) => setCost(other, 8, youth));
      document.settle(conflicts[0]!, value, info);
      expect(document.plan.measures.k1).toMatchObject({ removed: value, costEuro: 8 });
      expect(document.conflicts()).toEqual([]);
    }
  });

  it('is none where the editor removed it too, whoever merges whom', () => {
    const editAndRemove = (document: PlanDocument) => {
      setCost(document, 7);
      remove(document);
    };
    const removals = ({ conflicts }: ReturnType<typeof meet>) => conflicts.filter(({ kind }) => kind === 'removal');
    expect(removals(meet(editAndRemove, remove))).toEqual([]);
    expect(removals(meet(remove, editAndRemove))).toEqual([]);
  });

  it('is none where the edit came first', () => {
    const document = documentWithKita();
    const other = copyFor(document);
    setCost(other, 8, youth);
    document.merge(other.save(), planner);
    remove(document);
    expect(document.conflicts()).toEqual([]);
  });
});

describe('several conflicts', () => {
  it('are settled as one change, which one undo takes back', () => {
    const { document, conflicts } = meet(
      (mine) => {
        setCost(mine, 100);
        mine.apply(changeObject, { collection: 'measures', id: 'k1', fields: { name: 'Kita Nord' } }, info);
      },
      (theirs) => {
        setCost(theirs, 200, youth);
        const signed = { ...youth, label: changed('k1') };
        theirs.apply(changeObject, { collection: 'measures', id: 'k1', fields: { name: 'Kita Süd' } }, signed);
      },
    );
    const before = document.changeCount;
    document.settleAll(
      conflicts.map((conflict) => {
        if (conflict.kind === 'removal') throw new Error('nothing was removed');
        const theirs = [conflict.shown, ...conflict.others].find(({ author }) => author === youth.author);
        return { conflict, value: theirs!.value };
      }),
      info,
    );
    expect([document.plan.measures.k1?.costEuro, document.plan.measures.k1?.name]).toEqual([200, 'Kita Süd']);
    expect(document.conflicts()).toEqual([]);
    expect([document.changeCount - before, document.lastChange?.author]).toEqual([1, 'Stadtplanung']);
    expect(
      document
        .undo(planner)
        ?.changed.flatMap(({ fields }) => fields ?? [])
        .sort(),
    ).toEqual(['costEuro', 'name']);
  });
});
