import type { Area } from '../../city/types.ts';
import type { EditSiteArgs } from '../../plan/actions/edit-site.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { type NumberStyle, parseDate, parseNumber } from '../../shared/german-numbers.ts';
import { type Problem, problem } from '../../shared/problem.ts';

/** The texts of a form about a site, as they stand in the fields. */
export interface SiteDraft {
  readonly name: string;
  readonly geometry: Area | null;
  readonly stage: number;
  readonly sideState: 'none' | 'dormant' | 'abandoned';
  readonly infill: boolean;
  readonly dwellings: string;
  readonly dwellingsLost: string;
  readonly floorArea: string;
  /** In percent. */
  readonly subsidised: string;
  readonly dwellingType: 'unknown' | 'MFH' | 'EFH' | 'mixed';
  readonly firstYear: string;
  /** `2029: 50; 2030: 50` in percent; empty = all from the first year on. */
  readonly phases: string;
  readonly owner: string;
  readonly inForecast: 'unknown' | 'yes' | 'no';
  readonly nextStep: string;
  readonly nextDate: string;
  readonly contactRole: string;
  readonly leftOut: boolean;
  readonly circle: Circle;
}

export type DraftField = keyof SiteDraft;
export type DraftProblems = Readonly<Partial<Record<DraftField, Problem>>>;

/** Fields of a site that a form sets one by one. */
const EDITED = [
  'name',
  'geometry',
  'stage',
  'sideState',
  'infill',
  'dwellings',
  'dwellingsLost',
  'floorAreaSquareMeters',
  'subsidisedShare',
  'dwellingType',
  'firstOccupancy',
  'owner',
  'inForecast',
  'nextStep',
  'nextDate',
  'contactRole',
  'leftOut',
] as const satisfies readonly (keyof RegisterSite)[];

/** What a draft says once it is read. */
export type SiteValues = Pick<RegisterSite, (typeof EDITED)[number] | 'phases' | 'circle'>;

export const EMPTY_DRAFT: SiteDraft = {
  name: '',
  geometry: null,
  stage: 0,
  sideState: 'none',
  infill: false,
  dwellings: '',
  dwellingsLost: '',
  floorArea: '',
  subsidised: '',
  dwellingType: 'MFH',
  firstYear: '',
  phases: '',
  owner: '',
  inForecast: 'no',
  nextStep: '',
  nextDate: '',
  contactRole: '',
  leftOut: false,
  circle: 'agsp',
};

/** A number as it is typed: with the decimal sign of the language, without grouping. */
function written(value: number | null, style: NumberStyle): string {
  if (value === null) return '';
  const text = String(Math.round(value * 1000) / 1000);
  return style === 'de' ? text.replace('.', ',') : text;
}

/** A day as the language writes it in figures; the other languages keep ISO. */
const dayText = (day: string | null, style: NumberStyle) =>
  style === 'de' && day !== null ? day.split('-').reverse().join('.') : (day ?? '');

const phasesOf = (site: Pick<RegisterSite, 'phases'>, style: NumberStyle) =>
  site.phases.length < 2
    ? ''
    : site.phases.map(({ year, share }) => `${year}: ${written(share * 100, style)}`).join('; ');

/** The form of a site as it is. */
export function draftOfSite(site: RegisterSite, style: NumberStyle): SiteDraft {
  const { inForecast } = site;
  return {
    name: site.name,
    geometry: site.geometry,
    stage: site.stage,
    sideState: site.sideState ?? 'none',
    infill: site.infill,
    dwellings: written(site.dwellings, style),
    dwellingsLost: written(site.dwellingsLost, style),
    floorArea: written(site.floorAreaSquareMeters, style),
    subsidised: written(site.subsidisedShare === null ? null : site.subsidisedShare * 100, style),
    dwellingType: site.dwellingType ?? 'unknown',
    firstYear: site.firstOccupancy === null ? '' : String(site.firstOccupancy),
    phases: phasesOf(site, style),
    owner: site.owner ?? '',
    inForecast: inForecast === null ? 'unknown' : inForecast ? 'yes' : 'no',
    nextStep: site.nextStep ?? '',
    nextDate: dayText(site.nextDate, style),
    contactRole: site.contactRole ?? '',
    leftOut: site.leftOut,
    circle: site.circle,
  };
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2120;
/** More dwellings than that in one site are a slip of the hand. */
const MOST_DWELLINGS = 50_000;
const MOST_SQUARE_METERS = 20_000_000;

type Found<T> = { readonly value: T } | { readonly problem: Problem };

function readAmount(text: string, style: NumberStyle, most: number): Found<number | null> {
  const parsed = parseNumber(text, style, ['']);
  if (parsed.kind === 'missing') return { value: null };
  if (parsed.kind === 'error') return { problem: problem('site.number-invalid', { found: parsed.found }) };
  const { value } = parsed;
  if (value < 0 || value > most)
    return { problem: problem('site.number-outside', { found: value, from: 0, to: most }) };
  return { value };
}

function readYear(text: string): Found<number | null> {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  const year = /^\d{4}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { value: year };
  return { problem: problem('site.year-invalid', { found: trimmed, from: FIRST_YEAR, to: LAST_YEAR }) };
}

function readDay(text: string): Found<string | null> {
  const parsed = parseDate(text, ['']);
  if (parsed.kind === 'missing') return { value: null };
  return parsed.kind === 'value'
    ? { value: parsed.value }
    : { problem: problem('site.date-invalid', { found: parsed.found }) };
}

/** `2029: 50; 2030: 50` → phases; the shares must make 100 %. */
function readPhases(text: string, style: NumberStyle): Found<SiteValues['phases']> {
  const parts = text.split(';').map((part) => part.trim());
  const found: { year: number; share: number }[] = [];
  for (const part of parts.filter((own) => own !== '')) {
    const [yearText = '', shareText = '', ...rest] = part.split(':');
    const year = readYear(yearText);
    const share = parseNumber(shareText.replace('%', ''), style, []);
    if (rest.length > 0 || 'problem' in year || year.value === null || share.kind !== 'value' || share.value <= 0) {
      return { problem: problem('site.phases-invalid', { found: part }) };
    }
    found.push({ year: year.value, share: share.value / 100 });
  }
  if (new Set(found.map(({ year }) => year)).size < found.length) {
    return { problem: problem('site.phases-invalid', { found: text.trim() }) };
  }
  const sum = found.reduce((total, { share }) => total + share, 0);
  if (found.length > 0 && Math.abs(sum - 1) > 0.001) {
    return { problem: problem('plan.phases-sum', { percent: Math.round(sum * 1000) / 10 }) };
  }
  return { value: found.sort((a, b) => a.year - b.year) };
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Reads a form strictly: nothing is guessed, every field that cannot be read is named. */
export function readSiteDraft(
  draft: SiteDraft,
  style: NumberStyle,
): { readonly values: SiteValues } | { readonly problems: DraftProblems } {
  const problems: { -readonly [F in DraftField]?: Problem } = {};
  const take = <T>(field: DraftField, found: Found<T>, otherwise: T): T => {
    if ('value' in found) return found.value;
    problems[field] = found.problem;
    return otherwise;
  };
  if (draft.name.trim() === '') problems.name = problem('site.name-missing', {});
  if (draft.geometry === null) problems.geometry = problem('site.place-missing', {});
  const percent = take('subsidised', readAmount(draft.subsidised, style, 100), null);
  const phases = take<SiteValues['phases']>('phases', readPhases(draft.phases, style), []);
  const firstYear = take('firstYear', readYear(draft.firstYear), null);
  const values = {
    name: draft.name.trim(),
    stage: draft.stage,
    sideState: draft.sideState === 'none' ? null : draft.sideState,
    infill: draft.infill,
    dwellings: take('dwellings', readAmount(draft.dwellings, style, MOST_DWELLINGS), null),
    dwellingsLost: take('dwellingsLost', readAmount(draft.dwellingsLost, style, MOST_DWELLINGS), null),
    floorAreaSquareMeters: take('floorArea', readAmount(draft.floorArea, style, MOST_SQUARE_METERS), null),
    subsidisedShare: percent === null ? null : percent / 100,
    dwellingType: draft.dwellingType === 'unknown' ? null : draft.dwellingType,
    // Phases say when the first move in.
    firstOccupancy: phases[0]?.year ?? firstYear,
    phases,
    owner: textOrNull(draft.owner),
    inForecast: draft.inForecast === 'unknown' ? null : draft.inForecast === 'yes',
    nextStep: textOrNull(draft.nextStep),
    nextDate: take('nextDate', readDay(draft.nextDate), null),
    contactRole: textOrNull(draft.contactRole),
    leftOut: draft.leftOut,
    circle: draft.circle,
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { values: { ...values, geometry: draft.geometry! } };
}

type FieldEdit = EditSiteArgs['edits'][number];

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The fields in which a form differs from the site as it was (its circle apart), and whether its phases do. */
export function editsOf(
  before: SiteValues,
  after: SiteValues,
): { readonly edits: readonly FieldEdit[]; readonly phasesChanged: boolean } {
  const edits = EDITED.filter((field) => !same(before[field], after[field])).map(
    (field) => ({ kind: 'site', field, value: after[field], circle: after.circle, reason: null }) as FieldEdit,
  );
  return { edits, phasesChanged: !same(before.phases, after.phases) };
}
