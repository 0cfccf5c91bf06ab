import '../../i18n/later-texts.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ImpactAnswer, SiteImpact } from '../../questions/sites/site-calls.ts';
import { rangeText, unitText } from './need-text.ts';

/** Why nothing is known of what a site does to a service: no houses, no rate, no ages, no places; `null` where something is known. */
export function unknownText(answer: ImpactAnswer, indicator: Indicator, t: Texts): string | null {
  if ('problem' in answer) {
    const isNone = answer.problem.code === 'gap.nothing-of-service';
    return isNone ? t('sites.impact-no-houses') : problemText(answer.problem, t.language);
  }
  const { years } = answer.impact;
  if (years.some(({ missing }) => missing !== null)) return null;
  if (indicator.rate.value === null) return t('sites.impact-no-rate');
  return t(years.every(({ demand }) => demand === null) ? 'sites.impact-no-ages' : 'sites.impact-unknown');
}

/** What is missing because of a site, where something is known of it: how much, where and from when on; who else loses a place. */
export function impactSentence(impact: SiteImpact, indicator: Indicator, t: Texts): string {
  const { worst, firstYear, around } = impact;
  if (worst === null || firstYear === null) return t('sites.impact-none');
  const figures = {
    value: rangeText(worst, t),
    unit: unitText(indicator, t),
    first: String(firstYear),
    year: String(worst.year),
  };
  if (impact.model === 'reach') {
    const limit = impact.limitMeters === null ? '' : t.format.unit(impact.limitMeters, 'm', 0);
    return t('sites.beyond', { ...figures, limit });
  }
  const main = t(`sites.impact-${around}`, { ...figures, area: impact.aroundName ?? '' });
  const others = impact.years.find(({ year }) => year === worst.year)?.missingOthers ?? null;
  if (others === null || others < 0.5) return main;
  const names = impact.losers.slice(0, 3).map(({ name }) => name);
  const lose = t('sites.impact-others', {
    value: t.format.number(others, others < 10 ? 1 : 0),
    unit: unitText(indicator, t),
    areas: names.join(', '),
  });
  return names.length === 0 ? main : `${main} ${lose}`;
}

/** What has to be said beside every comparison. */
export function impactNotes(impact: SiteImpact, t: Texts): readonly string[] {
  return [
    impact.inForecast ? t('sites.note-forecast') : null,
    impact.airDistance && impact.limitMeters !== null ? t('sites.note-air') : null,
    impact.withoutCatchments ? t('sites.note-catchments') : null,
    impact.housesWithoutCapacity === 0 ? null : t.count('sites.note-capacity', impact.housesWithoutCapacity),
  ].filter((note) => note !== null);
}

/** A service with what was found out about a site's effect on it. */
export interface AnsweredService {
  readonly indicator: Indicator;
  readonly answer: ImpactAnswer;
}

/**
 * What a site does to some services around it, in a few sentences: what is missing because of it and in which year most, what is enough,
 * and of what nothing is known, with the reason.
 */
export function quickSentence(answered: readonly AnsweredService[], t: Texts): string {
  const name = ({ indicator }: AnsweredService) => t(`service.${indicator.service}`);
  const unknown = new Map<string, string[]>();
  const missing: string[] = [];
  const enough: string[] = [];
  for (const service of answered) {
    const { answer, indicator } = service;
    const why = unknownText(answer, indicator, t);
    if (why !== null) unknown.set(why, [...(unknown.get(why) ?? []), name(service)]);
    else if ('impact' in answer && answer.impact.worst !== null) {
      const { worst } = answer.impact;
      missing.push(
        t('sites.quick-part', { service: name(service), value: rangeText(worst, t), year: String(worst.year) }),
      );
    } else enough.push(name(service));
  }
  return [
    ...(missing.length === 0 ? [] : [t('sites.quick-missing', { parts: missing.join('; ') })]),
    ...(enough.length === 0 ? [] : [t('sites.quick-enough', { services: enough.join(', ') })]),
    ...[...unknown].map(([why, services]) => t('sites.quick-unknown', { services: services.join(', '), why })),
  ].join(' ');
}
