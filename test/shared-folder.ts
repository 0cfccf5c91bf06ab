import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/** Real data and reference numbers for tests; not part of the project and not needed to build it. */
export const SHARED_FOLDER = join(import.meta.dirname, '..', '..', 'shared');

export function sharedPath(...parts: string[]): string {
  return join(SHARED_FOLDER, ...parts);
}

export const hasSharedFolder = existsSync(SHARED_FOLDER);

/** `describe` for tests that need `../shared`: skipped with a visible line where it is missing. */
export function describeWithShared(name: string, body: () => void): void {
  if (hasSharedFolder) {
    describe(name, body);
    return;
  }
  console.log(`SKIPPED (no ../shared folder): ${name}`);
  describe.skip(name, () => {
    it('needs ../shared', () => {});
  });
}
