import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFolder, writePackageFolder } from '../../src/cli/package-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the folder of a package', () => {
  let parent = '';
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'package-folder-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('is written whole, with the folders above it', async () => {
    const folder = join(parent, 'a', 'b');
    await writePackageFolder(folder, new Map([['manifest.json', bytes('{}')]]));
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('{}');
    expect(await readdir(join(parent, 'a'))).toEqual(['b']);
  });

  it('replaces an older package, files that are no more included', async () => {
    const folder = join(parent, 'city');
    await writePackageFolder(
      folder,
      new Map([
        ['manifest.json', bytes('1')],
        ['old.fgb', bytes('x')],
      ]),
    );
    await writePackageFolder(folder, new Map([['manifest.json', bytes('2')]]));
    expect(await readdir(folder)).toEqual(['manifest.json']);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('2');
    expect(await readdir(parent)).toEqual(['city']);
  });

  it('keeps the older package and leaves nothing else behind if writing fails', async () => {
    const folder = join(parent, 'city');
    await writePackageFolder(folder, new Map([['manifest.json', bytes('1')]]));
    const impossible = new Map([
      ['manifest.json', bytes('2')],
      ['no/such/folder', bytes('x')],
    ]);
    await expect(writePackageFolder(folder, impossible)).rejects.toThrow(/ENOENT/);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('1');
    expect(await readdir(parent)).toEqual(['city']);
  });

  it('is told apart from a folder with other things in it', async () => {
    const folder = join(parent, 'city');
    expect(await inspectFolder(folder)).toBe('free');
    await mkdir(folder);
    expect(await inspectFolder(folder)).toBe('free');
    await writeFile(join(folder, 'thesis.docx'), 'x');
    expect(await inspectFolder(folder)).toBe('something-else');
    expect(await inspectFolder(join(folder, 'thesis.docx'))).toBe('something-else');
    await writeFile(join(folder, 'manifest.json'), '{}');
    expect(await inspectFolder(folder)).toBe('package');
  });
});
