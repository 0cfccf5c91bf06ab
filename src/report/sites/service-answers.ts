import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { SiteImpact } from '../../questions/sites/site-calls.ts';
import type { ServiceId } from '../../shared/services.ts';
import { type CheckEvidence, type ComputedAnswer, OPEN, worstOf } from './check-evidence.ts';
import type { CheckResult } from './check-questions.ts';
import { rangeText } from './need-text.ts';

/** The comparisons of those services of which an effect is known. */
function knownOf(services: readonly ServiceId[], { impacts, unknown }: CheckEvidence): SiteImpact[] {
  return services.flatMap((service) => (unknown.has(service) ? [] : (impacts.get(service) ?? [])));
}

/** Of which of some services no effect is known, and why. */
function unknownOf(services: readonly ServiceId[], { unknown }: CheckEvidence, t: Texts): string[] {
  const found = services.filter((service) => unknown.has(service));
  return [...new Set(found.map((service) => unknown.get(service)!))].map((why) => {
    const names = found.filter((service) => unknown.get(service) === why).map((service) => t(`service.${service}`));
    return t('sites.evidence-unknown', { services: names.join(', '), why: why.replace(/\.$/, '') });
  });
}

/** Open, with the reason where nothing is known of a service. */
function openFor(services: readonly ServiceId[], known: CheckEvidence, t: Texts): ComputedAnswer {
  return { ...OPEN, evidence: unknownOf(services, known, t).join('; ') || null };
}

/** Whether places are missing because of the site, worst year first named; services that are not compared leave it open. */
export function placesAnswer(services: readonly ServiceId[], known: CheckEvidence, t: Texts): ComputedAnswer {
  const found = knownOf(services, known);
  const evidence = found.map(({ service, worst }) => {
    const value = worst === null ? '0' : `${rangeText(worst, t)} (${worst.year})`;
    return `${t(`service.${service}`)}: ${t('sites.impact-missing')} ${value}`;
  });
  const results = found.map(({ worst }): CheckResult => (worst === null ? 'met' : 'unmet'));
  return {
    result: found.length < services.length ? 'open' : worstOf(results),
    evidence: [...evidence, ...unknownOf(services, known, t)].join('; ') || null,
    layer: null,
  };
}

/** Whether all new residents have one in reach; how many have not. */
export function reachAnswer(services: readonly ServiceId[], known: CheckEvidence, t: Texts): ComputedAnswer {
  const found = knownOf(services, known);
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
  return {
    result: found.length < services.length ? 'open' : worstOf(results),
    evidence: [...evidence, ...unknownOf(services, known, t)].join('; ') || null,
    layer: null,
  };
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
  if (score === null) return openFor([service], known, t);
  return { result: score.least >= score.target ? 'met' : 'unmet', evidence: scoreText(score, t), layer: null };
}

/** Houses to meet in within reach; whether they cost nothing no package says. */
export function meetingAnswer(known: CheckEvidence, t: Texts): ComputedAnswer {
  const houses = known.impacts.get('begegnung')?.houses.length;
  if (houses === undefined) return openFor(['begegnung'], known, t);
  return {
    result: houses === 0 ? 'unmet' : 'open',
    evidence: t.count('sites.evidence-houses', houses),
    layer: houses === 0 ? null : 'fees',
  };
}

/** How far the nearest school is; whether the way is safe only somebody who walks it can say. */
export function wayToSchool(known: CheckEvidence, t: Texts): ComputedAnswer {
  const school = known.impacts.get('grundschule')?.houses.find(({ meters }) => meters !== null);
  if (school === undefined) return openFor(['grundschule'], known, t);
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
