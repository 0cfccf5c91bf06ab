import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Licences whose code may be shipped beside code under EUPL-1.2 (all permissive; OFL for the font). */
const FITTING = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'BSL-1.0',
]);

/** Packages that state their licence wrongly or only in a file; each was read there. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'splaytree-ts': 'BSD-3-Clause',
};

function fits(expression: string): boolean {
  const text = expression.replace(/^\(|\)$/g, '');
  if (text.includes(' OR ')) return text.split(' OR ').some(fits);
  if (text.includes(' AND ')) return text.split(' AND ').every(fits);
  return FITTING.has(text.trim());
}

interface LockEntry {
  readonly dev?: boolean;
  readonly license?: string;
}

describe('licences', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };

  it('lets every shipped dependency fit EUPL-1.2', () => {
    const wrong = Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && entry.dev !== true)
      .map(([path, entry]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return { name, licence: READ_BY_HAND[name] ?? entry.license ?? 'none stated' };
      })
      .filter(({ licence }) => !fits(licence));
    expect(wrong).toEqual([]);
  });

  it('notices a licence that does not fit', () => {
    expect(fits('GPL-3.0-only')).toBe(false);
    expect(fits('MIT AND GPL-3.0')).toBe(false);
    expect(fits('(EDL-1.0 OR EPL-1.0)')).toBe(false);
    expect(fits('(MIT OR GPL-3.0)')).toBe(true);
  });

  it('names the same licence in package.json, LICENSE and publiccode.yml', () => {
    expect((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { license: string }).license).toBe(
      'EUPL-1.2',
    );
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
    expect(readFileSync(join(root, 'publiccode.yml'), 'utf8')).toContain('license: EUPL-1.2');
  });
});
