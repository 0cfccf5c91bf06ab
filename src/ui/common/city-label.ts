import type { Texts } from '../../i18n/translate.ts';
import type { CitySummary } from '../../questions/city-summary.ts';

/** A city's name where no badge stands beside it: an invented city says so itself. */
export function cityLabel(summary: CitySummary | null, t: Texts): string | null {
  if (summary === null) return null;
  const { name, invented } = summary.identity;
  return invented ? `${name} (${t('header.invented')})` : name;
}
