import type { District } from '../../city/types.ts';
import type { Area } from '../../shared/geometry/area.ts';
import type { ForwardProjection } from '../../shared/geometry/area-square-meters.ts';
import { boxOfGeometry, visitPositions } from '../../shared/geometry/box.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains, createAreaTester } from '../../shared/geometry/side-of-area.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { type DistrictLevelInput, type DistrictRow, readDistrictRows } from './district-rows.ts';
import { trimOverlaps } from './trim-overlaps.ts';

/** A district with the key it has in its source. */
export interface PreparedDistrict extends District {
  readonly key: string;
}

/** Share of a district beyond its parent from which it is worth a note: two levels drawn with different care differ by less. */
const NOTED_SHARE = 0.02;

/** A share is known to about half a percent with as many samples as this squared. */
const SAMPLES_PER_SIDE = 24;

const NAMED_DISTRICTS = 5;

type Rows = ReadonlyMap<number, readonly DistrictRow[]>;

/** Levels whose keys stand in columns first: the others take theirs from them. */
function readRows(levels: readonly DistrictLevelInput[], notes: Note[]): Rows {
  const rows = new Map<number, DistrictRow[]>();
  const ownKeysFirst = [...levels].sort((a, b) => Number(typeof a.id !== 'string') - Number(typeof b.id !== 'string'));
  for (const input of ownKeysFirst) rows.set(input.level, readDistrictRows(input, rows, notes));
  return rows;
}

/** The share of an area outside its parent, estimated from the points of a grid over its box that lie in it. */
function shareBeyond(area: Area, parent: Area): number {
  const outer = createAreaTester(parent);
  let isBeyond = false;
  visitPositions(area, (position) => {
    isBeyond ||= outer.sideOf(position) === 'outside';
  });
  if (!isBeyond) return 0;
  const inner = createAreaTester(area);
  const [west, south, east, north] = boxOfGeometry(area)!;
  let inside = 0;
  let beyond = 0;
  for (let i = 0; i < SAMPLES_PER_SIDE; i++) {
    for (let j = 0; j < SAMPLES_PER_SIDE; j++) {
      const lon = west + ((i + 0.5) / SAMPLES_PER_SIDE) * (east - west);
      const lat = south + ((j + 0.5) / SAMPLES_PER_SIDE) * (north - south);
      if (inner.sideOf([lon, lat]) !== 'inside') continue;
      inside++;
      if (outer.sideOf([lon, lat]) === 'outside') beyond++;
    }
  }
  return inside === 0 ? 0 : Math.round((beyond / inside) * 100) / 100;
}

/** The parent of a row: by its key, else the one a point well inside lies in. `parents` are sorted by id. */
function findParent(row: DistrictRow, parents: readonly PreparedDistrict[], file: string): PreparedDistrict {
  const where = { file, row: row.row, feature: row.name };
  if (row.parentKey === null) {
    const inner = interiorPoint(row.area);
    const parent = parents.find(({ geometry }) => areaContains(geometry, inner));
    return parent ?? fail('district.parent-not-found', {}, where);
  }
  const parent = parents.find(({ key }) => key === row.parentKey);
  const found = parents
    .slice(0, 5)
    .map(({ key }) => key)
    .join(', ');
  return parent ?? fail('district.parent-unknown', { parent: row.parentKey, found }, where);
}

/** Refuses districts that lie elsewhere than their parent; notes those that reach beyond it. */
function checkNesting(
  districts: readonly PreparedDistrict[],
  parents: readonly PreparedDistrict[],
  file: string,
  notes: Note[],
): void {
  const parentById = new Map(parents.map((parent) => [parent.id, parent]));
  const beyond: { readonly name: string; readonly share: number }[] = [];
  for (const { name, parent: parentId, geometry } of districts) {
    const parent = parentById.get(parentId ?? '') as PreparedDistrict;
    const share = shareBeyond(geometry, parent.geometry);
    if (!areaContains(parent.geometry, interiorPoint(geometry))) {
      fail('district.outside-parent', { parent: parent.name, share }, { file, feature: name });
    }
    if (share >= NOTED_SHARE) beyond.push({ name, share });
  }
  const [worst] = beyond.sort((a, b) => b.share - a.share);
  if (worst === undefined) return;
  const names = beyond
    .slice(0, NAMED_DISTRICTS)
    .map(({ name }) => name)
    .join(', ');
  const params = { districts: names + (beyond.length > NAMED_DISTRICTS ? ', …' : ''), share: worst.share };
  notes.push(note('info', 'district.beyond-parent', params, { where: { file }, count: beyond.length }));
}

/**
 * The districts of a city from the tables of its levels: ids `<source>:<key>`, unique; names filled; parents one level up by key or by
 * position; neighbours without overlaps (slivers cut off the district whose id comes later); every district lies in its parent, what
 * reaches 2 % beyond is noted. Sorted by level, then id. `projection` is that of the city's metric coordinate system, for areas. Throws what
 * {@link readDistrictRows} and {@link trimOverlaps} throw, `district.level-unknown` where a level is missing between others,
 * `district.parent-unknown`, `district.parent-not-found`, `district.outside-parent`. Cost: one to two seconds for 700 districts of 50,000
 * positions.
 */
export function prepareDistricts(
  levels: readonly DistrictLevelInput[],
  projection: ForwardProjection,
): WithNotes<PreparedDistrict[]> {
  const notes: Note[] = [];
  const rows = readRows(levels, notes);
  const districts: PreparedDistrict[] = [];
  let parents: readonly PreparedDistrict[] | null = null;
  for (const { source, file, level } of [...levels].sort((a, b) => a.level - b.level)) {
    const found = districts.map((district) => district.level);
    if (level > 1 && found.at(-1) !== level - 1) {
      fail('district.level-unknown', { level: level - 1, found: [...new Set(found)].join(', ') }, { file });
    }
    const above = parents;
    const prepared = (rows.get(level) ?? []).map((row): PreparedDistrict => {
      const parent = above === null ? null : findParent(row, above, file).id;
      return { id: `${source}:${row.key}`, key: row.key, level, parent, name: row.name, geometry: row.area };
    });
    const own = trimOverlaps(prepared, projection, file, notes);
    if (above !== null) checkNesting(own, above, file, notes);
    districts.push(...own);
    parents = own;
  }
  return { data: districts, notes };
}
