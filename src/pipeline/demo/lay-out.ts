import { seededRandom } from '../../shared/random.ts';
import { contourRings } from './contours.ts';
import { createCrossField } from './cross-field.ts';
import { type Frame, frameOf } from './frame.ts';
import { COMPASS, cm, distance, type Line, shiftLine, type Vec } from './geometry.ts';
import { growStreets } from './grow-streets.ts';
import { createLandUse, type LandUse } from './land-use.ts';
import { createMainRoads, type MainRoad } from './main-roads.ts';
import { createNuclei, type Nucleus } from './nuclei.ts';
import { createMotorway, createRailways, type Railways } from './rail.ts';
import { sampleRaster } from './raster.ts';
import { StreetGraph } from './street-graph.ts';
import { borderRadius, createTerrain, type Terrain } from './terrain.ts';
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
}

function closed<T>(ring: readonly T[]): T[] {
  return [...ring, ring[0]!];
}

/** The city's border as a ring of short stretches. */
function cityLimit(frame: Frame, terrain: Terrain): Vec[] {
  const ring: Vec[] = [];
  COMPASS.forEach((a, k) => {
    const b = COMPASS[(k + 1) % COMPASS.length]!;
    const parts = Math.max(2, Math.ceil((frame.cityRadius * 0.4) / 60));
    for (let i = 0; i < parts; i++) {
      const x = a[0] + ((b[0] - a[0]) * i) / parts;
      const y = a[1] + ((b[1] - a[1]) * i) / parts;
      const norm = Math.sqrt(x * x + y * y);
      const radius = borderRadius(frame, terrain, x, y);
      ring.push([cm((x / norm) * radius), cm((y / norm) * radius)]);
    }
  });
  return ring;
}

/** Lays out the land, from the river to the last field track. */
export function layOut(scale: number, seed: number, lap: (name: string) => void = () => {}): Layout {
  const frame = frameOf(scale, seed);
  const random = seededRandom(seed);
  const terrain = createTerrain(frame, random.fork('terrain'));
  lap('terrain');
  const nuclei = createNuclei(frame, terrain, random.fork('nuclei'));
  const mainRoads = createMainRoads(frame, terrain, nuclei);
  const railways = createRailways(frame, terrain, nuclei);
  const motorway = createMotorway(frame, terrain, nuclei)?.line ?? [];
  lap('roads');
  const landUse = createLandUse(frame, terrain, nuclei, mainRoads, railways, motorway);
  lap('land use');
  const graph = new StreetGraph(frame.halfMeters);
  let way = 0;
  const inDomain = (line: Line) => line.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < frame.halfMeters - 60);
  graph.insertLine(inDomain(terrain.river), 'river', way++, 10);
  for (const line of railways.lines) graph.insertLine(inDomain(line), 'rail', way++, 12);
  if (motorway.length > 1) graph.insertLine(inDomain(motorway), 'motorway', way++, 12);
  const parents: number[][] = [];
  for (const { road, line } of mainRoads) parents.push(graph.insertLine(line, road, way++, 10));
  for (const side of [1, -1]) {
    const path = shiftLine(terrain.river, (i) => side * (terrain.riverHalfWidths[i]! + 22)).filter(
      (_, i) => i % 2 === 0,
    );
    parents.push(
      graph.insertLine(
        path.filter((p) => distance(p, [0, 0]) < frame.domainRadius - 250),
        'path',
        way++,
        14,
      ),
    );
  }
  const limit = cityLimit(frame, terrain);
  if (limit.length > 8) graph.insertLine(closed(limit), 'border', way++, 12);
  for (const ring of contourRings(landUse.settled, 20_000)) graph.insertLine(closed(ring), 'border', way++, 14);
  for (const ring of contourRings(landUse.forest, 50_000)) graph.insertLine(closed(ring), 'border', way++, 14);
  lap('main lines');
  const guides = [
    ...mainRoads.map((r) => ({ line: r.line, weight: r.road === 'primary' ? 2 : 1 })),
    ...railways.lines.map((line) => ({ line, weight: 1.2 })),
    { line: terrain.river, weight: 2 },
  ];
  const field = createCrossField(frame.halfMeters, terrain, guides);
  lap('field');
  const common = { graph, field, noise: terrain.noise };
  const streets = graph.x.length;
  way = growStreets(
    {
      ...common,
      kind: 'residential',
      random: random.fork('streets'),
      zoneAt: (x, y) => {
        if (sampleRaster(landUse.settled, x, y) < 18) return null;
        const zone = landUse.zoneAt(x, y);
        return zone === 'field' || zone === 'forest' || zone === 'water' || zone === 'away' ? null : zone;
      },
    },
    parents,
    way,
  );
  lap(`streets ${graph.x.length - streets}`);
  const tracks = graph.x.length;
  way = growStreets(
    {
      ...common,
      kind: 'track',
      random: random.fork('tracks'),
      zoneAt: (x, y) => {
        if (sampleRaster(landUse.settled, x, y) > 0) return null;
        const zone = landUse.zoneAt(x, y);
        return zone === 'field' || zone === 'forest' ? zone : null;
      },
    },
    parents,
    way,
  );
  lap(`tracks ${graph.x.length - tracks}`);
  pruneStubs(graph, 16);
  removeCrossings(graph);
  tieLoosePieces(graph, frame.halfMeters, way);
  lap('tidy');
  return { frame, terrain, nuclei, mainRoads, railways, motorway, landUse, graph };
}
