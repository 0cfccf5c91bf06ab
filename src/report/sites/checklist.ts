import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { type Cell, cellOf, matrixUse, USES, type Use } from '../../questions/needs/compatibility.ts';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { RegisterSite, SiteImpact, SiteSurroundings, SocialNear } from '../../questions/sites/site-calls.ts';
import type { NoWaves, SiteWaves } from '../../questions/sites/site-waves.ts';
import type { ServiceId } from '../../shared/services.ts';
import { rangeText, residentsSentence } from './need-text.ts';

export type CheckResult = 'met' | 'partly' | 'open' | 'unmet' | 'irrelevant';
/** Where an answer comes from: computed, computed and judged, by hand. */
export type CheckBasis = 'computed' | 'partly' | 'manual';
export type CheckGroup = 'need' | 'child' | 'health' | 'access' | 'mix' | 'land' | 'process';
export type CheckLayer =
  | 'noise'
  | 'climate'
  | 'burden'
  | 'burden-social'
  | 'slope'
  | 'units'
  | 'attributes'
  | 'attributes-toilets'
  | 'social'
  | 'shelters'
  | 'context'
  | 'fees'
  | 'ownership';

/** A question of the Sozialverträglichkeitsprüfung (`domain.md` § 6, own wording). */
export interface CheckQuestion {
  readonly number: number;
  readonly group: CheckGroup;
  readonly basis: CheckBasis;
  /** What it rests on. */
  readonly law: string | null;
  /** The layer without which it stays open. */
  readonly layer: CheckLayer | null;
}

const q = (
  number: number,
  group: CheckGroup,
  basis: CheckBasis,
  law: string | null = null,
  layer: CheckLayer | null = null,
): CheckQuestion => ({ number, group, basis, law, layer });

export const CHECK_QUESTIONS: readonly CheckQuestion[] = [
  q(1, 'need', 'computed', '§ 1 (6) BauGB'),
  q(2, 'need', 'partly', '§ 24 SGB VIII'),
  q(3, 'need', 'partly', 'SchG BW'),
  q(4, 'need', 'partly', 'GaFöG'),
  q(5, 'need', 'computed', 'G-BA'),
  q(6, 'need', 'partly'),
  q(7, 'need', 'partly', null, 'fees'),
  q(8, 'need', 'manual', '§ 1 (6) BauGB'),
  q(9, 'child', 'computed', 'DIN 18034-1, UN-KRK 31'),
  q(10, 'child', 'computed', 'DIN 18034-1, UN-KRK 31'),
  q(11, 'child', 'computed', 'UN-KRK 31'),
  q(12, 'child', 'partly', 'UN-KRK 3'),
  q(13, 'child', 'partly', 'LBOAVO § 1'),
  q(14, 'child', 'partly'),
  q(15, 'child', 'manual', '§ 41a GemO, UN-KRK 12'),
  q(16, 'child', 'manual', 'UN-KRK 3'),
  q(17, 'health', 'partly', null, 'noise'),
  q(18, 'health', 'partly', null, 'climate'),
  q(19, 'health', 'computed'),
  q(20, 'health', 'computed', null, 'context'),
  q(21, 'health', 'partly', null, 'burden'),
  q(22, 'health', 'manual'),
  q(23, 'access', 'partly', 'UN-BRK 9, DIN 18040-3', 'slope'),
  q(24, 'access', 'partly', 'UN-BRK 19, LBO § 35', 'units'),
  q(25, 'access', 'manual', 'LBO § 39, UN-BRK 9'),
  q(26, 'access', 'partly', 'UN-BRK 9', 'attributes'),
  q(27, 'access', 'manual', 'UN-BRK 4'),
  q(28, 'mix', 'partly', 'SIM'),
  q(29, 'mix', 'partly', null, 'social'),
  q(30, 'mix', 'manual', '§ 180 BauGB'),
  q(31, 'mix', 'partly', null, 'units'),
  q(32, 'mix', 'computed', null, 'shelters'),
  q(33, 'land', 'partly', 'GRDrs 193/2022', 'ownership'),
  q(34, 'land', 'partly', '§ 9 (1) Nr. 5 BauGB'),
  q(35, 'land', 'manual', '§ 11 BauGB'),
  q(36, 'land', 'partly'),
  q(37, 'process', 'manual'),
  q(38, 'process', 'manual'),
  q(39, 'process', 'computed'),
  q(40, 'process', 'computed'),
];

/** What is known when the checklist is read. */
export interface CheckEvidence {
  readonly site: RegisterSite;
  readonly waves: SiteWaves | NoWaves;
  /** By service; those that are not compared (yet) are absent. */
  readonly impacts: ReadonlyMap<ServiceId, SiteImpact>;
  readonly surroundings: SiteSurroundings | null;
  /** Bundles of needs that name the site. */
  readonly bundles: number;
  /** Services of the needs reported for the site. */
  readonly needServices: readonly ServiceId[];
}

/** What the program itself can say about a question; `layer` = what is missing for it. */
export interface ComputedAnswer {
  readonly result: CheckResult;
  readonly evidence: string | null;
  readonly layer: CheckLayer | null;
}

const OPEN: ComputedAnswer = { result: 'open', evidence: null, layer: null };
const DAILY_METERS = 800;
const SUBSIDISED_SHARE = 0.3;
/** A district is poor where the share is this much of the city's; an assumption. */
const POOR_TIMES = 1.25;
/** Ids of social figures that tell poverty: SGB II, basic income support, poverty by name. */
const POVERTY = /^(sgb|grundsicherung|.*armut)/;
/** From here on a service asks for rooms of its own: half a group or Zug, five places, half a hall; an assumption. */
const LEAST = { share: 0.5, places: 5, pupils: 50, squareMeters: 200 } as const;

/** Of its share of the people a district's share of the places for refugees counts as fair from here on. */
const FAIR_SHARE = 0.8;

/** What can be said about a question without a person: the result with its evidence, or that a layer is missing. */
export function computedAnswer(question: CheckQuestion, known: CheckEvidence, t: Texts): ComputedAnswer {
  const { site, waves, surroundings } = known;
  switch (question.number) {
    case 1:
      return typeof waves === 'string'
        ? { ...OPEN, evidence: t(`sites.${waves}`) }
        : { result: 'met', evidence: residentsSentence(waves, t), layer: null };
    case 2:
      return placesAnswer(['kita-u3', 'kita-ue3'], known, t);
    case 3:
      return placesAnswer(['grundschule'], known, t);
    case 4:
      return placesAnswer(['ganztag'], known, t);
    case 5:
      return reachAnswer(['hausarzt', 'kinderarzt'], known, t);
    case 6:
      return placesAnswer(['pflege'], known, t);
    case 7: {
      const houses = known.impacts.get('begegnung')?.houses.length;
      if (houses === undefined) return OPEN;
      return {
        result: houses === 0 ? 'unmet' : 'open',
        evidence: t.count('sites.evidence-houses', houses),
        layer: houses === 0 ? null : 'fees',
      };
    }
    case 9:
      return reachAnswer(['spielplatz-0-6', 'spielplatz-6-12'], known, t);
    case 10:
      return reachAnswer(['spielplatz-12-18'], known, t);
    case 11:
      return scoreAnswer('spielflaeche', known, t);
    case 12:
      return wayToSchool(known, t);
    case 13:
      return neededAnswer(waves, 'privatePlaySquareMeters', t);
    case 14:
      return neededAnswer(waves, 'kitaOutdoorSquareMeters', t);
    case 19:
      return scoreAnswer('gruen-nah', known, t);
    case 20:
      return dailyAnswer(surroundings, t);
    case 21:
      return burdenAnswer(known, t);
    case 23:
      return stopAnswer(surroundings, t);
    case 26:
      return toiletAnswer(surroundings, t);
    case 28:
      return site.subsidisedShare === null
        ? { ...OPEN, layer: 'units' }
        : {
            result: site.subsidisedShare >= SUBSIDISED_SHARE ? 'met' : 'unmet',
            evidence: t('sites.evidence-share', { value: t.format.percent(site.subsidisedShare) }),
            layer: null,
          };
    case 29:
      return socialAnswer(surroundings, t);
    case 32:
      return shelterAnswer(surroundings, t);
    case 33:
      return site.owner === null
        ? { ...OPEN, layer: 'ownership' }
        : { ...OPEN, evidence: t('sites.evidence-owner', { owner: site.owner }) };
    case 34:
      return surroundings === null
        ? OPEN
        : { ...OPEN, evidence: t.count('sites.evidence-plots', surroundings.plots.length) };
    case 36:
      return sharedHouseAnswer(known, t);
    case 39:
      return {
        result: known.bundles > 0 ? 'met' : 'open',
        evidence: t.count('sites.evidence-bundles', known.bundles),
        layer: null,
      };
    case 40:
      return site.nextDate === null
        ? OPEN
        : { result: 'met', evidence: t('sites.evidence-date', { date: t.format.date(site.nextDate) }), layer: null };
    default:
      return { ...OPEN, layer: question.layer };
  }
}

/** The worst of several results: one house that is full makes the answer. */
function worstOf(results: readonly CheckResult[]): CheckResult {
  if (results.length === 0 || results.includes('open')) return 'open';
  if (results.every((result) => result === 'met')) return 'met';
  return results.every((result) => result === 'unmet') ? 'unmet' : 'partly';
}

function placesAnswer(services: readonly ServiceId[], { impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const found = services.map((service) => ({ service, impact: impacts.get(service) }));
  const results = found.map(({ impact }): CheckResult => {
    if (impact === undefined || impact.years.every(({ missing }) => missing === null)) return 'open';
    return impact.worst === null ? 'met' : 'unmet';
  });
  const evidence = found.flatMap(({ service, impact }) => {
    if (impact === undefined || impact.years.every(({ missing }) => missing === null)) return [];
    const value = impact.worst === null ? '0' : `${rangeText(impact.worst, t)} (${impact.worst.year})`;
    return [`${t(`service.${service}`)}: ${t('sites.impact-missing')} ${value}`];
  });
  return { result: worstOf(results), evidence: evidence.length === 0 ? null : evidence.join('; '), layer: null };
}

function reachAnswer(services: readonly ServiceId[], { impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const found = services.flatMap((service) => impacts.get(service) ?? []);
  if (found.length < services.length) return OPEN;
  const beyond = (impact: SiteImpact) => Math.max(...impact.years.map(({ missingOwn }) => missingOwn ?? 0));
  const evidence = found.map((impact) => {
    const limit = t.format.unit(impact.limitMeters ?? 0, 'm', 0);
    const service = t(`service.${impact.service}`);
    const persons = beyond(impact);
    return persons < 0.5
      ? t('sites.evidence-all-reach', { service, limit })
      : t('sites.evidence-practice', { service, limit, persons: t.format.number(persons, 0) });
  });
  const results = found.map((impact): CheckResult => (beyond(impact) < 0.5 ? 'met' : 'unmet'));
  return { result: worstOf(results), evidence: evidence.join('; '), layer: null };
}

/** The least m² per person in reach of the site over the years, and the target; `null` where one is not known. */
function scoreOf(
  service: 'spielflaeche' | 'gruen-nah',
  { impacts, waves }: CheckEvidence,
): { readonly least: number; readonly target: number } | null {
  const impact = impacts.get(service);
  const rate =
    typeof waves === 'string'
      ? null
      : waves.services.find(({ indicator }) => indicator.service === service)?.indicator.rate.value;
  const known = (impact?.squareMetersPerPerson ?? []).filter((score) => score !== null);
  if (known.length === 0 || rate === null || rate === undefined) return null;
  return { least: Math.min(...known), target: rate };
}

function scoreText({ least, target }: { readonly least: number; readonly target: number }, t: Texts): string {
  return t('sites.evidence-score', { value: t.format.unit(least, 'm²', 1), target: t.format.unit(target, 'm²', 1) });
}

function scoreAnswer(service: 'spielflaeche' | 'gruen-nah', known: CheckEvidence, t: Texts): ComputedAnswer {
  const score = scoreOf(service, known);
  if (score === null) return OPEN;
  return { result: score.least >= score.target ? 'met' : 'unmet', evidence: scoreText(score, t), layer: null };
}

/**
 * Little green and poverty are known, noise and heat are in no package: two burdens make an area multi-burdened whatever the others are;
 * with fewer it stays open for want of them.
 */
function burdenAnswer(known: CheckEvidence, t: Texts): ComputedAnswer {
  if (known.surroundings === null) return OPEN;
  const green = scoreOf('gruen-nah', known);
  const poverty = known.surroundings.social.filter(({ id }) => POVERTY.test(id));
  const poor = poverty.filter(({ share, cityShare }) => share >= cityShare * POOR_TIMES);
  const words = [
    ...(green === null ? [] : [t('sites.burden-green', { score: scoreText(green, t) })]),
    ...(poor.length > 0 ? poor : poverty.slice(0, 1)).map((figure) => socialText(figure, t)),
  ];
  const evidence = words.length === 0 ? null : words.join('; ');
  if (green !== null && green.least < green.target && poor.length > 0)
    return { result: 'unmet', evidence: t('sites.burden-two', { evidence: evidence! }), layer: null };
  return { result: 'open', evidence, layer: poverty.length === 0 ? 'burden-social' : 'burden' };
}

/** Where the next public toilet is; whether it and the playgrounds are for everybody no package says. */
function toiletAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  if (surroundings === null) return OPEN;
  const meters = surroundings.nearest.toilet;
  if (meters === undefined) return { ...OPEN, layer: 'attributes-toilets' };
  const value = meters === null ? '> 5 km' : t.format.unit(meters, 'm', 0);
  return {
    ...OPEN,
    evidence: t('sites.evidence-distance', { what: t('sites.near-toilet'), value }),
    layer: 'attributes',
  };
}

/** Uses that the site asks for rooms of their own for: by its waves, and by what departments have reported for it. */
function usesAskedFor({ waves, needServices }: CheckEvidence): readonly Use[] {
  const own = (typeof waves === 'string' ? [] : waves.services).filter(({ indicator, peak }) => {
    const { rounding, unit } = indicator;
    if (rounding.size !== null) return peak.value >= rounding.size * LEAST.share;
    if (unit === 'persons' || unit === 'houses') return false;
    return peak.value >= (unit === 'square-meters' ? LEAST.squareMeters : LEAST[unit]);
  });
  const asked = new Set([...own.map(({ indicator }) => indicator.service), ...needServices].map(matrixUse));
  return USES.filter((use) => asked.has(use));
}

/** Which of the uses that the site needs fit into one house, by the matrix of `domain.md` § 8. */
function sharedHouseAnswer(known: CheckEvidence, t: Texts): ComputedAnswer {
  const uses = usesAskedFor(known);
  const name = (use: Use) => t(`sites.use-${use}`);
  if (uses.length < 2) {
    const what = uses.length === 0 ? t('sites.uses-none') : name(uses[0]!);
    return { ...OPEN, evidence: t('sites.uses-too-few', { uses: what }) };
  }
  const pairs = uses.flatMap((a, i) => uses.slice(i + 1).map((b) => ({ a, b, cell: cellOf(a, b) })));
  const of = (cell: Cell) => pairs.filter((pair) => pair.cell === cell);
  const text = (key: 'sites.uses-strong' | 'sites.uses-possible' | 'sites.uses-conflict', cell: Cell) => {
    const found = of(cell).map(({ a, b }) => `${name(a)} + ${name(b)}`);
    return found.length === 0 ? [] : [t(key, { pairs: found.join(', ') })];
  };
  const evidence = [
    ...text('sites.uses-strong', 'strong'),
    ...text('sites.uses-possible', 'possible'),
    ...text('sites.uses-conflict', 'conflict'),
  ].join('; ');
  const result: CheckResult =
    of('strong').length > 0
      ? 'met'
      : of('possible').length > 0
        ? 'partly'
        : of('conflict').length === pairs.length
          ? 'unmet'
          : 'open';
  return { result, evidence: evidence === '' ? t('sites.uses-neutral') : evidence, layer: null };
}

function neededAnswer(
  waves: CheckEvidence['waves'],
  key: 'privatePlaySquareMeters' | 'kitaOutdoorSquareMeters',
  t: Texts,
): ComputedAnswer {
  const value = typeof waves === 'string' ? null : requiredAreas(waves)[key];
  return value === null
    ? OPEN
    : { ...OPEN, evidence: t('sites.evidence-needed', { value: t.format.unit(value, 'm²', 0) }) };
}

function dailyAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  if (surroundings === null) return OPEN;
  const kinds = (['supermarket', 'pharmacy'] as const).filter((kind) => surroundings.nearest[kind] !== undefined);
  if (kinds.length === 0) return { ...OPEN, layer: 'context' };
  const meters = kinds.map((kind) => surroundings.nearest[kind] ?? Infinity);
  const evidence = kinds.map((kind, i) =>
    t('sites.evidence-distance', {
      what: t(`sites.near-${kind}`),
      value: Number.isFinite(meters[i]!) ? t.format.unit(meters[i]!, 'm', 0) : '> 5 km',
    }),
  );
  const results = meters.map((value): CheckResult => (value <= DAILY_METERS ? 'met' : 'unmet'));
  return { result: worstOf(results), evidence: evidence.join('; '), layer: null };
}

/** How far the nearest school is; whether the way is safe only somebody who walks it can say. */
function wayToSchool({ impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const school = impacts.get('grundschule')?.houses.find(({ meters }) => meters !== null);
  if (school === undefined) return OPEN;
  const meters = t.format.unit(school.meters!, 'm', 0);
  return { ...OPEN, evidence: t('sites.evidence-school', { name: school.name ?? school.id, meters }) };
}

function stopAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  const meters = surroundings?.nearest.stop;
  if (meters === undefined) return { ...OPEN, layer: 'slope' };
  const value = meters === null ? '> 5 km' : t.format.unit(meters, 'm', 0);
  return { ...OPEN, evidence: t('sites.evidence-distance', { what: t('sites.near-stop'), value }), layer: 'slope' };
}

function socialAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  if (surroundings === null) return OPEN;
  if (surroundings.social.length === 0) return { ...OPEN, layer: 'social' };
  return { ...OPEN, evidence: surroundings.social.map((figure) => socialText(figure, t)).join('; ') };
}

function socialText(figure: SocialNear, t: Texts): string {
  return t('sites.evidence-social', {
    figure: figure[t.language],
    district: figure.district,
    year: String(figure.year),
    share: t.format.percent(figure.share, 1),
    city: t.format.percent(figure.cityShare, 1),
  });
}

function shelterAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  if (surroundings === null) return OPEN;
  const { shelters } = surroundings;
  if (shelters === null) return { ...OPEN, layer: 'shelters' };
  return {
    // Fair is what a district has by its people; a little less is no neglect.
    result: shelters.share >= shelters.peopleShare * FAIR_SHARE ? 'met' : 'partly',
    evidence: t('sites.evidence-shelters', {
      district: shelters.district,
      share: t.format.percent(shelters.share),
      people: t.format.percent(shelters.peopleShare),
    }),
    layer: null,
  };
}
