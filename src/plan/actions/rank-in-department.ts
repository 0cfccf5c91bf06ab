import { comparePlaces } from '../order.ts';
import type { Plan } from '../plan.ts';
import { visibleObjects } from '../readers/visible-objects.ts';
import { requireObject } from '../require-object.ts';
import { placeObject } from './place-object.ts';
import { putObject } from './put-object.ts';

export interface RankInDepartmentArgs {
  readonly needId: string;
  /** One place before (−1) or behind (1). */
  readonly step: -1 | 1;
  /** The department's needs in the order they have now: those without a place of their own get one behind the others. */
  readonly needIds: readonly string[];
  readonly at: string;
  readonly by: string;
}

/** Moves a need by one place in the order of its own department; the first move writes the whole order down. */
export function rankInDepartment(draft: Plan, { needId, step, needIds, at, by }: RankInDepartmentArgs): void {
  const list = requireObject(draft, 'needs', needId).departmentId;
  const places = () => visibleObjects(draft, 'rankPlaces', (place) => place.list === list).sort(comparePlaces);
  const known = new Set(places().map((place) => place.needId));
  for (const id of needIds)
    if (!known.has(id))
      putObject(draft, { collection: 'rankPlaces', object: { list, needId: id, reason: null, at, by } });
  const order = places();
  const from = order.findIndex((place) => place.needId === needId);
  const to = Math.min(order.length - 1, Math.max(0, from + step));
  if (to === from) return;
  const behind = step < 0 ? (order[to - 1] ?? null) : order[to]!;
  placeObject(draft, { collection: 'rankPlaces', id: order[from]!.id, behind: behind?.id ?? null });
}
