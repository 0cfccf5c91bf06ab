import { projectionOf } from '../../city/projection.ts';
import type { Area, Catchment, CityContent, District, Site, Variant } from '../../city/types.ts';
import {
  type Attachments,
  attachPoints,
  createEdgeIndex,
  type EdgeIndex,
  withoutNetwork,
} from '../../engine/network/attach.ts';
import { createWalkGraph, type WalkGraph, type WalkProfile } from '../../engine/network/walk-graph.ts';
import type { SiteParameters } from '../../engine/sites/site-residents.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { polygonsOf } from '../../shared/geometry/area.ts';
import {
  districtNumbersOf,
  type ModelPoints,
  type NumberedLevel,
  packagePoints,
  withSitePoints,
} from './model-points.ts';

/** A site with what a plan sets about its residents; the package knows no such parameters. */
export interface GapSite extends Site {
  /** Share of movers-in who lived in the city before (p_intern), 0–1; `null` or left out = not known. */
  readonly internalShare?: Readonly<Record<Variant, number>> | null;
  readonly parameters?: Partial<SiteParameters>;
  /** How likely a site of its stage is (0–1) and by how many whole years it is late: what the low variant counts with. Left out = 1 and 0. */
  readonly probability?: number;
  readonly delayYears?: number;
}

/** A site that the forecast contains and that a scenario has otherwise: smaller, later, of another mix, or not at all. */
export interface ForecastSite {
  /** As Bestand has it, which is what the forecast contains of it. */
  readonly was: GapSite;
  /** `null` = left out. */
  readonly now: GapSite | null;
  /** District id per level where it lies. */
  readonly districts: readonly (string | null)[];
}

/** A catchment; that of a school which a plan brings lies over the others: whoever lives in it goes there. */
export interface GapCatchment extends Catchment {
  readonly liesOver?: boolean;
}

/** The parts of a city package that gaps are computed from. */
export type GapCity = Pick<
  CityContent,
  | 'identity'
  | 'sources'
  | 'districts'
  | 'population'
  | 'forecast'
  | 'houses'
  | 'districtFigures'
  | 'supplyAreas'
  | 'network'
> & {
  readonly sites: readonly GapSite[];
  readonly catchments: readonly GapCatchment[];
  /** Left out = none. */
  readonly forecastSites?: readonly ForecastSite[];
};

export interface ModelDistricts {
  readonly level: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly parents: readonly (string | null)[];
}

/** A city prepared for questions about gaps: what does not depend on service, year or scenario. */
export interface CityModel {
  readonly city: GapCity;
  readonly points: ModelPoints;
  /** By level; entry 0 is the city itself. */
  readonly districts: readonly ModelDistricts[];
  /** `districtOfHouse[level][house]` as for points. */
  readonly districtOfHouse: readonly Int32Array[];
  readonly profile: WalkProfile;
  readonly graph: WalkGraph | null;
  /** Point numbers whose distance to the city's border is unknown territory: metres to the border, Infinity if the outside is known. */
  readonly borderMeters: Float64Array;
  attach(x: Float64Array, y: Float64Array): Attachments;
  project(positions: readonly LonLat[]): { readonly x: Float64Array; readonly y: Float64Array };
}

function districtNumbers(
  districts: readonly District[],
  level: number,
): NumberedLevel & { readonly table: ModelDistricts } {
  const own = districts.filter((d) => d.level === level).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    level,
    table: { level, ids: own.map((d) => d.id), names: own.map((d) => d.name), parents: own.map((d) => d.parent) },
    byId: new Map(own.map((d, i) => [d.id, i])),
  };
}

/** Border edges of the city: edges of the largest districts that belong to one district only; the package's box without districts. */
function borderEdges(city: GapCity): readonly (readonly [LonLat, LonLat])[] {
  const outlines: Area[] = city.districts.filter((d) => d.level === 1).map((d) => d.geometry);
  const [west, south, east, north] = city.identity.bbox;
  if (outlines.length === 0) {
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as unknown as LonLat[];
    return ring.slice(1).map((end, i) => [ring[i]!, end] as const);
  }
  const edges = new Map<string, readonly [LonLat, LonLat]>();
  for (const area of outlines) {
    for (const ring of polygonsOf(area).flat()) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1] as unknown as LonLat;
        const b = ring[i] as unknown as LonLat;
        const back = `${b[0]},${b[1]};${a[0]},${a[1]}`;
        if (!edges.delete(back)) edges.set(`${a[0]},${a[1]};${b[0]},${b[1]}`, [a, b]);
      }
    }
  }
  return [...edges.values()];
}

/** Metres from points to the nearest border edge, up to `limit`; Infinity beyond. Edges are bucketed on a grid of that size. */
function metersToEdges(
  x: Float64Array,
  y: Float64Array,
  ends: { readonly x: Float64Array; readonly y: Float64Array },
  limit: number,
): Float64Array {
  const cells = new Map<string, number[]>();
  for (let e = 0; e < ends.x.length; e += 2) {
    const c0 = Math.floor((Math.min(ends.x[e]!, ends.x[e + 1]!) - limit) / limit);
    const c1 = Math.floor((Math.max(ends.x[e]!, ends.x[e + 1]!) + limit) / limit);
    const r0 = Math.floor((Math.min(ends.y[e]!, ends.y[e + 1]!) - limit) / limit);
    const r1 = Math.floor((Math.max(ends.y[e]!, ends.y[e + 1]!) + limit) / limit);
    for (let c = c0; c <= c1; c++) {
      for (let r = r0; r <= r1; r++) {
        const key = `${c},${r}`;
        const list = cells.get(key);
        if (list === undefined) cells.set(key, [e]);
        else list.push(e);
      }
    }
  }
  return x.map((px, p) => {
    const py = y[p]!;
    let best = limit * limit;
    for (const e of cells.get(`${Math.floor(px / limit)},${Math.floor(py / limit)}`) ?? []) {
      const dx = ends.x[e + 1]! - ends.x[e]!;
      const dy = ends.y[e + 1]! - ends.y[e]!;
      const squared = dx * dx + dy * dy;
      const share =
        squared === 0 ? 0 : Math.max(0, Math.min(1, ((px - ends.x[e]!) * dx + (py - ends.y[e]!) * dy) / squared));
      const ex = px - ends.x[e]! - share * dx;
      const ey = py - ends.y[e]! - share * dy;
      best = Math.min(best, ex * ex + ey * ey);
    }
    return best < limit * limit ? Math.sqrt(best) : Infinity;
  });
}

/** Distances to the border beyond this (metres) are not told apart: no reach limit is larger. */
const BORDER_LIMIT_METERS = 2000;

/**
 * Prepares a city: projection, districts as numbers, network, points of sites, distance to the border. O(points + houses + network).
 * `profile` 'step-free' leaves out steps. `base` is a model of the same city in another scenario, of which everything is
 * used again that does not differ.
 */
export function createCityModel(
  given: GapCity,
  profile: WalkProfile = 'all',
  base: CityModel | null = null,
): CityModel {
  const city = base === null ? given : { ...given, sites: keepSites(given.sites, base.city.sites) };
  const projection = projectionOf(city.identity.epsg);
  const project: CityModel['project'] = (positions) => {
    const x = new Float64Array(positions.length);
    const y = new Float64Array(positions.length);
    positions.forEach(([lon, lat], i) => {
      [x[i], y[i]] = projection.forward(lon, lat) as unknown as [number, number];
    });
    return { x, y };
  };
  const levels = city.identity.levels
    .map(({ level }) => level)
    .filter((level) => city.districts.some((d) => d.level === level));
  const numbered = levels.map((level) => districtNumbers(city.districts, level));
  const sorted: NumberedLevel[] = [{ level: 0, byId: new Map() }, ...numbered];
  const cityRow: ModelDistricts = { level: 0, ids: [city.identity.id], names: [city.identity.name], parents: [null] };
  const projector = { project, unproject: (x: number, y: number) => projection.inverse(x, y) };
  const samePeople = base !== null && hasSamePeople(base.city, city) ? base : null;
  const samePlaces = samePeople !== null && hasSamePlaces(samePeople.city, city) ? samePeople : null;
  const ofPackage = samePeople?.points.ofPackage ?? packagePoints(city, projector, sorted);
  const points = samePlaces?.points ?? withSitePoints(ofPackage, city.sites, projector);
  const sameNetwork = base !== null && base.city.network === city.network && base.profile === profile ? base : null;
  const graph = sameNetwork?.graph ?? (city.network === null ? null : createWalkGraph(city.network, profile));
  let index: EdgeIndex | null = null;
  const attach: CityModel['attach'] = (x, y) => {
    if (graph === null) return withoutNetwork(x, y);
    index ??= createEdgeIndex(graph);
    return attachPoints(index, x, y);
  };
  const hasOutside = isOutsideKnown(city);
  const knowsBorder = samePeople !== null && hasOutside === isOutsideKnown(samePeople.city);
  const borderMeters = borderDistances(city, points, project, hasOutside, knowsBorder ? samePeople : null);
  return {
    city,
    points,
    districts: [cityRow, ...numbered.map((n) => n.table)],
    districtOfHouse: sorted.map((level) => districtNumbersOf(city.houses, level)),
    profile,
    graph,
    borderMeters,
    project,
    attach: sameNetwork?.attach ?? attach,
  };
}

function isOutsideKnown({ population, houses }: GapCity): boolean {
  return population.some((point) => point.outside) || houses.some((house) => house.outside);
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Metres to the border per point; what a model of the same people knows is not measured again. */
function borderDistances(
  city: GapCity,
  { count, packageCount, x, y }: ModelPoints,
  project: CityModel['project'],
  hasOutside: boolean,
  known: CityModel | null,
): Float64Array {
  const meters = new Float64Array(count).fill(Infinity);
  if (hasOutside) return meters;
  const from = known === null ? 0 : packageCount;
  if (known !== null) meters.set(known.borderMeters.subarray(0, packageCount));
  const ends = project(borderEdges(city).flat());
  meters.set(metersToEdges(x.subarray(from), y.subarray(from), ends, BORDER_LIMIT_METERS), from);
  return meters;
}

/** Whether two scenarios of one city have the same people at the same points of the package. */
function hasSamePeople(a: GapCity, b: GapCity): boolean {
  return a.identity === b.identity && a.population === b.population && a.districts === b.districts;
}

/** Whether their sites stand at the same places, too. */
function hasSamePlaces(a: GapCity, b: GapCity): boolean {
  return (
    a.sites.length === b.sites.length &&
    a.sites.every((site, i) => site.id === b.sites[i]!.id && same(site.geometry, b.sites[i]!.geometry))
  );
}

/** Sites as they were where nothing about them differs: what follows from a site alone is kept by it. */
function keepSites(sites: readonly GapSite[], before: readonly GapSite[]): readonly GapSite[] {
  const known = new Map(before.map((site) => [site.id, site]));
  return sites.map((site) => {
    const old = known.get(site.id);
    return old !== undefined && same(old, site) ? old : site;
  });
}
