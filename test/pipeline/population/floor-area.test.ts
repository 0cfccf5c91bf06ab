import { describe, expect, it } from 'vitest';
import { createCellFrame } from '../../../src/pipeline/population/cell-frame.ts';
import { floorAreaByCell } from '../../../src/pipeline/population/floor-area.ts';
import { landAreaByCell } from '../../../src/pipeline/population/land-area.ts';
import { box, EPSG, house, ORIGIN } from './metric-city.ts';

const frame = createCellFrame(EPSG);
const short = (places: readonly { column: number; row: number; weight: number }[]) =>
  places.map(({ column, row, weight }) => [column * 100 - ORIGIN.x, row * 100 - ORIGIN.y, weight]);

/** The stored corners are rounded to 1 cm, so 100 m² may be off by 0.3 m². */
function expectSquareMeters(
  places: ReturnType<typeof floorAreaByCell>,
  expected: readonly (readonly [number, number, number])[],
) {
  expect(short(places).map(([x, y]) => [x, y])).toEqual(expected.map(([x, y]) => [x, y]));
  expected.forEach(([, , squareMeters], i) => {
    expect(Math.abs((places[i]?.weight as number) / 100 - squareMeters)).toBeLessThan(squareMeters * 0.005);
  });
}

describe('floor area by cell', () => {
  it('is footprint × levels, the footprint alone where levels are unknown', () => {
    const buildings = [
      house(10, 10, 10, 10, { levels: 3 }),
      house(50, 50, 20, 10),
      house(110, 10, 10, 10, { levels: 0 }),
    ];
    expectSquareMeters(floorAreaByCell(buildings, frame), [
      [0, 0, 10 * 10 * 3 + 20 * 10],
      [100, 0, 10 * 10],
    ]);
  });

  it('counts a building whole in the cell of its centroid', () => {
    expectSquareMeters(floorAreaByCell([house(60, 90, 50, 30)], frame), [[0, 100, 50 * 30]]);
  });

  it('takes courtyards out', () => {
    const outer = box(10, 10, 50, 50);
    const hole = box(20, 20, 40, 40);
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [...outer.coordinates, ...hole.coordinates] as number[][][],
    };
    expectSquareMeters(floorAreaByCell([{ geometry, levels: null, residential: null }], frame), [
      [0, 0, 40 * 40 - 20 * 20],
    ]);
  });

  it('does not depend on the order of the buildings', () => {
    const buildings = Array.from({ length: 30 }, (_, i) =>
      house(i * 17.3, i * 11.9, 7 + (i % 5) * 1.3, 9.1, { levels: i % 4 }),
    );
    expect(floorAreaByCell([...buildings].reverse(), frame)).toEqual(floorAreaByCell(buildings, frame));
  });
});

describe('land by cell', () => {
  it('is counted in 25ths: 40 m of 100 m are two of five columns', () => {
    expect(short(landAreaByCell([box(0, 0, 40, 100)], frame))).toEqual([[0, 0, 10]]);
  });

  it('counts once what two areas cover', () => {
    expect(short(landAreaByCell([box(0, 0, 200, 100), box(100, 0, 200, 60)], frame))).toEqual([
      [0, 0, 25],
      [100, 0, 25],
    ]);
  });
});
