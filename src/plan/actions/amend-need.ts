import { checkObject } from '../check-object.ts';
import { copyOf } from '../copy-of.ts';
import type { Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';
import { type NeedContent, needContent } from '../types/needs.ts';
import { insertObject } from './insert-object.ts';

export interface AmendNeedArgs {
  readonly id: string;
  /** Id of the record that keeps what the need said before. */
  readonly versionId: string;
  readonly fields: Partial<NeedContent>;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** Amends a need (Fortschreibung): the old wording stays readable, with when, by whom and why it was replaced. */
export function amendNeed(draft: Plan, { id, versionId, fields, at, by, reason }: AmendNeedArgs): void {
  const need = requireObject(draft, 'needs', id);
  const names = Object.keys(needContent) as (keyof NeedContent)[];
  const content = Object.fromEntries(names.map((name) => [name, copyOf(need[name])])) as NeedContent;
  insertObject(draft, 'needVersions', { id: versionId, needId: id, at, by, reason, content });
  for (const name of names) if (Object.hasOwn(fields, name)) Object.assign(need, { [name]: copyOf(fields[name]) });
  checkObject(draft, 'needs', id);
}
