import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PACKAGE_FILES } from '../city/package-files.ts';
import type { PackageSource } from '../city/package-source.ts';
import { fail } from '../shared/problem.ts';

/** A city package in a folder. */
export function folderPackageSource(folder: string): PackageSource {
  return {
    name: folder,
    read: async (path) => {
      const bytes = await readFile(join(folder, path)).catch(() => fail('city.file-missing', { file: path }));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

/** What stands where a package is to be written. */
export async function inspectFolder(folder: string): Promise<'free' | 'package' | 'something-else'> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] | null =>
    error.code === 'ENOENT' ? [] : null,
  );
  if (entries === null) return 'something-else';
  if (entries.length === 0) return 'free';
  return entries.includes(PACKAGE_FILES.manifest) ? 'package' : 'something-else';
}

/**
 * Writes a package beside its place and then moves it there, so that the folder holds either the old or the new package, never half of
 * one. An older package there is removed only after the new one stands.
 */
export async function writePackageFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(fresh);
    for (const [path, bytes] of files) await writeFile(join(fresh, path), bytes);
    const replaces = (await readdir(folder).catch(() => null)) !== null;
    if (replaces) await rename(folder, old);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (replaces) await rename(old, folder);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
