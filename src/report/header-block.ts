import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import { citation, type Indicator } from '../indicators/indicator.ts';
import type { GapResult, WhatCounts } from '../questions/gaps/gap-request.ts';
import { deviations } from './banner.ts';
import { bothDates } from './rule.ts';

/** What an exported table has to say about itself. */
export interface HeaderContext {
  readonly cityName: string;
  /** True for a generated city: said in the first line. */
  readonly invented: boolean;
  /** Edition of the city package. */
  readonly edition: string;
  readonly result: GapResult;
  readonly indicator: Indicator;
  readonly decided: Indicator;
  /** `null` = Bestand. */
  readonly scenarioName: string | null;
  /** Sources that the figures rest on, with their ISO date (`null` = not stated). */
  readonly sources: readonly { readonly name: string; readonly date: string | null }[];
  /** What narrows the rows down, in words; empty = every row is there. */
  readonly filters: readonly string[];
}

/** A line above a table: what, and its text. */
export type HeaderLine = readonly [label: string, text: string];

/** The lines above an exported table: question, scenario, year, variant, what counts, indicator, dates, grade, sources, filters. */
export function headerBlock(context: HeaderContext, t: Texts): readonly HeaderLine[] {
  const { result, indicator, decided, scenarioName, filters } = context;
  const { request } = result;
  const notices = deviations({ request, indicator, decided, result, scenarioName }, t).filter(
    ({ code }) => code !== 'year' && code !== 'scenario',
  );
  const lines: (HeaderLine | null)[] = [
    [t('report-header.city'), cityText(context, t)],
    [t('report-header.question'), t('report-header.gaps', { service: t(`service.${request.service}`) })],
    [t('report-header.scenario'), scenarioName ?? t('report-header.existing')],
    [t('report-header.year'), String(request.year)],
    [t('report-header.variant'), t(`report-header.variant-${request.variant}`)],
    [t('report-header.counts'), countsText(request.counts, t)],
    result.limitMeters === null ? null : [t('report-fact.limit'), t.format.unit(result.limitMeters, 'm')],
    [t('report-fact.indicator'), `${indicator.name[t.language]} (${citation(indicator)})`],
    [t('report-header.dates'), bothDates(result, indicator, t)],
    [t('report-column.grade'), t(`grade.${result.grade}`)],
    notices.length === 0 ? null : [t('report-header.notices'), notices.map(({ text }) => text).join('; ')],
    [t('report-header.sources'), sourcesText(context, t)],
    [t('report-header.filters'), filters.length === 0 ? t('report-header.no-filters') : filters.join('; ')],
  ];
  return lines.filter((line) => line !== null);
}

/** The city with its edition; an invented one says so. */
export function cityText(
  { cityName, invented, edition }: Pick<HeaderContext, 'cityName' | 'invented' | 'edition'>,
  t: Texts,
): string {
  const name = invented ? t('report-header.invented', { city: cityName }) : cityName;
  return t('report-header.edition', { city: name, edition });
}

export function countsText({ facilities, sitesFromStage, capacity }: WhatCounts, t: Texts): string {
  return [
    t(`report-header.facilities-${facilities}`),
    t('report-header.sites', { stage: String(sitesFromStage) }),
    t(`report-header.capacity-${capacity}`),
  ].join('; ');
}

function sourcesText({ sources }: HeaderContext, t: Texts): string {
  if (sources.length === 0) return t('missing.long');
  return sources
    .map(({ name, date }) =>
      t('report-header.source', { name, date: date === null ? t('report-header.undated') : t.format.date(date) }),
    )
    .join('; ');
}
