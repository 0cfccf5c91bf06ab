import type { ObjectOf, Plan } from '../plan.ts';
import type { EditableKind } from '../types/sites.ts';
import { visibleObjects } from './visible-objects.ts';

/** Edits per object id that hold in a scenario: first those for all scenarios, then its own, so that later ones win. */
export function editedFields(
  plan: Plan,
  kind: EditableKind,
  scenarioId: string | null,
): ReadonlyMap<string, readonly ObjectOf<'edits'>[]> {
  const found = new Map<string, ObjectOf<'edits'>[]>();
  for (const scope of scenarioId === null ? [null] : [null, scenarioId]) {
    for (const edit of visibleObjects(plan, 'edits', (e) => e.kind === kind && e.scenarioId === scope)) {
      found.set(edit.objectId, [...(found.get(edit.objectId) ?? []), edit]);
    }
  }
  return found;
}
