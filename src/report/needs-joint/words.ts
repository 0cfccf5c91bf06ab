import '../../i18n/later-texts.ts';
import { planWords } from '../../i18n/plan-words.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import type { PartValue, RankPart } from '../../questions/needs/rank-parts.ts';
import type { ServiceId } from '../../shared/services.ts';

/** The name of a department; its id where the plan does not hold it. */
export function departmentName(plan: Plan, id: string): string {
  return plan.departments[id]?.name ?? id;
}

/** Meaning of a code of the plan (status, urgency, …) in the language. */
export function codeWord(code: string, t: Texts): string {
  return planWords(t.language).code(code);
}

/** What a need is for: its service, else its topic. */
export function needSubject({ service, topic }: Pick<ObjectOf<'needs'>, 'service' | 'topic'>, t: Texts): string {
  return service === null ? (topic ?? '') : t(`service.${service}`);
}

export function serviceName(service: ServiceId, t: Texts): string {
  return t(`service.${service}`);
}

/** A unit as it is said; one that a department wrote itself stays as it is. */
export function unitText(unit: string | null, t: Texts): string {
  if (unit === null) return '';
  return t.has(`report-unit.${unit}`) ? t(`report-unit.${unit as 'places'}`) : unit;
}

/** "820 m²"; `null` = keine Angabe. */
export function areaText(squareMeters: number | null, t: Texts): string {
  return squareMeters === null ? t('missing.short') : t.format.unit(squareMeters, 'm²', 0);
}

/** A signed number: what is above 0 says so. */
export function signedText(value: number, digits: number, t: Texts): string {
  const text = t.format.number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The figure of a part as people know it: a share, persons, a mean, years. `null` = keine Angabe. */
export function partFigure(part: RankPart, { figure }: PartValue, t: Texts): string | null {
  if (figure === null) return null;
  switch (part) {
    case 'unserved':
    case 'readiness':
      return t.format.percent(figure);
    case 'affected':
      return t.format.number(figure, 0);
    case 'priority':
      return signedText(figure, 1, t);
    case 'time':
      return figure < 0 ? t('joint.overdue') : t('joint.years', { count: t.format.number(figure, 1) });
  }
}
