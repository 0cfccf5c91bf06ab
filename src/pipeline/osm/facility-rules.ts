import type { ServiceId } from '../../shared/services.ts';
import type { Tags } from './osm-model.ts';

/** What a house is, coarser than its services: only houses of one kind can be the same house mapped twice. */
export type FacilityKind =
  | 'kita'
  | 'school'
  | 'doctor'
  | 'nursing-home'
  | 'day-care'
  | 'library'
  | 'meeting'
  | 'youth'
  | 'family'
  | 'sports-hall'
  | 'housing';

export interface Facility {
  readonly kind: FacilityKind;
  readonly services: readonly ServiceId[];
}

/** Kinds whose `capacity` is in the unit of their services (places, pupils, persons). */
export const CAPACITY_KINDS: ReadonlySet<FacilityKind> = new Set([
  'kita',
  'school',
  'nursing-home',
  'day-care',
  'housing',
]);

/**
 * What kind of house the tags describe and which services it offers; `null` if none that the program knows. Only tags count; names
 * decide where a rule below says so. Keys with a life-cycle prefix (`disused:amenity`) and houses tagged `disused=yes`,
 * `abandoned=yes` or `construction=yes` are none.
 *
 * - kita: `amenity=kindergarten|childcare`. Both kita-u3 and kita-ue3, unless `max_age` ≤ 3 or `min_age` ≥ 3 says which; `min_age` ≥ 6,
 *   `after_school=yes` on a childcare, or a name with "Hort" and without "Kita" means after-school care (ganztag).
 * - school: `amenity=school`; see {@link schoolServices}.
 * - doctor: `amenity=doctors`, or `healthcare=doctor` unless it is a dentist. hausarzt and kinderarzt by `healthcare:speciality`, else arzt.
 * - nursing home: `amenity=nursing_home` or `social_facility=nursing_home`. Assisted living and group homes are flats, not care places.
 * - day care for the old: `social_facility=day_care` for seniors.
 * - library: `amenity=library`.
 * - meeting place: `amenity=community_centre|social_centre`; for the young or named "Jugend…": youth; for families: family centre.
 * - youth: `amenity=youth_centre`, or a social facility for the young that is named Jugendclub, Jugendtreff, Jugendhaus or Jugendzentrum.
 * - sports hall: `leisure=sports_hall` or `building=sports_hall`.
 * - housing of refugees: `social_facility=shelter` for refugees.
 */
export function facilityByTags(tags: Tags): Facility | null {
  if (tags.disused === 'yes' || tags.abandoned === 'yes' || tags.construction === 'yes') return null;
  switch (tags.amenity) {
    case 'kindergarten':
    case 'childcare':
      return { kind: 'kita', services: kitaServices(tags) };
    case 'school':
      return { kind: 'school', services: schoolServices(tags) };
    case 'doctors':
      return { kind: 'doctor', services: doctorServices(tags) };
    case 'nursing_home':
      return { kind: 'nursing-home', services: ['pflege'] };
    case 'library':
      return { kind: 'library', services: ['bibliothek'] };
    case 'community_centre':
    case 'social_centre':
      return meetingPlace(tags);
    case 'youth_centre':
      return { kind: 'youth', services: ['jugendtreff'] };
    default:
      return otherFacility(tags);
  }
}

function otherFacility(tags: Tags): Facility | null {
  const audience = audienceOf(tags);
  if (tags.healthcare === 'doctor' && tags.amenity !== 'dentist') {
    return { kind: 'doctor', services: doctorServices(tags) };
  }
  if (tags.social_facility === 'nursing_home') return { kind: 'nursing-home', services: ['pflege'] };
  if (tags.social_facility === 'day_care' && isFor(audience, SENIORS)) {
    return { kind: 'day-care', services: ['tagespflege'] };
  }
  if (tags.social_facility === 'shelter' && isFor(audience, REFUGEES)) {
    return { kind: 'housing', services: ['unterkunft'] };
  }
  if (tags.amenity === 'social_facility' && isFor(audience, YOUNG) && YOUTH_HOUSE_NAME.test(tags.name ?? '')) {
    return { kind: 'youth', services: ['jugendtreff'] };
  }
  if (tags.leisure === 'sports_hall' || tags.building === 'sports_hall') {
    return { kind: 'sports-hall', services: ['sporthalle'] };
  }
  return null;
}

const YOUNG = ['juvenile', 'youth', 'teenager', 'child', 'children', 'child;juvenile'];
const SENIORS = ['senior', 'seniors', 'elderly'];
const REFUGEES = ['refugee', 'refugees', 'asylum_seeker', 'asylum'];
const FAMILIES = ['family', 'families'];
const YOUTH_HOUSE_NAME = /\bJugend(club|treff|haus|zentrum)/i;

function audienceOf(tags: Tags): string[] {
  return valuesOf(tags['community_centre:for'] ?? tags['social_facility:for'] ?? tags['social_centre:for']);
}

/** `a; b` → [`a`, `b`] */
function valuesOf(text: string | undefined): string[] {
  return (text ?? '').split(/[;,]/).map((value) => value.trim().toLowerCase());
}

function isFor(audience: readonly string[], group: readonly string[]): boolean {
  return audience.some((value) => group.includes(value));
}

function meetingPlace(tags: Tags): Facility {
  const audience = audienceOf(tags);
  const type = tags.community_centre;
  if (isFor(audience, YOUNG) || type === 'youth_centre' || /\bJugend/i.test(tags.name ?? '')) {
    return { kind: 'youth', services: ['jugendtreff'] };
  }
  if (isFor(audience, FAMILIES) || type === 'family_centre' || /\bFamilienzentrum\b/i.test(tags.name ?? '')) {
    return { kind: 'family', services: ['familienzentrum'] };
  }
  return { kind: 'meeting', services: ['begegnung'] };
}

function kitaServices(tags: Tags): ServiceId[] {
  const { minAge, maxAge } = agesByTags(tags);
  const isNamedHort =
    /\bHort\b/i.test(tags.name ?? '') && !/Kita|Kindertages|Kindergarten|Krippe/i.test(tags.name ?? '');
  if ((minAge !== null && minAge >= 6) || isNamedHort) return ['ganztag'];
  if (tags.amenity === 'childcare' && tags.after_school === 'yes') return ['ganztag'];
  if (maxAge !== null && maxAge <= 3) return ['kita-u3'];
  if (minAge !== null && minAge >= 3) return ['kita-ue3'];
  return ['kita-u3', 'kita-ue3'];
}

/** `min_age` and `max_age` as whole years; `null` where absent or anything else. */
export function agesByTags(tags: Tags): { readonly minAge: number | null; readonly maxAge: number | null } {
  const years = (text: string | undefined) => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : null);
  return { minAge: years(tags.min_age), maxAge: years(tags.max_age) };
}

const PRIMARY_TEXT = /grundschule|primarschule|\bgrund-\s*und\b/i;
const SECONDARY_TEXT =
  /gymnasium|realschule|hauptschule|gesamtschule|mittelschule|oberschule|sekundarschule|regional(e |)schule|gemeinschaftsschule|stadtteilschule|werkrealschule|\b[IK]GS\b/i;
/** Names of schools that are neither Grundschule nor Sekundarstufe I although they may contain the words. */
const OTHER_SCHOOL_TEXT =
  /beruf|abend|volkshoch|musik|fahr|förder|sonder|fachober|fachschule|fachhoch|hochschule|kolleg|akademie|sprachheil|tanz|krippe|kita\b/i;

/**
 * Which pupils a school takes: by `school:de`, `isced:level` (1 = Grundschule, 2 = Sekundarstufe I) and `school`; where none of them
 * says anything, by the name. Nothing found, or a school for special needs, for trades or for adults: `schule` without a Kennwert.
 */
function schoolServices(tags: Tags): ServiceId[] {
  const levels = iscedLevels(tags['isced:level']);
  const type = tags['school:de'] ?? '';
  const kinds = valuesOf(tags.school);
  let isPrimary = levels.has(1) || PRIMARY_TEXT.test(type) || kinds.includes('primary') || kinds.includes('elementary');
  let isSecondary = levels.has(2) || SECONDARY_TEXT.test(type) || kinds.includes('secondary');
  if (levels.size === 0 && type === '' && !isPrimary && !isSecondary) {
    const name = tags.name ?? '';
    isPrimary = PRIMARY_TEXT.test(name) && !OTHER_SCHOOL_TEXT.test(name);
    isSecondary = SECONDARY_TEXT.test(name) && !OTHER_SCHOOL_TEXT.test(name);
  } else if (OTHER_SCHOOL_TEXT.test(type)) return ['schule'];
  const services: ServiceId[] = [];
  if (isPrimary) services.push('grundschule');
  if (isSecondary) services.push('sek-1');
  return services.length > 0 ? services : ['schule'];
}

/** `1`, `1;2`, `1-3` → the levels meant. */
function iscedLevels(text: string | undefined): Set<number> {
  const levels = new Set<number>();
  for (const part of valuesOf(text)) {
    const match = /^(\d)(?:\s*-\s*(\d))?$/.exec(part);
    if (match === null) continue;
    for (let level = Number(match[1]); level <= Number(match[2] ?? match[1]); level++) levels.add(level);
  }
  return levels;
}

const GENERAL_PRACTICE = ['general', 'general_practice', 'general_medicine', 'family_medicine'];
const PAEDIATRICS = ['paediatrics', 'pediatrics', 'paediatric', 'pediatric'];

function doctorServices(tags: Tags): ServiceId[] {
  const specialities = valuesOf(tags['healthcare:speciality']);
  const services: ServiceId[] = [];
  if (specialities.some((value) => GENERAL_PRACTICE.includes(value))) services.push('hausarzt');
  if (specialities.some((value) => PAEDIATRICS.includes(value))) services.push('kinderarzt');
  return services.length > 0 ? services : ['arzt'];
}

/** True if the name speaks of another kind of house than the tags: told in the notes, never corrected. */
export function isNameAtOdds(kind: FacilityKind, name: string): boolean {
  switch (kind) {
    case 'school':
      return /\b(Kita|Kindertagesstätte|Kindergarten|Musikschule|Fahrschule|Tanzschule)\b|krippe/i.test(name);
    case 'kita':
      return /schule\b|gymnasium/i.test(name) && !/vorschul/i.test(name);
    case 'doctor':
      return /zahn(arzt|ärzt)|tierarzt|apotheke|physiotherap/i.test(name);
    default:
      return false;
  }
}
