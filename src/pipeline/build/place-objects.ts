import type { Position } from 'geojson';
import type { ContextPoint, House, Plot, Site, Street, SupplyArea } from '../../city/types.ts';
import { haversineDecimeters, type LonLat, type LonLatBox } from '../../shared/coordinates.ts';
import { boxContains, boxOfGeometry } from '../../shared/geometry/box.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { PlacedKind } from '../../shared/problems/pipeline-build.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { StudyArea } from './study-area.ts';

/** Pieces of a street nearer than this are one entry where no district tells them apart. */
const ONE_STREET_METERS = 2000;

interface Placement {
  readonly outside: boolean;
  readonly districts: readonly (string | null)[];
}

/** Says of each object whether it lies in the city, in its surroundings or beyond, and counts. */
export interface Placer {
  /** `null` = beyond the surroundings: the object is dropped. */
  place(position: LonLat): Placement | null;
  notes(): Note[];
}

/**
 * Inside is what lies in one district of each level; in a city without districts, what lies in the study area. An object in the study
 * area that no district of the finest level claims counts as surroundings.
 */
export function createPlacer(studyArea: StudyArea, locator: DistrictLocator, kind: PlacedKind): Placer {
  const nowhere: readonly null[] = new Array(locator.levelCount).fill(null);
  const counts = { near: 0, beyond: 0, unclaimed: 0 };
  return {
    place: (position) => {
      const districts = locator.locate(position);
      const placed = studyArea.placeOf(position);
      if (locator.levelCount === 0 ? placed === 'inside' : !districts.includes(null))
        return { outside: false, districts };
      if (placed === 'beyond') counts.beyond++;
      else if (placed === 'inside') counts.unclaimed++;
      else counts.near++;
      return placed === 'beyond' ? null : { outside: true, districts: nowhere };
    },
    notes: () => {
      const notes: Note[] = [];
      if (counts.near > 0) notes.push(note('info', 'pipeline.in-surroundings', { kind }, { count: counts.near }));
      if (counts.unclaimed > 0)
        notes.push(note('warning', 'pipeline.unclaimed', { kind }, { count: counts.unclaimed }));
      if (counts.beyond > 0)
        notes.push(note('info', 'pipeline.beyond-surroundings', { kind }, { count: counts.beyond }));
      return notes;
    },
  };
}

function boxText([west, south, east, north]: LonLatBox): string {
  return `${west} ${south} ${east} ${north}`;
}

/**
 * Refuses a source of which nothing lies in the city or its surroundings: most often its coordinate system is not what was said, or
 * longitude and latitude are swapped. Throws `pipeline.source-elsewhere`.
 */
export function requireNearby(positions: readonly LonLat[], studyArea: StudyArea, file: string): void {
  const { reachBox } = studyArea;
  if (positions.length === 0 || positions.some((position) => boxContains(reachBox, position))) return;
  const found = boxOfGeometry({ type: 'MultiPoint', coordinates: positions as unknown as Position[] }) as LonLatBox;
  const swapped = positions.some(([lon, lat]) => boxContains(reachBox, [lat, lon]));
  fail('pipeline.source-elsewhere', { found: boxText(found), expected: boxText(reachBox), swapped }, { file });
}

/** Gives houses their districts and the flag `outside`; drops those beyond the surroundings. */
export function placeHouses(houses: readonly House[], placer: Placer): WithNotes<House[]> {
  const data = houses.flatMap((house) => {
    const placement = placer.place(house.position);
    return placement === null ? [] : [{ ...house, ...placement }];
  });
  return { data, notes: placer.notes() };
}

/** A park is in the city if a point well inside it is. */
export function placeSupplyAreas(areas: readonly SupplyArea[], placer: Placer): WithNotes<SupplyArea[]> {
  const data = areas.flatMap((area) => {
    const placement = placer.place(positionOfArea(area.geometry));
    return placement === null ? [] : [{ ...area, outside: placement.outside }];
  });
  return { data, notes: placer.notes() };
}

function positionOfArea(geometry: SupplyArea['geometry']): LonLat {
  return geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : interiorPoint(geometry);
}

/** Drops points of interest beyond the surroundings. */
export function placeContext(points: readonly ContextPoint[], placer: Placer): WithNotes<ContextPoint[]> {
  return { data: points.filter((point) => placer.place(point.position) !== null), notes: placer.notes() };
}

/** Drops sites or plots beyond the surroundings. */
export function placeAreas<T extends Site | Plot>(areas: readonly T[], placer: Placer): WithNotes<T[]> {
  return { data: areas.filter((area) => placer.place(interiorPoint(area.geometry)) !== null), notes: placer.notes() };
}

/**
 * Streets for the search: one entry per name and district of the finest level. Of several pieces of a street in one district, and in a
 * city without districts of several within {@link ONE_STREET_METERS}, the first is kept.
 */
export function placeStreets(streets: readonly Street[], placer: Placer): Street[] {
  const kept = new Map<string, Street[]>();
  for (const street of streets) {
    const placement = placer.place(street.position);
    if (placement === null) continue;
    const finest = placement.districts.at(-1) ?? null;
    const key = `${street.name}\n${finest ?? ''}`;
    const there = kept.get(key) ?? [];
    const isKnown = there.some(
      ({ position: [lon, lat] }) =>
        finest !== null ||
        haversineDecimeters(lon, lat, street.position[0], street.position[1]) <= ONE_STREET_METERS * 10,
    );
    if (!isKnown) there.push({ ...street, districts: placement.districts });
    kept.set(key, there);
  }
  return [...kept.values()].flat();
}
