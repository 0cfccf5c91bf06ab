import { EDGE_FLAGS } from '../../city/types.ts';
import type { WalkGraph } from '../../engine/network/walk-graph.ts';
import type { CityModel } from './city-model.ts';
import type { StepFreeInResult } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';

const STATED = EDGE_FLAGS.wheelchairYes | EDGE_FLAGS.wheelchairLimited | EDGE_FLAGS.wheelchairNo;

const knownKilometers = new WeakMap<WalkGraph, StepFreeInResult['network']>();

/** How much of the network without steps says whether wheelchairs can use it. O(arcs), once per graph. */
function networkKilometers(graph: WalkGraph): StepFreeInResult['network'] {
  const known = knownKilometers.get(graph);
  if (known !== undefined) return known;
  let stated = 0;
  let unknown = 0;
  // Every edge is there in both directions.
  for (let arc = 0; arc < graph.arcCount; arc++) {
    const kilometers = graph.arcs[2 * arc + 1]! / 20_000;
    if ((graph.flags[arc]! & STATED) === 0) unknown += kilometers;
    else stated += kilometers;
  }
  const found = { kilometersStated: stated, kilometersUnknown: unknown };
  knownKilometers.set(graph, found);
  return found;
}

/**
 * What is not known about ways without steps: houses that count, by whether they are step-free, and the network. Nothing unknown is
 * treated as a barrier, and houses with steps count too; so this belongs beside every result of the profile. `null` for everybody's
 * profile.
 */
export function stepFreeInResult(
  model: CityModel,
  supply: GapSupply,
  profile: 'all' | 'step-free',
  isArea: boolean,
): StepFreeInResult | null {
  if (profile === 'all') return null;
  const states = [...supply.houses].map((number) => (isArea ? null : model.city.houses[number]!.stepFree));
  return {
    housesStepFree: states.filter((state) => state === true).length,
    housesWithSteps: states.filter((state) => state === false).length,
    housesUnknown: states.filter((state) => state === null).length,
    network: model.graph === null ? null : networkKilometers(model.graph),
  };
}
