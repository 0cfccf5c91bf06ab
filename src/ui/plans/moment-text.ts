import type { Texts } from '../../i18n/translate.ts';

/** The clock time of a moment (ISO, UTC) where the reader is: "14:02". */
export function timeText(at: string, t: Texts): string {
  const locale = t.language === 'de' ? 'de-DE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** Day and clock time of a moment where the reader is: "02.03.2026, 14:02". */
export function momentText(at: string, t: Texts): string {
  const moment = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${t.format.date(day)}, ${timeText(at, t)}`;
}
