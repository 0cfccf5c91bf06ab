import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { SiteImpact } from '../../questions/sites/site-calls.ts';
import type { ServiceId } from '../../shared/services.ts';
import { type CheckEvidence, type ComputedAnswer, OPEN, worstOf } from './check-evidence.ts';
import type { CheckResult } from './check-questions.ts';
import { rangeText } from './need-text.ts';

/** Whether places are missing because of the site, worst year first named; services that are not compared leave it open. */
export function placesAnswer(services: readonly ServiceId[], { impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const found = services.map((service) => ({ service, impact: impacts.get(service) }));
  const results = found.map(({ impact }): CheckResult => {
    if (impact === undefined || impact.years.every(({ missing }) => missing === null)) return 'open';
    return impact.worst === null ? 'met' : 'unmet';
  });
  const evidence = found.flatMap(({ service, impact }) => {
    if (impact === undefined || impact.years.every(({ missing }) => missing === null)) return [];
    const value = impact.worst === null ? '0' : `${rangeText(impact.worst, t)} (${impact.worst.year})`;
    return [`${t(`service.${service}`)}: ${t('sites.impact-missing')} ${value}`];
  });
  return { result: worstOf(results), evidence: evidence.length === 0 ? null : evidence.join('; '), layer: null };
}

/** Whether all new residents have one in reach; how many have not. */
export function reachAnswer(services: readonly ServiceId[], { impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const found = services.flatMap((service) => impacts.get(service) ?? []);
  const isKnown = ({ years }: SiteImpact) => years.some(({ missingOwn }) => missingOwn !== null);
  if (found.length < services.length || !found.every(isKnown)) return OPEN;
  const beyond = (impact: SiteImpact) => Math.max(...impact.years.map(({ missingOwn }) => missingOwn ?? 0));
  const evidence = found.map((impact) => {
    const limit = t.format.unit(impact.limitMeters ?? 0, 'm', 0);
    const service = t(`service.${impact.service}`);
    const persons = beyond(impact);
    return persons < 0.5
      ? t('sites.evidence-all-reach', { service, limit })
      : t('sites.evidence-practice', { service, limit, persons: t.format.number(persons, 0) });
  });
  const results = found.map((impact): CheckResult => (beyond(impact) < 0.5 ? 'met' : 'unmet'));
  return { result: worstOf(results), evidence: evidence.join('; '), layer: null };
}

/** The least m² per person in reach of the site over the years, and the target; `null` where one is not known. */
export function scoreOf(
  service: 'spielflaeche' | 'gruen-nah',
  { impacts, waves }: CheckEvidence,
): { readonly least: number; readonly target: number } | null {
  const impact = impacts.get(service);
  const rate =
    typeof waves === 'string'
      ? null
      : waves.services.find(({ indicator }) => indicator.service === service)?.indicator.rate.value;
  const known = (impact?.squareMetersPerPerson ?? []).filter((score) => score !== null);
  if (known.length === 0 || rate === null || rate === undefined) return null;
  return { least: Math.min(...known), target: rate };
}

/** "Grün 3,0 m² je Person in Reichweite, Richtwert 6,0 m²" without its first word. */
export function scoreText({ least, target }: { readonly least: number; readonly target: number }, t: Texts): string {
  return t('sites.evidence-score', { value: t.format.unit(least, 'm²', 1), target: t.format.unit(target, 'm²', 1) });
}

/** Whether the target of m² per person is reached in every year. */
export function scoreAnswer(service: 'spielflaeche' | 'gruen-nah', known: CheckEvidence, t: Texts): ComputedAnswer {
  const score = scoreOf(service, known);
  if (score === null) return OPEN;
  return { result: score.least >= score.target ? 'met' : 'unmet', evidence: scoreText(score, t), layer: null };
}

/** Houses to meet in within reach; whether they cost nothing no package says. */
export function meetingAnswer({ impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const houses = impacts.get('begegnung')?.houses.length;
  if (houses === undefined) return OPEN;
  return {
    result: houses === 0 ? 'unmet' : 'open',
    evidence: t.count('sites.evidence-houses', houses),
    layer: houses === 0 ? null : 'fees',
  };
}

/** How far the nearest school is; whether the way is safe only somebody who walks it can say. */
export function wayToSchool({ impacts }: CheckEvidence, t: Texts): ComputedAnswer {
  const school = impacts.get('grundschule')?.houses.find(({ meters }) => meters !== null);
  if (school === undefined) return OPEN;
  const meters = t.format.unit(school.meters!, 'm', 0);
  return { ...OPEN, evidence: t('sites.evidence-school', { name: school.name ?? school.id, meters }) };
}

/** How many m² are required; whether the plan has them only somebody who reads it can say. */
export function neededAnswer(
  waves: CheckEvidence['waves'],
  key: 'privatePlaySquareMeters' | 'kitaOutdoorSquareMeters',
  t: Texts,
): ComputedAnswer {
  const value = typeof waves === 'string' ? null : requiredAreas(waves)[key];
  return value === null
    ? OPEN
    : { ...OPEN, evidence: t('sites.evidence-needed', { value: t.format.unit(value, 'm²', 0) }) };
}
