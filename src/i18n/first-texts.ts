import { startDe } from './de/start.ts';
import { termsDe } from './de/terms.ts';
import { uiDe } from './de/ui.ts';
import { startEn } from './en/start.ts';
import { termsEn } from './en/terms.ts';
import { uiEn } from './en/ui.ts';

/** Texts that the first map needs: the shell, its panels, names of services. */
export const FIRST_DE = { ...uiDe, ...termsDe, ...startDe };
export const FIRST_EN: Readonly<Record<keyof typeof FIRST_DE, string>> = { ...uiEn, ...termsEn, ...startEn };
