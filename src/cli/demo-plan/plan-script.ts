import '@automerge/automerge';
import { sha256Hex } from '../../city/checksum.ts';
import type { ChangeLabel } from '../../document/change-info.ts';
import { createDocument, type PlanDocument } from '../../document/plan-document.ts';
import type { Action } from '../../plan/actions/action.ts';
import { type AddObjectArgs, addObject } from '../../plan/actions/add-object.ts';
import type { PlanHeader } from '../../plan/types/records.ts';
import { DEPARTMENT_NAMES, type DepartmentId } from './departments.ts';

interface Step {
  readonly action: string;
  readonly args: unknown;
  readonly label: ChangeLabel;
  readonly by: DepartmentId;
  readonly at: string;
  readonly apply: (document: PlanDocument) => void;
}

/** The day the invented city began to use the program; what is older was entered that day. */
export const PLAN_BEGINS = '2026-03-02T08:00:00Z';

/**
 * What the departments do to the plan, one operation after the other, written down before any of it is done: the plan's origin and its
 * actor follow from the content, so that equal cities get equal bytes, and a plan with other content is another plan, never one that
 * cannot be merged.
 */
export class PlanScript {
  readonly #steps: Step[] = [];

  /** Notes an operation. What happened before the plan began is signed with the day it was entered. */
  act<Args>(action: Action<Args>, args: Args, label: ChangeLabel, by: DepartmentId, at: string): void {
    const info = { author: DEPARTMENT_NAMES[by], department: by, at: at < PLAN_BEGINS ? PLAN_BEGINS : at, label };
    const apply = (document: PlanDocument) => void document.apply(action, args, info);
    this.#steps.push({ action: action.name, args, label, by, at: info.at, apply });
  }

  /** Notes that an object is added. */
  add(args: AddObjectArgs, name: string, by: DepartmentId, at: string): void {
    this.act(addObject, args, { code: 'change.added', params: { collection: args.collection, name } }, by, at);
  }

  /** Does everything in the order of time; operations of one moment stay in the order they were noted in. Returns the plan file. */
  write(header: Omit<PlanHeader, 'planId' | 'createdAt' | 'createdBy' | 'copiedFrom'>, by: DepartmentId): Uint8Array {
    const steps = [...this.#steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const origin = sha256Hex(new TextEncoder().encode(JSON.stringify([header, steps])));
    const document = createDocument(
      {
        ...header,
        planId: `beispiel-${origin.slice(0, 16)}`,
        createdAt: PLAN_BEGINS,
        createdBy: DEPARTMENT_NAMES[by],
        copiedFrom: null,
      },
      by,
      origin.slice(0, 32),
    );
    for (const { apply } of steps) apply(document);
    return document.save();
  }
}
