import type { SupplyArea } from '../../city/types.ts';
import type { ServiceId } from '../../shared/services.ts';
import { agesByTags } from './facility-rules.ts';
import type { Tags } from './osm-model.ts';

export interface SupplyKind {
  readonly kind: SupplyArea['kind'];
  readonly services: readonly ServiceId[];
}

const OPEN: ReadonlySet<string> = new Set(['yes', 'public', 'permissive']);
const CLOSED: ReadonlySet<string> = new Set([
  'no',
  'private',
  'customers',
  'members',
  'permit',
  'military',
  'restricted',
]);

/**
 * What kind of open space the tags describe; `null` if none.
 *
 * - playground: `leisure=playground`, for the ages that `min_age` and `max_age` say, without them for all.
 * - green: what anyone may use for recreation: `leisure=park|common|recreation_ground`, `landuse=recreation_ground|village_green|forest`,
 *   `natural=wood`; `leisure=garden` only if `access` says it is open. Not: lawns, cemeteries, allotments, nature reserves.
 * - pitch: `leisure=pitch`; drawn, without a Kennwert.
 */
export function supplyKindByTags(tags: Tags): SupplyKind | null {
  if (tags.disused === 'yes' || tags.abandoned === 'yes') return null;
  if (tags.leisure === 'playground')
    return { kind: 'playground', services: [...playgroundServices(tags), 'spielflaeche'] };
  if (isGreen(tags)) return { kind: 'green', services: ['gruen-nah'] };
  return tags.leisure === 'pitch' ? { kind: 'pitch', services: [] } : null;
}

/** True if tags bar the public: such a space supplies nobody. */
export function isClosedToPublic(tags: Tags): boolean {
  return CLOSED.has(tags.access ?? '') || CLOSED.has(tags.foot ?? '');
}

function isGreen(tags: Tags): boolean {
  const { leisure, landuse, natural, access } = tags;
  if (leisure === 'garden') return OPEN.has(access ?? '');
  return (
    leisure === 'park' ||
    leisure === 'common' ||
    leisure === 'recreation_ground' ||
    landuse === 'recreation_ground' ||
    landuse === 'village_green' ||
    landuse === 'forest' ||
    natural === 'wood'
  );
}

const AGE_GROUPS = [
  { service: 'spielplatz-0-6', from: 0, to: 6 },
  { service: 'spielplatz-6-12', from: 6, to: 12 },
  { service: 'spielplatz-12-18', from: 12, to: 18 },
] as const satisfies readonly { service: ServiceId; from: number; to: number }[];

/** The age groups a playground is for: those that share a year with min_age … max_age. Unknown ends are open. */
function playgroundServices(tags: Tags): ServiceId[] {
  const { minAge, maxAge } = agesByTags(tags);
  const fitting = AGE_GROUPS.filter(({ from, to }) => (minAge ?? 0) < to && (maxAge ?? 99) > from);
  return (fitting.length > 0 ? fitting : AGE_GROUPS).map(({ service }) => service);
}
