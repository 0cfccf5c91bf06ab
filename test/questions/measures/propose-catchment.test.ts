import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../../src/questions/gaps/gap-request.ts';
import { createCellGeometry } from '../../../src/questions/measures/catchment-cells.ts';
import { figuresOfCells } from '../../../src/questions/measures/catchment-figures.ts';
import { catchmentGrid } from '../../../src/questions/measures/catchment-grid.ts';
import { proposeCatchment } from '../../../src/questions/measures/propose-catchment.ts';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { areaContains } from '../../../src/shared/geometry/side-of-area.ts';
import { createPlanModels } from '../../../src/worker/plan-models.ts';
import { at, house, offer, rectangle } from '../../fixtures/tiny-city.ts';
import { measure, smallPlan } from '../../plan/plan-fixtures.ts';
import { pointOf, townOf } from '../gap-map/small-town.ts';

const old = house('alt', 'Alte Schule', 50, 50, [offer('grundschule', 100)]);
const indicator = DEFAULT_CATALOGUE.find(({ service }) => service === 'grundschule')!;

/** Ten cells along a street, 50 m to 950 m, ten children of every band in each; the old school stands at its western end. */
const town = townOf(
  Array.from({ length: 10 }, (_, i) => pointOf(50 + 100 * i, 50, 10)),
  [old],
  {
    catchments: [
      {
        id: 'bezirk',
        service: 'grundschule',
        houseId: old.id,
        name: null,
        validFrom: null,
        validTo: null,
        geometry: rectangle(0, 0, 1000, 1000),
      },
    ],
  },
);
const models = createPlanModels(town);
const request: GapRequest = {
  service: 'grundschule',
  year: town.identity.years[0]!,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  limitMeters: null,
  profile: 'all',
  scenarioId: 'a',
};

/** The town with a new school at the eastern end. */
function prepared(places: number | null, catchment: Area | null = null) {
  const plan = smallPlan();
  const position = [...at(950, 50)] as [number, number];
  const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: places, groups: null }];
  const fields = { position, from: null, ...(catchment === null ? {} : { catchment }) };
  addMeasure(plan, { measure: measure('n', fields as never), offers });
  return models.prepareOnce(plan, 'a', 'all');
}

const rowsOf = ({ model, reach }: ReturnType<typeof prepared>) =>
  new Map(computeGaps(model, reach, indicator, request).catchments!.rows.map((row) => [row.houseId, row]));

/** What one cell asks for: the eldest two bands are cut by age, so it is asked, not counted. */
const ofCell = rowsOf(prepared(50)).get(old.id)!.demand! / 10;

const grid = catchmentGrid(town)!;
const geometry = createCellGeometry(grid);
const propose = (places: number | null) => proposeCatchment(prepared(places), indicator, request, 'n')!;
/** Cells of the street, numbered from the west. */
const cellsOfStreet = (...columns: number[]) =>
  new Set(columns.map((column) => geometry.cellAt(at(50 + 100 * column, 50))));
const areaOf = (...columns: number[]) => geometry.areaOf(cellsOfStreet(...columns))!;

describe('a proposed Schulbezirk', () => {
  it('takes the nearest cells until the places are taken, and says who gives up how many', () => {
    const demand = propose(3.5 * ofCell);
    expect(new Set(demand.proposal)).toEqual(cellsOfStreet(7, 8, 9));
    const figures = figuresOfCells(demand, new Set(demand.proposal));
    expect(figures.pupils).toBeCloseTo(3 * ofCell, 6);
    expect(figures.zuege).toBeCloseTo((3 * ofCell) / 100, 6);
    expect(figures.balance).toBeCloseTo(0.5 * ofCell, 6);
    expect(figures.withoutSchool).toBe(0);
    const area = geometry.areaOf(new Set(demand.proposal))!;
    const covered = [...town.population.keys()].filter((i) => areaContains(area, town.population[i]!.position));
    expect(covered).toEqual([7, 8, 9]);
    expect(figures.schools).toEqual([
      {
        id: old.id,
        name: 'Alte Schule',
        before: expect.closeTo(10 * ofCell),
        after: expect.closeTo(7 * ofCell),
        capacity: 100,
      },
    ]);
  });

  it('goes no farther than half the way to the next school, however many places there are', () => {
    // The fifth and the sixth cell, 450 m and 550 m, lie nearer to the old and to the new school.
    expect(propose(null).proposal.length).toBe(5);
  });

  it('stays in one piece: it crosses a strip where nobody lives, but no wider one', () => {
    const streetOf = (...columns: number[]) => {
      const plan = smallPlan();
      const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: null, groups: null }];
      addMeasure(plan, {
        measure: measure('n', { position: [...at(950, 50)] as [number, number], from: null }),
        offers,
      });
      const peopled = { ...town, population: columns.map((column) => pointOf(50 + 100 * column, 50, 10)) };
      const found = proposeCatchment(createPlanModels(peopled).prepareOnce(plan, 'a', 'all'), indicator, request, 'n')!;
      return [...found.proposal].map((cell) => cell % 10);
    };
    // Two empty cells, 6 and 7, are crossed and belong to it; three, 6 to 8, are not.
    expect(streetOf(0, 5, 8, 9)).toEqual([5, 6, 7, 8, 9]);
    expect(streetOf(0, 5, 9)).toEqual([9]);
  });

  it('once taken lies over the by-law: its children are the new school’s, the others stay', () => {
    const before = rowsOf(prepared(3.5 * ofCell));
    expect(before.get('n')!.demand).toBe(0);
    const after = rowsOf(prepared(3.5 * ofCell, areaOf(7, 8, 9)));
    expect(after.get('n')!.demand).toBeCloseTo(3 * ofCell, 6);
    expect(after.get(old.id)!.demand).toBeCloseTo(7 * ofCell, 6);
  });

  it('takes in what it closes in: a park is in nobody else’s catchment', () => {
    // Nine cells around the new school; nobody lives in the one in the middle, where the school stands.
    const around = [750, 850, 950].flatMap((x) =>
      [250, 350, 450].map((y) => pointOf(x, y, x === 850 && y === 350 ? 0 : 10)),
    );
    const ring = { ...town, population: [pointOf(50, 50, 10), ...around.filter(({ total }) => total !== 0)] };
    const plan = smallPlan();
    const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: null, groups: null }];
    const position = [...at(850, 350)] as [number, number];
    addMeasure(plan, { measure: measure('n', { position, from: null }), offers });
    const demand = proposeCatchment(createPlanModels(ring).prepareOnce(plan, 'a', 'all'), indicator, request, 'n')!;
    expect(demand.proposal.length).toBe(9);
    const figures = figuresOfCells(demand, new Set(demand.proposal));
    expect(figures.pupils).toBeCloseTo(8 * ofCell, 6);
    const area = createCellGeometry(catchmentGrid(ring)!).areaOf(new Set(demand.proposal))!;
    expect(area.coordinates.map((rings) => rings.length)).toEqual([1]);
  });

  it('is none for a school that is not there', () => {
    expect(proposeCatchment(prepared(50), indicator, request, 'anders')).toBe(null);
  });
});

describe('a Schulbezirk changed by hand', () => {
  it('has the figures that the city has with it: one cell more, one less, a piece far away', () => {
    const demand = propose(3.5 * ofCell);
    for (const columns of [[6, 7, 8, 9], [8, 9], [1, 8, 9], [9]]) {
      const figures = figuresOfCells(demand, cellsOfStreet(...columns));
      const rows = rowsOf(prepared(3.5 * ofCell, areaOf(...columns)));
      expect(figures.pupils).toBeCloseTo(columns.length * ofCell, 6);
      expect(rows.get('n')!.demand).toBeCloseTo(figures.pupils!, 6);
      expect(rows.get('n')!.balance).toBeCloseTo(figures.balance!, 6);
      expect(rows.get('n')!.demandZuege).toBeCloseTo(figures.zuege!, 6);
      expect(rows.get(old.id)!.demand).toBeCloseTo(figures.schools[0]!.after!, 6);
    }
  });

  it('has them too where there are no Schulbezirke: nobody outside goes to the new school for being near', () => {
    const without = { ...town, catchments: [] };
    const states = createPlanModels(without);
    const stateWith = (catchment: Area | null) => {
      const plan = smallPlan();
      const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: 50, groups: null }];
      const position = [...at(950, 50)] as [number, number];
      addMeasure(plan, { measure: measure('n', { position, from: null, catchment } as never), offers });
      return states.prepareOnce(plan, 'a', 'all');
    };
    const demand = proposeCatchment(stateWith(null), indicator, request, 'n')!;
    const figures = figuresOfCells(demand, cellsOfStreet(8, 9));
    expect(figures.schools).toEqual([expect.objectContaining({ id: old.id, before: expect.closeTo(10 * ofCell) })]);
    const rows = rowsOf(stateWith(areaOf(8, 9)));
    expect(rows.get('n')!.demand).toBeCloseTo(2 * ofCell, 6);
    expect(rows.get(old.id)!.demand).toBeCloseTo(8 * ofCell, 6);
  });

  it('counts children whom no school has so far', () => {
    const half = { ...town.catchments[0]!, geometry: rectangle(0, 0, 500, 1000) };
    const plan = smallPlan();
    const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: 50, groups: null }];
    const position = [...at(950, 50)] as [number, number];
    addMeasure(plan, { measure: measure('n', { position, from: null }), offers });
    const state = createPlanModels({ ...town, catchments: [half] }).prepareOnce(plan, 'a', 'all');
    const figures = figuresOfCells(proposeCatchment(state, indicator, request, 'n')!, cellsOfStreet(4, 5, 6));
    // The fifth cell, 450 m, is the old school's; the sixth and seventh are in no catchment.
    expect(figures.withoutSchool).toBeCloseTo(2 * ofCell, 6);
    expect(figures.schools[0]!.before! - figures.schools[0]!.after!).toBeCloseTo(ofCell, 6);
  });

  it('says keine Angabe where nobody knows the children, never 0, and counts cells without figures beside a sum', () => {
    const blank = (...columns: number[]) => ({
      ...town,
      population: town.population.map((point, i) =>
        columns.includes(i) ? { ...point, persons: point.persons.map(() => null) } : point,
      ),
    });
    const of = (columns: number[]) => {
      const plan = smallPlan();
      const offers = [{ id: 'n-o', service: 'grundschule' as const, form: null, capacity: 50, groups: null }];
      addMeasure(plan, {
        measure: measure('n', { position: [...at(950, 50)] as [number, number], from: null }),
        offers,
      });
      const state = createPlanModels(blank(...columns)).prepareOnce(plan, 'a', 'all');
      return figuresOfCells(proposeCatchment(state, indicator, request, 'n')!, cellsOfStreet(7, 8, 9));
    };
    expect(of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({
      pupils: null,
      zuege: null,
      balance: null,
      withoutSchool: 0,
      unknown: 3,
      schools: [{ id: old.id, name: 'Alte Schule', capacity: 100, before: null, after: null }],
    });
    const one = of([8]);
    expect(one.unknown).toBe(1);
    expect(one.pupils).toBeCloseTo(2 * ofCell, 6);
    expect(one.schools[0]).toMatchObject({ before: expect.closeTo(9 * ofCell), after: expect.closeTo(7 * ofCell) });
  });
});
