import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';
import type { Circle } from '../types/common.ts';
import { insertObject } from './insert-object.ts';

export interface DecideIndicatorsArgs {
  readonly id: string;
  readonly title: string;
  /** Records that are decided, `id@n`. */
  readonly citations: readonly string[];
  /** Records of the shipped catalogue, `id@n`: they are not in the plan. */
  readonly shipped: readonly string[];
  /** GRDrs number. */
  readonly reference: string;
  /** ISO days: of the decision, and from which it holds. */
  readonly date: string;
  readonly validFrom: string;
  /** Who decided, e.g. "Gemeinderat". */
  readonly body: string;
  readonly circle: Circle;
}

/**
 * Marks records of indicators as decided: one decision that names them. Throws `indicator.nothing-decided` without a record,
 * `indicator.missing` without number, date, valid-from or body, `plan.object-unknown` and `plan.object-removed` for a record that is not
 * there.
 */
export function decideIndicators(draft: Plan, args: DecideIndicatorsArgs): void {
  const { id, title, citations, shipped, reference, date, validFrom, body, circle } = args;
  if (citations.length === 0) fail('indicator.nothing-decided', {});
  for (const [what, said] of [
    ['reference', reference],
    ['date', date],
    ['valid-from', validFrom],
    ['body', body],
  ] as const)
    if (said.trim() === '') fail('indicator.missing', { what });
  for (const cited of citations) if (!shipped.includes(cited)) requireObject(draft, 'indicatorVersions', cited);
  insertObject(draft, 'decisions', {
    id,
    circle,
    title,
    text: '',
    date,
    validFrom,
    body: body.trim(),
    reference: reference.trim(),
    agreedBy: [],
    subjects: citations.map((cited) => ({ collection: 'indicatorVersions', id: cited })),
    frozen: null,
  });
}
