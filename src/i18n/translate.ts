import type { Language } from '../shared/language.ts';
import { FIRST_DE, FIRST_EN } from './first-texts.ts';
import { createFormat, type Format } from './format.ts';
import type { LATER_DE } from './later-texts.ts';

type German = typeof FIRST_DE & typeof LATER_DE;

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

/** The texts there are so far; those of later screens come with them, see `later-texts.ts`. */
const CATALOGUES: Record<Language, Record<string, string>> = { de: { ...FIRST_DE }, en: { ...FIRST_EN } };

/** Adds the texts of screens that are loaded later. */
export function addTexts(texts: Readonly<Record<Language, Readonly<Record<string, string>>>>): void {
  Object.assign(CATALOGUES.de, texts.de);
  Object.assign(CATALOGUES.en, texts.en);
}

/** The text of a key in every language, for the tests of completeness. */
export function textsByLanguage(language: Language): Readonly<Record<TextKey, string>> {
  return CATALOGUES[language] as Record<TextKey, string>;
}

export function createTexts(language: Language): Texts {
  const format = createFormat(language);
  const catalogue = CATALOGUES[language];
  const fill = (text: string, params: Readonly<Record<string, string | number>>) =>
    text.replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? format.number(value) : value;
    });
  const look = (key: TextKey, params: Readonly<Record<string, string | number>> = {}) =>
    fill(catalogue[key] ?? '', params);
  return Object.assign(look as Texts, {
    language,
    format,
    has: (key: string) => Object.hasOwn(catalogue, key),
    count: (key: CountKey, count: number) => look(`${key}.${count === 1 ? 'one' : 'other'}` as TextKey, { count }),
  });
}
