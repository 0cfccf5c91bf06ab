import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import { combine, type Formula, type FormulaToken, leaf, named, printFormula } from '../indicators/formula.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { entitledShare } from '../questions/gaps/gap-demand.ts';
import type { GapResult, GapRow } from '../questions/gaps/gap-request.ts';
import { houseGroupByService } from '../shared/services.ts';
import { shareText } from './figure-text.ts';
import { capitalised, plural, targetWord } from './words.ts';

export { type IndicatorLine, indicatorText } from './indicator-text.ts';

/**
 * How a figure of a row comes about, with the numbers of that row: evaluating the tree gives the figure shown (`null` where a part is
 * missing). `null` for names, and for figures that the indicator's model does not define. Sums over cells and houses are one leaf.
 */
export function ruleOf(figure: keyof GapRow, row: GapRow, result: GapResult, indicator: Indicator): Formula | null {
  const value = (key: FigureKey) => leaf(key, row[key], unitOf(key, indicator));
  const { model } = indicator;
  switch (figure) {
    case 'id':
    case 'name':
    case 'level':
    case 'parent':
      return null;
    case 'demand':
      // Houses are counted, no demand is computed for them.
      if (model === 'count') return null;
      return named('demand', perPerson('persons', row, result, indicator), unitOf('demand', indicator));
    case 'demandWithinReach':
      return named('demandWithinReach', perPerson('personsWithinReach', row, result, indicator));
    case 'balance':
      return named('balance', combine('minus', value('capacity'), value('demand')));
    case 'supplyRate':
      return named(
        'supplyRate',
        combine('over', combine('times', value('capacity'), leaf('hundred', 100)), value('persons')),
      );
    case 'coverage':
      return named('coverage', combine('over', value('personsWithinReach'), value('persons')));
    case 'demandMet':
      return demandMetRule(row, model, value);
    case 'missing':
      if (model === 'area') return sumOf('missing', 'sum-area-missing', row, indicator);
      return model === 'allocation' ? named('missing', combine('minus', value('demand'), value('served'))) : null;
    case 'noPlace':
      return model === 'allocation'
        ? named('noPlace', combine('minus', value('demandWithinReach'), value('served')))
        : null;
    case 'outOfReach':
      return model === 'allocation'
        ? named('outOfReach', combine('minus', value('demand'), value('served'), value('noPlace')))
        : null;
    case 'free':
      return model === 'allocation' ? freeRule(row, result, value) : null;
    case 'served':
      return model === 'allocation' ? sumOf('served', 'sum-served', row, indicator) : null;
    default:
      return sumOf(figure, `sum-${figure}`, row, indicator);
  }
}

type FigureKey = Exclude<keyof GapRow, 'id' | 'name' | 'level' | 'parent'>;

function unitOf(figure: FigureKey, { unit }: Indicator): string | null {
  const inUnit: readonly FigureKey[] = ['demand', 'demandWithinReach', 'served', 'missing', 'free', 'capacity'];
  return unit === 'square-meters' && inUnit.includes(figure) ? 'square-meters' : null;
}

/** A figure that is summed up over cells or houses: nothing to divide it into. */
function sumOf(figure: FigureKey, term: string, row: GapRow, indicator: Indicator): Formula {
  return named(figure, leaf(term, row[figure], unitOf(figure, indicator)));
}

/** Persons × rate, × the share entitled where a claim is being phased in. */
function perPerson(
  persons: 'persons' | 'personsWithinReach',
  row: GapRow,
  { request }: GapResult,
  indicator: Indicator,
): Formula {
  const parts = [leaf(persons, row[persons]), leaf('rate', indicator.rate.value, unitOf('demand', indicator))];
  if (indicator.phaseIn !== null) parts.push(leaf('entitled', entitledShare(indicator, request.year)));
  return combine('times', ...parts);
}

function demandMetRule(row: GapRow, model: Indicator['model'], value: (key: FigureKey) => Formula): Formula | null {
  if (model === 'allocation') return named('demandMet', combine('over', value('served'), value('demand')));
  if (model !== 'area') return null;
  const full = row.demandMet === null || row.persons === null ? null : row.demandMet * row.persons;
  return named('demandMet', combine('over', leaf('persons-full', full), value('persons')));
}

/** Places without a location are nobody's within walking distance: they are taken out together with those taken. */
function freeRule(row: GapRow, { placesWithoutLocation }: GapResult, value: (key: FigureKey) => Formula): Formula {
  const taken = row.capacity === null || row.free === null ? null : row.capacity - row.free;
  const term = placesWithoutLocation > 0 ? 'taken-or-elsewhere' : 'taken';
  return named('free', combine('minus', value('capacity'), leaf(term, taken)));
}

/** "Saldo = Plätze − Bedarf" in words, "10.800 − 11.600" in values. */
export function formulaText(formula: Formula, what: 'terms' | 'values', t: Texts): string {
  if (formula.kind !== 'named') return tokensText(printFormula(formula, what), t);
  const inner = tokensText(printFormula(formula.formula, what), t);
  return what === 'terms' ? `${termText(formula.term, t)} = ${inner}` : inner;
}

function tokensText(tokens: readonly FormulaToken[], t: Texts): string {
  return tokens
    .map((token) => tokenText(token, t))
    .join(' ')
    .replace(/([(⌈]) /g, '$1')
    .replace(/ ([)⌉;])/g, '$1');
}

function tokenText(token: FormulaToken, t: Texts): string {
  switch (token.kind) {
    case 'term':
      return termText(token.term, t);
    case 'value':
      return valueText(token.value, token.unit, t);
    case 'sign':
      return token.sign;
  }
}

/** Terms that are figures have the names of the table's columns. */
function termText(term: string, t: Texts): string {
  const look = t as unknown as (key: string) => string;
  if (t.has(`report-term.${term}`)) return look(`report-term.${term}`);
  return t.has(`report-column.${term}`) ? look(`report-column.${term}`) : term;
}

/** A number of a formula with the decimals it needs to be followed on paper. */
function valueText(value: number | null, unit: string | null, t: Texts): string {
  if (value === null) return t('missing.short');
  const tolerance = 5e-6 * Math.max(1, Math.abs(value));
  const digits = [0, 1, 2, 3].find((count) => Math.abs(value - Number(value.toFixed(count))) < tolerance) ?? 4;
  return unit === 'square-meters' ? t.format.unit(value, 'm²', digits) : t.format.number(value, digits);
}

/** Both dates of a result: "Kinder 31.12.2025, Plätze 01.03.2026"; only the first where no places are counted. */
export function bothDates(result: GapResult, indicator: Indicator, t: Texts): string {
  const names = capitalised(t(`report-names.${targetWord(indicator)}`));
  const people = t('report-dates.people', { names, date: t.format.date(result.populationDate) });
  const counts = indicator.model === 'allocation' || indicator.model === 'catchment' || indicator.model === 'balance';
  if (!counts || (result.capacityDate === null && result.levels[0]?.[0]?.capacity === null)) return people;
  const places = capitalised(t(`report-places.${indicator.unit}`));
  return result.capacityDate === null
    ? t('report-dates.places-undated', { people, places })
    : t('report-dates.places', { people, places, date: t.format.date(result.capacityDate) });
}

/**
 * What a row does not contain, as sentences with counts; empty if nothing is missing. With `about`, also what the result as a whole says
 * about its sites and places, and nothing about places where the model counts none.
 */
export function missingInIt(
  row: GapRow,
  t: Texts,
  about: { readonly result: GapResult; readonly indicator: Indicator } | null = null,
): string[] {
  const model = about?.indicator.model ?? 'allocation';
  const isArea = about !== null && houseGroupByService(about.indicator.service) === null;
  const sentences: string[] = [];
  const add = (key: Parameters<typeof plural>[1], count: number) => {
    if (count > 0) sentences.push(plural(t, key, count, { count: t.format.number(count) }));
  };
  if (model !== 'reach' && model !== 'count') {
    add(isArea ? 'report-missing.areas' : 'report-missing.houses', row.housesWithoutCapacity);
  }
  add('report-missing.points', row.pointsMissing);
  add('report-missing.not-connected', row.pointsNotConnected);
  add('report-missing.border', row.pointsAtBorder);
  return about === null ? sentences : [...sentences, ...aboutResult(about.result, t)];
}

function aboutResult({ placesWithoutLocation, availableShare, request, sites }: GapResult, t: Texts): string[] {
  const sentences: string[] = [];
  if (sites !== null && sites.sitesWithoutFigures > 0) {
    sentences.push(t.count('report-missing.sites', sites.sitesWithoutFigures));
  }
  if (sites?.outOfForecast !== undefined) {
    const { sites: count, persons } = sites.outOfForecast;
    const params = { count: t.format.number(count), persons: t.format.number(persons, 0) };
    sentences.push(plural(t, 'report-missing.forecast', count, params));
  }
  if (placesWithoutLocation > 0) {
    const count = Math.round(placesWithoutLocation);
    sentences.push(plural(t, 'report-missing.without-location', count, { count: t.format.number(count) }));
  }
  if (availableShare !== null && availableShare < 1 - 1e-9 && request.counts.capacity === 'available') {
    sentences.push(t('report-missing.available', { share: shareText(availableShare, t) }));
  }
  return sentences;
}
