import type { Circle } from '../../plan/types/common.ts';
import { NEED_STATUSES, NEED_STEPS, type NeedStatus } from '../../plan/types/needs.ts';
import { foldText } from '../../questions/fold-text.ts';
import type { ServiceId } from '../../shared/services.ts';
import { compareText, type NeedRow } from './need-rows.ts';

/** Who looks at the list. */
export interface NeedViewer {
  /** Id of one's own department in the plan; `null` = not said, or not in the plan. */
  readonly departmentId: string | null;
  /** Ids of one's own districts, any level. */
  readonly districts: readonly string[];
  /** The office of the working group: it checks, bundles and ranks. */
  readonly isOffice: boolean;
}

/** What narrows the list down; everything at its first value = all needs. */
export interface NeedFilter {
  /** Part of title, topic, target group or reason. */
  readonly text: string;
  /** `all`, or what is one's own. */
  readonly whose: 'all' | 'department' | 'districts' | 'open';
  readonly departmentId: string | null;
  /** Id of a district of any level; `null` = the city; `city` = only themes of the whole city. */
  readonly district: string | null;
  /** `active`: neither done nor put aside. */
  readonly status: NeedStatus | 'active' | null;
  readonly service: ServiceId | 'qualitative' | null;
  readonly urgency: 'duty' | 'should' | 'wish' | null;
  readonly overdue: boolean;
  readonly circle: Circle | null;
}

export const FIRST_NEED_FILTER: NeedFilter = {
  text: '',
  whose: 'all',
  departmentId: null,
  district: null,
  status: null,
  service: null,
  urgency: null,
  overdue: false,
  circle: null,
};

const DONE: ReadonlySet<NeedStatus> = new Set(['implemented', 'deferred', 'rejected', 'settled']);

/** Neither implemented nor settled, rejected or deferred. */
export function isActive(status: NeedStatus): boolean {
  return !DONE.has(status);
}

/**
 * Whether a need waits for the viewer. A department: its own needs that are overdue or meet an objection, and active ones of others in its
 * districts on which it has not said a word. The office: whatever is reported, checked or bundled, for it takes the next step.
 */
export function isOpenWith(row: NeedRow, viewer: NeedViewer): boolean {
  const { need, voices, overdue } = row;
  if (!isActive(need.status)) return false;
  if (viewer.isOffice) return ['reported', 'checked', 'bundled'].includes(need.status);
  if (viewer.departmentId === null) return false;
  if (need.departmentId === viewer.departmentId) return overdue || voices.some(({ kind }) => kind === 'objects');
  const spoke = voices.some(({ departmentId }) => departmentId === viewer.departmentId);
  return !spoke && liesIn(row, viewer.districts);
}

/** Whether a need lies in one of these districts, or touches one. Needs of the whole city lie in none. */
export function liesIn({ place }: Pick<NeedRow, 'place'>, districts: readonly string[]): boolean {
  return place !== null && districts.some((id) => place.touches.includes(id));
}

function isWhose(row: NeedRow, whose: NeedFilter['whose'], viewer: NeedViewer): boolean {
  switch (whose) {
    case 'all':
      return true;
    case 'department':
      return row.need.departmentId === viewer.departmentId;
    case 'districts':
      return liesIn(row, viewer.districts);
    case 'open':
      return isOpenWith(row, viewer);
  }
}

/** Needs that pass a filter, in the order given. */
export function filterNeeds(rows: readonly NeedRow[], filter: NeedFilter, viewer: NeedViewer): readonly NeedRow[] {
  const wanted = foldText(filter.text);
  const says = ({ need }: NeedRow) =>
    [need.title, need.topic, need.targetGroup, need.reason].some(
      (text) => text !== null && foldText(text).includes(wanted),
    );
  const { status, service, district } = filter;
  return rows.filter((row) => {
    const { need } = row;
    return (
      isWhose(row, filter.whose, viewer) &&
      (filter.departmentId === null || need.departmentId === filter.departmentId) &&
      (district === null || (district === 'city' ? need.place.kind === 'city' : liesIn(row, [district]))) &&
      (status === null || (status === 'active' ? isActive(need.status) : need.status === status)) &&
      (service === null || (service === 'qualitative' ? need.service === null : need.service === service)) &&
      (filter.urgency === null || need.urgency === filter.urgency) &&
      (!filter.overdue || row.overdue) &&
      (filter.circle === null || need.circle === filter.circle) &&
      (wanted === '' || says(row))
    );
  });
}

export const NEED_SORTS = ['urgency', 'neededBy', 'title', 'department', 'status', 'reportedAt'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

const URGENCIES = ['duty', 'should', 'wish'] as const;

/**
 * Needs in an order; what is missing comes last, equal ones by title. By urgency and by date, what is concluded comes behind the rest;
 * reports are sorted newest first.
 */
export function sortNeeds(rows: readonly NeedRow[], sort: NeedSort): readonly NeedRow[] {
  const compare = (a: NeedRow, b: NeedRow): number => {
    switch (sort) {
      case 'urgency':
        return byActivity(a, b) || URGENCIES.indexOf(a.need.urgency) - URGENCIES.indexOf(b.need.urgency) || byDay(a, b);
      case 'neededBy':
        return byActivity(a, b) || byDay(a, b);
      case 'title':
        return 0;
      case 'department':
        return compareText(a.department, b.department);
      case 'status':
        return NEED_STATUSES.indexOf(a.need.status) - NEED_STATUSES.indexOf(b.need.status);
      case 'reportedAt':
        return -lastly(a.reportedAt, b.reportedAt);
    }
  };
  return [...rows].sort(
    (a, b) => compare(a, b) || compareText(a.need.title, b.need.title) || (a.need.id < b.need.id ? -1 : 1),
  );
}

const byActivity = (a: NeedRow, b: NeedRow) => Number(isActive(b.need.status)) - Number(isActive(a.need.status));
const byDay = (a: NeedRow, b: NeedRow) => lastly(a.need.neededBy, b.need.neededBy);

/** By text, `null` last. */
function lastly(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** What the colour and shape of a need on the map tell. */
export type NeedStage = 'open' | 'agreed' | 'done' | 'aside';

export function stageOf(status: NeedStatus): NeedStage {
  if (status === 'deferred' || status === 'rejected') return 'aside';
  if (status === 'implemented' || status === 'settled') return 'done';
  return NEED_STEPS.indexOf(status as (typeof NEED_STEPS)[number]) >= NEED_STEPS.indexOf('decided') ? 'agreed' : 'open';
}
