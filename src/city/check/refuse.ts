import { fail, type Where } from '../../shared/problem.ts';
import type { CityRule } from '../../shared/problems/city.ts';

/** Refuses a city: which rule, what was found, and where. */
export function refuseRule(rule: CityRule, found: unknown, where: Where, limit: string | number = ''): never {
  return fail('city.rule-broken', { rule, found: textOf(found), limit: String(limit) }, where);
}

/** JSON knows no NaN; texts stand without quotes. */
function textOf(found: unknown): string {
  return found !== null && typeof found === 'object' ? JSON.stringify(found) : String(found);
}

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

export function requireDate(date: string | null, where: Where): void {
  if (date !== null && !isIsoDate(date)) refuseRule('iso-date', date, where);
}

/** A figure that can be: not known, or a finite number from 0. */
export function isFigure(value: number | null): boolean {
  return value === null || (Number.isFinite(value) && value >= 0);
}

export function requireNotNegative(value: number | null, where: Where): void {
  if (!isFigure(value)) refuseRule('not-negative', value, where);
}

/** Ids are not empty and stand once. */
export function requireUniqueIds(items: Iterable<{ readonly id: string }>, layer: string): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (id === '') refuseRule('non-empty', id, { layer, column: 'id' });
    if (seen.has(id)) refuseRule('unique-id', id, { layer, feature: id });
    seen.add(id);
  }
}
