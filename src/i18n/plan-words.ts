import type { Language } from '../shared/language.ts';
import type { PlanCollection } from '../shared/problems/plan.ts';
import { planKindsDe } from './de/plan.ts';
import { planCodesDe, planFieldsDe } from './de/plan-words.ts';
import { planKindsEn } from './en/plan.ts';
import { planCodesEn, planFieldsEn } from './en/plan-words.ts';

/** Words for what a plan consists of; loaded with the screens that list changes. */
export interface PlanWords {
  readonly kinds: Readonly<Record<PlanCollection, string>>;
  /** A field's name; one that this version does not know is shown as it is. */
  field(name: string): string;
  /** The meaning of a code, else the text itself. */
  code(text: string): string;
}

const FIELDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de: planFieldsDe, en: planFieldsEn };
const CODES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de: planCodesDe, en: planCodesEn };

export function planWords(language: Language): PlanWords {
  const look = (words: Readonly<Record<string, string>>, key: string) =>
    Object.hasOwn(words, key) ? words[key]! : key;
  return {
    kinds: language === 'de' ? planKindsDe : planKindsEn,
    field: (name) => look(FIELDS[language], name),
    code: (text) => look(CODES[language], text),
  };
}
