import '@automerge/automerge';
import type { ChangeInfo } from '../../src/document/change-info.ts';
import { createDocument, openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import { header, kita, scenario } from '../plan/plan-fixtures.ts';

// The plain package brings the wasm in Node; the sources import the slim one, which shares it.

export const planner: Signer = { author: 'Stadtplanung', department: null, at: '2026-03-02T09:00:00Z' };
export const youth: Signer = { author: 'Jugendamt', department: 'jugend', at: '2026-03-02T10:00:00Z' };

export const changed = (name: string): ChangeInfo['label'] => ({
  code: 'change.changed',
  params: { collection: 'measures', name },
});
export const added = (name: string): ChangeInfo['label'] => ({
  code: 'change.added',
  params: { collection: 'measures', name },
});

/** A plan with department, scenario `a` and the Kita `k1`. */
export function documentWithKita(): PlanDocument {
  const document = createDocument(header, null);
  const info = { ...planner, label: added('k1') };
  for (const id of ['jugend', 'schule'])
    document.apply(
      addObject,
      { collection: 'departments', object: { id, name: id, short: null, contactRole: null } },
      info,
    );
  document.apply(addObject, { collection: 'scenarios', object: scenario('a') }, info);
  document.apply(addMeasure, kita('k1'), info);
  return document;
}

/** The same plan in someone else's hands. */
export function copyFor(document: PlanDocument): PlanDocument {
  return openDocument(document.save(), youth);
}

export function setCost(document: PlanDocument, costEuro: number, who = planner, id = 'k1'): void {
  document.apply(
    changeObject,
    { collection: 'measures', id, fields: { costEuro } },
    {
      ...who,
      label: changed(id),
    },
  );
}
