import type { Plan } from '../plan.ts';

/**
 * An operation: changes the draft it is given and nothing else. It throws a `ProblemError` where it refuses; the draft is then worth
 * nothing, and whoever made it drops it (`document.apply` does).
 */
export type Action<Args> = (draft: Plan, args: Args) => void;

/** `Omit` that keeps the members of a union apart. */
export type OmitEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type PartialEach<T> = T extends unknown ? Partial<T> : never;
