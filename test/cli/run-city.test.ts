import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCity } from '../../src/cli/run-city.ts';
import { SMALL_FILES, smallRecipe } from '../pipeline/build/small-city.ts';

describe('npm run city', () => {
  let root = '';
  let printed: string[] = [];
  let errors: string[] = [];

  const run = (...argv: string[]) =>
    runCity({
      argv,
      root,
      workingFolder: root,
      signal: new AbortController().signal,
      print: (line) => printed.push(line),
      printError: (line) => errors.push(line),
      showProgress: () => {},
      seconds: () => 1.25,
      peakBytes: () => 123_000_000,
    });
  const writeRecipe = (recipe: unknown) => writeFile(join(root, 'kleinstadt.json'), JSON.stringify(recipe));
  const packageFolder = () => join(root, 'public', 'city', 'kleinstadt');

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'run-city-'));
    printed = [];
    errors = [];
    for (const [name, text] of Object.entries(SMALL_FILES)) await writeFile(join(root, name), text);
    await writeRecipe(smallRecipe());
  });
  afterEach(() => rm(root, { recursive: true }));

  it('writes the package and reports in German what was built, what to check, time and memory', async () => {
    expect(await run('kleinstadt.json')).toBe(0);
    expect(errors).toEqual([]);
    expect(await readdir(packageFolder())).toContain('manifest.json');
    expect(printed[0]).toMatch(/^Kleinstadt, Ausgabe 2024-12-31-[0-9a-f]{12}$/);
    expect(printed.slice(1, 4)).toEqual([
      '1.700 Einwohner (31.12.2024)',
      '2 Bezirke, 4 Ortsteile',
      '7 Häuser, 1 Grün-, Spiel- und Sportflächen, 1 Vorhaben, 1 Flächen, 6 Rasterzellen, 1 Gebäude',
    ]);
    const text = printed.join('\n');
    expect(text).toContain('Zu prüfen:\n');
    expect(text).toContain('ergeben: Aufteilung ohne Angabe. kitas:k2 (1×)');
    expect(printed.at(-1)).toBe('Zeit 1,3\u202fs, größter Speicherbedarf 123,0\u202fMB.');
  });

  it('reports in English on request', async () => {
    expect(await run('kleinstadt.json', '--lang', 'en')).toBe(0);
    expect(printed.slice(1, 3)).toEqual(['1,700 inhabitants (31 Dec 2024)', '2 boroughs, 4 quarters']);
    expect(printed.join('\n')).toContain('Houses whose places by offer do not add up');
  });

  it('finds the sources in another folder and writes where it is told', async () => {
    await writeRecipe({ ...smallRecipe(), base: 'nirgends' });
    expect(await run('kleinstadt.json')).toBe(1);
    expect(await run('kleinstadt.json', '--sources', '.', '--out', 'woanders')).toBe(0);
    expect(await readdir(join(root, 'woanders'))).toContain('population.fgb');
  });

  it('writes nothing with --check-only', async () => {
    expect(await run('kleinstadt.json', '--check-only')).toBe(0);
    expect(printed).toContain('Geprüft; nichts geschrieben.');
    expect(await readdir(root)).not.toContain('public');
  });

  it('says what became of the objects of the edition before', async () => {
    await run('kleinstadt.json');
    printed = [];
    const moved = SMALL_FILES['schulen.csv'].replace('500440', '500540');
    await writeFile(join(root, 'schulen.csv'), moved);
    await writeFile(join(root, 'kitas.csv'), SMALL_FILES['kitas.csv'].replace('\nk4,', '\nk9,'));
    expect(await run('kleinstadt.json')).toBe(0);
    const at = printed.findIndex((line) => line.startsWith('Gegenüber der Ausgabe 2024-12-31-'));
    const houses = printed.findIndex((line) => line.startsWith('  Häuser:'));
    expect(houses).toBeGreaterThan(at);
    expect(printed.slice(houses, houses + 4)).toEqual([
      '  Häuser: 6 geblieben, davon 1 um mehr als 50 m verschoben; 1 neu, 1 weggefallen',
      '    verschoben: Grundschule am Markt (schulen:s1)',
      '    neu: Kita Wolke (kitas:k9)',
      '    weggefallen: Kita Wolke (kitas:k4)',
    ]);
  });

  it('ends with 1 and a sentence after bad input, and leaves the package of before as it was', async () => {
    await run('kleinstadt.json');
    const before = await readFile(join(packageFolder(), 'manifest.json'), 'utf8');
    await writeFile(join(root, 'kitas.csv'), SMALL_FILES['kitas.csv'].replace('\nk3,', '\nk1,'));
    expect(await run('kleinstadt.json')).toBe(1);
    expect(errors).toEqual([
      'Das Stadtpaket wurde nicht gebaut:',
      '  Datei kitas.csv, Zeile 4, Spalte nr: Der Schlüssel „k1“ steht schon in Zeile 2.',
    ]);
    expect(await readFile(join(packageFolder(), 'manifest.json'), 'utf8')).toBe(before);
    expect(await readdir(join(root, 'public', 'city'))).toEqual(['kleinstadt']);
  });

  it('lists everything that is wrong with a recipe at once', async () => {
    await writeRecipe({ ...smallRecipe(), epsg: '25832', referenceDate: 'gestern', foo: 1 });
    expect(await run('kleinstadt.json')).toBe(1);
    expect(errors).toEqual([
      'Das Stadtpaket wurde nicht gebaut:',
      '  Datei kleinstadt.json: epsg: gefunden "25832", erwartet eine Zahl.',
      '  Datei kleinstadt.json: referenceDate: gefunden "gestern", erwartet ein Datum wie 2025-12-31.',
      '  Datei kleinstadt.json: foo: dieses Feld gibt es in einem Rezept nicht (Schreibweise prüfen).',
    ]);
    expect(await readdir(root)).not.toContain('public');
  });

  it('refuses a recipe that is not there and a folder that holds something else', async () => {
    expect(await run('nirgends.json')).toBe(1);
    expect(errors.at(-1)).toBe('  Das Rezept nirgends.json lässt sich nicht lesen.');
    expect(await run('kleinstadt.json', '--out', '.')).toBe(1);
    expect(errors.at(-1)).toContain('enthält etwas anderes als ein Stadtpaket');
    expect(await readdir(root)).toContain('kitas.csv');
  });

  it('builds the invented city, labelled so, the same for the same seed', async () => {
    expect(await run('demo', '--scale', '0.01', '--out', 'a')).toBe(0);
    expect(printed[0]).toMatch(/^Musterstadt.*Erfundene Stadt$/);
    expect(await run('demo', '--scale', '0.01', '--seed', '1', '--out', 'b')).toBe(0);
    expect(await readFile(join(root, 'b', 'manifest.json'))).toEqual(await readFile(join(root, 'a', 'manifest.json')));
  });

  it('explains itself after a wrong option', async () => {
    expect(await run('--fast')).toBe(1);
    expect(errors[0]).toBe('--fast: diese Option gibt es nicht.');
    expect(errors[1]).toContain('--sources ORDNER');
    expect(await run('--help', '--lang', 'en')).toBe(0);
    expect(printed.at(-1)).toContain('builds the city package of a recipe');
  });
});
