import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import type { OsmModel } from '../../../src/pipeline/osm/osm-model.ts';
import { type ReadOsmOptions, readOsm } from '../../../src/pipeline/osm/read-osm.ts';
import { readOsmModel } from '../../../src/pipeline/osm/read-osm-model.ts';
import type { BuildContext } from '../../../src/pipeline/types.ts';
import { type Note, type Problem, ProblemError } from '../../../src/shared/problem.ts';

/** Metric CRS of all fixtures: they lie near 13.25° east. */
export const FIXTURE_EPSG = 25833;

export const IDLE: BuildContext = { signal: new AbortController().signal, progress: () => {} };

export function modelOf(bytes: Uint8Array, name = 'test.osm', limitBytes?: number): OsmModel {
  const reading = readOsmModel({ name, bytes }, limitBytes);
  for (;;) {
    const next = reading.next();
    if (next.done) return next.value;
  }
}

export function modelOfText(text: string): OsmModel {
  return modelOf(new TextEncoder().encode(text));
}

/** The model of `test/fixtures/osm/<name>.osm`. */
export function fixture(name: string): OsmModel {
  return modelOf(readFileSync(new URL(`../../fixtures/osm/${name}.osm`, import.meta.url)), `${name}.osm`);
}

/** The problem that `run` throws. */
export function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

export function noteOf(notes: readonly Note[], code: Note['code']): Note | undefined {
  return notes.find((note) => note.code === code);
}

const SHARED = new URL('../../../../shared/data/', import.meta.url);

/** A file of the shared real data, or `null` where that folder is missing. */
export function sharedPath(path: string): string | null {
  const url = new URL(path, SHARED);
  return existsSync(url) ? fileURLToPath(url) : null;
}

/** `it`, or a visible skip where the shared file is missing. */
export function itWith(path: string): typeof it | typeof it.skip {
  if (sharedPath(path) !== null) return it;
  console.log(`skipped: ../shared/data/${path} is not there`);
  return it.skip;
}

export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, SHARED)));
}

export function readShared(path: string, options: Omit<ReadOsmOptions, 'sourceIndex'>) {
  return readOsm({ name: path, bytes: sharedBytes(path) }, { ...options, sourceIndex: 0 }, IDLE);
}
