import { REFERENCES } from '../collections.ts';
import { COLLECTION_NAMES, type CollectionName, collectionOf, type Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';
import { CIRCLES, type Circle } from '../types/common.ts';

const narrower = (a: Circle, b: Circle): Circle => (CIRCLES.indexOf(a) <= CIRCLES.indexOf(b) ? a : b);

/** The circle of an object: its own and that of everything it is a part of, whichever is narrowest; `agsp` if none says. Departments are no secret. */
export function circleOf(plan: Plan, collection: CollectionName, object: object): Circle {
  const fields = object as unknown as Record<string, unknown>;
  const circles: Circle[] = 'circle' in fields ? [fields.circle as Circle] : [];
  for (const { field, collection: whole, part } of REFERENCES[collection]) {
    const id = fields[field];
    const found = part && typeof id === 'string' ? findObject(plan, whole, id) : null;
    if (found !== null) circles.push(circleOf(plan, whole, found));
  }
  if (circles.length === 0) return collection === 'departments' ? 'public' : 'agsp';
  return circles.reduce(narrower);
}

/** Whether what belongs to a circle may be seen by another: `public` is seen by all, `department` by departments alone. */
export function maySee(viewer: Circle, circle: Circle): boolean {
  return CIRCLES.indexOf(circle) >= CIRCLES.indexOf(viewer);
}

/**
 * A copy of the plan with only what a circle may see, and how many objects that left out. For exports, links and printed pages; a file
 * with its history is never cut this way.
 */
export function planForCircle(plan: Plan, viewer: Circle): { readonly plan: Plan; readonly leftOut: number } {
  let leftOut = 0;
  const collections = Object.fromEntries(
    COLLECTION_NAMES.map((name) => {
      const seen = Object.entries(collectionOf(plan, name)).filter(([, object]) =>
        maySee(viewer, circleOf(plan, name, object)),
      );
      leftOut += Object.keys(plan[name]).length - seen.length;
      return [name, Object.fromEntries(seen)];
    }),
  );
  return { plan: { ...plan, ...collections } as Plan, leftOut };
}
