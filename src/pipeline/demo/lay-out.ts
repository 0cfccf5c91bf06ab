import { seededRandom } from '../../shared/random.ts';
import { createCrossField } from './cross-field.ts';
import { addUnderpasses, fenceLooseEnds, looseEnds, rankStreets, streetPoints } from './finish-streets.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Line } from './geometry.ts';
import { growStreets } from './grow-streets.ts';
import { type LandUse, planSettlement, settleLandUse } from './land-use.ts';
import { createCounter, guidesOf, layBorders, layMainLines, yardTracks } from './lay-lines.ts';
import { createMainRoads, type MainRoad } from './main-roads.ts';
import { createNuclei, type Nucleus } from './nuclei.ts';
import { createMotorway, createRailways, type Railways } from './rail.ts';
import { StreetGraph } from './street-graph.ts';
import { createTerrain, type Terrain } from './terrain.ts';
import { pruneStubs, removeCrossings, tieLoosePieces } from './tidy-graph.ts';

/** Land, roads and streets of a generated city, before anybody lives there. */
export interface Layout {
  readonly frame: Frame;
  readonly terrain: Terrain;
  readonly nuclei: readonly Nucleus[];
  readonly mainRoads: readonly MainRoad[];
  readonly railways: Railways;
  readonly motorway: Line;
  readonly landUse: LandUse;
  readonly graph: StreetGraph;
  /** Sidings by the central station: drawn, not part of the graph. */
  readonly yardTracks: readonly Line[];
}

/** Lays out the land, from the river to the last field track. */
export function layOut(scale: number, seed: number, lap: (step: string) => void = () => {}): Layout {
  const frame = frameOf(scale, seed);
  const random = seededRandom(seed);
  const terrain = createTerrain(frame, random.fork('terrain'));
  const nuclei = createNuclei(frame, terrain, random.fork('nuclei'));
  lap('terrain');
  const mainRoads = createMainRoads(frame, terrain, nuclei);
  const railways = createRailways(frame, terrain, nuclei);
  const motorway = createMotorway(frame, terrain, nuclei)?.line ?? [];
  lap('roads');
  const land = { frame, terrain, nuclei };
  const plan = planSettlement(land, mainRoads, railways, motorway);
  const skeleton = { frame, terrain, mainRoads, railways, motorway };
  const graph = new StreetGraph(frame.halfMeters);
  const ways = createCounter();
  const parents = layMainLines(graph, skeleton, ways);
  const field = createCrossField(frame.halfMeters, terrain, guidesOf(skeleton));
  lap('plan');
  const ground = { graph, field, noise: terrain.noise, ways };
  growStreets({ ...ground, kind: 'residential', random: random.fork('streets'), zoneAt: plan.zoneAt }, parents);
  rankStreets(graph, plan);
  addUnderpasses(graph, railways.lines, plan, 480, ways());
  addUnderpasses(graph, [terrain.river], plan, 650, ways());
  lap('streets');
  const landUse = settleLandUse(land, plan, streetPoints(graph, plan), motorway);
  layBorders(graph, frame, terrain, landUse, ways);
  const ends = looseEnds(graph);
  fenceLooseEnds(graph, ends, ways());
  lap('land use');
  const openLand = (x: number, y: number) => {
    const zone = landUse.zoneAt(x, y);
    return zone === 'field' || zone === 'forest' ? zone : null;
  };
  growStreets({ ...ground, kind: 'track', random: random.fork('tracks'), zoneAt: openLand }, parents, ends);
  pruneStubs(graph, 16);
  removeCrossings(graph);
  tieLoosePieces(graph, frame.halfMeters, ways());
  lap('tracks');
  return { ...skeleton, nuclei, landUse, graph, yardTracks: yardTracks(railways) };
}
