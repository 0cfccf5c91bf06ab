import { addNeed } from '../../plan/actions/add-need.ts';
import type { NewObject } from '../../plan/actions/insert-object.ts';
import { setNeedStatus } from '../../plan/actions/set-need-status.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import { type DemoFigures, lackOf } from './demo-figures.ts';
import { CONTACT_ROLES, type DepartmentId } from './departments.ts';
import { type KindName, needKind } from './need-kinds.ts';
import type { PlanScript } from './plan-script.ts';

type NewNeed = Omit<NewObject<'needs'>, 'status'>;

/** A need of a department with what it must say; everything else is "keine Angabe" until said. */
export type NeedDraft = Partial<NewNeed> &
  Pick<NewNeed, 'id' | 'title' | 'place' | 'urgency' | 'reasonKind' | 'reason'> & {
    readonly departmentId: DepartmentId;
  };

const SILENT = {
  circle: 'agsp',
  service: null,
  topic: null,
  targetGroup: null,
  quantity: null,
  unit: null,
  roomSquareMeters: null,
  plotSquareMeters: null,
  requirementNote: null,
  neededBy: null,
  reference: null,
  evidence: null,
  combinable: null,
  combinableNote: null,
} as const satisfies Partial<NewNeed>;

export function reportNeed(script: PlanScript, draft: NeedDraft, at: string): void {
  const { departmentId } = draft;
  const need: NewNeed = { ...SILENT, requirements: [], links: [], contactRole: CONTACT_ROLES[departmentId], ...draft };
  const label = { code: 'change.added', params: { collection: 'needs', name: need.title } } as const;
  script.act(addNeed, { need, at, by: CONTACT_ROLES[departmentId] }, label, departmentId, at);
}

/** The horizon of the Bedarfsblatt that a date belongs to. */
function horizonOf(neededBy: string): number {
  return neededBy < '2033' ? 2030 : 2035;
}

/** A need for a service at a place of a district, with the figures of that district at the horizon it is needed by. */
export function draftOfKind(
  name: KindName,
  id: string,
  where: { readonly place: NewNeed['place']; readonly borough: string; readonly title: string },
  neededBy: string,
  figures: DemoFigures,
  at: string,
): NeedDraft {
  const { department, title, people, judgement, urgency, besideHouseOf: _, ...kind } = needKind(name);
  const year = horizonOf(neededBy);
  const row = figures.rowOf(name, year, where.borough);
  const lack = row === null ? 0 : Math.round((lackOf(row) ?? 0) / 10) * 10;
  const isGap = row !== null && lack >= 20 && kind.unit !== 'square-meters';
  return {
    id,
    departmentId: department,
    title: `${title}, ${where.title}`,
    place: where.place,
    service: name,
    ...kind,
    requirements: [...kind.requirements],
    neededBy,
    urgency,
    reasonKind: isGap ? 'gap' : 'judgement',
    reason: isGap ? `${row.name}: ${year} fehlen rechnerisch rund ${lack} Plätze (${people}). ${judgement}` : judgement,
    evidence: row === null ? null : figures.frozen(name, year, [where.borough], at),
    combinable: true,
  };
}

export interface StatusChange {
  readonly status: NeedStatus;
  readonly at: string;
  readonly by: DepartmentId;
  readonly reason?: string;
}

/** Moves a need through statuses, one record each. */
export function moveNeed(
  script: PlanScript,
  need: Pick<NeedDraft, 'id' | 'title'>,
  changes: readonly StatusChange[],
): void {
  changes.forEach(({ status, at, by, reason }, i) => {
    script.act(
      setNeedStatus,
      {
        id: need.id,
        stepId: `${need.id}.${i + 1}-${status}`,
        status,
        at,
        by: CONTACT_ROLES[by],
        departmentId: by,
        reason: reason ?? null,
      },
      { code: 'change.status', params: { collection: 'needs', name: need.title, status } },
      by,
      at,
    );
  });
}
