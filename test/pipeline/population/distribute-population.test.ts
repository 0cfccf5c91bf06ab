import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PopulationInput } from '../../../src/pipeline/population/population-input.ts';
import { areaContains } from '../../../src/shared/geometry/side-of-area.ts';
import { problemOf } from '../tables/table-sources.ts';
import { at, box, cell, distribute, district, figures, grid, house, ORIGIN, sumOf } from './metric-city.ts';

const CHILDREN = { from: 0, to: 18 };
const ADULTS = { from: 18, to: null };
const bands = [CHILDREN, ADULTS];
const west = district('d:west', box(0, 0, 500, 500));
const east = district('d:east', box(500, 0, 1000, 500));
const districts = [west, east];
const counts = [
  { district: 'd:west', total: 100, persons: [20, 80] },
  { district: 'd:east', total: 40, persons: [30, 10] },
];

describe('people of districts over a grid of 100 m', () => {
  const cells = [cell(0, 0, 10), cell(100, 0, 30), cell(500, 0, 7), cell(900, 400, 1)];

  it('are split by the totals of the cells, with the age shares of their district', () => {
    const { points, bands: found, demandGrid, codes } = distribute({ bands, districts, counts, grid: grid(cells) });
    expect(figures(points)).toEqual({
      '0,0': [25, 5, 20],
      '100,0': [75, 15, 60],
      '500,0': [35, 26.25, 8.75],
      '900,400': [5, 3.75, 1.25],
    });
    expect(found).toBe(bands);
    expect(demandGrid).toEqual({ epsg: 3035, cellMeters: 100 });
    expect(codes).toEqual(['population.spread-by-grid', 'population.grid-scaled']);
  });

  it('have the id of the cell, its centre, their districts and the grade estimated', () => {
    const { points } = distribute({ bands, districts, counts, grid: grid(cells) });
    expect(points[0]).toEqual({
      id: `zensus:CRS3035RES100mN${ORIGIN.y}E${ORIGIN.x}`,
      position: at(50, 50),
      districts: ['d:west'],
      total: 25,
      persons: [5, 20],
      outside: false,
      grade: 'estimated',
    });
  });

  it('belong to the district of the cell’s centre where a border cuts the cell', () => {
    const cut = [district('d:west', box(0, 0, 540, 500)), district('d:east', box(540, 0, 1000, 500))];
    const { points } = distribute({ bands, districts: cut, counts, grid: grid([cell(0, 0, 10), cell(500, 0, 7)]) });
    expect(points.map((point) => point.districts)).toEqual([['d:west'], ['d:east']]);
    expect(figures(points)).toEqual({ '0,0': [100, 20, 80], '500,0': [40, 30, 10] });
  });

  it('keep suppressed cells without figures; the others hold the whole count', () => {
    const { points, notes } = distribute({
      bands,
      districts,
      counts,
      grid: grid([cell(0, 0, 10), cell(100, 0, null), cell(500, 0, 7)]),
    });
    expect(figures(points)).toEqual({ '0,0': [100, 20, 80], '100,0': [null, null, null], '500,0': [40, 30, 10] });
    expect(notes.at(-1)).toEqual({ severity: 'info', code: 'population.cells-suppressed', params: {}, count: 1 });
  });

  it('are spread evenly, assumed and named, in a district with people and no cell', () => {
    const { points, notes } = distribute({ bands, districts, counts, grid: grid([cell(0, 0, 10)]) });
    const ofEast = points.filter((point) => point.districts[0] === 'd:east');
    expect(ofEast.length).toBe(25);
    expect(ofEast.every((point) => point.grade === 'assumed' && point.total === 40 / 25)).toBe(true);
    expect(ofEast[0]?.id).toBe(`cell:3035-${ORIGIN.x + 500}-${ORIGIN.y}`);
    expect(notes).toContainEqual({
      severity: 'warning',
      code: 'population.districts-spread-evenly',
      params: { districts: 'd:east', persons: 40 },
      count: 1,
    });
  });

  it('keep the grid’s totals, without ages, in a district without counts', () => {
    const { points, notes } = distribute({ bands, districts, counts: [counts[0]!], grid: grid(cells) });
    expect(figures(points)).toMatchObject({ '500,0': [7, null, null], '900,400': [1, null, null] });
    expect(notes).toContainEqual({
      severity: 'warning',
      code: 'population.districts-unscaled',
      params: { districts: 'd:east' },
      count: 1,
    });
  });

  it('get nobody in a district whose official count is 0', () => {
    const none = { district: 'd:east', total: 0, persons: [0, 0] };
    const { points } = distribute({ bands, districts, counts: [counts[0]!, none], grid: grid(cells) });
    expect(figures(points)).toMatchObject({ '500,0': [0, 0, 0], '900,400': [0, 0, 0] });
    const { points: without } = distribute({
      bands,
      districts,
      counts: [counts[0]!, none],
      grid: grid([cell(0, 0, 1)]),
    });
    expect(Object.keys(figures(without))).toEqual(['0,0']);
  });

  it('are kept around the city with their total, without ages, and counted beyond that', () => {
    const around = box(-400, 0, 1400, 500);
    const { points, notes } = distribute({
      bands,
      districts,
      counts,
      grid: grid([...cells, cell(-100, 0, 9), cell(2000, 0, 8), cell(-200, 0, null)]),
      isKept: (position) => areaContains(around, position),
    });
    const outside = points.filter((point) => point.outside);
    expect(figures(outside)).toEqual({ '-100,0': [9, null, null], '-200,0': [null, null, null] });
    expect(outside.map((point) => [point.districts, point.grade])).toEqual([
      [[null], 'official'],
      [[null], 'official'],
    ]);
    expect(notes).toContainEqual({
      severity: 'info',
      code: 'population.cells-outside',
      params: { persons: 9 },
      count: 2,
    });
    expect(notes).toContainEqual({
      severity: 'info',
      code: 'population.cells-beyond',
      params: { persons: 8 },
      count: 1,
    });
  });

  it('follow the grid’s own age groups where it has them', () => {
    const withGroups = [
      cell(0, 0, 20, { '0-18': 8, '18-': 12 }),
      cell(100, 0, 20, { '0-18': 2, '18-': 18 }),
      cell(500, 0, 7, { '0-18': 7, '18-': 0 }),
    ];
    const { points, codes } = distribute({ bands, districts, counts, grid: grid(withGroups) });
    // West: 20 children by 8 : 2, 80 adults by 12 : 18.
    expect(figures(points)).toMatchObject({ '0,0': [16 + 32, 16, 32], '100,0': [4 + 48, 4, 48] });
    expect(codes).not.toContain('population.grid-groups-unused');
  });

  it('do not follow groups that hold no band of the city, and say so', () => {
    const odd = [cell(0, 0, 20, { '5-12': 3 }), cell(500, 0, 7)];
    const { notes } = distribute({ bands, districts, counts, grid: grid(odd) });
    expect(notes).toContainEqual({
      severity: 'info',
      code: 'population.grid-groups-unused',
      params: { found: '5-12' },
    });
  });
});

describe('people of nested districts', () => {
  const parts = [
    district('s:1', box(0, 0, 500, 500), 1),
    district('s:11', box(0, 0, 200, 500), 2, 's:1'),
    district('s:12', box(200, 0, 500, 500), 2, 's:1'),
  ];
  const cells = grid([cell(0, 0, 1), cell(300, 0, 3)]);

  it('carry the ids of all levels and keep the counts of the finer one', () => {
    const fine = [
      { district: 's:11', total: 5, persons: [] },
      { district: 's:12', total: 6, persons: [] },
    ];
    const { points } = distribute({ districts: parts, counts: fine, grid: cells });
    expect(points.map((point) => [point.districts, point.total])).toEqual([
      [['s:1', 's:11'], 5],
      [['s:1', 's:12'], 6],
    ]);
  });

  it('may be counted on the coarser level only', () => {
    const { points } = distribute({
      districts: parts,
      counts: [{ district: 's:1', total: 8, persons: [] }],
      grid: cells,
    });
    expect(points.map((point) => [point.districts, point.total])).toEqual([
      [['s:1', 's:11'], 2],
      [['s:1', 's:12'], 6],
    ]);
  });

  it('are refused where counts of two levels are mixed', () => {
    const mixed = [
      { district: 's:1', total: 8, persons: [] },
      { district: 's:12', total: 6, persons: [] },
    ];
    expect(problemOf(() => distribute({ districts: parts, counts: mixed, grid: cells }))).toEqual({
      code: 'population.levels-mixed',
      params: { levels: '1, 2' },
    });
  });

  it('get one point where a district is too small for the centre of a cell', () => {
    const tiny = [district('t:big', box(0, 0, 500, 500)), district('t:tiny', box(510, 0, 530, 20))];
    const both = [
      { district: 't:big', total: 5, persons: [] },
      { district: 't:tiny', total: 3, persons: [] },
    ];
    const { points } = distribute({ districts: tiny, counts: both, grid: cells });
    const point = points.find(({ id }) => id === 'district:t:tiny');
    expect(point).toMatchObject({ districts: ['t:tiny'], total: 3, grade: 'assumed' });
    expect(areaContains(tiny[1]!.geometry, point?.position ?? [])).toBe(true);
  });
});

describe('people of districts without a grid', () => {
  it('are spread by floor area: 100 m² on three floors against 100 m² on one', () => {
    const buildings = [
      house(10, 10, 10, 10, { levels: 3 }),
      house(110, 10, 10, 10, { levels: 1 }),
      house(510, 10, 9, 9),
    ];
    const { points, notes, demandGrid } = distribute({ bands, districts, counts, buildings });
    const [first, second, third] = points;
    expect(Object.keys(figures(points))).toEqual(['0,0', '100,0', '500,0']);
    expect(first?.total).toBeCloseTo(75, 0);
    expect(second?.total).toBeCloseTo(25, 0);
    expect(sumOf([first!.total, second!.total])).toBe(100);
    expect(sumOf([first!.persons[0]!, second!.persons[0]!])).toBe(20);
    expect([third?.total, third?.persons]).toEqual([40, [30, 10]]);
    expect(points.every((point) => point.grade === 'estimated')).toBe(true);
    expect(demandGrid).toEqual({ epsg: 3035, cellMeters: 100 });
    expect(notes[0]).toEqual({
      severity: 'info',
      code: 'population.spread-by-buildings',
      params: { districts: 2, buildings: 3, withLevels: 2 },
      count: 3,
    });
  });

  it('are spread over residential land where there are no buildings', () => {
    const { points, codes } = distribute({
      districts,
      counts: counts.map((count) => ({ ...count, persons: [] })),
      residentialAreas: [box(0, 0, 100, 100), box(100, 0, 200, 60), box(600, 100, 700, 200)],
    });
    // 25 and 15 of 25 sample points: 100 × 25/40 and 100 × 15/40.
    expect(figures(points)).toEqual({ '0,0': [62.5], '100,0': [37.5], '600,100': [40] });
    expect(codes).toEqual(['population.spread-by-land']);
  });

  it('are spread evenly over their district where there is nothing else, and that is assumed', () => {
    const { points, notes } = distribute({ bands, districts, counts });
    expect(points.length).toBe(50);
    expect(figures(points)['0,0']).toEqual([100 / 25, 20 / 25, 80 / 25]);
    expect(points.every((point) => point.grade === 'assumed')).toBe(true);
    expect(notes).toEqual([
      { severity: 'warning', code: 'population.spread-evenly', params: { persons: 140 }, count: 2 },
    ]);
  });

  it('stay missing where the counts are, in the cells that have buildings', () => {
    const unknown = { district: 'd:east', total: null, persons: [null, null] };
    const buildings = [house(10, 10, 10, 10), house(510, 10, 9, 9)];
    const { points } = distribute({ bands, districts, counts: [counts[0]!, unknown], buildings });
    expect(figures(points)).toEqual({ '0,0': [100, 20, 80], '500,0': [null, null, null] });
  });
});

describe('people of a grid alone', () => {
  it('stay as delivered, with the groups where they are contiguous', () => {
    const cells = [cell(0, 0, 10, { '0-18': 4, '18-': 6 }), cell(100, 0, 30, { '0-18': null, '18-': 25 })];
    const { points, bands: found } = distribute({ grid: grid(cells) });
    expect(found).toEqual(bands);
    expect(figures(points)).toEqual({ '0,0': [10, 4, 6], '100,0': [30, null, 25] });
    expect(points.map(({ grade, districts: ids }) => [grade, ids])).toEqual([
      ['official', []],
      ['official', []],
    ]);
  });

  it('keep only their total where the groups leave gaps', () => {
    const { points, bands: found, codes } = distribute({ grid: grid([cell(0, 0, 10, { '0-10': 4, '80-': 1 })]) });
    expect(found).toEqual([]);
    expect(figures(points)).toEqual({ '0,0': [10] });
    expect(codes).toContain('population.grid-groups-unused');
  });

  it('are not taken from a grid that has groups with gaps and no totals', () => {
    const { points, notes } = distribute({ grid: grid([cell(0, 0, null, { '0-10': 4, '80-': 1 })]) });
    expect(points).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['population.grid-without-totals', 'population.none']);
    expect(notes[0]).toMatchObject({ params: { found: '0-10, 80-' }, count: 1 });
  });

  it('are summed where the groups hold every age', () => {
    const { points } = distribute({
      grid: grid([cell(0, 0, null, { '0-18': 4, '18-': 6 }), cell(100, 0, null, { '0-18': 4 })]),
    });
    expect(figures(points)).toEqual({ '0,0': [10, 4, 6], '100,0': [null, 4, null] });
  });
});

describe('people of cells of 1 km', () => {
  const kilometre = (x: number, y: number, total: number | null, groups = {}) => cell(x, y, total, groups, 1000);

  it('are spread over the buildings in each cell, to the person', () => {
    const buildings = [house(10, 10, 10, 10), house(110, 10, 10, 20), house(950, 950, 40, 40), house(1010, 10, 5, 5)];
    const { points, notes } = distribute({
      grid: grid([kilometre(0, 0, 190), kilometre(1000, 0, 7)], 1000),
      buildings,
    });
    expect(Object.keys(figures(points))).toEqual(['0,0', '100,0', '900,900', '1000,0']);
    const inFirst = points.filter(({ id }) => !id.includes(`-${ORIGIN.x + 1000}-`));
    expect(sumOf(inFirst.map(({ total }) => total))).toBe(190);
    expect(inFirst.map(({ total }) => Math.round(total!))).toEqual([10, 20, 160]);
    expect(figures(points)['1000,0']).toEqual([7]);
    expect(points.every(({ grade }) => grade === 'estimated')).toBe(true);
    expect(notes[0]).toEqual({ severity: 'info', code: 'population.coarse-grid-alone', params: {}, count: 4 });
  });

  it('are spread evenly, assumed, over a cell without buildings', () => {
    const { points, notes } = distribute({
      grid: grid([kilometre(0, 0, 50)], 1000),
      buildings: [house(-50, 10, 5, 5)],
    });
    expect(points.length).toBe(100);
    expect(points.every(({ total, grade }) => total === 0.5 && grade === 'assumed')).toBe(true);
    expect(notes).toContainEqual({
      severity: 'warning',
      code: 'population.cells-spread-evenly',
      params: { persons: 50 },
      count: 1,
    });
  });

  it('count as inside with the whole cell, by its centre', () => {
    const area = box(-2000, -2000, 600, 2000);
    const { points } = distribute({
      grid: grid([kilometre(0, 0, 100), kilometre(1000, 0, 30)], 1000),
      buildings: [house(110, 10, 9, 9), house(910, 10, 9, 9), house(1010, 10, 9, 9)],
      isInside: (position) => areaContains(area, position),
    });
    expect(sumOf(points.filter(({ outside }) => !outside).map(({ total }) => total))).toBe(100);
    expect(figures(points.filter(({ outside }) => outside))).toEqual({ '1000,0': [30] });
  });

  it('keep suppressed cells without figures where houses stand, and count the others', () => {
    const { points, notes } = distribute({
      grid: grid([kilometre(0, 0, null), kilometre(1000, 0, null), kilometre(2000, 0, 5)], 1000),
      buildings: [house(110, 10, 9, 9), house(2010, 10, 9, 9)],
    });
    expect(figures(points)).toEqual({ '100,0': [null], '2000,0': [5] });
    expect(notes).toContainEqual({ severity: 'warning', code: 'population.cells-lost', params: {}, count: 1 });
  });

  it('bring their age groups along', () => {
    const { points, bands: found } = distribute({
      grid: grid([kilometre(0, 0, 10, { '0-18': 4, '18-': 6 })], 1000),
      buildings: [house(110, 10, 9, 9), house(310, 10, 9, 9)],
    });
    expect(found).toEqual(bands);
    expect(sumOf(points.map(({ persons }) => persons[0]!))).toBe(4);
    expect(points.every(({ total, persons }) => sumOf(persons) === total)).toBe(true);
  });

  it('are scaled to the counts of districts where there are any', () => {
    const { points, codes } = distribute({
      bands,
      districts,
      counts,
      grid: grid([kilometre(0, 0, 300)], 1000),
      buildings: [house(110, 10, 9, 9), house(310, 10, 9, 9), house(610, 10, 9, 9)],
    });
    for (const { district: id, total, persons } of counts) {
      const own = points.filter((point) => point.districts[0] === id);
      expect(sumOf(own.map((point) => point.total))).toBe(total);
      expect(persons.map((_, i) => sumOf(own.map((point) => point.persons[i]!)))).toEqual(persons);
    }
    expect(codes[0]).toBe('population.spread-by-coarse-grid');
  });
});

describe('any city', () => {
  const side = 10;
  const tiles = Array.from({ length: 4 }, (_, i) =>
    district(`d:${i}`, box((i % 2) * 500, Math.floor(i / 2) * 500, (i % 2) * 500 + 500, Math.floor(i / 2) * 500 + 500)),
  );
  const persons = fc.integer({ min: 0, max: 50_000 }).map((thousandths) => thousandths / 1000);
  const city = fc.record({
    counts: fc.tuple(...tiles.map(() => fc.record({ rest: persons, bands: fc.tuple(persons, persons) }))),
    totals: fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { minLength: side * side, maxLength: side * side }),
    way: fc.constantFrom('grid', 'buildings', 'buildings and land', 'nothing'),
    shuffle: fc.infiniteStream(fc.nat()),
  });

  function inputOf(drawn: typeof city extends fc.Arbitrary<infer T> ? T : never): Partial<PopulationInput> {
    const places = drawn.totals.map((total, i) => ({ x: (i % side) * 100, y: Math.floor(i / side) * 100, total }));
    return {
      bands,
      districts: tiles,
      counts: tiles.map(({ id }, i) => {
        const { rest, bands: own } = drawn.counts[i]!;
        return { district: id, total: sumOf([rest, ...own]), persons: own };
      }),
      grid: drawn.way === 'grid' ? grid(places.map(({ x, y, total }) => cell(x, y, total))) : null,
      buildings: drawn.way.startsWith('buildings')
        ? places.flatMap(({ x, y, total }) => (total ? [house(x + 20, y + 20, 9, total / 5)] : []))
        : [],
      residentialAreas: drawn.way === 'buildings and land' ? [box(0, 0, 300, 700), box(600, 0, 660, 60)] : [],
      businessAreas: drawn.way === 'buildings and land' ? [box(0, 0, 500, 500), box(700, 600, 950, 900)] : [],
    };
  }

  function shuffled<T>(items: readonly T[], numbers: Iterator<number>): T[] {
    return items
      .map((item) => ({ item, order: numbers.next().value as number }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }

  it('keeps every count of every district to the thousandth, in any order of its input', () => {
    fc.assert(
      fc.property(city, (drawn) => {
        const input = inputOf(drawn);
        const result = distribute(input);
        for (const count of input.counts!) {
          const own = result.points.filter((point) => point.districts[0] === count.district);
          expect(sumOf(own.map(({ total }) => total))).toBe(count.total);
          count.persons.forEach((expected, i) => {
            expect(sumOf(own.map((point) => point.persons[i]!))).toBe(expected);
          });
          for (const { total, persons: parts } of own) expect(total === null || sumOf(parts) <= total).toBe(true);
        }
        expect(new Set(result.points.map(({ id }) => id)).size).toBe(result.points.length);
        const numbers = drawn.shuffle[Symbol.iterator]() as Iterator<number>;
        const again = distribute({
          ...input,
          counts: shuffled(input.counts!, numbers),
          districts: shuffled(input.districts!, numbers),
          grid: input.grid ? grid(shuffled(input.grid.cells, numbers)) : null,
          buildings: shuffled(input.buildings!, numbers),
        });
        expect(again).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });
});
