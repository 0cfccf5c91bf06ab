import { findObject } from '../require-object.ts';
import type { Action } from './action.ts';
import { insertObject, type NewObject } from './insert-object.ts';

export interface WithDepartmentArgs<Args> {
  /** A department that the plan may not know yet; `null` = none is new. */
  readonly department: NewObject<'departments'> | null;
  readonly args: Args;
}

/** An action that brings its department along, as one change. */
export function withDepartment<Args>(action: Action<Args>): Action<WithDepartmentArgs<Args>> {
  return (draft, { department, args }) => {
    if (department !== null && findObject(draft, 'departments', department.id) === null)
      insertObject(draft, 'departments', department);
    action(draft, args);
  };
}
