import { checkPlan } from '../plan/check-plan.ts';
import { migratePlain } from '../plan/migrations.ts';
import type { Plan } from '../plan/plan.ts';
import { fail } from '../shared/problem.ts';

/**
 * The present state of a plan as readable JSON: keys sorted, two spaces, attachments as base64 — equal plans give equal text. Without the
 * history; the plan file has it.
 */
export function planToJson(plan: Plan): string {
  return `${JSON.stringify(plan, sortedOrEncoded, 2)}\n`;
}

function sortedOrEncoded(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array)
    return { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads what {@link planToJson} wrote, an older version migrated. Throws as `checkPlan` does, and `plan.file-not-a-plan` for other text. */
export function planFromJson(text: string): Plan {
  let value: unknown;
  try {
    value = JSON.parse(text, decoded);
  } catch {
    return fail('plan.file-not-a-plan', {});
  }
  migratePlain(value as Record<string, unknown>);
  return checkPlan(value);
}

function decoded(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const { base64 } = value as { base64?: unknown };
  if (typeof base64 !== 'string' || Object.keys(value).length !== 1) return value;
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
