import { readFileSync } from 'node:fs';
import type { SourceBytes } from '../../../src/pipeline/types.ts';
import { type Problem, ProblemError } from '../../../src/shared/problem.ts';
import { sharedPath } from '../../shared-folder.ts';

/** A text as a file. */
export function textSource(text: string, name = 'tabelle.csv'): SourceBytes {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Bytes as a file; numbers and texts (ASCII) in a row. */
export function byteSource(parts: readonly (number | string)[], name = 'tabelle.csv'): SourceBytes {
  const bytes = parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)]));
  return { name, bytes: Uint8Array.from(bytes) };
}

/** A file of `../shared/data`. */
export function dataSource(...path: string[]): SourceBytes {
  return { name: path.at(-1) as string, bytes: new Uint8Array(readFileSync(sharedPath('data', ...path))) };
}

/** The problem that a call throws. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('expected a problem, but there was none');
}
