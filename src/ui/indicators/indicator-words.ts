import type { Texts } from '../../i18n/translate.ts';
import type { Indicator, SourcedValue } from '../../indicators/indicator.ts';
import { equalData } from '../../plan/equal-data.ts';
import { limitsOf, MAP_MEASURES } from '../../questions/gap-map/gap-classes.ts';
import { rateText } from '../../report/indicator-text.ts';

/** The value whose basis stands for the whole Kennwert: its rate, or its limit where only reach counts. */
export function leadingValue(indicator: Indicator): SourcedValue {
  return indicator.model === 'reach' && indicator.limitMeters !== null ? indicator.limitMeters : indicator.rate;
}

/** Another city whose value this is; `null` = the own one, or a value that a decision of this city carries. */
export function otherCity(value: SourcedValue, cityName: string | null, isDecided: boolean): string | null {
  return isDecided || value.city === null || value.city === cityName ? null : value.city;
}

/** Rate and limit on one line: "62 Plätze je 100 Kinder · bis 900 m". */
export function summaryText(indicator: Indicator, t: Texts): string {
  const limit = indicator.limitMeters?.value ?? null;
  const parts = [
    rateText(indicator, t),
    ...(limit === null ? [] : [t('indicators.within', { meters: t.format.unit(limit, 'm') })]),
  ];
  return parts.join(' · ');
}

/** "unter 50 %, 50 % bis 80 %, …, ab 110 %" of the model's first measure; `null` where it colours nothing. */
export function classesText({ model }: Indicator, t: Texts): string | null {
  const [measure] = MAP_MEASURES[model];
  if (measure === undefined) return null;
  const limits = limitsOf(measure);
  const percent = (share: number) => t.format.percent(share);
  const classes = [
    t('indicators.class-under', { to: percent(limits[0]) }),
    ...limits.slice(1).map((to, i) => t('indicators.class-between', { from: percent(limits[i]!), to: percent(to) })),
    t('indicators.class-over', { from: percent(limits[3]) }),
  ];
  return classes.join(', ');
}

export function roundingText({ rounding: { kind, size } }: Indicator, t: Texts): string {
  switch (kind) {
    case 'none':
    case 'whole':
      return t(`indicators.rounding-${kind}`);
    case 'groups':
    case 'zuege':
      return t(`indicators.rounding-${kind}`, { size: size ?? t('missing.short') });
  }
}

/** School year by its first calendar year: "2026/27". */
export function schoolYearText(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** What else differs between two records beside rate and limit, in words. */
export function otherChanges(before: Indicator, after: Indicator, t: Texts): string[] {
  const origin = ({ rate, limitMeters }: Indicator) =>
    [rate, limitMeters].map((value) => (value === null ? null : { ...value, value: 0, low: 0, high: 0 }));
  const rest = ({ name, phaseIn, phaseInSource, largestLimitMeters, balanceLevel, minAreaSquareMeters }: Indicator) => [
    name,
    phaseIn,
    phaseInSource ?? null,
    largestLimitMeters,
    balanceLevel,
    minAreaSquareMeters,
  ];
  const parts = [
    [equalData([before.model, before.unit], [after.model, after.unit]), t('indicators.part-model')],
    [equalData(before.target, after.target), t('indicators.part-target')],
    [equalData(before.targetShare, after.targetShare), t('indicators.part-share')],
    [equalData(before.rounding, after.rounding), t('indicators.part-rounding')],
    [equalData(origin(before), origin(after)), t('indicators.part-origin')],
    [equalData(rest(before), rest(after)), t('indicators.part-other')],
  ] as const;
  return parts.flatMap(([same, word]) => (same ? [] : [word]));
}
