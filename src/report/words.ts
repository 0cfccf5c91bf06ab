import type { CountKey, Texts } from '../i18n/translate.ts';
import type { Indicator } from '../indicators/indicator.ts';

/** The word for whom an indicator counts. */
export const TARGET_WORDS = [
  'children',
  'minors',
  'youths',
  'young',
  'pupils',
  'residents',
  'older',
  'people',
] as const;
export type TargetWord = (typeof TARGET_WORDS)[number];

/** The word for a target group, by its ages: a city may change them, the word follows. */
export function targetWord({ target, unit }: Pick<Indicator, 'target' | 'unit'>): TargetWord {
  const { from, to } = target;
  if (target.bySchoolYear || unit === 'pupils') return 'pupils';
  if (to === null) return from === 0 ? 'residents' : from >= 60 ? 'older' : 'people';
  if (to <= 14) return 'children';
  if (from >= 12 && to <= 27) return 'youths';
  if (to <= 18) return 'minors';
  return to <= 27 ? 'young' : 'people';
}

const TARGET_COUNTS = {
  children: 'report-count.children',
  minors: 'report-count.minors',
  youths: 'report-count.youths',
  young: 'report-count.young',
  pupils: 'report-count.pupils',
  residents: 'report-count.residents',
  older: 'report-count.older',
  people: 'report-count.people',
} as const satisfies Record<TargetWord, CountKey>;

/**
 * A text that differs by number, with `count` written by the caller ("rund 1.300"), which may hold a whole phrase ("rund 1.300 Kinder").
 * `number` alone decides the form.
 */
export function plural(
  t: Texts,
  base: CountKey,
  number: number,
  params: Readonly<Record<string, string | number>>,
): string {
  const look = t as unknown as (key: string, params: Readonly<Record<string, string | number>>) => string;
  return look(`${base}.${number === 1 ? 'one' : 'other'}`, params);
}

/** A number as it is written, and the number that decides the grammar around it. */
export interface CountText {
  readonly text: string;
  readonly count: number;
}

/** "rund 1.300 Kinder", "1 Kind". */
export function targetCount(t: Texts, word: TargetWord, { text, count }: CountText): string {
  return plural(t, TARGET_COUNTS[word], count, { count: text });
}

/** "A", "A und B", "A, B und C". */
export function listText(parts: readonly string[], t: Texts): string {
  const locale = t.language === 'de' ? 'de-DE' : 'en-GB';
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** First letter as a capital: a sentence may begin with "rund". */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
