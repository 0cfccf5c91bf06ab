import { keyOf, REFERENCES } from '../collections.ts';
import { COLLECTION_NAMES, type CollectionName, collectionOf, type Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';
import { CIRCLES, type Circle } from '../types/common.ts';

const narrower = (a: Circle, b: Circle): Circle => (CIRCLES.indexOf(a) <= CIRCLES.indexOf(b) ? a : b);

/** Of whatever says nothing else, sites of the city package among it. */
const DEFAULT: Circle = 'agsp';

/** Where something new begins that tells of other objects: in `agsp`, or with the narrowest of them where that is narrower. */
export function circleForNew(told: readonly Circle[]): Circle {
  return told.reduce(narrower, DEFAULT);
}

/** The circle of an object: its own and that of everything it is a part of, whichever is narrowest; `agsp` if none says. Departments are no secret. */
export function circleOf(plan: Plan, collection: CollectionName, object: object): Circle {
  const fields = object as unknown as Record<string, unknown>;
  const circles: Circle[] = 'circle' in fields ? [fields.circle as Circle] : [];
  for (const { field, collection: whole, part } of REFERENCES[collection]) {
    const id = fields[field];
    if (!part || typeof id !== 'string') continue;
    const found = findObject(plan, whole, id);
    if (found !== null) circles.push(circleOf(plan, whole, found));
    else if (whole === 'sites') circles.push(circleOfSite(plan, id));
  }
  if (circles.length === 0) return collection === 'departments' ? 'public' : DEFAULT;
  return circles.reduce(narrower);
}

/** The circle of a site of the plan, or what the plan sets over one of the package (`agsp` if nothing). */
export function circleOfSite(plan: Plan, siteId: string): Circle {
  const own = findObject(plan, 'sites', siteId);
  if (own !== null) return own.circle;
  const key = keyOf('edits', { scenarioId: null, kind: 'site', objectId: siteId, field: 'circle' });
  const edit = findObject(plan, 'edits', key);
  return edit === null || edit.removed !== null ? DEFAULT : (edit.value as Circle);
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

/** Whether a circle may see everything that the plan and the city package hold, and so a picture of the map. */
export function seesAll(plan: Plan | null, viewer: Circle): boolean {
  return maySee(viewer, DEFAULT) && (plan === null || planForCircle(plan, viewer).leftOut === 0);
}
