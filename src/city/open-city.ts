import { fail } from '../shared/problem.ts';
import { checkIdentity } from './check/check-identity.ts';
import { checkShape, parseJson } from './check-shape.ts';
import { sha256HexSoon } from './checksum.ts';
import { CITY_SCHEMA_VERSION, PACKAGE_FILES, type PackageFile } from './package-files.ts';
import type { PackageSource } from './package-source.ts';
import { manifestSchema, versionedSchema } from './schema.ts';
import type { Manifest, PackageFileRecord } from './types.ts';

/** A package whose manifest has been read and checked. */
export interface OpenedCity {
  readonly manifest: Manifest;
  readonly source: PackageSource;
}

export interface ReadOptions {
  /** Called while the file comes in; `totalBytes` is its length by the manifest. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Step `n` turns a manifest of schema version n into one of version n + 1. Empty while version 1 is the first. */
type Migration = (manifest: Record<string, unknown>) => Record<string, unknown>;
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/**
 * Reads and checks `manifest.json`. Throws `city.file-missing`, `city.json-invalid`, `city.field-invalid`, `city.schema-too-new` and what
 * the source throws.
 */
export async function openCity(source: PackageSource, signal?: AbortSignal): Promise<OpenedCity> {
  const bytes = await source.read(PACKAGE_FILES.manifest, undefined, signal);
  return { manifest: readManifest(new TextDecoder().decode(bytes)), source };
}

/** Manifest text → checked manifest of the current schema version. */
export function readManifest(text: string): Manifest {
  const where = { file: PACKAGE_FILES.manifest };
  const found = checkShape<Record<string, unknown> & { schemaVersion: number }>(
    versionedSchema,
    parseJson(text, where),
    where,
  );
  if (found.schemaVersion > CITY_SCHEMA_VERSION) {
    fail('city.schema-too-new', { found: found.schemaVersion, expected: CITY_SCHEMA_VERSION }, where);
  }
  let manifest: Record<string, unknown> = found;
  for (let version = found.schemaVersion; version < CITY_SCHEMA_VERSION; version++) {
    manifest = (
      MIGRATIONS[version] ?? fail('city.schema-too-old', { found: version, expected: CITY_SCHEMA_VERSION }, where)
    )(manifest);
  }
  const checked = checkShape<Manifest>(manifestSchema, manifest, where);
  checkIdentity(checked, PACKAGE_FILES.manifest);
  return checked;
}

/** The manifest's record of a file, `null` where the package has none. */
export function fileRecord({ manifest }: OpenedCity, file: PackageFile): PackageFileRecord | null {
  return manifest.files.find((record) => record.path === PACKAGE_FILES[file]) ?? null;
}

/** Reads a whole file and checks its length and checksum; `null` where the package has none. Throws `city.length-wrong`, `city.checksum-wrong`. */
export async function readPackageFile(
  opened: OpenedCity,
  file: PackageFile,
  options: ReadOptions = {},
): Promise<Uint8Array | null> {
  const record = fileRecord(opened, file);
  if (record === null) return null;
  const { onProgress, signal } = options;
  const report = onProgress === undefined ? undefined : (done: number) => onProgress(done, record.bytes);
  const bytes = await opened.source.read(record.path, report, signal);
  await checkBytes(bytes, record.path, record.bytes, record.sha256);
  return bytes;
}

/** Checks length and SHA-256. */
export async function checkBytes(bytes: Uint8Array, path: string, length: number, sha256: string): Promise<void> {
  const where = { file: path };
  if (bytes.length !== length) fail('city.length-wrong', { found: bytes.length, expected: length }, where);
  const found = await sha256HexSoon(bytes);
  if (found !== sha256) fail('city.checksum-wrong', { found, expected: sha256 }, where);
}
