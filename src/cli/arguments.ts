import type { Language } from '../i18n/format.ts';

/** What `npm run city` was asked to do. */
export interface CityArguments {
  readonly task:
    | { readonly kind: 'recipe'; readonly path: string }
    | { readonly kind: 'demo'; readonly scale: number; readonly seed: number }
    | { readonly kind: 'schema' }
    | { readonly kind: 'help' };
  readonly out: string | null;
  readonly sources: string | null;
  readonly language: Language;
  /** Build and report, write nothing. */
  readonly checkOnly: boolean;
}

/** What is wrong with the arguments: the option, and what it needs. */
export interface ArgumentMistake {
  readonly option: string;
  readonly expected: 'known-option' | 'value' | 'number' | 'language' | 'one-recipe';
}

const OPTIONS_WITH_VALUE = ['--out', '--sources', '--lang', '--scale', '--seed'];
const FLAGS = ['--check-only', '--help', '-h'];

/** German unless the system clearly speaks something else. */
export function languageOfSystem(locale: string | undefined): Language {
  return locale === undefined || locale === '' || /^(de|C|POSIX)/.test(locale) ? 'de' : 'en';
}

/** Reads the arguments; a mistake is returned, not guessed around. `systemLocale` as in the environment variable LANG. */
export function readCityArguments(argv: readonly string[], systemLocale?: string): CityArguments | ArgumentMistake {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const [option, inline] = splitOption(argv[i] as string);
    if (!option.startsWith('-')) words.push(option);
    else if (FLAGS.includes(option)) flags.add(option);
    else if (!OPTIONS_WITH_VALUE.includes(option)) return { option, expected: 'known-option' };
    else {
      const value = inline ?? argv[++i];
      if (value === undefined || value === '') return { option, expected: 'value' };
      values.set(option, value);
    }
  }
  const lang = values.get('--lang');
  if (lang !== undefined && lang !== 'de' && lang !== 'en') return { option: '--lang', expected: 'language' };
  for (const option of ['--scale', '--seed']) {
    const value = values.get(option);
    if (value !== undefined && !(Number.isFinite(Number(value)) && Number(value) > 0))
      return { option, expected: 'number' };
  }
  const common = {
    out: values.get('--out') ?? null,
    sources: values.get('--sources') ?? null,
    language: lang ?? languageOfSystem(systemLocale),
    checkOnly: flags.has('--check-only'),
  };
  if (flags.has('--help') || flags.has('-h')) return { ...common, task: { kind: 'help' } };
  if (words.length !== 1) return { option: words[1] ?? '', expected: 'one-recipe' };
  return { ...common, task: taskOf(words[0] as string, values) };
}

function splitOption(text: string): [string, string | undefined] {
  const at = text.startsWith('--') ? text.indexOf('=') : -1;
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function taskOf(word: string, values: ReadonlyMap<string, string>): CityArguments['task'] {
  if (word === 'schema') return { kind: 'schema' };
  if (word !== 'demo') return { kind: 'recipe', path: word };
  return { kind: 'demo', scale: Number(values.get('--scale') ?? 1), seed: Number(values.get('--seed') ?? 1) };
}
