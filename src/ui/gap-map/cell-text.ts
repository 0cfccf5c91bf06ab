import type { Texts } from '../../i18n/translate.ts';
import type { TableColumn } from '../../report/gap-table.ts';

/** A cell of a table as it is read: numbers in the way of the language, shares in percent. */
export function cellText(value: string | number | null, column: TableColumn, t: Texts): string {
  if (value === null) return t('missing.short');
  if (typeof value === 'string') return value;
  if (column.kind === 'share') return t.format.percent(value, column.digits);
  return t.format.number(value, column.digits);
}
