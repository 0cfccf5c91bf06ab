import { projectionOf } from '../../city/projection.ts';
import { findBestAnywhere } from '../../engine/location/best-anywhere.ts';
import { rankCandidates } from '../../engine/location/best-candidate.ts';
import { findBestSeveral } from '../../engine/location/best-several.ts';
import type { KnownAllocation, NewHouse } from '../../engine/location/changed-allocation.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { fail } from '../../shared/problem.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import type { GapRequest } from '../gaps/gap-request.ts';
import type { PlaceQuality, PlotBrief, SuggestedPlace, Suggestions, WantedOffer } from './measure-calls.ts';
import type { PreparedState } from './measure-effects.ts';
import { districtNameAt } from './plot-list.ts';

/** How far a search has come, 0–1. */
export interface SuggestProgress {
  readonly share: number;
}

export interface SuggestInput {
  readonly state: PreparedState;
  readonly request: GapRequest;
  readonly offers: readonly WantedOffer[];
  readonly catalogue: readonly Indicator[];
  readonly plots: readonly PlotBrief[];
  readonly locator: DistrictLocator;
  readonly most: number;
  qualityAt(position: LonLat): PlaceQuality;
}

/** Places listed. */
const LISTED = 10;

/** One of the services asked for, with its allocation as it is. */
interface Wanted {
  readonly offer: WantedOffer;
  readonly known: KnownAllocation;
  readonly limitMeters: number;
}

/** Throws `measure.not-suggested` if a service has no allocation. */
function wantedOf({ state, request, catalogue }: SuggestInput, offer: WantedOffer): Wanted {
  const indicator = catalogue.find(({ service }) => service === offer.service);
  if (indicator === undefined) return fail('measure.not-suggested', { service: offer.service });
  const own = request.service === offer.service ? request : { ...request, service: offer.service, limitMeters: null };
  const details = computeGaps(state.model, state.reach, indicator, own, { catalogue });
  const { pairs, allocation, asked, knownCapacity, result } = details;
  if (pairs === null || allocation === null || result.limitMeters === null)
    return fail('measure.not-suggested', { service: offer.service });
  return {
    offer,
    known: { demand: asked, capacity: knownCapacity, pairs, allocation },
    limitMeters: result.limitMeters,
  };
}

/** Houses of the size asked for on every plot. */
function housesOn({ state: { model, reach } }: SuggestInput, plots: readonly PlotBrief[], wanted: Wanted): NewHouse[] {
  const { x, y } = model.project(plots.map(({ position }) => position));
  const lists = reach.finder(wanted.limitMeters).findAll(model.attach(x, y));
  return plots.map((_, i) => ({
    reach: {
      points: lists.points.subarray(lists.offsets[i]!, lists.offsets[i + 1]!),
      decimeters: lists.decimeters.subarray(lists.offsets[i]!, lists.offsets[i + 1]!),
    },
    capacity: wanted.offer.capacity,
  }));
}

const onPlot = ({ qualityAt }: SuggestInput, plot: PlotBrief, gain: number): SuggestedPlace => ({
  key: plot.id,
  position: plot.position,
  gain,
  plot,
  district: plot.district,
  quality: qualityAt(plot.position),
});

/** The plots by the missing places that a house on each would close, each alone, summed over the services. Exact over all plots. */
export function* suggestPlots(input: SuggestInput): Generator<SuggestProgress, Suggestions> {
  const { offers, plots } = input;
  const gains = new Float64Array(plots.length);
  for (const [nth, offer] of offers.entries()) {
    const wanted = wantedOf(input, offer);
    const running = rankCandidates(wanted.known, housesOn(input, plots, wanted));
    for (let step = running.next(); ; step = running.next()) {
      if (step.done === true) {
        step.value.gains.forEach((gain, i) => {
          gains[i]! += gain;
        });
        break;
      }
      yield { share: (nth + step.value.done / step.value.total) / offers.length };
    }
  }
  const order = [...plots.keys()].sort((a, b) => gains[b]! - gains[a]! || a - b).slice(0, LISTED);
  return {
    kind: 'plots',
    places: order.map((i) => onPlot(input, plots[i]!, gains[i]!)),
    together: null,
    gapShare: 0,
    compared: plots.length,
  };
}

/** Several plots that together let the missing places of the first service fall most, and how far from the best possible they may be. */
export function* suggestSeveral(input: SuggestInput): Generator<SuggestProgress, Suggestions> {
  const wanted = wantedOf(input, input.offers[0]!);
  const houses = housesOn(input, input.plots, wanted);
  const alone = rankCandidates(wanted.known, houses);
  let ranked = alone.next();
  for (; ranked.done !== true; ranked = alone.next()) yield { share: (0.3 * ranked.value.done) / ranked.value.total };
  const { gains } = ranked.value;
  const running = findBestSeveral(wanted.known, houses, { most: input.most });
  const shares = { alone: 0.4, together: 0.6, bound: 0.8 } as const;
  for (let step = running.next(); ; step = running.next()) {
    if (step.done === true) {
      const { chosen, gain, gapShare } = step.value;
      const places = chosen.map((i) => onPlot(input, input.plots[i]!, gains[i]!)).sort((a, b) => b.gain - a.gain);
      return { kind: 'several', places, together: gain, gapShare, compared: input.plots.length };
    }
    yield { share: shares[step.value.phase] };
  }
}

/** The best places anywhere on the network for the first service, at least 300 m apart. Without a network there are none to compare. */
export function* suggestAnywhere(input: SuggestInput): Generator<SuggestProgress, Suggestions> {
  const { model, reach } = input.state;
  const wanted = wantedOf(input, input.offers[0]!);
  const { graph } = model;
  if (graph === null) return { kind: 'anywhere', places: [], together: null, gapShare: null, compared: 0 };
  const running = findBestAnywhere(graph, reach.attached, reach.finder(wanted.limitMeters), wanted.known, {
    size: wanted.offer.capacity,
    limitDecimeters: Math.round(wanted.limitMeters * 10),
    count: LISTED,
  });
  const { inverse } = projectionOf(model.city.identity.epsg);
  for (let step = running.next(); ; step = running.next()) {
    if (step.done !== true) {
      yield { share: step.value.done / step.value.total };
      continue;
    }
    const { places, computed, proven, bound } = step.value;
    const best = places[0]?.gain ?? 0;
    const listed = places.map(({ node, gain }): SuggestedPlace => {
      const position = inverse(graph.x[node]! / 100, graph.y[node]! / 100);
      const district = districtNameAt(model.city, input.locator, position);
      return { key: `node ${node}`, position, gain, plot: null, district, quality: input.qualityAt(position) };
    });
    const gapShare = proven ? 0 : bound > 0 ? Math.max(0, bound - best) / bound : 0;
    return { kind: 'anywhere', places: listed, together: null, gapShare, compared: computed };
  }
}
