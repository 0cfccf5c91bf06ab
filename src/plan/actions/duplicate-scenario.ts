import { keyOf } from '../collections.ts';
import { copyOf } from '../copy-of.ts';
import type { Plan } from '../plan.ts';
import { partsOfScenario } from '../readers/scenario-parts.ts';
import { requireObject } from '../require-object.ts';
import { insertObject } from './insert-object.ts';

export interface DuplicateScenarioArgs {
  /** The scenario to copy. */
  readonly from: string;
  /** Id of the copy; the ids of its parts begin with it. */
  readonly id: string;
  readonly name: string;
}

/** Copies a scenario with its measures, offers and site changes; removed ones stay behind. Houses that its measures bring are new houses. */
export function duplicateScenario(draft: Plan, { from, id, name }: DuplicateScenarioArgs): void {
  const scenario = requireObject(draft, 'scenarios', from);
  const parts = partsOfScenario(draft, from);
  insertObject(draft, 'scenarios', { ...copyOf(scenario), id, name, copiedFrom: from });
  const newIds = new Map(parts.measures.map((measure, i) => [measure.id, `${id}.${i + 1}`]));
  for (const { measure, offers } of parts.measures.map((m) => ({ measure: m, offers: parts.offersOf(m.id) }))) {
    const measureId = newIds.get(measure.id)!;
    const houseId = measure.houseId === null ? null : (newIds.get(measure.houseId) ?? measure.houseId);
    insertObject(draft, 'measures', { ...copyOf(measure), id: measureId, scenarioId: id, houseId });
    offers.forEach((offer, i) => {
      insertObject(draft, 'measureOffers', { ...copyOf(offer), id: `${measureId}.${i + 1}`, measureId });
    });
  }
  for (const collection of ['edits', 'sitePhases', 'siteParameters'] as const) {
    for (const part of parts[collection]) {
      const copy = { ...copyOf(part), scenarioId: id };
      insertObject(draft, collection, { ...copy, id: keyOf(collection, copy) });
    }
  }
}
