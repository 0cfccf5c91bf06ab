/** What a form about a need refuses. */
export interface NeedProblems {
  'need.title-missing': Record<never, never>;
  'need.department-missing': Record<never, never>;
  'need.place-missing': Record<never, never>;
  /** Another department is asked for: one's own need is not supported by oneself. */
  'need.own-department': Record<never, never>;
  'need.file-unreadable': { name: string };
}
