import type { Texts } from '../../../i18n/translate.ts';
import { parseNumber } from '../../../shared/german-numbers.ts';

/** A number that somebody typed in the way of the language, within limits; `null` = it is none. */
export function readNumber(text: string, from: number, to: number, t: Texts): number | null {
  const found = parseNumber(text.trim(), t.language === 'de' ? 'de' : 'plain', ['']);
  return found.kind === 'value' && found.value >= from && found.value <= to ? found.value : null;
}

/** A number as a field holds it: without grouping, in the way of the language. */
export function fieldNumber(value: number, t: Texts): string {
  return t.language === 'de' ? String(value).replace('.', ',') : String(value);
}
