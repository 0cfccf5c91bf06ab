import { boxContains, boxOfGeometry } from '../../shared/geometry/box.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains, sideOfArea } from '../../shared/geometry/side-of-area.ts';
import type { Where } from '../../shared/problem.ts';
import type { CityContent, District } from '../types.ts';
import { refuseRule } from './refuse.ts';

export type DistrictsById = ReadonlyMap<string, District>;

export function indexDistricts(districts: readonly District[]): DistrictsById {
  return new Map(districts.map((district) => [district.id, district]));
}

/**
 * Districts know their parent one level up. A point well inside each lies in that parent and in no other district of its level; that
 * finds wrong parents and areas laid over each other, not slivers along a border, which sources have and nobody lives in.
 */
export function checkDistricts({ identity, districts }: CityContent, byId: DistrictsById): void {
  for (const district of districts) checkLineage(district, identity.levels.length, byId);
  const located = districts.map((district) => ({
    district,
    box: boxOfGeometry(district.geometry)!,
    inner: interiorPoint(district.geometry),
  }));
  for (const { district, inner } of located) {
    const where: Where = { layer: 'districts', feature: district.id, column: 'geometry' };
    const parent = byId.get(district.parent ?? '');
    if (parent !== undefined && !areaContains(parent.geometry, inner)) {
      refuseRule('inside-parent', district.name, where, parent.name);
    }
    for (const { district: other, box } of located) {
      if (other === district || other.level !== district.level || !boxContains(box, inner)) continue;
      if (sideOfArea(other.geometry, inner) === 'inside') refuseRule('no-overlap', district.name, where, other.name);
    }
  }
}

function checkLineage(district: District, levelCount: number, byId: DistrictsById): void {
  const at = (column: string): Where => ({ layer: 'districts', feature: district.id, column });
  if (district.name === '') refuseRule('non-empty', district.name, at('name'));
  if (!Number.isInteger(district.level) || district.level < 1 || district.level > levelCount) {
    refuseRule('between', district.level, at('level'), `1 … ${levelCount}`);
  }
  if (district.level === 1) {
    if (district.parent !== null) refuseRule('no-parent', district.parent, at('parent'));
  } else if (byId.get(district.parent ?? '')?.level !== district.level - 1) {
    refuseRule('parent-of-district', district.parent, at('parent'), district.level - 1);
  }
}

/** An object that names its district per level. */
interface Located {
  readonly districts: readonly (string | null)[];
  readonly outside: boolean;
}

/**
 * Checks the districts an object names: one entry per level, each district of that level and within the one before; none outside the
 * city. Inside, `mustLie` refuses an entry left empty (people); without it that is allowed (a house that no district claims).
 */
export function requireDistricts(
  item: Located,
  levelCount: number,
  mustLie: boolean,
  byId: DistrictsById,
  where: Where,
): void {
  if (item.districts.length !== levelCount) refuseRule('count', item.districts.length, where, levelCount);
  let parent: string | null = null;
  item.districts.forEach((id, i) => {
    const at = { ...where, column: `district_${i + 1}` };
    if (id === null) {
      if (mustLie && !item.outside) refuseRule('one-district-per-level', id, at, i + 1);
      parent = null;
      return;
    }
    if (item.outside) refuseRule('no-district-outside', id, at);
    const district = byId.get(id) ?? refuseRule('known-district', id, at);
    if (district.level !== i + 1) refuseRule('district-of-level', id, at, i + 1);
    if (parent !== null && district.parent !== parent) refuseRule('inside-parent', id, at, parent);
    parent = id;
  });
}
