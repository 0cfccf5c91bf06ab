import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../../src/questions/gaps/gap-request.ts';
import type { CatchmentProposal } from '../../../src/questions/measures/measure-calls.ts';
import { proposeCatchment } from '../../../src/questions/measures/propose-catchment.ts';
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
function prepared(places: number | null, catchment: CatchmentProposal['area'] | null = null) {
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

describe('a proposed Schulbezirk', () => {
  it('takes the nearest cells until the places are taken, and says who gives up how many', () => {
    const proposal = proposeCatchment(prepared(3.5 * ofCell), indicator, request, 'n')!;
    expect(proposal.cells).toBe(3);
    expect(proposal.pupils).toBeCloseTo(3 * ofCell, 6);
    const covered = [...town.population.keys()].filter((i) =>
      areaContains(proposal.area, town.population[i]!.position),
    );
    expect(covered).toEqual([7, 8, 9]);
    expect(proposal.schools).toEqual([
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
    expect(proposeCatchment(prepared(null), indicator, request, 'n')!.cells).toBe(5);
  });

  it('is one outline where cells touch', () => {
    const { area } = proposeCatchment(prepared(3.5 * ofCell), indicator, request, 'n')!;
    expect(area.type).toBe('MultiPolygon');
    expect(area.coordinates.length).toBe(1);
  });

  it('once taken lies over the by-law: its children are the new school’s, the others stay', () => {
    const { area } = proposeCatchment(prepared(3.5 * ofCell), indicator, request, 'n')!;
    const before = rowsOf(prepared(3.5 * ofCell));
    expect(before.get('n')!.demand).toBe(0);
    const after = rowsOf(prepared(3.5 * ofCell, area));
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
    const proposal = proposeCatchment(createPlanModels(ring).prepareOnce(plan, 'a', 'all'), indicator, request, 'n')!;
    expect(proposal.cells).toBe(9);
    expect(proposal.pupils).toBeCloseTo(8 * ofCell, 6);
    expect(proposal.area.coordinates.map((rings) => rings.length)).toEqual([1]);
  });

  it('is none for a school that is not there', () => {
    expect(proposeCatchment(prepared(50), indicator, request, 'anders')).toBe(null);
  });
});
