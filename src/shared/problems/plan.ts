/** Collections of a plan; `plan/plan.ts` gives each its shape. */
export type PlanCollection =
  | 'scenarios'
  | 'measures'
  | 'measureOffers'
  | 'sites'
  | 'sitePhases'
  | 'siteParameters'
  | 'stageSettings'
  | 'plots'
  | 'edits'
  | 'assumptions'
  | 'needs'
  | 'needSteps'
  | 'needVersions'
  | 'needAnswers'
  | 'supports'
  | 'attachments'
  | 'bundles'
  | 'bundleMembers'
  | 'rankPlaces'
  | 'rankWeights'
  | 'agreedFigures'
  | 'checkItems'
  | 'checkAnswers'
  | 'participation'
  | 'decisions'
  | 'indicatorVersions'
  | 'departments';

/** Statuses of a need; see `plan/types/needs.ts`. */
export type NeedStatus =
  | 'reported'
  | 'checked'
  | 'bundled'
  | 'ranked'
  | 'decided'
  | 'secured'
  | 'implemented'
  | 'deferred'
  | 'rejected'
  | 'settled';

/** An object by what it is and how it is called. */
export interface Named {
  collection: PlanCollection;
  name: string;
}

/** Problems of plans: what an operation refuses, what a file or the browser's storage is refused for, and the labels of changes. */
export interface PlanProblems {
  'plan.object-unknown': { collection: PlanCollection; id: string };
  'plan.object-removed': { collection: PlanCollection; id: string };
  'plan.object-exists': { collection: PlanCollection; id: string };
  /** A reference to an object that is not there or removed. */
  'plan.reference-unknown': { collection: PlanCollection; id: string };
  'plan.field-fixed': { collection: PlanCollection; field: string };
  'plan.object-invalid': { collection: PlanCollection; id: string; path: string; found: string; expected: string };
  'plan.header-invalid': { path: string; found: string; expected: string };
  'plan.dates-reversed': { from: string; to: string };
  'plan.measure-without-position': Record<never, never>;
  'plan.measure-without-house': { kind: 'enlarge' | 'move' | 'close' | 'reopen' };
  'plan.measure-without-offer': { kind: 'add' | 'enlarge' | 'reopen' };
  'plan.capacity-negative': { found: number };
  'plan.area-invalid': { invalidity: 'self-crossing' | 'self-touching' | 'hole-outside' | 'parts-overlapping' };
  'plan.phases-sum': { percent: number };
  'plan.need-without-content': Record<never, never>;
  'plan.need-without-topic': Record<never, never>;
  'plan.need-step-reason': { from: NeedStatus; to: NeedStatus };
  'plan.reason-missing': Record<never, never>;
  'plan.bundle-too-small': { found: number };
  'plan.attachment-too-large': { name: string; bytes: number; limit: number };
  'plan.attachment-kind': { name: string; found: string };
  'plan.indicator-version': { found: string; expected: string };
  'plan.indicator-unsigned': { id: string };
  'plan.file-too-large': { bytes: number; limit: number };
  'plan.file-not-a-plan': Record<never, never>;
  'plan.file-damaged': { detail: string };
  'plan.version-newer': { found: number; known: number };
  'plan.other-city': { found: string; expected: string };
  'plan.other-origin': { found: string; expected: string };
  /** A file of changes of a plan that is not kept here, or of which changes before are missing here. */
  'plan.changes-without-plan': { name: string };
  'plan.changes-without-base': { name: string; since: string };
  'plan.storage-refused': { detail: string };
  'plan.storage-full': { detail: string };
  'plan.version-unknown': Record<never, never>;
  /** The readable JSON export, which has no history and is not opened. */
  'plan.file-readable': Record<never, never>;
  /** Nothing that was handed in ends as plan files do. */
  'plan.no-plan-files': { skipped: number };
  'plan.export-due': { changes: number; lastAt: string | null };
  'plan.edition-differs': { found: string; expected: string };
  'plan.forgotten-elsewhere': { name: string };
  'plan.not-kept': Record<never, never>;
  'change.created': { name: string };
  'change.added': Named;
  'change.changed': Named;
  'change.moved': Named;
  'change.removed': Named;
  'change.restored': Named;
  'change.duplicated': Named;
  'change.reordered': Named;
  'change.status': Named & { status: NeedStatus };
  'change.plan-renamed': { name: string };
  'change.edition': { edition: string };
  'change.settled': Named;
  'change.migrated': { to: number };
}
