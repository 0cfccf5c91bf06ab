import { projectionOf } from '../city/projection.ts';
import type { District } from '../city/types.ts';
import { areaSquareMeters } from '../shared/geometry/area-square-meters.ts';
import { type Grade, worseGrade } from '../shared/grade.ts';
import type { CityTables } from './city-tables.ts';
import type { DistrictDetails } from './describe-object.ts';
import { maskSmallCounts } from './small-numbers.ts';

/** Whole persons of a district: all ages first, then by band; `null` where no demand point knows. */
interface DistrictCount {
  readonly counts: readonly (number | null)[];
  readonly unknownPoints: number;
  readonly grade: Grade | null;
}

/** Figures of a district: sums over its demand points, small delivered counts kept back (product.md, rule 7). */
export function describeDistrict(city: CityTables, district: District): DistrictDetails {
  const { geometry, ...rest } = district;
  const count = countPersons(city, district);
  const masked = maskedCounts(city, district);
  const shown = count.counts.map((persons, i) => (masked[i] ? null : persons));
  return {
    kind: 'district',
    district: rest,
    parentName: city.districts.find(({ id }) => id === district.parent)?.name ?? null,
    areaSquareMeters: areaSquareMeters(geometry, projectionOf(city.identity.epsg)),
    inhabitants: shown[0] ?? null,
    inhabitantsMasked: masked[0] ?? false,
    unknownPoints: count.unknownPoints,
    populationGrade: count.grade,
    bands: city.identity.bands.map((band, i) => ({
      band,
      persons: shown[i + 1] ?? null,
      masked: masked[i + 1] ?? false,
    })),
    houseCount: city.houses.filter((house) => house.districts[district.level - 1] === district.id).length,
    children: city.districts
      .filter(({ parent }) => parent === district.id)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
  };
}

function countPersons(city: CityTables, district: District): DistrictCount {
  const sums: (number | null)[] = [null, ...city.identity.bands.map(() => null)];
  let unknownPoints = 0;
  let grade: Grade | null = null;
  for (const point of city.population) {
    if (point.districts[district.level - 1] !== district.id) continue;
    if (point.total === null) unknownPoints++;
    else grade = grade === null ? point.grade : worseGrade(grade, point.grade);
    [point.total, ...point.persons].forEach((persons, i) => {
      if (persons !== null) sums[i] = (sums[i] ?? 0) + persons;
    });
  }
  return { counts: sums.map((sum) => (sum === null ? null : Math.round(sum))), unknownPoints, grade };
}

/** Per count (all ages, then bands) whether it is kept back; looks at the siblings and, up the tree, at the parents. */
function maskedCounts(city: CityTables, district: District): readonly boolean[] {
  const parent = city.districts.find(({ id }) => id === district.parent);
  const siblings = city.districts.filter((other) => other.level === district.level && other.parent === district.parent);
  const table = siblings.map((sibling) => countPersons(city, sibling).counts);
  const parentMasked = parent === undefined ? [] : maskedCounts(city, parent);
  return maskSmallCounts(table, city.identity.smallNumberThreshold, parentMasked)[siblings.indexOf(district)] ?? [];
}
