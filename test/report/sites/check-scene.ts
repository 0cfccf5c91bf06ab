import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { compareSite } from '../../../src/questions/sites/compare-site.ts';
import type { ImpactAnswer } from '../../../src/questions/sites/site-calls.ts';
import { siteImpacts } from '../../../src/questions/sites/site-impact.ts';
import { siteRegister } from '../../../src/questions/sites/site-register.ts';
import { siteSurroundings } from '../../../src/questions/sites/site-surroundings.ts';
import { computeSiteWaves } from '../../../src/questions/sites/site-waves.ts';
import type { CheckEvidence, ComputedAnswer } from '../../../src/report/sites/check-evidence.ts';
import { CHECK_QUESTIONS } from '../../../src/report/sites/check-questions.ts';
import { computedAnswer } from '../../../src/report/sites/computed-answer.ts';
import { unknownText } from '../../../src/report/sites/impact-text.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const tiny = tinyCity();
const city = { ...tiny, identity: { ...tiny.identity, years: [2025, 2026, 2027, 2028, 2029, 2030, 2031] } };
const { sites } = siteRegister(city, { plan: null, scenarioId: null }, createDistrictLocator(city.districts));
export const site = sites[0]!;
const computed = computeSiteWaves(site, DEFAULT_CATALOGUE, '06-30');
if (typeof computed === 'string') throw new Error(computed);
export const waves = computed;
const t = createTexts('de');

/** The comparisons of all services, as the dossier asks for them. */
function allAnswers(): readonly (readonly [Indicator, ImpactAnswer])[] {
  const model = createCityModel(city);
  const compared = compareSite(city, { ...site, source: 1 }, { model, reach: createReachStore(model) });
  const indicators = DEFAULT_CATALOGUE.filter(({ model: kind }) => kind !== 'count');
  const steps = siteImpacts(compared, indicators, {
    catalogue: DEFAULT_CATALOGUE,
    counts: DEFAULT_COUNTS,
    variant: 'middle',
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.map((answer, i) => [indicators[i]!, answer] as const);
}

const answers = allAnswers();

/** What lies around a place. */
export const around = (geometry: typeof site.geometry) =>
  siteSurroundings({ ...city, plots: tiny.plots }, { plan: null, scenarioId: null, geometry });

/** All that is known of the garden of Zehnblock, 120 dwellings. */
export const known: CheckEvidence = {
  site,
  waves,
  impacts: new Map(
    answers.flatMap(([{ service }, answer]) => ('impact' in answer ? [[service, answer.impact] as const] : [])),
  ),
  unknown: new Map(
    answers.flatMap(([indicator, answer]) => {
      const why = unknownText(answer, indicator, t);
      return why === null ? [] : [[indicator.service, why] as const];
    }),
  ),
  surroundings: around(site.geometry),
  bundles: 0,
  needServices: [],
};
/** The answer to a question by its number, with some of the evidence changed. */
export const answer = (number: number, change: Partial<CheckEvidence> = {}): ComputedAnswer =>
  computedAnswer(CHECK_QUESTIONS[number - 1]!, { ...known, ...change }, t);
