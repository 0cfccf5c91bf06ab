import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/city/types.ts';
import { collectAreas } from '../../../src/pipeline/osm/collect-areas.ts';
import { polygonsOf } from '../../../src/shared/geometry/area.ts';
import { fixture, itWith, modelOf, modelOfText, noteOf, sharedBytes } from './osm-fixtures.ts';

/** Rings per polygon: `[2]` is one polygon with a hole. */
const ringsOf = (area: Area) => polygonsOf(area).map((rings) => rings.length);

/** Area in square units of 1e-4°. */
function sizeOf(area: Area): number {
  let sum = 0;
  for (const rings of polygonsOf(area)) {
    rings.forEach((ring, index) => {
      const [x0, y0] = ring[0] as [number, number];
      let twice = 0;
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] as [number, number];
        const [bx, by] = ring[i] as [number, number];
        twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
      }
      sum += ((index === 0 ? 1 : -1) * Math.abs(twice)) / 2;
    });
  }
  return Math.round(sum * 1e8 * 1000) / 1000;
}

describe('buildings', () => {
  it('of a relation without tags take those of the outer way, once', () => {
    const { areas } = collectAreas(fixture('building-old-style'));
    expect(areas.map(({ key, tags }) => `${key} ${tags.building} ${tags['building:levels']}`)).toEqual(['r1 house 2']);
    // 20 × 20 less a hole of 5 × 5.
    expect(sizeOf(areas[0]!.geometry)).toBe(20 * 20 - 5 * 5);
  });

  it('tagged on relation and way are one, of the more telling kind', () => {
    const { areas } = collectAreas(fixture('building-twice'));
    expect(areas.map(({ key, tags }) => `${key} ${tags.building}`)).toEqual(['r1 apartments']);
  });

  it('whose outline is open are left out and told', () => {
    const { areas, notes } = collectAreas(fixture('building-open'));
    expect(areas).toEqual([]);
    expect(noteOf(notes, 'osm.ways-unclosed')).toMatchObject({ count: 1, params: { ids: 'w1' } });
  });

  it('whose outline crosses itself are repaired and told', () => {
    const { areas, notes } = collectAreas(fixture('building-bow-tie'));
    expect(noteOf(notes, 'osm.areas-repaired')).toMatchObject({ count: 1, params: { ids: 'w1' } });
    // A bow tie in a 10 × 10 square: two triangles of base 10 and height 5.
    expect(ringsOf(areas[0]!.geometry)).toEqual([1, 1]);
    expect(sizeOf(areas[0]!.geometry)).toBe(2 * ((10 * 5) / 2));
  });
});

/** A multipolygon of ways given as lists of grid points (`x y` in 1e-4°), with their roles. */
function multipolygon(...ways: { role: string; points: string }[]) {
  const nodes = new Map<string, number>();
  const idOf = (point: string) => nodes.get(point) ?? nodes.set(point, nodes.size + 1).size;
  const wayTexts = ways.map(({ points }, i) => {
    const refs = points.split(', ').map((point) => `<nd ref="${idOf(point)}"/>`);
    return `<way id="${i + 1}">${refs.join('')}</way>`;
  });
  const nodeTexts = [...nodes].map(([point, id]) => {
    const [x, y] = point.split(' ').map(Number) as [number, number];
    return `<node id="${id}" lon="${(13 + x / 1e4).toFixed(4)}" lat="${(53 + y / 1e4).toFixed(4)}"/>`;
  });
  const members = ways.map(({ role }, i) => `<member type="way" ref="${i + 1}" role="${role}"/>`);
  const relation = `<relation id="1">${members.join('')}<tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>`;
  return collectAreas(modelOfText(`<osm>${nodeTexts.join('')}${wayTexts.join('')}${relation}</osm>`));
}

describe('multipolygons', () => {
  it('are put together whatever the order and direction of their ways', () => {
    const { areas } = multipolygon(
      { role: 'outer', points: '9 9, 9 0' },
      { role: 'outer', points: '0 0, 0 9' },
      { role: 'outer', points: '0 0, 9 0' },
      { role: 'outer', points: '9 9, 0 9' },
    );
    expect(sizeOf(areas[0]!.geometry)).toBe(81);
    expect(areas[0]!.isComplete).toBe(true);
  });

  it('have their holes by geometry, not by role', () => {
    const { areas } = multipolygon(
      { role: 'inner', points: '0 0, 9 0, 9 9, 0 9, 0 0' },
      { role: 'outer', points: '3 3, 6 3, 6 6, 3 6, 3 3' },
    );
    expect(ringsOf(areas[0]!.geometry)).toEqual([2]);
    expect(sizeOf(areas[0]!.geometry)).toBe(81 - 9);
  });

  it('may have an island in a hole', () => {
    const { areas } = multipolygon(
      { role: 'outer', points: '0 0, 9 0, 9 9, 0 9, 0 0' },
      { role: 'inner', points: '1 1, 8 1, 8 8, 1 8, 1 1' },
      { role: 'outer', points: '3 3, 6 3, 6 6, 3 6, 3 3' },
    );
    expect(ringsOf(areas[0]!.geometry).sort()).toEqual([1, 2]);
    expect(sizeOf(areas[0]!.geometry)).toBe(81 - 49 + 9);
  });

  it('may have rings that touch in a node', () => {
    const { areas } = multipolygon(
      { role: 'outer', points: '0 0, 4 0, 4 4, 0 4, 0 0' },
      { role: 'outer', points: '4 4, 8 4, 8 8, 4 8, 4 4' },
      { role: 'inner', points: '1 1, 2 1, 2 2, 1 1' },
    );
    expect(ringsOf(areas[0]!.geometry).sort()).toEqual([1, 2]);
    expect(sizeOf(areas[0]!.geometry)).toBe(16 + 16 - 0.5);
  });

  it('lose an edge that two parts share', () => {
    const { areas } = multipolygon(
      { role: 'outer', points: '0 0, 4 0, 4 4, 0 4, 0 0' },
      { role: 'outer', points: '4 0, 8 0, 8 4, 4 4, 4 0' },
    );
    expect(ringsOf(areas[0]!.geometry)).toEqual([1]);
    expect(sizeOf(areas[0]!.geometry)).toBe(32);
  });

  it('are taken apart where one way visits a node twice', () => {
    const { areas } = multipolygon({ role: 'outer', points: '0 0, 4 4, 8 0, 8 8, 4 4, 0 8, 0 0' });
    expect(ringsOf(areas[0]!.geometry)).toEqual([1, 1]);
    expect(sizeOf(areas[0]!.geometry)).toBe(16 + 16);
  });

  it('turn outer rings counter-clockwise and holes clockwise', () => {
    const { areas } = multipolygon(
      { role: 'outer', points: '0 0, 0 9, 9 9, 9 0, 0 0' },
      { role: 'inner', points: '3 3, 6 3, 6 6, 3 6, 3 3' },
    );
    const [rings] = polygonsOf(areas[0]!.geometry);
    const clockwise = (ring: readonly (readonly number[])[]) =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + (x! - ring[i]![0]!) * (y! + ring[i]![1]! - 106), 0) > 0;
    expect(rings!.map(clockwise)).toEqual([false, true]);
  });

  it('with a gap keep what closes, are called incomplete and are told', () => {
    const { areas, notes } = multipolygon(
      { role: 'outer', points: '0 0, 4 0, 4 4, 0 4, 0 0' },
      { role: 'outer', points: '6 0, 9 0, 9 4' },
      { role: 'inner', points: '7 1, 8 1, 8 2, 7 1' },
    );
    // The small ring is a hole whose outer ring does not close, so it is no area.
    expect(sizeOf(areas[0]!.geometry)).toBe(16);
    expect(areas[0]!.isComplete).toBe(false);
    expect(noteOf(notes, 'osm.relations-partial')?.params).toEqual({ ids: 'r1' });
  });

  it('of which nothing closes are left out and told', () => {
    const { areas, notes } = multipolygon({ role: 'outer', points: '6 0, 9 0, 9 4' });
    expect(areas).toEqual([]);
    expect(noteOf(notes, 'osm.relations-unclosed')).toMatchObject({ count: 1, params: { ids: 'r1' } });
  });
});

describe("JOSM's multipolygon torture file", () => {
  const file = 'awkward/josm_multipolygon.osm';

  itWith(file)('gives the areas that JOSM calls right, with their rings', () => {
    const { areas } = collectAreas(modelOf(sharedBytes(file)));
    const rings = Object.fromEntries(areas.map(({ tags, geometry }) => [tags.name, ringsOf(geometry).sort()]));
    expect(rings).toMatchObject({
      'Example 1 (01)': [2],
      'Example 2 (01)': [3],
      'Example 3 (01)': [2],
      'Example 4 (01)': [1, 1],
      'Example 5 (01)': [2, 2],
      'Example 6 (01)': [1, 2, 4],
      'Example 7 (01)': [1, 2],
      'Example 8 (01)': [2, 2],

      '06/08 - One outer way with empty role': [1],
      '06/09 - Duplicate outer members with same role': [3],
      '07/01 - Inner/Outer reversed': [2],
      '08/02 -touching outer (single node)': [1, 1],
      '08/04 - nested outer shares nodes with inner': [1, 2],
      '08/05 touching inner': [2],
      '08/07 - u-shape inner filled with other inner, sharing all nodes with it': [2],
    });
  });

  itWith(file)('tells what does not close and what had to be repaired', () => {
    const { notes } = collectAreas(modelOf(sharedBytes(file)));
    // 06/01 unclosed outer; 06/02 unclosed inner ways, 07/04 lacks a part: see the file.
    expect(noteOf(notes, 'osm.relations-unclosed')?.params).toMatchObject({ ids: expect.stringContaining('r-42113') });
    expect(noteOf(notes, 'osm.relations-partial')?.params).toMatchObject({ ids: expect.stringContaining('r-42039') });
    expect(noteOf(notes, 'osm.areas-repaired')?.params).toMatchObject({ ids: expect.stringContaining('r-42137') });
  });
});
