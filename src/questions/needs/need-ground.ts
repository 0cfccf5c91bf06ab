import type { SocialIndicator } from '../../city/types.ts';
import type { Plan } from '../../plan/plan.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { landById, landOf, type NeedCity, positionOf } from './bundle-places.ts';
import type { DistrictStatus, NeedCalls, NeedGround } from './need-calls.ts';

export type SocialCity = NeedCity & { readonly social: readonly SocialIndicator[] };

/**
 * Indicators that tell of burden, by their ids, which are the city's own: transfer income, unemployment, poverty in old age, single
 * parents, rent. Others (migration, refugee places) are described, never scored.
 */
const BURDEN = /sgb|arbeitslos|grundsicherung|alleinerzieh|miet|armut|transfer|unemploy|poverty|single-parent|rent/i;

/** A district with fewer persons in an indicator is not scored (Hamburg Sozialmonitoring, `domain.md` § 5). */
const LEAST_DENOMINATOR = 300;

/**
 * Where needs lie, how ready their land is, and the social status of the districts of level 1: the mean of the z-scores of each
 * indicator's latest year. Masked figures and small districts count in none. O(needs + rows).
 */
export function needGround(
  city: SocialCity,
  plan: Plan | null,
  locator: DistrictLocator,
  { scenarioId, needs }: NeedCalls['needGround']['input'],
): NeedGround {
  const known = landOf(city, plan, scenarioId);
  const named = landById(known);
  const parents = new Map(city.districts.map(({ id, level, parent }) => [id, level === 1 ? id : parent]));
  return {
    placed: needs.map(({ id, place }) => {
      const position = positionOf(place, named);
      const land = named(place);
      const districtId =
        place.kind === 'district'
          ? (parents.get(place.districtId) ?? null)
          : position === null
            ? null
            : (locator.locate(position)[0] ?? null);
      return { id, districtId, land: land === null ? null : readinessOf(land) };
    }),
    ...districtStatus(city),
  };
}

function readinessOf({
  kind,
  id,
  name,
  areaSquareMeters,
  owner,
  reservedFor,
  stage,
}: ReturnType<typeof landOf>[number]) {
  return { kind, id, name, areaSquareMeters, owner, reservedFor, stage };
}

function districtStatus(city: SocialCity): Pick<NeedGround, 'districts' | 'indicators'> {
  const districts = city.districts.filter(({ level }) => level === 1);
  const ids = new Set(districts.map(({ id }) => id));
  const counted = city.social.filter(({ id }) => BURDEN.test(id));
  const scores = counted.map((indicator) => zScores(indicator, ids));
  return {
    districts: districts
      .map(({ id, name }): DistrictStatus => {
        const own = scores.flatMap((byId) => byId.get(id) ?? []);
        const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
        // Just below 0 it is 0, not −0.
        const burden = own.length === 0 ? null : (Math.round(mean * 1000) + 0) / 1000;
        return { id, name, burden, indicators: own.length };
      })
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    indicators: counted.map(({ id, de, en }) => ({ id, de, en })),
  };
}

/** By district: how many standard deviations its share lies above the mean of the districts, in the latest year. */
function zScores({ rows }: SocialIndicator, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
  const year = rows.reduce((latest, row) => Math.max(latest, row.year), 0);
  const shares = rows.flatMap((row) =>
    row.year === year &&
    ids.has(row.district) &&
    !row.masked &&
    row.numerator !== null &&
    (row.denominator ?? 0) >= LEAST_DENOMINATOR
      ? [{ id: row.district, share: row.numerator / row.denominator! }]
      : [],
  );
  if (shares.length < 2) return new Map();
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
  const deviation = Math.sqrt(shares.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / shares.length);
  if (deviation === 0) return new Map();
  return new Map(shares.map(({ id, share }) => [id, (share - mean) / deviation]));
}
