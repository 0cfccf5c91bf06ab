import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains } from '../../shared/geometry/side-of-area.ts';
import type { Where } from '../../shared/problem.ts';
import type { CityContent, District } from '../types.ts';
import { refuseRule } from './refuse.ts';

export type DistrictsById = ReadonlyMap<string, District>;

export function indexDistricts(districts: readonly District[]): DistrictsById {
  return new Map(districts.map((district) => [district.id, district]));
}

/** Districts know their parent one level up, and a point well inside each lies in that parent. */
export function checkDistricts({ identity, districts }: CityContent, byId: DistrictsById): void {
  for (const district of districts) {
    const at = (column: string): Where => ({ layer: 'districts', feature: district.id, column });
    if (district.name === '') refuseRule('non-empty', district.name, at('name'));
    if (identity.levels[district.level - 1] === undefined) {
      refuseRule('between', district.level, at('level'), `1 … ${identity.levels.length}`);
    }
    if (district.level === 1) {
      if (district.parent !== null) refuseRule('no-parent', district.parent, at('parent'));
      continue;
    }
    const parent = byId.get(district.parent ?? '');
    if (parent?.level !== district.level - 1) {
      refuseRule('parent-of-district', district.parent, at('parent'), district.level - 1);
    }
    if (!areaContains(parent!.geometry, interiorPoint(district.geometry))) {
      refuseRule('inside-parent', district.name, at('geometry'), parent!.name);
    }
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
