import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LATER_DE } from '../../src/i18n/later-texts.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => join(SRC, path));
const textOf = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

/** What a file imports so that it is loaded with it; types and dynamic imports are not. */
function staticImports(path: string): string[] {
  const text = textOf.get(path) ?? '';
  const found = [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'(\.[^']+)'/gm)];
  return found.map((match) => normalize(join(dirname(path), match[1]!))).filter((target) => textOf.has(target));
}

function loadedWith(root: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of staticImports(path)) visit(next);
  };
  visit(root);
  return seen;
}

/** Files that are loaded by themselves: the page, and whatever is imported when it is needed. */
const roots = new Set([
  join(SRC, 'main.tsx'),
  ...files.flatMap((path) =>
    [...textOf.get(path)!.matchAll(/\bimport\('(\.[^']+)'\)/g)].map((match) =>
      normalize(join(dirname(path), match[1]!)),
    ),
  ),
]);
const LATER = join(SRC, 'i18n', 'later-texts.ts');

/** Keys of later texts that a file writes out; forms such as `gaps.share-${x}` by their beginning. */
function laterKeys(path: string): string[] {
  const text = textOf.get(path)!;
  const keys = Object.keys(LATER_DE).map((key) => key.replace(/\.(one|other)$/, ''));
  const forms = [...text.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map((match) => match[1]!);
  return keys.filter(
    (key) => text.includes(`'${key}'`) || forms.some((form) => key.startsWith(form) && form.length > 0),
  );
}

describe('texts that are loaded after the first map', () => {
  it('are not asked for by what the first map loads', () => {
    const first = [...loadedWith(join(SRC, 'main.tsx')), ...loadedWith(join(SRC, 'map', 'map-view.ts'))];
    const asked = first
      .filter((path) => !path.includes('/i18n/'))
      .flatMap((path) => laterKeys(path).map((key) => `${relative(SRC, path)}: ${key}`));
    expect(asked).toEqual([]);
    expect(first).not.toContain(LATER);
  });

  it('come with every part of the program that asks for them', () => {
    const without = [...roots].filter((root) => {
      if (!textOf.has(root) || root.endsWith('main.tsx')) return false;
      const loaded = [...loadedWith(root)].filter((path) => !path.includes('/i18n/'));
      return loaded.some((path) => laterKeys(path).length > 0) && !loadedWith(root).has(LATER);
    });
    expect(without.map((path) => relative(SRC, path))).toEqual([]);
  });
});
