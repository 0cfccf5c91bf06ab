import { projectionOf } from '../../src/city/projection.ts';
import type { CityContent } from '../../src/city/types.ts';
import { computeGaps } from '../../src/questions/gaps/compute-gaps.ts';
import { createDragPreview } from '../../src/questions/measures/drag-preview.ts';
import { NO_PLAN_IN_USE } from '../../src/questions/measures/plan-basis.ts';
import { createDistrictLocator } from '../../src/shared/geometry/district-locator.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { createPlanModels } from '../../src/worker/plan-models.ts';
import { indicatorOf, requestOf } from '../questions/gaps/ask.ts';

const MOVES = 2000;
const STEP_METERS = 40;

/**
 * A Kita dragged along a random walk from the middle of the city, as the app answers while something is dragged: its reach list, what it
 * changes in the allocation, the rows of all districts and the cells. Milliseconds per move, the preparation when the drag begins, and
 * `null` where no Kita of the city states its places.
 */
export function timeMoves(city: CityContent): { readonly begin: number; readonly moves: readonly number[] } | null {
  const { model, reach, frame } = createPlanModels(city).prepare(NO_PLAN_IN_USE, null, 'all');
  const indicator = indicatorOf('kita-u3');
  const details = computeGaps(model, reach, indicator, requestOf(city, 'kita-u3'));
  const house = [...details.supply.houses].find(
    (number, i) => !model.city.houses[number]!.outside && details.supply.capacity[i]! > 0,
  );
  if (house === undefined) return null;
  const locator = createDistrictLocator(city.districts);
  const startedAt = performance.now();
  const preview = createDragPreview(
    { model, reach, frame, locator, details, rate: indicator.rate.value, largestMeters: indicator.largestLimitMeters! },
    model.city.houses[house]!.id,
  );
  const begin = performance.now() - startedAt;
  if (preview === null) return null;
  const random = seededRandom(5);
  const [west, south, east, north] = city.identity.bbox;
  const projection = projectionOf(city.identity.epsg);
  let [x, y] = projection.forward((west + east) / 2, (south + north) / 2);
  const moves: number[] = [];
  for (let i = 0; i < MOVES; i++) {
    x += random.between(-STEP_METERS, STEP_METERS);
    y += random.between(-STEP_METERS, STEP_METERS);
    const position = projection.inverse(x, y);
    const movedAt = performance.now();
    preview(position);
    moves.push(performance.now() - movedAt);
  }
  return { begin, moves };
}
