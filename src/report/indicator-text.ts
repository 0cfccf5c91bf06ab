import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import { citation, type Indicator, type SourcedValue } from '../indicators/indicator.ts';
import { capitalised, targetWord } from './words.ts';

/** One line about an indicator; labels are unique among those of one indicator. */
export interface IndicatorLine {
  readonly label: string;
  readonly text: string;
}

/** A number of a Kennwert with as many decimals as it has, at most four. */
function exact(value: number, t: Texts): string {
  const digits = [0, 1, 2, 3].find((count) => Math.abs(value - Number(value.toFixed(count))) < 1e-9) ?? 4;
  return t.format.number(value, digits);
}

/** "5,9 (5,3–6,5)"; `factor` turns "per person" into "per 100". */
function rangeText({ value, low, high }: SourcedValue, factor: number, t: Texts): string {
  const write = (number: number) => exact(Number((number * factor).toPrecision(12)), t);
  if (low === null && high === null) return write(value!);
  return t('report-figure.range', {
    value: write(value!),
    low: write(low ?? value!),
    high: write(high ?? value!),
  });
}

/** The rate in words: "62 Plätze je 100 Kinder", "6 m² je Person"; says so where the city has yet to set it. */
export function rateText(indicator: Indicator, t: Texts): string {
  const { rate, unit } = indicator;
  if (rate.value === null) return t('report-rate.open');
  const names = t(`report-names.${targetWord(indicator)}`);
  switch (unit) {
    case 'square-meters':
      return t('report-rate.square-meters', { rate: rangeText(rate, 1, t) });
    case 'houses':
      return t('report-rate.houses', { rate: rangeText(rate, 1, t) });
    case 'places':
      return t('report-rate.places', { rate: rangeText(rate, 100, t), names });
    case 'pupils':
    case 'persons':
      return rate.value === 1 && rate.low === null && rate.high === null
        ? t('report-rate.everyone', { names })
        : t('report-rate.persons', { rate: rangeText(rate, 100, t), names });
  }
}

/** The target group with its ages: "Kinder, 0 bis unter 3 Jahre". */
export function targetText(indicator: Indicator, t: Texts): string {
  const { from, to, bySchoolYear } = indicator.target;
  const ages =
    to === null
      ? from === 0
        ? t('report-ages.all')
        : t('report-ages.open', { from })
      : t(bySchoolYear ? 'report-ages.school' : 'report-ages.closed', { from, to });
  return `${capitalised(t(`report-names.${targetWord(indicator)}`))}, ${ages}`;
}

/** The walking limit in words; `null` for models without reach. */
export function limitText(indicator: Indicator, t: Texts): string | null {
  const limit = indicator.limitMeters;
  if (limit === null) return null;
  if (limit.value === null) return t('report-rate.open');
  return t('report-fact.walk', { meters: rangeText(limit, 1, t) });
}

function basisText({ basis, city }: SourcedValue, t: Texts): string {
  const word = t(`report-basis.${basis}`);
  return city === null ? word : t('report-fact.of-city', { basis: word, city });
}

function sourceText(source: SourcedValue['source'] | undefined): string | null {
  if (source === null || source === undefined) return null;
  return source.year === null ? source.title : `${source.title} (${source.year})`;
}

/** Everything that a Kennwert says, line by line: target group, rate with range, limit, basis, source, remarks, version. */
export function indicatorText(indicator: Indicator, t: Texts): IndicatorLine[] {
  const { rate, limitMeters } = indicator;
  const { language } = t;
  const lines: (readonly [string, string | null])[] = [
    [t('report-fact.indicator'), `${indicator.name[language]} (${citation(indicator)})`],
    [t('report-fact.model'), t(`report-model.${indicator.model}`)],
    [t('report-fact.target'), targetText(indicator, t)],
    [t('report-fact.rate'), rateText(indicator, t)],
    [t('report-fact.basis'), basisText(rate, t)],
    [t('report-fact.source'), sourceText(rate.source)],
    [t('report-fact.remark'), rate.remark?.[language] ?? null],
    [t('report-fact.phase-in'), phaseInText(indicator, t)],
    [t('report-fact.phase-in-source'), sourceText(indicator.phaseInSource)],
    [t('report-fact.limit'), limitText(indicator, t)],
    [t('report-fact.limit-basis'), limitMeters === null ? null : basisText(limitMeters, t)],
    [t('report-fact.limit-source'), sourceText(limitMeters?.source)],
    [t('report-fact.limit-remark'), limitMeters?.remark?.[language] ?? null],
    [t('report-fact.target-share'), shareOrNull(indicator.targetShare?.value ?? null, t)],
    [t('report-fact.min-area'), minAreaText(indicator, t)],
    [t('report-fact.valid-from'), indicator.validFrom === null ? null : t.format.date(indicator.validFrom)],
    [t('report-fact.reason'), indicator.reason],
    [t('report-fact.author'), indicator.author],
  ];
  return lines.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}

function shareOrNull(share: number | null, t: Texts): string | null {
  return share === null ? null : t.format.percent(share);
}

function minAreaText({ minAreaSquareMeters }: Indicator, t: Texts): string | null {
  return minAreaSquareMeters === null ? null : t.format.unit(minAreaSquareMeters, 'm²');
}

function phaseInText({ phaseIn }: Indicator, t: Texts): string | null {
  if (phaseIn === null || phaseIn.length === 0) return null;
  return phaseIn
    .map(({ schoolYear, share }) =>
      t('report-fact.phase', { year: String(schoolYear), share: t.format.percent(share) }),
    )
    .join(', ');
}
