import type { CityJob } from './make-city.ts';

/** What the test asks of the worker. */
export type WorkerRequest =
  | { readonly ask: 'build'; readonly job: CityJob; readonly sources: string; readonly otherEngine: boolean }
  | { readonly ask: 'file'; readonly path: string };

/** A package as the worker has it, and where it believes to be. */
export interface WorkerBuild {
  /** SHA-256 by path. */
  readonly sha256ByPath: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly timeZone: string;
}

/** `bytes` as base64. */
export type WorkerAnswer = { readonly build: WorkerBuild } | { readonly bytes: string } | { readonly error: string };
