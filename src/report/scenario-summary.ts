import '../i18n/later-texts.ts';
import type { CountKey, Texts } from '../i18n/translate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { ScenarioParts } from '../plan/readers/scenario-parts.ts';
import type { ServiceId } from '../shared/services.ts';
import { listText } from './words.ts';

const KINDS = {
  add: 'summary.add',
  enlarge: 'summary.enlarge',
  move: 'summary.move',
  close: 'summary.close',
  reopen: 'summary.reopen',
} as const satisfies Readonly<Record<string, CountKey>>;

/** Euros in a line: from a million on in millions with one decimal. */
export function euroText(value: number, t: Texts): string {
  if (Math.abs(value) < 1_000_000) return t.format.unit(value, '€', 0);
  return t.format.unit(value / 1_000_000, t.language === 'de' ? 'Mio. €' : 'million €', 1);
}

/** The word for what is counted of a service. */
export function unitWord(service: ServiceId, catalogue: readonly Indicator[], t: Texts): string {
  const unit = catalogue.find((indicator) => indicator.service === service)?.unit ?? 'places';
  return t(`summary.unit-${unit}`);
}

/**
 * A scenario in a few sentences made of its measures: how many of each kind, places by service, years, cost and what of it has no money.
 * Dropped measures are counted apart. Places without a number are left out of the sums, as are those of closed houses, which is said.
 */
export function scenarioSummary(
  { measures, offersOf }: Pick<ScenarioParts, 'measures' | 'offersOf'>,
  catalogue: readonly Indicator[],
  t: Texts,
): string[] {
  const counted = measures.filter(({ status }) => status !== 'dropped');
  const dropped = measures.length - counted.length;
  const droppedText = dropped === 0 ? [] : [t.count('summary.dropped', dropped)];
  if (counted.length === 0) return [t('summary.none'), ...droppedText];
  const kinds = Object.entries(KINDS).flatMap(([kind, key]) => {
    const count = counted.filter((measure) => measure.kind === kind).length;
    return count === 0 ? [] : [t.count(key, count)];
  });
  const sentences = [t('summary.kinds', { list: listText(kinds, t) })];
  const places = placesText(counted, offersOf, catalogue, t);
  if (places.length > 0) sentences.push(t('summary.places', { list: listText(places, t) }));
  if (counted.some(({ kind }) => kind === 'close')) sentences.push(t('summary.closed-apart'));
  return [...sentences, ...yearsText(counted, t), ...costText(counted, t), ...droppedText];
}

type Counted = ScenarioParts['measures'];

function placesText(
  measures: Counted,
  offersOf: ScenarioParts['offersOf'],
  catalogue: readonly Indicator[],
  t: Texts,
): string[] {
  const sums = new Map<ServiceId, number>();
  for (const { id, kind } of measures) {
    if (kind === 'close' || kind === 'move') continue;
    for (const { service, capacity } of offersOf(id)) sums.set(service, (sums.get(service) ?? 0) + (capacity ?? 0));
  }
  return [...sums].flatMap(([service, sum]) => {
    if (sum === 0) return [];
    const params = {
      value: t.format.number(Math.abs(sum)),
      unit: unitWord(service, catalogue, t),
      service: t(`service.${service}`),
    };
    return [t(sum > 0 ? 'summary.more' : 'summary.fewer', params)];
  });
}

function yearsText(measures: Counted, t: Texts): string[] {
  const years = measures.flatMap(({ from }) => (from === null ? [] : [from.slice(0, 4)])).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [first === last ? t('summary.year', { first }) : t('summary.years', { first, last })];
}

function costText(measures: Counted, t: Texts): string[] {
  const sumOf = (some: Counted) => some.reduce((sum, { costEuro }) => sum + (costEuro ?? 0), 0);
  const without = measures.filter(({ costEuro }) => costEuro === null).length;
  const unfunded = sumOf(measures.filter(({ funding }) => funding === 'unfunded'));
  const value = euroText(sumOf(measures), t);
  const cost =
    without === measures.length
      ? []
      : unfunded === 0
        ? [t('summary.cost', { value })]
        : [t('summary.cost-unfunded', { value, unfunded: euroText(unfunded, t) })];
  return without === 0 ? cost : [...cost, t.count('summary.no-cost', without)];
}
