import { checkObject, shapeFault } from '../../plan/check-object.ts';
import { equalData } from '../../plan/equal-data.ts';
import { OBJECT_SCHEMAS, type Plan } from '../../plan/plan.ts';
import { headerSchema } from '../../plan/types/records.ts';
import { parseNumber } from '../../shared/german-numbers.ts';
import type { Language } from '../../shared/language.ts';
import { fail, type Problem, ProblemError } from '../../shared/problem.ts';
import type { PlanConflict } from '../../state/plan-store.ts';

/** One of the values that settle a conflict, and who set it. */
export interface ConflictOption {
  /** What is written; `null` for a removal means: back, with the change. */
  readonly value: unknown;
  readonly author: string | null;
  readonly department: string | null;
  readonly at: string | null;
  /** The value that holds until the conflict is settled. */
  readonly inForce: boolean;
  /** For a removal: fields that were changed meanwhile. */
  readonly fields: readonly string[] | null;
}

/** The values to choose from: the one in force first. */
export function optionsOf(conflict: PlanConflict): ConflictOption[] {
  if (conflict.kind === 'removal') {
    const { removal, edits } = conflict;
    const fields = [...new Set(edits.flatMap(({ value }) => value as readonly string[]))];
    const last = edits.at(-1)!;
    return [
      { ...removal, inForce: true, fields: null },
      { ...last, value: null, inForce: false, fields },
    ];
  }
  return [conflict.shown, ...conflict.others].map((said, i) => ({ ...said, inForce: i === 0, fields: null }));
}

/** Names a conflict: stays the same while others are settled. */
export function keyOfConflict(conflict: PlanConflict): string {
  const field = conflict.kind === 'field' ? conflict.field : '';
  return [conflict.kind, conflict.collection, conflict.id, field].join(' ');
}

/** How another value of a field can be written by hand: as text, as a number, as a day; `null` = it is chosen elsewhere. */
export function entryKind(conflict: PlanConflict): 'text' | 'number' | 'date' | null {
  if (conflict.kind !== 'field') return null;
  const sample = [conflict.shown, ...conflict.others].map(({ value }) => value).find((value) => value !== null);
  if (typeof sample === 'number') return 'number';
  if (typeof sample !== 'string' || /Id$|^order$/.test(conflict.field)) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(sample)) return 'date';
  return isChoice(conflict) ? null : 'text';
}

/** Whether a field takes certain codes only: any other text is refused. */
function isChoice(conflict: Extract<PlanConflict, { kind: 'field' }>): boolean {
  if (conflict.collection === 'header' || conflict.collection === 'edits') return conflict.collection === 'edits';
  const shape = (OBJECT_SCHEMAS[conflict.collection] as unknown as { shape?: Record<string, never> }).shape;
  const schema = shape?.[conflict.field];
  return schema !== undefined && shapeFault(schema, 'x y') !== null;
}

/** Reads what was typed; `null` with an error text that was found. */
export function readEntry(
  text: string,
  kind: 'text' | 'number' | 'date',
  language: Language,
): { readonly value: unknown } | { readonly problem: 'missing' | 'number' } {
  const said = text.trim();
  if (said === '') return { problem: 'missing' };
  if (kind !== 'number') return { value: said };
  const parsed = parseNumber(said, language === 'de' ? 'de' : 'plain');
  return parsed.kind === 'value' ? { value: parsed.value } : { problem: 'number' };
}

/** Why a value cannot be taken: the object would be one that no plan may hold. `null` = it can. */
export function faultOfChoice(plan: Plan, conflict: PlanConflict, value: unknown): Problem | null {
  if (conflict.kind !== 'field') return null;
  const { collection, id, field } = conflict;
  try {
    if (collection === 'header') {
      const fault = shapeFault(headerSchema, { ...plan.header, [field]: value });
      if (fault !== null) fail('plan.header-invalid', fault);
    } else {
      const changed = { ...plan[collection][id], [field]: value };
      checkObject({ ...plan, [collection]: { ...plan[collection], [id]: changed } } as Plan, collection, id);
    }
    return null;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem;
    throw thrown;
  }
}

/** Fields in which two whole objects differ. */
export function differingFields(a: unknown, b: unknown): string[] {
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((f) => !equalData(one[f], other[f]));
}

/** A person or department whose values stand in conflicts, and the choice of theirs in each. */
export interface Sender {
  readonly author: string | null;
  readonly department: string | null;
  readonly choices: readonly { readonly conflict: PlanConflict; readonly value: unknown }[];
}

/** Everyone whose values stand in the conflicts, with one choice in each conflict that they are part of. */
export function sendersOf(conflicts: readonly PlanConflict[]): Sender[] {
  const senders = new Map<string, { sender: ConflictOption; choices: { conflict: PlanConflict; value: unknown }[] }>();
  for (const conflict of conflicts) {
    for (const option of optionsOf(conflict)) {
      const key = JSON.stringify([option.author, option.department]);
      const found = senders.get(key) ?? { sender: option, choices: [] };
      senders.set(key, found);
      // Who set two of the values is taken at the one in force.
      if (found.choices.at(-1)?.conflict !== conflict) found.choices.push({ conflict, value: option.value });
    }
  }
  return [...senders.values()].map(({ sender: { author, department }, choices }) => ({ author, department, choices }));
}
