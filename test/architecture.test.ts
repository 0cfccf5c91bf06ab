import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The table under "Who may import whom" in README: folder → folders it may import. */
function readImportTable(): Map<string, Set<string>> {
  const section = readme.split('## Who may import whom')[1]?.split('\n## ')[0] ?? '';
  const table = new Map<string, Set<string>>();
  for (const line of section.split('\n')) {
    const cells = /^\|([^|]+)\|([^|]+)\|$/.exec(line.trim());
    if (cells === null || cells[1]!.includes('---') || cells[1]!.includes('folder')) continue;
    const allowed = cells[2]!
      .replace(/\(.*?\)/g, '')
      .split(',')
      .map((name) => name.trim());
    for (const folder of cells[1]!.split(','))
      table.set(folder.trim(), new Set(allowed.filter((name) => name !== '–')));
  }
  return table;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3] ?? match[4])!);
}

const sourceFiles = filesBelow('src');
const folderOf = (file: string) => file.split('/')[1]!;
const PURE = ['shared', 'engine', 'indicators', 'plan', 'questions', 'report'];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

describe('the house', () => {
  const table = readImportTable();

  it('has an import table in README that names every source folder', () => {
    const folders = new Set(sourceFiles.filter((file) => file.split('/').length > 2).map(folderOf));
    folders.delete('shared');
    expect([...folders].filter((folder) => !table.has(folder))).toEqual([]);
    expect(table.size).toBeGreaterThan(10);
  });

  it('imports only downwards, as the table says', () => {
    const broken: string[] = [];
    for (const file of sourceFiles.filter((name) => name.split('/').length > 2)) {
      const from = folderOf(file);
      for (const target of importsOf(file).filter((path) => path.startsWith('.'))) {
        const path = relative(root, join(root, file, '..', target.split('?')[0]!));
        if (!path.startsWith('src/')) continue;
        const to = path.split('/')[1]!;
        if (to === from || to === 'shared') continue;
        if (table.get(from)?.has(to) !== true) broken.push(`${file} imports ${path}`);
        if (from === 'state' && to === 'worker' && !/worker\/(protocol|client)\.ts$/.test(path)) {
          broken.push(`${file} imports ${path}: state may import the worker's protocol and client only`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('keeps the pure folders pure: no clock, no chance, no promise, no log, no browser', () => {
    const forbidden =
      /\b(Date\.now|new Date\(\)|Math\.random|Promise\b|async\b|await\b|console\.|window\.|document\.|fetch\(|setTimeout|performance\.|crypto\.|localStorage|process\.)/;
    const broken = sourceFiles
      .filter((file) => PURE.includes(folderOf(file)))
      .flatMap((file) =>
        withoutComments(readFileSync(join(root, file), 'utf8'))
          .split('\n')
          .map((line, index) => ({ line, index }))
          .filter(({ line }) => forbidden.test(line))
          .map(({ line, index }) => `${file}:${index + 1} ${line.trim()}`),
      );
    expect(broken).toEqual([]);
  });

  it('lets nobody in pipeline and city touch Node', () => {
    const broken = sourceFiles
      .filter((file) => ['pipeline', 'city'].includes(folderOf(file)))
      .filter(
        (file) =>
          importsOf(file).some((path) => path.startsWith('node:')) ||
          /\bBuffer\b|\bprocess\./.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
      );
    expect(broken).toEqual([]);
  });

  it('lets only MapView touch MapLibre', () => {
    const touching = sourceFiles.filter((file) =>
      /from 'maplibre-gl'|import\('maplibre-gl'\)/.test(
        readFileSync(join(root, file), 'utf8').replace(/import type [^;]+;/g, ''),
      ),
    );
    expect(touching.filter((file) => file !== 'src/map/map-view.ts')).toEqual([]);
  });

  it('keeps source files under 500 lines', () => {
    const long = sourceFiles
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 500);
    expect(long).toEqual([]);
  });

  it('has a README of at most 40 lines in each source folder with code', () => {
    const folders = [...new Set(sourceFiles.filter((file) => file.split('/').length > 2).map(folderOf))];
    const wrong = folders.filter((folder) => {
      try {
        return readFileSync(join(root, 'src', folder, 'README.md'), 'utf8').split('\n').length > 41;
      } catch {
        return true;
      }
    });
    expect(wrong).toEqual([]);
  });

  it('tests each file with code of the core at its mirrored path', () => {
    const mirrored = /^src\/((engine|indicators|plan|questions|report|shared)\/.*)\.ts$/;
    const withCode = sourceFiles
      .filter((file) => mirrored.test(file))
      .filter((file) =>
        /^export (function|class)\b|^export const \w+ = .*=>/m.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(withCode.length).toBeGreaterThan(200);
    const tests = new Set(filesBelow('test'));
    expect(withCode.filter((file) => !tests.has(file.replace(mirrored, 'test/$1.test.ts')))).toEqual([]);
  });

  it('uses no barrel files, no default exports of its own, and kebab-case names', () => {
    const wrong = sourceFiles.filter(
      (file) => /\/index\.tsx?$/.test(file) || !/^[a-z0-9.-]+$/.test(file.split('/').at(-1)!),
    );
    expect(wrong).toEqual([]);
  });
});
