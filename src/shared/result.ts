import type { Note } from './problem.ts';

/** What every reader of a source returns: the data and what had to be said about it. */
export interface WithNotes<T> {
  readonly data: T;
  readonly notes: Note[];
}
