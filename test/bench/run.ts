import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCity } from '../../src/city/open-city.ts';
import { readCity } from '../../src/city/read-city.ts';
import type { CityContent } from '../../src/city/types.ts';
import { folderPackageSource } from '../../src/cli/package-folder.ts';
import { createChangedAllocation } from '../../src/engine/location/changed-allocation.ts';
import { allocate } from '../../src/engine/models/allocation.ts';
import { nearestDecimeters, sumWithin } from '../../src/engine/models/coverage.ts';
import { collectPairs } from '../../src/engine/models/pairs.ts';
import { createBoundedSearch } from '../../src/engine/network/bounded-search.ts';
import type { WalkGraph } from '../../src/engine/network/walk-graph.ts';
import { createReachFinder, type ReachFinder, type ReachLists } from '../../src/engine/reach/reach-lists.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { generateDemoCity } from '../../src/pipeline/demo/generate-demo-city.ts';
import { createCityModel } from '../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../src/questions/gaps/compute-gaps.ts';
import { createReachStore } from '../../src/questions/gaps/service-reach.ts';
import { ProblemError } from '../../src/shared/problem.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { buildRealCity } from '../pipeline/build/real-city.ts';
import { requestOf } from '../questions/gaps/ask.ts';
import { hasSharedFolder, sharedPath } from '../shared-folder.ts';
import { baselineList, baselineReach, pointsByNode } from './baseline.ts';
import { quantile, type Timing, time } from './measure.ts';
import { timeMoves } from './moves.ts';
import { timeNeeds } from './needs.ts';
import { timePeers } from './peers.ts';
import { timePlans } from './plans.ts';
import { timeSearchKeys } from './search-keys.ts';
import { timeSites } from './sites.ts';
import { workerMegabytes } from './worker-memory.ts';

/**
 * `npm run bench [--scales 0.1,1,10]`: times the engine on generated and real cities beside peers in the same process. Checksums are
 * compared before any time counts; figures are medians with their spread; no figure is a verdict.
 */
interface Line {
  readonly city: string;
  readonly work: string;
  readonly timing: Timing | null;
  readonly note: string;
}

const lines: Line[] = [];
const report = (city: string, work: string, timing: Timing | null, note = '') => {
  lines.push({ city, work, timing, note });
  const figure =
    timing === null
      ? ''
      : `${timing.median.toFixed(2).padStart(9)} ms (${timing.min.toFixed(2)}–${timing.max.toFixed(2)}, n = ${timing.runs})`;
  console.log(`${city.padEnd(16)} ${work.padEnd(52)} ${figure} ${note}`);
};

const REACH_METERS = 1000;
const LIMIT = REACH_METERS * 10;

/** The plain C++ search on the same graph: median milliseconds, nodes, decimetres; `null` without a compiler. */
function timeCpp(
  graph: WalkGraph,
  sources: Uint32Array,
): { milliseconds: number; reached: number; decimeters: number } | null {
  if (spawnSync('g++', ['--version']).status !== 0) return null;
  const folder = join(tmpdir(), `gemeinbedarf-bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const binary = join(folder, 'reach');
  execFileSync('g++', ['-O3', '-march=native', '-o', binary, join(import.meta.dirname, 'reach.cpp')]);
  const head = Uint32Array.of(graph.nodeCount, graph.arcCount, sources.length, LIMIT);
  const parts = [head, graph.offsets, graph.arcs, sources].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  writeFileSync(join(folder, 'graph.bin'), Buffer.concat(parts));
  const answer = JSON.parse(execFileSync(binary, [join(folder, 'graph.bin')]).toString());
  rmSync(folder, { recursive: true, force: true });
  return answer;
}

/**
 * Bounded search from nodes: ours, C++, the hand-written baseline; all must find the same nodes and metres. The milliseconds of C++,
 * `null` without a compiler.
 */
function benchSearch(name: string, graph: WalkGraph, sources: Uint32Array): number | null {
  const search = createBoundedSearch(graph);
  let reached = 0;
  let decimeters = 0;
  for (const source of sources) {
    search.seed(source, 0);
    const count = search.run(LIMIT);
    reached += count;
    for (let i = 0; i < count; i++) decimeters += search.distance[search.touched[i]!]!;
  }
  const own = time(9, () => {
    for (const source of sources) {
      search.seed(source, 0);
      search.run(LIMIT);
    }
  });
  report(
    name,
    `search ${REACH_METERS} m from ${sources.length} nodes`,
    own,
    `${graph.nodeCount} nodes, ${reached} reached`,
  );
  const cpp = timeCpp(graph, sources);
  if (cpp === null) report(name, 'the same in C++', null, 'skipped: no g++');
  else {
    if (cpp.reached !== reached || cpp.decimeters !== decimeters)
      throw new Error('C++ and TypeScript found different nodes');
    report(
      name,
      'the same in C++',
      null,
      `${cpp.milliseconds.toFixed(2)} ms; ours × ${(own.median / cpp.milliseconds).toFixed(2)}`,
    );
  }
  const some = sources.subarray(0, Math.min(sources.length, 300));
  let baselineReached = 0;
  for (const source of some) baselineReached += baselineReach(graph, source, LIMIT).size;
  let ownReached = 0;
  for (const source of some) {
    search.seed(source, 0);
    ownReached += search.run(LIMIT);
  }
  if (baselineReached !== ownReached) throw new Error('baseline and search found different nodes');
  const baseline = time(3, () => {
    for (const source of some) baselineReach(graph, source, LIMIT);
  });
  const share = own.median / sources.length;
  report(
    name,
    `baseline (flatqueue + Map), ${some.length} nodes`,
    baseline,
    `ours is ${(baseline.median / some.length / share).toFixed(1)} × faster`,
  );
  return cpp?.milliseconds ?? null;
}

/** Reach lists of all houses beside those written by hand: some of them, of which every point and decimetre must agree. */
function benchLists(
  name: string,
  { model, attached, points }: ReturnType<typeof attachAll>,
  finder: ReachFinder,
  cppMilliseconds: number | null,
): ReachLists {
  const lists = finder.findAll(attached);
  const own = time(7, () => finder.findAll(attached));
  const beside =
    cppMilliseconds === null ? '' : `; × ${(own.median / cppMilliseconds).toFixed(2)} of the bare search in C++`;
  report(
    name,
    `reach lists of ${attached.count} houses, ${REACH_METERS} m`,
    own,
    `${lists.points.length} pairs${beside}`,
  );
  const { graph } = model;
  if (graph === null) return lists;
  const some = [...attached.connected.keys()].filter((house) => attached.connected[house] === 1).slice(0, 300);
  const byNode = pointsByNode(points);
  const byHand = (house: number) => baselineList(graph, points, byNode, attached, house, LIMIT);
  for (const house of some) {
    const expected = byHand(house);
    for (let e = lists.offsets[house]!; e < lists.offsets[house + 1]!; e++) {
      if (points.connected[lists.points[e]!] === 0) continue;
      if (expected.get(lists.points[e]!) !== lists.decimeters[e]) throw new Error('baseline and reach lists differ');
      expected.delete(lists.points[e]!);
    }
    if (expected.size > 0) throw new Error('the baseline reaches more points');
  }
  const ofSome = time(7, () => some.forEach((house) => finder.findOne(attached, house)));
  const baseline = time(3, () => some.forEach(byHand));
  report(
    name,
    `${some.length} of the lists by the baseline`,
    baseline,
    `ours is ${(baseline.median / ofSome.median).toFixed(1)} × faster`,
  );
  return lists;
}

function attachAll(city: CityContent) {
  const model = createCityModel(city);
  const houses = model.project(city.houses.map((house) => house.position));
  const attached = model.attach(houses.x, houses.y);
  const points = model.attach(model.points.x, model.points.y);
  return { model, attached, points };
}

function benchCity(name: string, city: CityContent): void {
  const search = timeSearchKeys(city);
  report(name, 'search: build the index', search.index, `${search.names} names`);
  report(name, 'search: one key (10 ms allowed at scale 1)', search.key, 'median, fastest and slowest key');
  const all = attachAll(city);
  const { model, attached, points } = all;
  const connected = [...attached.from].filter((_, i) => attached.connected[i] === 1);
  const cpp =
    model.graph === null || connected.length === 0 ? null : benchSearch(name, model.graph, Uint32Array.from(connected));
  const finder = createReachFinder(model.graph, points, { limitDecimeters: LIMIT, detourFactor: 1.2 });
  const lists = benchLists(name, all, finder, cpp);

  const store = createReachStore(model);
  const ask = (service: (typeof DEFAULT_CATALOGUE)[number]) =>
    computeGaps(model, store, service, requestOf(city, service.service));
  const answerable = DEFAULT_CATALOGUE.filter((indicator) => {
    try {
      ask(indicator);
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  });
  const kita = answerable.find(({ id }) => id === 'kita-u3');
  if (kita !== undefined)
    report(
      name,
      'kita-u3, one year, reach known: rows and allocation',
      time(25, () => ask(kita)),
      `${ask(kita).pairs?.count ?? 0} pairs`,
    );
  report(
    name,
    `all ${answerable.length} services, one year`,
    time(11, () => answerable.forEach(ask)),
  );

  const random = seededRandom(5);
  const withPlaces = [...city.houses.keys()].filter((i) =>
    city.houses[i]!.offers.some(({ service }) => service === 'kita-u3'),
  );
  if (withPlaces.length > 0) {
    const houses = Uint32Array.from(withPlaces);
    const capacity = Float64Array.from(withPlaces, () => 20);
    const demand = Float64Array.from({ length: points.count }, () => random.between(0, 1));
    const pairs = collectPairs(lists, houses, 9000);
    const base = allocate(demand, capacity, pairs);
    report(
      name,
      'allocation alone',
      time(15, () => allocate(demand, capacity, pairs)),
      `${pairs.count} pairs`,
    );
    const dragged = timeMoves(city);
    if (dragged !== null) {
      const { begin, moves } = dragged;
      report(
        name,
        'one house moved: list, allocation, rows, cells; p95 (8 ms)',
        null,
        `${quantile(moves, 0.95).toFixed(2)} ms (median ${quantile(moves, 0.5).toFixed(2)}, ${moves.length} moves; begun in ${begin.toFixed(1)} ms)`,
      );
    }
    const plots = Array.from({ length: 500 }, () => random.below(attached.count));
    report(
      name,
      'exact gain of 500 plots, reach included',
      time(5, () => {
        const changedAllocation = createChangedAllocation({ demand, capacity, pairs, allocation: base });
        for (const plot of plots)
          changedAllocation.gain({ added: [{ reach: finder.findOne(attached, plot), capacity: 60 }] });
      }),
    );
    const nearest = nearestDecimeters(lists, houses, points.count);
    const sums = time(25, () => {
      for (let i = 0; i < 12; i++) sumWithin(nearest, 3000 + 500 * i, demand);
    });
    report(name, `coverage of ${points.count} points × 12`, sums);
  }
}

async function realCity(id: 'neubrandenburg' | 'berlin'): Promise<CityContent> {
  const { folder } = await buildRealCity(id);
  return readCity(await openCity(folderPackageSource(folder)));
}

const root = join(import.meta.dirname, '..', '..');
const scalesArgument = process.argv[process.argv.indexOf('--scales') + 1];
const scales = (process.argv.includes('--scales') ? (scalesArgument ?? '') : '0.1,1').split(',').map(Number);
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
report('worker', 'memory after a full run (120 MB allowed)', null, `${(await workerMegabytes(root)).toFixed(0)} MB`);
for (const scale of scales) {
  const startedAt = performance.now();
  const city = generateDemoCity({ scale, seed: 1 }, { signal: new AbortController().signal, progress: () => {} });
  const name = scale === 1 ? 'S' : scale < 1 ? `S / ${Math.round(1 / scale)}` : `S × ${scale}`;
  report(
    name,
    'generated',
    null,
    `${((performance.now() - startedAt) / 1000).toFixed(1)} s; ${city.population.length} points, ${city.network?.nodeCount ?? 0} nodes, ${city.houses.length} houses`,
  );
  benchCity(name, city);
  if (scale === 1) {
    timeNeeds(report, city);
    timeSites(report, city);
  }
}
if (hasSharedFolder) {
  for (const id of ['neubrandenburg', 'berlin'] as const) benchCity(id, await realCity(id));
  timePeers(
    readFileSync(sharedPath('reference', 'network-heidelberg', 'edges.csv'), 'utf8'),
    readFileSync(sharedPath('reference', 'network-heidelberg', 'facilities.csv'), 'utf8'),
    report,
    benchSearch,
  );
} else console.log('SKIPPED (no ../shared folder): Neubrandenburg, Berlin, Heidelberg reference network');

timePlans(report);

const folder = join(root, 'test-results', 'bench');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'results.json'),
  `${JSON.stringify({ node: process.version, processor: cpus()[0]?.model, lines }, null, 2)}\n`,
);
