import type { Point } from 'geojson';
import { projectionOf } from '../city/projection.ts';
import type {
  AgeBand,
  Area,
  CityIdentity,
  DemandPoint,
  District,
  House,
  Plot,
  Site,
  SourceRecord,
  SupplyArea,
} from '../city/types.ts';
import type { LonLat } from '../shared/coordinates.ts';
import { boxOfGeometry } from '../shared/geometry/box.ts';
import { locatorOf } from '../shared/geometry/district-locator.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';
import type { Grade } from '../shared/grade.ts';
import { cellClass } from './cell-classes.ts';
import type { CityTables } from './city-tables.ts';
import { describeDistrict } from './describe-district.ts';
import type { ObjectPlace } from './map-calls.ts';

/** What can be selected on the map and named in a link. */
export interface ObjectRef {
  readonly kind: 'district' | 'house' | 'supply-area' | 'site' | 'plot' | 'cell';
  readonly id: string;
}

/** A district on the way from the city to an object. */
export interface PathStep {
  readonly id: string;
  readonly name: string;
}

interface Described extends ObjectPlace {
  readonly source: SourceRecord | null;
  /** The districts it lies in, largest first; for a district those above it. */
  readonly path: readonly PathStep[];
}

/** Persons of an age band; `masked` = a delivered count that is kept back because it is small (`persons` is then `null`). */
export interface BandFigure {
  readonly band: AgeBand;
  readonly persons: number | null;
  readonly masked: boolean;
}

export interface DistrictDetails {
  readonly kind: 'district';
  readonly district: Omit<District, 'geometry'>;
  readonly parentName: string | null;
  readonly areaSquareMeters: number;
  /** Whole persons; `null` = not known or masked. Demand points without a figure are counted in `unknownPoints`, not in here. */
  readonly inhabitants: number | null;
  readonly inhabitantsMasked: boolean;
  readonly unknownPoints: number;
  /** Worst grade of the population figures in it, `null` without figures. */
  readonly populationGrade: Grade | null;
  readonly bands: readonly BandFigure[];
  readonly houseCount: number;
  /** By name. */
  readonly children: readonly { readonly id: string; readonly name: string }[];
}

export interface CellDetails {
  readonly kind: 'cell';
  readonly id: string;
  readonly grade: Grade;
  /** Persons of all ages, whole; `null` = not known or masked. Never by age: a cell is modelled, or too small for that. */
  readonly persons: number | null;
  /** More than 0 and fewer than the package's threshold (5 at least). */
  readonly masked: boolean;
  /** Index into `CELL_CLASSES`; `null` = nobody or not known. */
  readonly classIndex: number | null;
}

/** Everything the detail panel shows of one object; missing figures are `null`. */
export type ObjectDetails = Described &
  (
    | DistrictDetails
    | { readonly kind: 'house'; readonly house: House }
    | { readonly kind: 'supply-area'; readonly area: Omit<SupplyArea, 'geometry'> }
    | { readonly kind: 'site'; readonly site: Omit<Site, 'geometry'> }
    | { readonly kind: 'plot'; readonly plot: Omit<Plot, 'geometry'> }
    | CellDetails
  );

/** The least number of persons of a cell that is shown (product.md, rule 7). */
const CELL_THRESHOLD_PERSONS = 5;

/** All there is to say about an object; `null` if the city does not have it (an old link). Looks through whole tables: milliseconds. */
export function describeObject(city: CityTables, ref: ObjectRef): ObjectDetails | null {
  switch (ref.kind) {
    case 'district': {
      const district = byId(city.districts, ref.id);
      if (district === null) return null;
      return {
        ...placed(district.geometry),
        source: sourceUsedFor(city, 'districts', 'osm'),
        path: parentChain(city.districts, district),
        ...describeDistrict(city, district),
      };
    }
    case 'house': {
      const house = byId(city.houses, ref.id);
      if (house === null) return null;
      return {
        ...placed(pointAt(house.position)),
        source: city.sources[house.source] ?? null,
        path: pathOf(city, house.districts),
        kind: 'house',
        house,
      };
    }
    case 'supply-area': {
      const found = describeArea(city, city.supplyAreas, ref.id);
      return found === null ? null : { ...found.described, kind: 'supply-area', area: found.rest };
    }
    case 'site': {
      const found = describeArea(city, city.sites, ref.id);
      return found === null ? null : { ...found.described, kind: 'site', site: found.rest };
    }
    case 'plot': {
      const found = describeArea(city, city.plots, ref.id);
      return found === null ? null : { ...found.described, kind: 'plot', plot: found.rest };
    }
    case 'cell': {
      const point = byId(city.population, ref.id);
      return point === null ? null : describeCell(city, point);
    }
  }
}

/** Where an object lies, e.g. to fly to it and to draw its outline; `null` if the city does not have it. */
export function locateObject(city: CityTables, ref: ObjectRef): ObjectPlace | null {
  switch (ref.kind) {
    case 'district':
      return placedOrNull(byId(city.districts, ref.id)?.geometry);
    case 'house': {
      const house = byId(city.houses, ref.id);
      return house === null ? null : placed(pointAt(house.position));
    }
    case 'supply-area':
      return placedOrNull(byId(city.supplyAreas, ref.id)?.geometry);
    case 'site':
      return placedOrNull(byId(city.sites, ref.id)?.geometry);
    case 'plot':
      return placedOrNull(byId(city.plots, ref.id)?.geometry);
    case 'cell': {
      const point = byId(city.population, ref.id);
      return point === null ? null : placed(cellOutline(point, city.identity));
    }
  }
}

function describeCell(city: CityTables, point: DemandPoint): ObjectDetails {
  const threshold = Math.max(CELL_THRESHOLD_PERSONS, city.identity.smallNumberThreshold);
  const persons = point.total === null ? null : Math.round(point.total);
  const masked = point.total !== null && point.total > 0 && point.total < threshold;
  return {
    ...placed(cellOutline(point, city.identity)),
    source: sourceUsedFor(city, 'population-grid', 'population-table'),
    path: pathOf(city, point.districts),
    kind: 'cell',
    id: point.id,
    grade: point.grade,
    persons: masked ? null : persons,
    masked,
    classIndex: point.total === null ? null : cellClass(point.total),
  };
}

interface AreaObject {
  readonly id: string;
  readonly geometry: Area | Point;
  readonly source: number;
}

function describeArea<T extends AreaObject>(city: CityTables, objects: readonly T[], id: string) {
  const object = byId(objects, id);
  if (object === null) return null;
  const { geometry, ...rest } = object;
  const position = geometry.type === 'Point' ? geometry.coordinates : interiorPoint(geometry);
  const described: Described = {
    ...placed(geometry),
    source: city.sources[object.source] ?? null,
    path: pathOf(city, locatorOf(city.districts).locate(position)),
  };
  return { described, rest };
}

function byId<T extends { readonly id: string }>(objects: readonly T[], id: string): T | null {
  return objects.find((object) => object.id === id) ?? null;
}

function pointAt(position: LonLat): Point {
  return { type: 'Point', coordinates: [...position] };
}

function placed(geometry: Area | Point): ObjectPlace {
  return { geometry, bbox: boxOfGeometry(geometry) ?? [0, 0, 0, 0] };
}

function placedOrNull(geometry: Area | Point | undefined): ObjectPlace | null {
  return geometry === undefined ? null : placed(geometry);
}

/** The square of a grid cell; a point where demand points are no cells. */
function cellOutline(point: DemandPoint, { demandGrid }: CityIdentity): Area | Point {
  if (demandGrid === null) return pointAt(point.position);
  const { epsg, cellMeters } = demandGrid;
  const projection = projectionOf(epsg);
  const [x, y] = projection.forward(point.position[0], point.position[1]);
  const west = Math.floor(x / cellMeters) * cellMeters;
  const south = Math.floor(y / cellMeters) * cellMeters;
  const corner = (dx: number, dy: number) => [...projection.inverse(west + dx * cellMeters, south + dy * cellMeters)];
  return { type: 'Polygon', coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]] };
}

function pathOf(city: CityTables, ids: readonly (string | null)[]): PathStep[] {
  return ids
    .map((id) => (id === null ? null : byId(city.districts, id)))
    .filter((district) => district !== null)
    .map(pathStep);
}

/** The districts above one, largest first. */
function parentChain(districts: readonly District[], district: District): PathStep[] {
  const chain: PathStep[] = [];
  let parent = district.parent;
  while (parent !== null && chain.length < district.level) {
    const found = byId(districts, parent);
    if (found === null) break;
    chain.unshift(pathStep(found));
    parent = found.parent;
  }
  return chain;
}

function pathStep({ id, name }: District): PathStep {
  return { id, name };
}

/** The source with the first of the roles that any has; the only source of a city serves every role. */
function sourceUsedFor({ sources }: CityTables, ...roles: readonly string[]): SourceRecord | null {
  const only = sources.length === 1 ? sources[0] : undefined;
  const found = roles.map((role) => sources.find((source) => source.usedFor.includes(role)));
  return found.find((source) => source !== undefined) ?? only ?? null;
}
