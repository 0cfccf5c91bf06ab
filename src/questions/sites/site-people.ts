import type { House, SocialIndicator } from '../../city/types.ts';
import type { GapCity } from '../gaps/city-model.ts';
import type { ShelterShare, SocialNear } from './site-calls.ts';

/** Districts that a place lies in, largest first. */
type Path = readonly { readonly id: string; readonly name: string }[];

/**
 * Social figures of the smallest district around a place that has any, beside the city's of the same year and level. Masked and missing
 * figures are left out; an indicator without any is absent. O(rows).
 */
export function socialNear(
  { districts }: Pick<GapCity, 'districts'>,
  social: readonly SocialIndicator[],
  path: Path,
): SocialNear[] {
  const levelOf = new Map(districts.map(({ id, level }) => [id, level]));
  return social.flatMap(({ id, de, en, rows }): SocialNear[] => {
    const known = rows.filter(({ numerator, denominator }) => numerator !== null && (denominator ?? 0) > 0);
    for (const place of path.toReversed()) {
      const own = known.filter(({ district }) => district === place.id).toSorted((a, b) => b.year - a.year)[0];
      if (own === undefined) continue;
      const level = levelOf.get(place.id);
      const same = known.filter(({ district, year }) => year === own.year && levelOf.get(district) === level);
      const sum = (key: 'numerator' | 'denominator') => same.reduce((total, row) => total + row[key]!, 0);
      const share = own.numerator! / own.denominator!;
      return [
        { id, de, en, year: own.year, district: place.name, share, cityShare: sum('numerator') / sum('denominator') },
      ];
    }
    return [];
  });
}

/** Approved places for refugees of a house; `null` = it is none, or states none. */
function shelterPlaces({ offers, outside }: House): number | null {
  const own = outside ? [] : offers.filter(({ service, status }) => service === 'unterkunft' && status === 'existing');
  const stated = own.flatMap(({ capacityApproved: { value } }) => (value === null ? [] : [value]));
  return stated.length === 0 ? null : stated.reduce((sum, value) => sum + value, 0);
}

/** The share of the city's places for refugees in the largest district around a place, beside its share of the people. O(houses + points). */
export function shelterShare(city: Pick<GapCity, 'houses' | 'population'>, [largest]: Path): ShelterShare | null {
  if (largest === undefined) return null;
  let [places, here, people, peopleHere] = [0, 0, 0, 0];
  for (const house of city.houses) {
    const own = shelterPlaces(house) ?? 0;
    places += own;
    if (house.districts[0] === largest.id) here += own;
  }
  for (const { total, outside, districts } of city.population) {
    if (outside || total === null) continue;
    people += total;
    if (districts[0] === largest.id) peopleHere += total;
  }
  if (places === 0 || people === 0) return null;
  return { district: largest.name, places, share: here / places, peopleShare: peopleHere / people };
}
