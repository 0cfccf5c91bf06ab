import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import type { NeedStatus } from '../../../src/plan/types/needs.ts';
import type { NeedPlaceFacts } from '../../../src/questions/need-places.ts';
import type { RowContext } from '../../../src/report/needs/need-rows.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

const FACTS: NeedPlaceFacts = {
  name: 'Mitte',
  position: [9.18, 48.78] as unknown as NeedPlaceFacts['position'],
  path: [{ id: 'd:1', name: 'Mitte' }],
  touches: ['d:1'],
  outside: false,
  partlyOutside: false,
  unknown: false,
};

/** Everything lies in Mitte but what is of the whole city. */
export const CONTEXT: RowContext = {
  placeOf: ({ place }) =>
    place.kind === 'city' ? { ...FACTS, name: null, position: null, path: [], touches: [] } : FACTS,
  scenarioId: null,
  today: '2026-06-01',
};

/** A plan with an overdue need of "jugend", a public theme of the whole city and one that is done, both of "schule". */
export function needsScene() {
  const plan = smallPlan();
  const report = (...args: Parameters<typeof need>) => addNeed(plan, { need: need(...args), at: NOON, by: 'Planung' });
  const move = (id: string, status: NeedStatus) =>
    setNeedStatus(plan, {
      id,
      stepId: `${id}-${status}`,
      status,
      at: NOON,
      by: 'AGSP',
      departmentId: null,
      reason: 'so',
    });
  const say = (id: string, needId: string, departmentId: string, kind: 'supports' | 'adds' | 'objects') =>
    addObject(plan, {
      collection: 'supports',
      object: { id, needId, departmentId, kind, sentence: 'Ein Satz.', at: NOON, by: 'x' },
    });
  report('late', { title: 'A Krippe', service: 'kita-u3', neededBy: '2026-01-31', urgency: 'duty' });
  report('theme', {
    title: 'B Räume',
    service: null,
    topic: 'Begegnung',
    place: { kind: 'city' },
    quantity: null,
    unit: null,
    reason: 'Es fehlt an Orten.',
    departmentId: 'schule',
    circle: 'public',
    urgency: 'wish',
  });
  report('done', { title: 'C Treff', urgency: 'duty', departmentId: 'schule' });
  move('done', 'implemented');
  return { plan, report, move, say };
}
