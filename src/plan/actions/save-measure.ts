import { checkObject } from '../check-object.ts';
import { copyOf } from '../copy-of.ts';
import type { Plan } from '../plan.ts';
import { findObject, requireObject, requireReferences } from '../require-object.ts';
import { type AddMeasureArgs, addMeasure, checkMeasure } from './add-measure.ts';
import { insertObject } from './insert-object.ts';

export interface SaveMeasureArgs extends AddMeasureArgs {
  /** Who takes out offers that are no longer among those given, and when. */
  readonly at: string;
  readonly by: string;
}

/** Writes a measure with all its offers as a form has them: adds it, or changes the one there is. What it does (its kind) stays. */
export function saveMeasure(draft: Plan, { measure, offers, at, by }: SaveMeasureArgs): void {
  if (findObject(draft, 'measures', measure.id) === null) {
    addMeasure(draft, { measure, offers });
    return;
  }
  const found = requireObject(draft, 'measures', measure.id);
  // What it does and in which scenario stays, whatever is given.
  checkMeasure(draft, { ...measure, kind: found.kind, scenarioId: found.scenarioId }, offers.length);
  requireReferences(draft, 'measures', measure);
  const { kind: _, scenarioId: __, ...fields } = measure;
  Object.assign(found, copyOf(fields));
  checkObject(draft, 'measures', measure.id);
  const kept = new Set(offers.map(({ id }) => id));
  for (const offer of Object.values(draft.measureOffers)) {
    if (offer.measureId === measure.id && offer.removed === null && !kept.has(offer.id))
      offer.removed = { at, by, why: null };
  }
  for (const offer of offers) {
    const known = findObject(draft, 'measureOffers', offer.id);
    if (known === null) insertObject(draft, 'measureOffers', { ...offer, measureId: measure.id });
    else {
      Object.assign(known, copyOf(offer), { removed: null });
      checkObject(draft, 'measureOffers', offer.id);
    }
  }
}
