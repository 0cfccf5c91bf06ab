import type { LonLatBox } from '../shared/coordinates.ts';
import { fail } from '../shared/problem.ts';
import { type ByteRun, searchPackedIndex } from './flatgeobuf/packed-index.ts';
import { readFeatures, readFlatGeobufHeader } from './flatgeobuf/read-flatgeobuf.ts';
import { BASE_FILES, BASE_LAYERS, type BaseItem } from './layers/base-layers.ts';
import type { Layer } from './layers/layer.ts';
import { checkBytes, fileRecord, type OpenedCity, type ReadOptions, readPackageFile } from './open-city.ts';

/** Layers that are read by bbox. */
export type StreamedName = 'streets' | 'buildings';

/** A layer of which only the asked-for part is read. */
export interface StreamedLayer<T> {
  /** Features whose boxes share at least a point with `box`, in file order. */
  featuresInBox(box: LonLatBox, signal?: AbortSignal): Promise<T[]>;
}

/** A server that sends only whole files is asked for at most this much at once. */
const WHOLE_FILE_LIMIT_BYTES = 64 * 1024 * 1024;

/** Features closer together than this are fetched by one request: a request costs more than the bytes between. */
const MERGE_GAP_BYTES = 32 * 1024;

/**
 * Opens a layer for reading by bbox: reads and checks its header and index once; `null` where the package has none. From a source that
 * gives no ranges the file is read whole once, up to 64 MB. Throws `city.ranges-unsupported` and what reading throws.
 */
export async function openStreamedLayer<N extends StreamedName>(
  opened: OpenedCity,
  name: N,
  options: ReadOptions = {},
): Promise<StreamedLayer<BaseItem<N>> | null> {
  const layer: Layer<BaseItem<N>> = BASE_LAYERS[name];
  const record = fileRecord(opened, BASE_FILES[name]);
  if (record === null) return null;
  const { path, indexBytes, indexSha256 } = record;
  if (indexBytes === null || indexSha256 === null) {
    return fail(
      'city.field-invalid',
      { path: `files.${path}.indexSha256`, found: 'null', expected: 'string' },
      { file: 'manifest.json' },
    );
  }
  const fetchBytes = createByteFetcher(opened, name);
  const head = await fetchBytes(0, indexBytes, options);
  await checkBytes(head, path, indexBytes, indexSha256);
  options.onProgress?.(indexBytes, indexBytes);
  const header = readFlatGeobufHeader(head, path);
  const index = head.subarray(header.indexStart);

  return {
    featuresInBox: async (box, signal) => {
      const runs = searchPackedIndex(index, header.featureCount, record.bytes - indexBytes, box);
      const batches = await Promise.all(
        mergeRuns(runs).map(async (batch) => {
          const start = batch[0]!.start;
          const end = batch.at(-1)!.end;
          const bytes = await fetchBytes(indexBytes + start, indexBytes + end, { signal });
          const local = batch.map((run) => ({ start: run.start - start, end: run.end - start }));
          return readFeatures(bytes, local, header, layer.readColumns, path, layer.createReader());
        }),
      );
      return batches.flat();
    },
  };
}

/** Groups runs so that each group is worth one request; runs that touch become one. */
function mergeRuns(runs: readonly ByteRun[]): ByteRun[][] {
  const batches: ByteRun[][] = [];
  let batch: ByteRun[] = [];
  for (const run of runs) {
    const last = batch.at(-1);
    if (last !== undefined && run.start === last.end) {
      batch[batch.length - 1] = { start: last.start, end: run.end };
    } else if (last !== undefined && run.start - last.end <= MERGE_GAP_BYTES) {
      batch.push(run);
    } else {
      batch = [run];
      batches.push(batch);
    }
  }
  return batches;
}

/** Gives parts of a file: by range, or out of the whole file, read once, where the source knows no ranges. */
function createByteFetcher(opened: OpenedCity, name: StreamedName) {
  const { path, bytes: length } = fileRecord(opened, BASE_FILES[name])!;
  let whole: Promise<Uint8Array> | null = null;
  const readWhole = (options: ReadOptions): Promise<Uint8Array> => {
    if (length > WHOLE_FILE_LIMIT_BYTES) {
      const megabytes = Math.ceil(length / 1024 / 1024);
      fail(
        'city.ranges-unsupported',
        { megabytes, limitMegabytes: WHOLE_FILE_LIMIT_BYTES / 1024 / 1024 },
        { file: path },
      );
    }
    // Not stopped by one caller's signal: others wait for the same bytes.
    const { onProgress } = options;
    whole ??= readPackageFile(opened, BASE_FILES[name], { onProgress }).then((bytes) => bytes!);
    // A failure may pass (a network gone for a moment); the next call tries again.
    whole.catch(() => {
      whole = null;
    });
    return whole;
  };
  return async (start: number, end: number, options: ReadOptions): Promise<Uint8Array> => {
    if (whole === null) {
      const part = (await opened.source.range?.(path, start, end, options.signal)) ?? null;
      if (part !== null) return requireLength(part, end - start, path);
    }
    return (await readWhole(options)).subarray(start, end);
  };
}

function requireLength(bytes: Uint8Array, expected: number, file: string): Uint8Array {
  return bytes.length === expected
    ? bytes
    : fail('city.range-wrong', { found: String(bytes.length), expected: String(expected) }, { file });
}
