import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import { citation, type Indicator } from '../indicators/indicator.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapResult } from '../questions/gaps/gap-request.ts';
import { DETOUR_FACTOR } from '../questions/gaps/service-reach.ts';
import { limitText, rateText } from './indicator-text.ts';
import { plural } from './words.ts';

/** One thing that a reader must know about the figures shown. */
export interface Deviation {
  /** Unique among those of one question. */
  readonly code: string;
  readonly text: string;
  /** True for what the data bring with them; false for what somebody has chosen. */
  readonly standing: boolean;
}

export interface DeviationsInput {
  readonly request: GapRequest;
  /** What the figures are computed by. */
  readonly indicator: Indicator;
  /** What is decided (or shipped) for the service. */
  readonly decided: Indicator;
  readonly result: GapResult;
  /** `null` = Bestand. */
  readonly scenarioName: string | null;
}

/** Everything that is not the default, then what the data bring with them, the year last. Never empty: the year is always said. */
export function deviations(input: DeviationsInput, t: Texts): Deviation[] {
  const chosen = [...requestDeviations(input, t), ...limitDeviation(input, t), ...indicatorDeviations(input, t)].map(
    ([code, text]) => ({ code, text, standing: false }),
  );
  const standing = standingNotices(input, t).map(([code, text]) => ({ code, text, standing: true }));
  return [...chosen, ...standing];
}

type Coded = readonly [code: string, text: string];

function requestDeviations({ request, scenarioName }: DeviationsInput, t: Texts): Coded[] {
  const { counts, variant, profile, pools = 'split', scenarioId } = request;
  const found: Coded[] = [];
  if (scenarioName !== null || scenarioId !== null) {
    found.push(['scenario', t('report-banner.scenario', { name: scenarioName ?? scenarioId ?? '' })]);
  }
  if (variant !== 'middle') found.push(['variant', t(`report-banner.variant-${variant}`)]);
  if (counts.facilities !== 'secured') {
    found.push(['facilities', t(`report-banner.facilities-${counts.facilities}`)]);
  }
  if (counts.sitesFromStage !== DEFAULT_COUNTS.sitesFromStage) {
    found.push(['sites', t('report-banner.sites', { stage: stageText(counts.sitesFromStage, t) })]);
  }
  if (counts.capacity === 'approved') found.push(['capacity', t('report-banner.capacity')]);
  if (profile === 'step-free') found.push(['profile', t('report-banner.profile')]);
  if (pools !== 'split') found.push(['pools', t(`report-banner.pools-${pools}`)]);
  return found;
}

/** "5 Aufstellungsbeschluss". */
function stageText(stage: number, t: Texts): string {
  const look = t as unknown as (key: string) => string;
  return t.has(`stage.${stage}`) ? `${stage} ${look(`stage.${stage}`)}` : String(stage);
}

function limitDeviation({ result, indicator, decided }: DeviationsInput, t: Texts): Coded[] {
  const meters = decided.limitMeters?.value ?? null;
  if (result.limitMeters === null || result.limitMeters === meters) return [];
  const found = t.format.unit(result.limitMeters, 'm');
  // A limit that comes with another version of the Kennwert is said here too: it is what changes the figures.
  const expected =
    meters === null ? (limitText(decided, t) ?? limitText(indicator, t) ?? '') : t.format.unit(meters, 'm');
  return [['limit', t('report-banner.limit', { found, expected })]];
}

function indicatorDeviations({ indicator, decided }: DeviationsInput, t: Texts): Coded[] {
  const found: Coded[] = [];
  if (citation(indicator) !== citation(decided)) {
    found.push([
      'indicator',
      t('report-banner.indicator', { found: citation(indicator), expected: citation(decided) }),
    ]);
  }
  const [rate, decidedRate] = [rateText(indicator, t), rateText(decided, t)];
  if (rate !== decidedRate) found.push(['rate', t('report-banner.rate', { found: rate, expected: decidedRate })]);
  if (indicator.model !== decided.model) {
    found.push([
      'model',
      t('report-banner.model', {
        found: t(`report-model.${indicator.model}`),
        expected: t(`report-model.${decided.model}`),
      }),
    ]);
  }
  return found;
}

function standingNotices({ request, result }: DeviationsInput, t: Texts): Coded[] {
  const found: Coded[] = [];
  const city = result.levels[0]?.[0];
  if (result.airDistance && result.limitMeters !== null) {
    found.push(['air-distance', t('report-banner.air-distance', { factor: DETOUR_FACTOR })]);
  }
  if (result.withoutCatchments === true) found.push(['without-catchments', t('report-banner.without-catchments')]);
  if (result.heldConstant) {
    found.push(['held-constant', t('report-banner.held-constant', { date: t.format.date(result.populationDate) })]);
  }
  if (result.sites?.basis === 'gross' && result.sites.persons > 0) {
    found.push(['sites-gross', t('report-banner.sites-gross')]);
  }
  const border = city?.pointsAtBorder ?? 0;
  if (border > 0) {
    found.push(['border', plural(t, 'report-banner.border', border, { count: t.format.number(border) })]);
  }
  found.push(['year', t('report-banner.year', { year: String(request.year) })]);
  return found;
}
