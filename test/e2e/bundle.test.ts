import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Everything that is transferred until the first map is drawn may weigh this much, gzip, both workers included. */
const LIMIT_BYTES = 650_000;

/** Dynamic imports that the first map needs. */
const FIRST_MAP_IMPORTS = ['src/map/map-view.ts'];

describe('the bundle', () => {
  it(`transfers at most ${LIMIT_BYTES / 1000} kB gzip until the first map is drawn`, () => {
    const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
    const files = new Set<string>(['index.html']);
    const visit = (key: string) => {
      const chunk = manifest[key];
      if (chunk === undefined || files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
      for (const next of chunk.imports ?? []) visit(next);
    };
    for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
    for (const key of FIRST_MAP_IMPORTS) {
      expect(manifest[key], `${key} is no chunk of its own`).toBeDefined();
      visit(key);
    }
    for (const file of readdirSync(join(DIST, 'assets')))
      if (/-worker-[\w-]+\.m?js$/.test(file)) files.add(`assets/${file}`);
    // Only the Latin subset of the font is fetched for German and English texts.
    const counted = [...files].filter((file) => !/(?:cyrillic|greek|vietnamese|latin-ext)/.test(file));
    const sizes = counted
      .map((file) => {
        const bytes = readFileSync(join(DIST, file));
        return { file, bytes: /\.(?:woff2|png)$/.test(file) ? bytes.length : gzipSync(bytes, { level: 6 }).length };
      })
      .sort((a, b) => b.bytes - a.bytes);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const table = sizes.map(({ file, bytes }) => `${String(bytes).padStart(8)}  ${file}`).join('\n');
    console.log(`Until the first map: ${total} bytes gzip\n${table}`);
    // The city's, the map's, and the one that wakes the graphics.
    expect(counted.filter((file) => /-worker-/.test(file)).length, table).toBe(3);
    expect(total, table).toBeLessThanOrEqual(LIMIT_BYTES);
  });
});
