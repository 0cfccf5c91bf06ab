import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlaces, type Placed, placeAtEnd, placeBehind } from '../../src/plan/order.ts';

const sorted = (list: readonly Placed[]) => [...list].sort(comparePlaces).map(({ id }) => id);

describe('places in a list', () => {
  it('puts the first, then each behind the last', () => {
    const list: Placed[] = [];
    for (const id of ['x', 'a', 'm']) list.push({ id, order: placeAtEnd(list) });
    expect(sorted(list)).toEqual(['x', 'a', 'm']);
  });

  it('puts one between two others, or before all', () => {
    const list = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a1' },
    ];
    const between = { id: 'c', order: placeBehind(list, list[0]!) };
    const first = { id: 'd', order: placeBehind(list, null) };
    expect(sorted([...list, between, first])).toEqual(['d', 'a', 'c', 'b']);
  });

  it('goes behind all that share a key, for between two equal keys there is no place', () => {
    const list = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a0' },
      { id: 'c', order: 'a1' },
    ];
    const placed = { id: 'x', order: placeBehind(list, list[0]!) };
    expect(sorted([...list, placed])).toEqual(['a', 'b', 'x', 'c']);
  });

  it('sorts two of the same place by id, the same way for everyone', () => {
    expect(
      sorted([
        { id: 'b', order: 'a0' },
        { id: 'a', order: 'a0' },
      ]),
    ).toEqual(['a', 'b']);
  });

  it('keeps any series of moves in the order a list of names would have', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (moves) => {
        const names: string[] = [];
        const places: Placed[] = [];
        moves.forEach((move, i) => {
          const at = move % (names.length + 1);
          const before = at === 0 ? null : places.find(({ id }) => id === names[at - 1])!;
          places.push({ id: `n${i}`, order: placeBehind(places, before) });
          names.splice(at, 0, `n${i}`);
        });
        expect(sorted(places)).toEqual(names);
      }),
      { numRuns: 100 },
    );
  });
});
