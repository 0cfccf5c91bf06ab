import type { Texts } from '../../i18n/translate.ts';

/** The persons of a class in words: "1 bis 9", "200 und mehr". `limits` are the lower limits; a cell with nobody is in no class. */
export function cellClassText(limits: readonly number[], index: number, t: Texts): string {
  const from = Math.max(1, limits[index] ?? 0);
  const next = limits[index + 1];
  return next === undefined ? t('layers.class-open', { from }) : t('layers.class', { from, to: next - 1 });
}
