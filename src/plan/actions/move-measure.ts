import { checkObject } from '../check-object.ts';
import type { Plan } from '../plan.ts';
import { requireObject, requireReferences } from '../require-object.ts';

export interface MoveMeasureArgs {
  readonly id: string;
  readonly position: readonly [lon: number, lat: number];
  /** The plot or site it now stands on; `null` = none. */
  readonly plotId: string | null;
  readonly siteId: string | null;
}

/** Puts the house of a measure somewhere else: the end of a drag. What it stood on before no longer holds. */
export function moveMeasure(draft: Plan, { id, position, plotId, siteId }: MoveMeasureArgs): void {
  const measure = requireObject(draft, 'measures', id);
  requireReferences(draft, 'measures', { plotId, siteId });
  measure.position = [position[0], position[1]];
  measure.plotId = plotId;
  measure.siteId = siteId;
  checkObject(draft, 'measures', id);
}
