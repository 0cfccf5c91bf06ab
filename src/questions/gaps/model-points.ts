import type { CityContent, DemandPoint, Site } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { polygonsOf } from '../../shared/geometry/area.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains } from '../../shared/geometry/side-of-area.ts';
import { GRADES } from '../../shared/grade.ts';

/** Degrees → metres in the city's CRS, and back. */
export interface Projector {
  project(positions: readonly LonLat[]): { readonly x: Float64Array; readonly y: Float64Array };
  unproject(x: number, y: number): LonLat;
}

/** The demand points of a package; made once for all scenarios of a city. */
export interface PackagePoints {
  readonly count: number;
  /** Metres in the city's CRS. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Persons at the base year, `bands[band][point]`; NaN = missing. */
  readonly bands: readonly Float64Array[];
  /** Persons of all ages at the base year; NaN = missing. */
  readonly total: Float64Array;
  readonly outside: Uint8Array;
  /** Number into `grades` of `shared/grade.ts`. */
  readonly grade: Uint8Array;
  /** `districtOf[level][point]` = district number of that level or −1; level 0 is the city (0 inside, −1 outside). */
  readonly districtOf: readonly Int32Array[];
}

/** Demand points as arrays: those of the package first, then points of the sites (empty until a site is occupied), with 0 persons. */
export interface ModelPoints extends PackagePoints {
  readonly ofPackage: PackagePoints;
  /** How many of them come from the package. */
  readonly packageCount: number;
  /** Site number of a site's point, −1 for points of the package. */
  readonly site: Int32Array;
  /** Share of the site's residents at a site's point. */
  readonly siteShare: Float64Array;
}

/** Points of a site stand on a grid of this spacing inside its polygon. */
const SITE_GRID_METERS = 100;

/** A city's districts by their number, from level 1 on: what points and houses are sorted into. */
export interface NumberedLevel {
  readonly level: number;
  readonly byId: ReadonlyMap<string, number>;
}

/** District numbers of points or houses at a level; level 0 is the city. −1 = in none. */
export function districtNumbersOf(
  items: readonly Pick<DemandPoint, 'districts' | 'outside'>[],
  { level, byId }: NumberedLevel,
): Int32Array {
  return Int32Array.from(items, (item) => {
    if (level === 0) return item.outside ? -1 : 0;
    const id = item.districts[level - 1];
    return id === null || id === undefined ? -1 : (byId.get(id) ?? -1);
  });
}

/** The points of a package. `levels` begins with the city itself. O(points × (bands + levels)). */
export function packagePoints(
  { identity, population }: Pick<CityContent, 'identity' | 'population'>,
  { project }: Projector,
  levels: readonly NumberedLevel[],
): PackagePoints {
  return {
    count: population.length,
    ...project(population.map(({ position }) => position)),
    bands: identity.bands.map((_, band) => Float64Array.from(population, ({ persons }) => persons[band] ?? Number.NaN)),
    total: Float64Array.from(population, ({ total }) => total ?? Number.NaN),
    outside: Uint8Array.from(population, ({ outside }) => Number(outside)),
    grade: Uint8Array.from(population, ({ grade }) => GRADES.indexOf(grade)),
    districtOf: levels.map((level) => districtNumbersOf(population, level)),
  };
}

/** The points of a package and of sites, whose districts are those of the nearest point of the package. O(points × (bands + sites)). */
export function withSitePoints(
  of: PackagePoints,
  sites: readonly Pick<Site, 'geometry'>[],
  projector: Projector,
): ModelPoints {
  const added = sites.flatMap(({ geometry }, number) => {
    const positions = sitePositions(geometry, projector);
    const nearest = nearestPoint(of, positions[0]!);
    return positions.map((position) => ({ ...position, number, share: 1 / positions.length, nearest }));
  });
  const count = of.count + added.length;
  const doubles = (own: Float64Array, value: (site: (typeof added)[number]) => number) => {
    const all = new Float64Array(count);
    all.set(own);
    added.forEach((site, i) => {
      all[of.count + i] = value(site);
    });
    return all;
  };
  const bytes = (own: Uint8Array, value: number) => {
    const all = new Uint8Array(count).fill(value);
    all.set(own);
    return all;
  };
  const numbers = (own: Int32Array | null, value: (site: (typeof added)[number]) => number) =>
    Int32Array.from({ length: count }, (_, p) => (p < of.count ? (own?.[p] ?? -1) : value(added[p - of.count]!)));
  return {
    ofPackage: of,
    count,
    packageCount: of.count,
    x: doubles(of.x, ({ x }) => x),
    y: doubles(of.y, ({ y }) => y),
    bands: of.bands.map((own) => doubles(own, () => 0)),
    total: doubles(of.total, () => 0),
    outside: bytes(of.outside, 0),
    grade: bytes(of.grade, GRADES.indexOf('assumed')),
    districtOf: of.districtOf.map((own) => numbers(own, ({ nearest }) => (nearest < 0 ? -1 : own[nearest]!))),
    site: numbers(null, ({ number }) => number),
    siteShare: doubles(new Float64Array(0), ({ share }) => share),
  };
}

/** Positions of a site's points in metres: a grid inside the polygon, or one interior point for small sites. */
function sitePositions(geometry: Site['geometry'], { project, unproject }: Projector): { x: number; y: number }[] {
  const corners = polygonsOf(geometry).flatMap((rings) => rings[0] ?? []) as unknown as LonLat[];
  const { x, y } = project(corners);
  const found: { x: number; y: number }[] = [];
  const start = (low: number) => Math.floor(low / SITE_GRID_METERS) * SITE_GRID_METERS + SITE_GRID_METERS / 2;
  for (let px = start(Math.min(...x)); px < Math.max(...x); px += SITE_GRID_METERS) {
    for (let py = start(Math.min(...y)); py < Math.max(...y); py += SITE_GRID_METERS) {
      if (areaContains(geometry, unproject(px, py))) found.push({ x: px, y: py });
    }
  }
  if (found.length > 0) return found;
  const inner = project([interiorPoint(geometry)]);
  return [{ x: inner.x[0]!, y: inner.y[0]! }];
}

/** The demand point nearest to a position. −1 without points. */
function nearestPoint(points: PackagePoints, at: { readonly x: number; readonly y: number }): number {
  let best = Infinity;
  let found = -1;
  for (let p = 0; p < points.count; p++) {
    const dx = points.x[p]! - at.x;
    const dy = points.y[p]! - at.y;
    const squared = dx * dx + dy * dy;
    if (squared < best) {
      best = squared;
      found = p;
    }
  }
  return found;
}
