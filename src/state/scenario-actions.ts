import { newId } from '../document/new-id.ts';
import { addObject } from '../plan/actions/add-object.ts';
import { changeObject } from '../plan/actions/change-object.ts';
import { duplicateScenario } from '../plan/actions/duplicate-scenario.ts';
import { moveMeasure } from '../plan/actions/move-measure.ts';
import { removeObject } from '../plan/actions/remove-object.ts';
import { saveMeasure } from '../plan/actions/save-measure.ts';
import type { ObjectOf } from '../plan/plan.ts';
import type { PlaceFacts } from '../questions/measures/measure-calls.ts';
import type { MeasureDraft } from '../questions/measures/measure-draft.ts';
import type { PlanSession } from './plan-session.ts';

/** Who changes the plan, and when. */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

/** What a person does with scenarios and measures; each is one change that can be undone. Rejects with the action's problem. */
export function scenarioActions({ apply }: Pick<PlanSession, 'apply'>, sign: () => Signature) {
  return {
    /** A new id, e.g. of a measure that is being filled in. */
    newId,
    async addScenario(name: string): Promise<string> {
      const id = newId();
      const object = { id, name, description: '', circle: 'agsp' as const, copiedFrom: null };
      await apply(
        addObject,
        { collection: 'scenarios', object },
        { code: 'change.added', params: { collection: 'scenarios', name } },
      );
      return id;
    },
    async duplicateScenario(from: string, name: string): Promise<string> {
      const id = newId();
      const label = { code: 'change.duplicated', params: { collection: 'scenarios', name } } as const;
      await apply(duplicateScenario, { from, id, name }, label);
      return id;
    },
    changeScenario: (id: string, fields: Pick<ObjectOf<'scenarios'>, 'name' | 'description' | 'circle'>) =>
      apply(
        changeObject,
        { collection: 'scenarios', id, fields },
        { code: 'change.changed', params: { collection: 'scenarios', name: fields.name } },
      ),
    removeScenario: (id: string, name: string, why: string) =>
      apply(
        removeObject,
        { collection: 'scenarios', id, ...sign(), why },
        { code: 'change.removed', params: { collection: 'scenarios', name } },
      ),
    saveMeasure: ({ measure, offers }: MeasureDraft, isNew: boolean) =>
      apply(
        saveMeasure,
        {
          measure,
          offers: offers.map(({ measureId: _, removed: __, order: ___, ...offer }) => offer),
          ...sign(),
        },
        {
          code: isNew ? 'change.added' : 'change.changed',
          params: { collection: 'measures', name: measure.name },
        },
      ),
    moveMeasure: (id: string, name: string, { position, plot, site }: PlaceFacts) =>
      apply(
        moveMeasure,
        { id, position: [position[0], position[1]], plotId: plot?.id ?? null, siteId: site?.id ?? null },
        { code: 'change.moved', params: { collection: 'measures', name } },
      ),
    removeMeasure: (id: string, name: string, why: string) =>
      apply(
        removeObject,
        { collection: 'measures', id, ...sign(), why },
        { code: 'change.removed', params: { collection: 'measures', name } },
      ),
  };
}

export type ScenarioActions = ReturnType<typeof scenarioActions>;
