import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { SiteSurroundings, SocialNear } from '../../questions/sites/site-calls.ts';
import { type CheckEvidence, type ComputedAnswer, OPEN, worstOf } from './check-evidence.ts';
import type { CheckResult } from './check-questions.ts';
import { scoreOf, scoreText } from './service-answers.ts';

const DAILY_METERS = 800;
/** A district is poor where the share is this much of the city's; an assumption. */
const POOR_TIMES = 1.25;
/** Ids of social figures that tell poverty: SGB II, basic income support, poverty by name. */
const POVERTY = /^(sgb|grundsicherung|.*armut)/;
/** Of its share of the people a district's share of the places for refugees counts as fair from here on. */
const FAIR_SHARE = 0.8;

/**
 * Little green and poverty are known, noise and heat are in no package: two burdens make an area multi-burdened whatever the others are;
 * with fewer it stays open for want of them.
 */
export function burdenAnswer(known: CheckEvidence, t: Texts): ComputedAnswer {
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
export function toiletAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
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

/** Whether what one needs every day is near enough on foot. */
export function dailyAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
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

/** How far the next stop is; how steep the way is no package says. */
export function stopAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  const meters = surroundings?.nearest.stop;
  if (meters === undefined) return { ...OPEN, layer: 'slope' };
  const value = meters === null ? '> 5 km' : t.format.unit(meters, 'm', 0);
  return { ...OPEN, evidence: t('sites.evidence-distance', { what: t('sites.near-stop'), value }), layer: 'slope' };
}

/** Plots for the public near the site; what becomes of them only a plan says. */
export function plotsAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
  if (surroundings === null) return OPEN;
  if (surroundings.layersMissing.includes('plots')) return { ...OPEN, layer: 'plots' };
  return { ...OPEN, evidence: t.count('sites.evidence-plots', surroundings.plots.length) };
}

/** What is known of the district's people beside the city's; the judgement is somebody's. */
export function socialAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
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

/** Whether the district has its share of the places for refugees. */
export function shelterAnswer(surroundings: SiteSurroundings | null, t: Texts): ComputedAnswer {
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
