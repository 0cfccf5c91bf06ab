import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { GapResult, GapRow } from '../questions/gaps/gap-request.ts';
import { housesWanted } from '../questions/gaps/houses-wanted.ts';
import { houseGroupByService, type ServiceId } from '../shared/services.ts';
import { type FigureStyle, headlineFigure, type RangedFigure, roundToGrade, shareText } from './figure-text.ts';
import { type CountText, capitalised, listText, plural, targetCount, targetWord } from './words.ts';

export { roundToGrade } from './figure-text.ts';

export interface GapSentenceInput {
  readonly result: GapResult;
  /** The same row in the low and the high variant; `null` = not computed, then no range is shown. */
  readonly low: GapRow | null;
  readonly high: GapRow | null;
  readonly indicator: Indicator;
  /** Names of the districts with the largest gaps, largest first; empty = nothing is said about them. */
  readonly worstNames: readonly string[];
}

/** Services of which one person takes one place: "10 Kinder finden keinen Platz". Of others only places can be missing. */
const ONE_PLACE_EACH: ReadonlySet<ServiceId> = new Set(['kita-u3', 'kita-ue3', 'ganztag', 'pflege', 'tagespflege']);

/** What the parts of the headline share. */
interface Headline extends GapSentenceInput {
  readonly row: GapRow;
  readonly t: Texts;
}

/**
 * The headline of a row as one to four short sentences, the Saldo first where the model has one; rounded to the grade, with the range of
 * the variants where it is wider than 10 %. What is missing is said: no capacities, no ages, no rate, houses and cells left out.
 */
export function gapSentence(input: GapSentenceInput, row: GapRow, t: Texts): string[] {
  const headline = { ...input, row, t };
  return [...modelSentences(headline), ...withoutSentence(headline)].map(capitalised);
}

function modelSentences(headline: Headline): string[] {
  const { row, t, indicator } = headline;
  if (row.persons === null) return [t('report-gap.no-ages', { when: when(headline) }), ...placesSentence(headline)];
  switch (indicator.model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
      return placeSentences(headline);
    case 'area':
      return areaSentences(headline);
    case 'reach':
      return reachSentences(headline);
    case 'count':
      return [countSentence(headline)];
  }
}

/** "2030" for the city, "Mitte, 2030" for a district. */
function when({ row, result, t }: Headline): string {
  const year = String(result.request.year);
  return row.level === 0 ? year : t('report-gap.when', { name: row.name, year });
}

function ranged({ low, high }: Headline, value: number, key: keyof GapRow): RangedFigure {
  const side = (row: GapRow | null) => {
    const found = row?.[key];
    return typeof found === 'number' ? found : null;
  };
  return { value, low: side(low), high: side(high) };
}

/** A figure of the row in the unit of the service. */
function unitText(headline: Headline, value: number, key: keyof GapRow, style: FigureStyle = {}): CountText {
  const unit = headline.indicator.unit === 'square-meters' ? { unit: 'm²' } : {};
  return headlineFigure(ranged(headline, value, key), headline.result.grade, headline.t, { ...style, ...unit });
}

/** "rund 10.800 Plätze", "1 Schulplatz", "140.000 m²". */
function placesText({ indicator, t }: Headline, { text, count }: CountText): string {
  switch (indicator.unit) {
    case 'places':
    case 'persons':
      return plural(t, 'report-count.places', count, { count: text });
    case 'pupils':
      return plural(t, 'report-count.pupil-places', count, { count: text });
    case 'houses':
      return plural(t, 'report-count.houses', count, { count: text });
    case 'square-meters':
      return text;
  }
}

function worstClause({ worstNames, t }: Headline): string {
  return worstNames.length === 0 ? '' : t('report-gap.worst', { names: listText(worstNames, t) });
}

/** Models with places: what is needed, what is there, what of it is in reach. */
function placeSentences(headline: Headline): string[] {
  const { row, t, indicator } = headline;
  if (row.demand === null) {
    return [
      t('report-gap.no-rate', { when: when(headline) }),
      ...(row.capacity === null ? noPlaces(headline) : placesSentence(headline)),
      ...coverageSentence(headline, null),
    ];
  }
  if (row.capacity === null && row.served === null) {
    const covered = coverageSentence(headline, when(headline));
    return [...(covered.length === 0 ? [demandSentence(headline, row.demand)] : covered), ...noPlaces(headline)];
  }
  const first =
    row.capacity === null || row.balance === null
      ? demandSentence(headline, row.demand)
      : balanceSentence(headline, row.demand, row.capacity, row.balance);
  const reach = indicator.model === 'allocation' ? missingSentence(headline) : coverageSentence(headline, null);
  return [first, ...reach, ...(row.capacity === null ? noPlaces(headline) : []), ...levelSentence(headline)];
}

function balanceSentence(headline: Headline, demand: number, capacity: number, balance: number): string {
  const { t, indicator, result } = headline;
  const text = t('report-gap.balance', {
    when: when(headline),
    demand: unitText(headline, demand, 'demand', { about: true }).text,
    places: t(`report-places.${indicator.unit}`),
    capacity: unitText(headline, capacity, 'capacity').text,
    balance: unitText(headline, balance, 'balance', { signed: true }).text,
  });
  const { kind, size } = indicator.rounding;
  const rounded = roundToGrade(balance, result.grade);
  const zuege =
    kind === 'zuege' && size !== null && rounded !== 0
      ? t('report-gap.zuege', { zuege: t.format.number(rounded / size, 1) })
      : '';
  const worst = indicator.model === 'allocation' ? '' : worstClause(headline);
  return `${text}${zuege}${worst}.`;
}

function demandSentence(headline: Headline, demand: number): string {
  const text = unitText(headline, demand, 'demand', { about: true }).text;
  return headline.t('report-gap.demand', { when: when(headline), demand: text });
}

function noPlaces({ t, indicator }: Headline): string[] {
  return [t(`report-no-places.${indicator.unit}`)];
}

function placesSentence(headline: Headline): string[] {
  const { row, t } = headline;
  if (row.capacity === null) return [];
  const capacity = unitText(headline, row.capacity, 'capacity', { about: true });
  return [plural(t, 'report-gap.places', capacity.count, { count: placesText(headline, capacity) })];
}

/** Who finds no place within the limit, and what stays free at the same time. */
function missingSentence(headline: Headline): string[] {
  const { row, t, indicator, result } = headline;
  if (row.missing === null || result.limitMeters === null) return [];
  const limit = t.format.unit(result.limitMeters, 'm');
  if (row.missing < 0.5) return [`${t('report-gap.all-placed', { limit })}${freeClause(headline, true)}.`];
  const missing = unitText(headline, row.missing, 'missing', { about: true });
  const text = ONE_PLACE_EACH.has(indicator.service)
    ? plural(t, 'report-gap.no-place', missing.count, {
        limit,
        count: targetCount(t, targetWord(indicator), missing),
      })
    : plural(t, 'report-gap.missing', missing.count, { limit, count: placesText(headline, missing) });
  return [`${text}${freeClause(headline, false)}${worstClause(headline)}.`];
}

function freeClause(headline: Headline, about: boolean): string {
  const { row, t } = headline;
  if (row.free === null) return '';
  if (row.free < 0.5) return t('report-gap.none-free');
  const free = unitText(headline, row.free, 'free', { about });
  return plural(t, 'report-gap.free', free.count, { count: placesText(headline, free) });
}

/** "Für 92 % der Kinder liegt eine Kita innerhalb von 900 m", with its target where there is one; `lead` is the year before it. */
function coverageSentence(headline: Headline, lead: string | null): string[] {
  const { row, t, indicator, result } = headline;
  if (row.coverage === null || result.limitMeters === null) return [];
  const share = t('report-gap.coverage', {
    share: shareText(row.coverage, t),
    of: t(`report-of.${targetWord(indicator)}`),
    house: t(`report-a.${indicator.service}`),
    limit: t.format.unit(result.limitMeters, 'm'),
  });
  const wanted = indicator.targetShare?.value ?? null;
  const text = wanted === null ? share : t('report-gap.with-target', { text: share, target: t.format.percent(wanted) });
  return [lead === null ? `${capitalised(text)}.` : t('report-gap.lead', { when: lead, text: capitalised(text) })];
}

/** A balance drawn for a smaller area than the Kennwert is meant for says so. */
function levelSentence({ row, t, indicator }: Headline): string[] {
  const { balanceLevel } = indicator;
  return balanceLevel !== null && row.level > balanceLevel ? [t('report-gap.level')] : [];
}

function reachSentences(headline: Headline): string[] {
  const { row, t, indicator } = headline;
  const covered = coverageSentence(headline, when(headline));
  const outside = row.persons === null || row.personsWithinReach === null ? 0 : row.persons - row.personsWithinReach;
  if (outside < 0.5) return covered;
  const sides = [headline.low, headline.high].map((side) =>
    side === null || side.persons === null || side.personsWithinReach === null
      ? null
      : side.persons - side.personsWithinReach,
  );
  const figure = { value: outside, low: sides[0]!, high: sides[1]! };
  const found = headlineFigure(figure, headline.result.grade, t, { about: true });
  const count = targetCount(t, targetWord(indicator), found);
  return [...covered, `${plural(t, 'report-gap.outside', found.count, { count })}${worstClause(headline)}.`];
}

function areaSentences(headline: Headline): string[] {
  const { row, t, indicator, result } = headline;
  const rate = indicator.rate.value;
  const of = t(`report-of.${targetWord(indicator)}`);
  if (rate === null) return [t('report-gap.no-rate', { when: when(headline) }), ...coverageSentence(headline, null)];
  if (row.demandMet === null || result.limitMeters === null) {
    return [...coverageSentence(headline, when(headline)), ...noPlaces(headline)];
  }
  const sentences = [
    t('report-gap.area', {
      when: when(headline),
      share: capitalised(shareText(row.demandMet, t)),
      of,
      rate: t.format.unit(rate, 'm²'),
      limit: t.format.unit(result.limitMeters, 'm'),
    }),
  ];
  if (row.missing !== null && row.missing >= 0.5) {
    const { text } = unitText(headline, row.missing, 'missing', { about: true });
    sentences.push(`${t('report-gap.area-missing', { missing: text })}${worstClause(headline)}.`);
  }
  const without = row.coverage === null ? 0 : 1 - row.coverage;
  if (without > 1e-9) sentences.push(t('report-gap.area-none', { share: shareText(without, t), of }));
  return sentences;
}

/** Houses are counted one by one, whatever the grade of the population, and held against the number wanted. */
function countSentence(headline: Headline): string {
  const { row, t, indicator, result } = headline;
  const houses = plural(t, 'report-count.houses', row.houses, { count: t.format.number(row.houses) });
  const wanted = housesWanted(result, indicator, row);
  if (wanted === null) return t('report-gap.count', { when: when(headline), houses });
  const balance = row.houses - wanted;
  return t('report-gap.count-wanted', {
    when: when(headline),
    houses,
    wanted,
    balance: balance > 0 ? `+${t.format.number(balance)}` : t.format.number(balance),
  });
}

/** "Gerechnet ohne 3 Einrichtungen und 1 Rasterzelle ohne Angabe." Models without places need no figures of houses. */
function withoutSentence({ row, t, indicator }: Headline): string[] {
  const parts: string[] = [];
  const usesPlaces = indicator.model === 'area' ? row.demandMet !== null : row.capacity !== null || row.served !== null;
  if (usesPlaces && row.housesWithoutCapacity > 0) {
    const isArea = houseGroupByService(indicator.service) === null;
    const count = row.housesWithoutCapacity;
    parts.push(t.count(isArea ? 'report-without.areas' : 'report-without.houses', count));
  }
  if (row.persons !== null && row.pointsMissing > 0) parts.push(t.count('report-without.points', row.pointsMissing));
  return parts.length === 0 ? [] : [t('report-gap.without', { parts: listText(parts, t) })];
}
