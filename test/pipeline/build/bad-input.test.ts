import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/i18n/problem-text.ts';
import { buildCity } from '../../../src/pipeline/build/build-city.ts';
import { MAX_SOURCE_BYTES, MAX_TOTAL_BYTES } from '../../../src/pipeline/build/load-sources.ts';
import { readRecipe } from '../../../src/pipeline/build/read-recipe.ts';
import { type Problem, ProblemError } from '../../../src/shared/problem.ts';
import { at } from '../../fixtures/tiny-city.ts';
import { buildContext, memoryHost, SMALL_FILES, smallRecipe } from './small-city.ts';

type Files = typeof SMALL_FILES;

interface Change {
  readonly files?: Partial<Files>;
  recipe?(recipe: ReturnType<typeof smallRecipe>): void;
  readonly claimedBytes?: Record<string, number>;
}

/** The problem that stops the building of Kleinstadt after a change; fails the test if it is built all the same. */
async function problemAfter({ files, recipe: change, claimedBytes }: Change): Promise<Problem> {
  const recipe = smallRecipe();
  change?.(recipe);
  const host = memoryHost({ ...SMALL_FILES, ...files } as Record<string, string>, claimedBytes);
  try {
    await buildCity(readRecipe(JSON.stringify(recipe), 'kleinstadt.json'), host, buildContext());
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('the city was built although its sources are bad');
}

function roleOf(recipe: ReturnType<typeof smallRecipe>, source: string): Record<string, unknown> {
  const found = recipe.sources.find(({ id }) => id === source)!;
  return (found.roles as Record<string, unknown>[])[0]!;
}

const [lon, lat] = at(130, 420);

describe('bad input is refused with file, place, found and expected:', () => {
  it('metres read as degrees', async () => {
    const problem = await problemAfter({
      files: { 'kitas.csv': 'nr,name,traeger,lon,lat,u3,ue3,gesamt,art\nk1,A,B,500130,5400420,1,2,3,Kita\n' },
    });
    expect(problem).toEqual({
      code: 'pipeline.coordinate-range',
      params: { found: '500130 5400420' },
      where: { file: 'kitas.csv', row: 2 },
    });
    expect(problemText(problem, 'de')).toBe(
      'Datei kitas.csv, Zeile 2: 500130 5400420 sind keine Grad (Länge −180 bis 180, Breite −90 bis 90). Sind es Meter, gehört der EPSG-Code ins Rezept.',
    );
  });

  it('longitude and latitude swapped', async () => {
    const problem = await problemAfter({
      files: { 'kitas.csv': `nr,name,traeger,lon,lat,u3,ue3,gesamt,art\nk1,A,B,${lat},${lon},1,2,3,Kita\n` },
    });
    expect(problem).toMatchObject({
      code: 'pipeline.source-elsewhere',
      params: { swapped: true },
      where: { file: 'kitas.csv' },
    });
    expect(problemText(problem, 'en')).toContain('Longitude and latitude are swapped.');
  });

  it('a wrong EPSG code, by which everything lies elsewhere', async () => {
    const problem = await problemAfter({
      recipe: (recipe) => {
        roleOf(recipe, 'schulen').position = { x: 'rechts', y: 'hoch', epsg: 25833 };
      },
    });
    expect(problem).toMatchObject({
      code: 'pipeline.source-elsewhere',
      params: { swapped: false },
      where: { file: 'schulen.csv' },
    });
    expect(problemText(problem, 'de')).toContain('Koordinatensystem (EPSG) der Quelle prüfen.');
  });

  it('outlines in metres without a coordinate system', async () => {
    const bezirke = SMALL_FILES['bezirke.geojson'].replace(
      /\[(\d+\.?\d*),(\d+\.?\d*)\]/g,
      (_, x, y) => `[${Number(x) * 1e5},${Number(y) * 1e5}]`,
    );
    const problem = await problemAfter({ files: { 'bezirke.geojson': bezirke } });
    expect(problem.code).toMatch(/^geodata\./);
    expect(problem.where?.file).toBe('bezirke.geojson');
  });

  it('a column that is not there, with those that are', async () => {
    const problem = await problemAfter({ files: { 'kitas.csv': SMALL_FILES['kitas.csv'].replace('gesamt', 'summe') } });
    expect(problem).toMatchObject({
      code: 'table.column-missing',
      params: { column: 'gesamt' },
      where: { file: 'kitas.csv' },
    });
    expect((problem.params as { found: string }).found).toContain('summe');
  });

  it('a column of the districts that is not there', async () => {
    const problem = await problemAfter({
      recipe: (recipe) => {
        roleOf(recipe, 'bezirke').id = 'schluessel';
      },
    });
    expect(problem).toMatchObject({
      code: 'district.column-missing',
      params: { column: 'schluessel', found: 'nr, name' },
      where: { file: 'bezirke.geojson' },
    });
  });

  it('an unknown district in the population table, with its row', async () => {
    const problem = await problemAfter({
      files: { 'einwohner.csv': SMALL_FILES['einwohner.csv'].replace('\n21;', '\n99;') },
    });
    expect(problem).toMatchObject({
      code: 'population.district-unknown',
      params: { found: '99' },
      where: { file: 'einwohner.csv', row: 4, column: 'Ortsteil' },
    });
  });

  it('an unknown district in other figures', async () => {
    const problem = await problemAfter({ files: { 'tagespflege.csv': 'ortsteil;plaetze\n11;12\nnirgends;3\n' } });
    expect(problem).toMatchObject({
      code: 'population.district-unknown',
      params: { found: 'nirgends', examples: '11, 12, 21, 22' },
      where: { file: 'tagespflege.csv', row: 3, column: 'ortsteil' },
    });
  });

  it('negative counts and text instead of counts', async () => {
    const negative = await problemAfter({
      files: { 'einwohner.csv': SMALL_FILES['einwohner.csv'].replace(';400;', ';-400;') },
    });
    expect(negative).toMatchObject({
      code: 'table.negative',
      params: { found: '-400' },
      where: { file: 'einwohner.csv', row: 3, column: 'Einwohner' },
    });
    const words = await problemAfter({
      files: { 'kitas.csv': SMALL_FILES['kitas.csv'].replace(',20,40,60,', ',20,vierzig,60,') },
    });
    expect(words).toMatchObject({
      code: 'table.number',
      params: { found: 'vierzig' },
      where: { file: 'kitas.csv', row: 2, column: 'ue3' },
    });
  });

  it('an id that stands twice, with both rows', async () => {
    const problem = await problemAfter({ files: { 'kitas.csv': SMALL_FILES['kitas.csv'].replace('\nk3,', '\nk1,') } });
    expect(problem).toEqual({
      code: 'pipeline.key-duplicate',
      params: { key: 'k1', first: 2 },
      where: { file: 'kitas.csv', row: 4, column: 'nr' },
    });
    expect(problemText(problem, 'de')).toBe(
      'Datei kitas.csv, Zeile 4, Spalte nr: Der Schlüssel „k1“ steht schon in Zeile 2.',
    );
  });

  it('a district key that stands twice', async () => {
    const problem = await problemAfter({
      files: { 'ortsteile.geojson': SMALL_FILES['ortsteile.geojson'].replace('"nr":"12"', '"nr":"11"') },
    });
    expect(problem).toMatchObject({
      code: 'district.key-duplicate',
      params: { key: '11' },
      where: { file: 'ortsteile.geojson' },
    });
  });

  it('an empty file, before any other is read', async () => {
    const host = memoryHost({ ...SMALL_FILES, 'kitas.csv': '' });
    const recipe = readRecipe(JSON.stringify(smallRecipe()), 'kleinstadt.json');
    await expect(buildCity(recipe, host, buildContext())).rejects.toMatchObject({
      problem: { code: 'pipeline.source-empty', where: { file: 'kitas.csv' } },
    });
    expect(host.opened).toEqual([]);
  });

  it('a file that is not there', async () => {
    const problem = await problemAfter({
      recipe: (recipe) => {
        recipe.sources[0]!.path = 'bezirke/2024.geojson';
      },
    });
    expect(problem).toEqual({ code: 'pipeline.source-missing', params: { path: 'bezirke/2024.geojson' } });
  });

  it('a file of 2 GB, before any is read', async () => {
    const host = memoryHost(SMALL_FILES, { 'stadt.osm': 2_000_000_000 });
    const recipe = readRecipe(JSON.stringify(smallRecipe()), 'kleinstadt.json');
    const refused = buildCity(recipe, host, buildContext());
    await expect(refused).rejects.toMatchObject({
      problem: {
        code: 'pipeline.source-too-large',
        params: { bytes: 2_000_000_000, limitBytes: MAX_SOURCE_BYTES },
        where: { file: 'stadt.osm' },
      },
    });
    expect(host.opened).toEqual([]);
  });

  it('many files that are too much together', async () => {
    const claimedBytes = { 'stadt.osm': 900_000_000, 'gitter.csv': 900_000_000, 'kitas.csv': 900_000_000 };
    const problem = await problemAfter({ claimedBytes });
    expect(problem).toMatchObject({ code: 'pipeline.sources-too-large', params: { limitBytes: MAX_TOTAL_BYTES } });
    expect((problem.params as { bytes: number }).bytes).toBeGreaterThan(2_700_000_000);
  });

  it('a slip in the list of wanted values', async () => {
    const problem = await problemAfter({
      recipe: (recipe) => {
        roleOf(recipe, 'kitas').offers = [{ service: 'kita-ue3', filters: { art: 'Kitta' } }];
      },
    });
    expect(problem).toMatchObject({
      code: 'table.filter-unknown',
      params: { expected: 'Kitta' },
      where: { file: 'kitas.csv', column: 'art' },
    });
  });

  it('a stage of a site that the recipe does not translate', async () => {
    const problem = await problemAfter({
      files: { 'vorhaben.geojson': SMALL_FILES['vorhaben.geojson'].replace('Aufstellungsbeschluss', 'Idee') },
    });
    expect(problem).toMatchObject({
      code: 'pipeline.value-unknown',
      params: { found: 'Idee', known: 'Aufstellungsbeschluss' },
      where: { file: 'vorhaben.geojson', feature: '1', column: 'stand' },
    });
  });

  it('a forecast whose ages cut the bands, stand twice, or lack the base year', async () => {
    const cut = await problemAfter({
      recipe: (recipe) => {
        roleOf(recipe, 'prognose').ages = { u6: { from: 0, to: 10 }, ue6: { from: 10, to: null } };
      },
    });
    expect(cut).toMatchObject({ code: 'pipeline.forecast-ages', params: { found: '0–10', known: '0–6, 6–18, 18–' } });
    const twice = await problemAfter({ files: { 'prognose.csv': `${SMALL_FILES['prognose.csv']}1;2030;u6;61\n` } });
    expect(twice).toMatchObject({ code: 'pipeline.forecast-double', where: { file: 'prognose.csv', row: 10 } });
    const without = await problemAfter({
      files: { 'prognose.csv': SMALL_FILES['prognose.csv'].replaceAll(';2024;', ';2025;') },
    });
    expect(without).toMatchObject({ code: 'pipeline.forecast-base-year', params: { year: 2024 } });
  });

  it('a table where outlines are needed, and lines where areas are needed', async () => {
    const table = await problemAfter({
      recipe: (recipe) => {
        recipe.sources[0]!.path = 'kitas.csv';
      },
    });
    expect(table).toMatchObject({ code: 'pipeline.source-without-geometry', where: { file: 'kitas.csv' } });
    const line = SMALL_FILES['flaechen.geojson']
      .replace('"Polygon"', '"LineString"')
      .replace('[[[', '[[')
      .replace(']]]', ']]');
    const lines = await problemAfter({ files: { 'flaechen.geojson': line } });
    expect(lines).toMatchObject({
      code: 'pipeline.geometry-kind',
      params: { found: 'LineString', expected: 'Polygon' },
      where: { file: 'flaechen.geojson', feature: '1' },
    });
  });

  it('figures by district in a city without districts', async () => {
    const problem = await problemAfter({
      recipe: (recipe) => {
        recipe.levels = [];
        recipe.studyArea = { box: [9, 48.75, 9.02, 48.77] };
        recipe.sources = recipe.sources.filter(({ id }) => id === 'kitas' || id === 'tagespflege');
      },
    });
    expect(problem).toMatchObject({ code: 'pipeline.figures-without-districts', params: { role: 'district-figures' } });
  });
});

describe('cancelling', () => {
  it('stops the building before the first source is read', async () => {
    const stopping = new AbortController();
    stopping.abort();
    const host = memoryHost(SMALL_FILES);
    const recipe = readRecipe(JSON.stringify(smallRecipe()), 'kleinstadt.json');
    await expect(buildCity(recipe, host, buildContext(stopping.signal))).rejects.toMatchObject({
      problem: { code: 'pipeline.cancelled' },
    });
    expect(host.opened).toEqual([]);
  });

  it('stops it between steps, in the middle of the work', async () => {
    const stopping = new AbortController();
    const steps: string[] = [];
    const context = {
      signal: stopping.signal,
      progress: (step: string) => {
        steps.push(step);
        if (step === 'population') stopping.abort();
      },
    };
    const recipe = readRecipe(JSON.stringify(smallRecipe()), 'kleinstadt.json');
    await expect(buildCity(recipe, memoryHost(SMALL_FILES), context)).rejects.toMatchObject({
      problem: { code: 'pipeline.cancelled' },
    });
    expect(steps).toContain('districts');
    expect(steps).not.toContain('write');
  });
});
