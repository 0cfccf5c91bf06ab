import type { Area, Catchment, ContextPoint, House, Plot, Site, SupplyArea } from '../../city/types.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { SourceSetting } from './build-state.ts';
import { identify } from './object-ids.ts';
import { asWholeNumber, fixedOrRead, oneOf } from './read-figures.ts';
import { DWELLING_TYPES, type RoleOf } from './recipe-roles.ts';
import { positionOf, type Row, type RowOptions, type SourceRows, selectRows, yesOrNo } from './source-rows.ts';

/** The polygon of a row. Throws `pipeline.geometry-kind` for anything else. */
function areaOf(row: Row): Area | null {
  const { geometry } = row;
  if (geometry === null || geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
  return fail('pipeline.geometry-kind', { found: geometry.type, expected: 'Polygon' }, row.where());
}

function withoutGeometryNote(rows: readonly number[], file: string): Note[] {
  if (rows.length === 0) return [];
  return [note('warning', 'pipeline.rows-without-position', { rows }, { where: { file }, count: rows.length })];
}

interface AreaRow {
  readonly row: Row;
  readonly kind: string;
  readonly name: string | null;
  readonly position: ReturnType<typeof interiorPoint>;
  readonly geometry: Area;
}

/** Rows with an area, each with its id; rows without one are counted. */
function readAreaRows(
  rows: SourceRows,
  role: RowOptions & { readonly id?: string; readonly name?: string },
  kind: string,
  setting: SourceSetting,
): WithNotes<(AreaRow & { readonly id: string })[]> {
  const without: number[] = [];
  const found = selectRows(rows, role).flatMap((row): AreaRow[] => {
    const geometry = areaOf(row);
    if (geometry === null) without.push(row.number);
    return geometry === null
      ? []
      : [{ row, kind, name: row.text(role.name), position: interiorPoint(geometry), geometry }];
  });
  const ids = identify(found, setting.source.id, role.id, setting.projection);
  const data = found.map((object) => ({ ...object, id: ids.get(object) as string }));
  return { data, notes: withoutGeometryNote(without, rows.file) };
}

/** The usable area as stated; where the source has no column for it, that of the outline in whole m². */
function usableArea(
  row: Row,
  role: RoleOf<'supply-areas'>,
  area: Area | null,
  { projection }: SourceSetting,
): number | null {
  if (role.usableSquareMeters !== undefined) return row.count(role.usableSquareMeters);
  return area === null ? null : Math.round(areaSquareMeters(area, projection));
}

/**
 * Parks, playgrounds and sports grounds, drawn as areas or as points. `outside` is set later, and where one gets into an area
 * (`accessPoints`).
 */
export function readSupplyAreas(
  rows: SourceRows,
  role: RoleOf<'supply-areas'>,
  setting: SourceSetting,
): WithNotes<SupplyArea[]> {
  const without: number[] = [];
  const found = selectRows(rows, role).flatMap((row) => {
    const position = positionOf(row, role.position);
    if (position === null) without.push(row.number);
    return position === null ? [] : [{ row, kind: role.kind, name: row.text(role.name), position }];
  });
  const ids = identify(found, setting.source.id, role.id, setting.projection);
  const data = found.map((object): SupplyArea => {
    const { row, name, position } = object;
    const area = row.geometry?.type === 'Polygon' || row.geometry?.type === 'MultiPolygon' ? row.geometry : null;
    return {
      id: ids.get(object) as string,
      kind: role.kind,
      services: role.services,
      name,
      usableSquareMeters: usableArea(row, role, area, setting),
      accessPoints: area === null ? [position] : [],
      openToAll: null,
      outside: false,
      source: setting.sourceIndex,
      grade: role.grade ?? 'official',
      geometry: area ?? { type: 'Point', coordinates: [...position] },
    };
  });
  return { data, notes: withoutGeometryNote(without, rows.file) };
}

/** Points of interest for checklists. */
export function readContext(
  rows: SourceRows,
  role: RoleOf<'context'>,
  setting: SourceSetting,
): WithNotes<ContextPoint[]> {
  const without: number[] = [];
  const found = selectRows(rows, role).flatMap((row) => {
    const position = positionOf(row, role.position);
    if (position === null) without.push(row.number);
    return position === null ? [] : [{ row, kind: role.kind, name: row.text(role.name), position }];
  });
  const ids = identify(found, setting.source.id, role.id, setting.projection);
  const data = found.map((object) => ({
    id: ids.get(object) as string,
    kind: role.kind,
    name: object.name,
    position: object.position,
    source: setting.sourceIndex,
  }));
  return { data, notes: withoutGeometryNote(without, rows.file) };
}

function createHouseFinder(houses: readonly House[], role: RoleOf<'catchments'>): (text: string) => House | null {
  const candidates = houses.filter(
    (house) => role.houseSource === undefined || house.id.startsWith(`${role.houseSource}:`),
  );
  const byText = new Map<string, House | null>();
  for (const house of candidates) {
    const text = role.houseBy === 'name' ? house.name : house.id.slice(house.id.indexOf(':') + 1);
    // A text that stands for two houses stands for none.
    if (text !== null) byText.set(text, byText.has(text) ? null : house);
  }
  return (text) => byText.get(text) ?? null;
}

/** Schulbezirke and other areas of houses. An area whose house is not found (or not uniquely) is left out and listed. */
export function readCatchments(
  rows: SourceRows,
  role: RoleOf<'catchments'>,
  setting: SourceSetting,
  houses: readonly House[],
): WithNotes<Catchment[]> {
  const houseOf = createHouseFinder(houses, role);
  const { data: areas, notes } = readAreaRows(rows, role, role.service, setting);
  const homeless: string[] = [];
  const data = areas.flatMap((area): Catchment[] => {
    const text = area.row.text(role.house) ?? '';
    const house = houseOf(text);
    if (house === null) homeless.push(text);
    if (house === null) return [];
    return [
      {
        id: area.id,
        service: role.service,
        houseId: house.id,
        name: area.name,
        validFrom: area.row.day(role.validFrom),
        validTo: area.row.day(role.validTo),
        geometry: area.geometry,
      },
    ];
  });
  if (homeless.length > 0) {
    const where = { file: rows.file };
    notes.push(
      note('warning', 'pipeline.catchments-without-house', { houses: homeless }, { where, count: homeless.length }),
    );
  }
  return { data, notes };
}

/** Development sites. */
export function readSites(rows: SourceRows, role: RoleOf<'sites'>, setting: SourceSetting): WithNotes<Site[]> {
  const { data: areas, notes } = readAreaRows(rows, role, 'site', setting);
  const data = areas.map(
    ({ row, id, geometry, name }): Site => ({
      id,
      name: name ?? id,
      geometry,
      stage: fixedOrRead(row, role.stage, asWholeNumber),
      sideState: null,
      infill: yesOrNo(row, role.infill) ?? false,
      dwellings: row.count(role.dwellings),
      dwellingsLost: row.count(role.dwellingsLost),
      floorAreaSquareMeters: row.count(role.floorAreaSquareMeters),
      subsidisedShare: row.count(role.subsidisedShare),
      dwellingType: role.dwellingType === undefined ? null : fixedOrRead(row, role.dwellingType, oneOf(DWELLING_TYPES)),
      firstOccupancy: row.count(role.firstOccupancy),
      phases: [],
      owner: row.text(role.owner),
      inForecast: yesOrNo(row, role.inForecast),
      nextStep: row.text(role.nextStep),
      nextDate: row.day(role.nextDate),
      source: setting.sourceIndex,
      grade: role.grade ?? 'official',
    }),
  );
  return { data, notes };
}

/** Gemeinbedarfsflächen and other plots; the area is measured in the city's metric coordinate system. */
export function readPlots(rows: SourceRows, role: RoleOf<'plots'>, setting: SourceSetting): WithNotes<Plot[]> {
  const { data: areas, notes } = readAreaRows(rows, role, 'plot', setting);
  const data = areas.map(
    ({ row, id, geometry, name }): Plot => ({
      id,
      name,
      geometry,
      use: row.text(role.use),
      owner: row.text(role.owner),
      areaSquareMeters: areaSquareMeters(geometry, setting.projection),
      reservedFor: row.text(role.reservedFor),
      reservedUntil: row.day(role.reservedUntil),
      source: setting.sourceIndex,
      grade: role.grade ?? 'official',
    }),
  );
  return { data, notes };
}
