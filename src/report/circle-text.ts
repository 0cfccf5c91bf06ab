import '../i18n/later-texts.ts';
import { planWords } from '../i18n/plan-words.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Plan } from '../plan/plan.ts';
import { circleOf, maySee } from '../plan/readers/circles.ts';
import { findObject } from '../plan/require-object.ts';
import type { Circle } from '../plan/types/common.ts';
import type { HeaderLine } from './header-block.ts';

/** "AGSP", "Rat nichtöffentlich". */
export function circleWord(circle: Circle, t: Texts): string {
  return planWords(t.language).code(circle);
}

/** How much a circle may not see of what was asked for, by the name of what it is. */
export function leftOutText(
  leftOut: number,
  t: Texts,
  what: 'circle.left-out' | 'needs.left-out' = 'circle.left-out',
): string {
  return leftOut === 0 ? t('circle.nothing-left-out') : t.count(what, leftOut);
}

/** The line above an exported or printed list that says who it is for and how much that leaves out. */
export function circleLine(circle: Circle, leftOut: number, t: Texts): HeaderLine {
  return [t('circle.title'), `${circleWord(circle, t)}. ${leftOutText(leftOut, t)}`];
}

/** The line that names the scenario, if the circle may see it; `null` = Bestand. */
export function scenarioLine(plan: Plan | null, scenarioId: string | null, circle: Circle, t: Texts): HeaderLine {
  const found = plan === null || scenarioId === null ? null : findObject(plan, 'scenarios', scenarioId);
  const name =
    plan === null || found === null
      ? t('report-header.existing')
      : maySee(circle, circleOf(plan, 'scenarios', found))
        ? found.name
        : t('circle.scenario-hidden');
  return [t('report-header.scenario'), name];
}

/** A scenario's name with its circle: figures computed in it are for nobody else. */
export function namedWithCircle(plan: Plan | null, scenarioId: string | null, name: string, t: Texts): string {
  const found = plan === null || scenarioId === null ? null : findObject(plan, 'scenarios', scenarioId);
  if (plan === null || found === null) return name;
  return t('circle.scenario', { name, circle: circleWord(circleOf(plan, 'scenarios', found), t) });
}

/** Features as the text of a GeoJSON file; what the lines above a table say stands under `header`. */
export function geoJsonText(features: readonly object[], header: readonly HeaderLine[]): string {
  return `${JSON.stringify({ type: 'FeatureCollection', header: Object.fromEntries(header), features }, null, 1)}\n`;
}
