import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { gapCells } from '../../../src/questions/gap-map/gap-cells.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { createDragPreview } from '../../../src/questions/measures/drag-preview.ts';
import { type LonLat, lonLat } from '../../../src/shared/coordinates.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { createPlanModels } from '../../../src/worker/plan-models.ts';
import { demoCity } from '../../pipeline/demo/demo-cities.ts';
import { kita, smallPlan } from '../../plan/plan-fixtures.ts';

const city = demoCity(0.05);
const models = createPlanModels(city);
const locator = createDistrictLocator(city.districts);
const catalogue = DEFAULT_CATALOGUE;
const [west, south, east, north] = city.identity.bbox;
const random = seededRandom(7);
const anywhere = (): LonLat => {
  const round = (value: number) => Math.round(value * 1e7) / 1e7;
  return lonLat(round(random.between(west, east)), round(random.between(south, north)));
};

const inside = city.population.find(({ outside }) => !outside)!.position;

/** The city with a new Kita somewhere, or with one of its own moved there. */
function prepared(position: LonLat, houseId: string | null) {
  const plan = smallPlan();
  const { measure, offers } = kita('m', { position: [position[0], position[1]], from: null });
  const place = houseId === null ? measure : { ...measure, kind: 'move' as const, houseId };
  addMeasure(plan, { measure: place, offers: houseId === null ? offers : [] });
  return models.prepareOnce(plan, 'a', 'all');
}

const requestOf = (service: ServiceId): GapRequest => ({
  service,
  year: city.identity.years.at(-1)!,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  limitMeters: null,
  profile: 'all',
  scenarioId: 'a',
});

function previewOf(first: LonLat, service: ServiceId, houseId: string | null) {
  const { model, reach, frame } = prepared(first, houseId);
  const indicator = catalogue.find((record) => record.service === service)!;
  const details = computeGaps(model, reach, indicator, requestOf(service), { catalogue });
  const largestMeters = indicator.largestLimitMeters!;
  const preview = createDragPreview(
    { model, reach, frame, locator, details, rate: indicator.rate.value, largestMeters },
    'm',
  );
  return { preview, details, indicator };
}

/** Everything from scratch with the house at its place, and the pools split as before. */
function plainly(position: LonLat, houseId: string | null, { details, indicator }: ReturnType<typeof previewOf>) {
  const { model, reach, frame } = prepared(position, houseId);
  const { poolSplit } = details;
  const plain = computeGaps(model, reach, indicator, details.result.request, { catalogue, poolSplit });
  return { rows: plain.result.levels.flat(), cells: gapCells(model, plain, indicator.rate.value, frame)! };
}

function expectSameRows(found: readonly GapRow[], expected: readonly GapRow[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((row, i) => {
    for (const [key, value] of Object.entries(expected[i]!)) {
      const own = row[key as keyof GapRow];
      if (typeof value !== 'number') expect(own, `${row.id} ${key}`).toBe(value);
      else expect(Math.abs((own as number) - value), `${row.id} ${key}`).toBeLessThan(1e-6);
    }
  });
}

describe('a house that is dragged', () => {
  const moved = city.houses.find(({ offers, pools, outside }) => {
    const isKita = offers.some((o) => o.service === 'kita-u3' && o.status === 'existing' && o.to === null);
    return isKita && pools.length === 0 && !outside;
  })!;
  const cases = [
    ['a new Kita, under 3', 'kita-u3', null],
    ['a new Kita, from 3', 'kita-ue3', null],
    ['a Kita of the city that moves', 'kita-u3', moved.id],
  ] as const;

  for (const [what, service, houseId] of cases) {
    it(`gives everywhere the rows and cells of the whole computation: ${what}`, () => {
      const begun = previewOf(inside, service, houseId);
      const served = new Set<number>();
      for (let step = 0; step < 12; step++) {
        const position = anywhere();
        const { result, cells } = begun.preview!(position);
        const plain = plainly(position, houseId, begun);
        expectSameRows(result.levels.flat(), plain.rows);
        expect(cells!.tells).toBe(plain.cells.tells);
        const others = cells!.codes.filter((code, cell) => code !== plain.cells.codes[cell]);
        expect(others.length).toBe(0);
        served.add(Math.round(result.levels[0]![0]!.served! * 10));
      }
      // Where it stands makes a difference.
      expect(served.size).toBeGreaterThan(1);
    });
  }

  it('counts for nobody where it stands beyond the border', () => {
    const begun = previewOf(inside, 'kita-u3', null);
    const beyond = lonLat(west - 0.5, south - 0.5);
    const { result } = begun.preview!(beyond);
    expectSameRows(result.levels.flat(), plainly(beyond, null, begun).rows);
  });

  it('has no short way from beyond the border, nor for a house that does not offer the service', () => {
    expect(previewOf(lonLat(west - 0.5, south - 0.5), 'kita-u3', null).preview).toBe(null);
    expect(previewOf(inside, 'jugendtreff', null).preview).toBe(null);
  });
});
