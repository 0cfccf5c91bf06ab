import type { Language } from '../shared/language.ts';
import { gapMapDe } from './de/gap-map.ts';
import { reportDe } from './de/report.ts';
import { startDe } from './de/start.ts';
import { termsDe } from './de/terms.ts';
import { uiDe } from './de/ui.ts';
import { gapMapEn } from './en/gap-map.ts';
import { reportEn } from './en/report.ts';
import { startEn } from './en/start.ts';
import { termsEn } from './en/terms.ts';
import { uiEn } from './en/ui.ts';
import { createFormat, type Format } from './format.ts';

export type UiKey = keyof typeof uiDe;

export type TermKey = keyof typeof termsDe;

const GERMAN = { ...uiDe, ...termsDe, ...gapMapDe, ...reportDe, ...startDe };
const ENGLISH = { ...uiEn, ...termsEn, ...gapMapEn, ...reportEn, ...startEn };

type German = typeof GERMAN;

export type TextKey = keyof German;

/** Names in braces of a German text. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Params<Key extends TextKey> = [Placeholder<German[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholder<German[Key]>, string | number>>];

/** Texts that differ by number: `key.one` and `key.other`, both with `{count}`. */
export type CountKey = TextKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;

/** Looks texts up in one language. Numbers among the parameters are written in its way. */
export interface Texts {
  readonly language: Language;
  readonly format: Format;
  <Key extends TextKey>(key: Key, ...params: Params<Key>): string;
  /** Whether a text of that key exists, for keys that come with data of a newer version. */
  has(key: string): boolean;
  /** `count('layers.cells', 1)` → "1 Rasterzelle". */
  count(key: CountKey, count: number): string;
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  de: GERMAN,
  en: ENGLISH,
};

/** The text of a key in every language, for the tests of completeness. */
export function textsByLanguage(language: Language): Readonly<Record<TextKey, string>> {
  return CATALOGUES[language];
}

export function createTexts(language: Language): Texts {
  const format = createFormat(language);
  const catalogue = CATALOGUES[language];
  const fill = (text: string, params: Readonly<Record<string, string | number>>) =>
    text.replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? format.number(value) : value;
    });
  const look = (key: TextKey, params: Readonly<Record<string, string | number>> = {}) => fill(catalogue[key], params);
  return Object.assign(look as Texts, {
    language,
    format,
    has: (key: string) => Object.hasOwn(catalogue, key),
    count: (key: CountKey, count: number) => look(`${key}.${count === 1 ? 'one' : 'other'}` as TextKey, { count }),
  });
}
