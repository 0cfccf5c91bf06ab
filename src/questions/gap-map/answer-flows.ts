import type { Feature, LineString, Position } from 'geojson';
import { flowsBetweenDistricts } from '../../engine/models/districts.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { fail } from '../../shared/problem.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../gaps/compute-gaps.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { GapFlow, GapFlows, GapQuestion } from './gap-calls.ts';

/** Flows below this (in the unit of the service) are sums of floats. */
const NOTHING = 1e-9;

/** How many lines are drawn each way: more cannot be told apart. */
const LINE_COUNT = 12;

type FlowLine = Feature<LineString, { readonly amount: number; readonly direction: 'in' | 'out' }>;

/** Flows between the districts of a level (index into the model's levels), by the order of their ids, `null` last. */
export function flowsOfLevel(model: CityModel, { allocation, pairs, supply }: GapDetails, index: number): GapFlow[] {
  if (allocation === null || pairs === null) return [];
  const { ids } = model.districts[index]!;
  // One number more than there are districts: outside every district.
  const numbered = (district: number) => (district < 0 ? ids.length : district);
  const houses = supply.houses.filter((_, i) => !Number.isNaN(supply.capacity[i]!));
  const count = ids.length + 1;
  const amounts = flowsBetweenDistricts(
    allocation.flow,
    pairs,
    model.points.districtOf[index]!.map(numbered),
    Int32Array.from(houses, (house) => numbered(model.districtOfHouse[index]![house]!)),
    count,
  );
  return [...amounts].flatMap((amount, i) =>
    amount <= NOTHING ? [] : [{ from: ids[Math.floor(i / count)] ?? null, to: ids[i % count] ?? null, amount }],
  );
}

/** The largest flows into and out of a district as lines; flows from or to no district have no place to be drawn. */
function linesOf(model: CityModel, flows: readonly GapFlow[], district: string | null): FlowLine[] {
  if (district === null) return [];
  const geometries = new Map(model.city.districts.map(({ id, geometry }) => [id, geometry]));
  const middles = new Map<string, Position>();
  const middleOf = (id: string): Position => {
    const middle = middles.get(id) ?? [...interiorPoint(geometries.get(id)!)];
    middles.set(id, middle);
    return middle;
  };
  const linesWith = (direction: 'in' | 'out', isPart: (flow: GapFlow) => boolean): FlowLine[] =>
    flows
      .filter((flow) => isPart(flow) && flow.from !== flow.to)
      .filter(({ from, to }) => geometries.has(from ?? '') && geometries.has(to ?? ''))
      .sort((a, b) => b.amount - a.amount || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
      .slice(0, LINE_COUNT)
      .map(({ from, to, amount }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [middleOf(from!), middleOf(to!)] },
        properties: { amount, direction },
      }));
  return [...linesWith('in', ({ to }) => to === district), ...linesWith('out', ({ from }) => from === district)];
}

/**
 * Who uses whose places: demand of the residents of each district of a level by the district whose places it takes, in the unit of the
 * service, and the largest flows of the selected district as lines from home to place. Flows out of a district add up to what is served
 * of it. Empty for other models than the allocation. Throws `gap.level-unknown`, and as `computeGaps`.
 */
export function answerFlows(
  model: CityModel,
  reach: ReachStore,
  { indicator, request }: GapQuestion,
  level: number,
  district: string | null,
  catalogue: readonly Indicator[] = DEFAULT_CATALOGUE,
): GapFlows {
  const index = model.districts.findIndex((table) => table.level === level);
  if (index < 0) {
    return fail('gap.level-unknown', { found: level, known: model.districts.map((table) => table.level).join(', ') });
  }
  const flows = flowsOfLevel(model, computeGaps(model, reach, indicator, request, { catalogue }), index);
  return { level, flows, lines: { type: 'FeatureCollection', features: linesOf(model, flows, district) } };
}
