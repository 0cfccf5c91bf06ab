import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/i18n/problem-text.ts';
import { checkRecipe, readRecipe } from '../../../src/pipeline/build/read-recipe.ts';
import { recipeJsonSchema } from '../../../src/pipeline/build/recipe.ts';

/** The smallest recipe that says everything it must. */
function smallRecipe(): Record<string, unknown> {
  return {
    id: 'klein',
    name: 'Klein',
    studyArea: { box: [13, 53, 13.1, 53.1] },
    epsg: 25833,
    referenceDate: '2024-12-31',
    sources: [
      {
        id: 'kitas',
        path: 'kitas.csv',
        name: 'Kitas',
        licence: 'CC BY 4.0',
        attribution: 'Stadt Klein',
        date: null,
        url: null,
        roles: [{ role: 'facilities', position: { lon: 'lon', lat: 'lat' }, offers: [{ service: 'kita-ue3' }] }],
      },
    ],
  };
}

type Draft = Record<string, unknown> & { sources: (Record<string, unknown> & { roles: Record<string, unknown>[] })[] };

/** The problems of the small recipe after a change. */
function problemsAfter(change: (recipe: Draft) => void) {
  const recipe = smallRecipe() as Draft;
  change(recipe);
  return checkRecipe(JSON.stringify(recipe), 'klein.json').problems;
}

describe('a recipe', () => {
  it('fills in what need not be said', () => {
    const recipe = readRecipe(JSON.stringify(smallRecipe()), 'klein.json');
    expect(recipe).toMatchObject({
      base: '.',
      surroundingsMeters: 1500,
      matchMeters: 150,
      levels: [],
      schoolCutOff: '09-30',
    });
  });

  it('may begin with a byte order mark', () => {
    expect(readRecipe(`\uFEFF${JSON.stringify(smallRecipe())}`, 'klein.json').id).toBe('klein');
  });

  it('is refused if it is no JSON, with the reason', () => {
    const { recipe, problems } = checkRecipe('{ "id": ', 'klein.json');
    expect(recipe).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'recipe.not-json', where: { file: 'klein.json' } });
  });

  it('names the place where something is missing, and what was expected there', () => {
    expect(problemsAfter((recipe) => delete recipe.name)).toEqual([
      {
        code: 'recipe.invalid',
        params: { path: 'name', found: null, expected: { is: 'text' } },
        where: { file: 'klein.json' },
      },
    ]);
  });

  it('names a value of the wrong kind, deep inside', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.sources[0]!.roles[0]!.offers = [{ service: 'kindergarten' }];
    });
    expect(problem).toMatchObject({
      code: 'recipe.invalid',
      params: { path: 'sources[0].roles[0].offers[0].service', found: '"kindergarten"' },
    });
    expect(problemText(problem!, 'de')).toMatch(
      /^Datei klein\.json: sources\[0\]\.roles\[0\]\.offers\[0\]\.service: gefunden "kindergarten", erwartet eines von: kita-u3, kita-ue3/,
    );
  });

  it('names a field that does not exist, so that a slip of the pen is not ignored', () => {
    const found = problemsAfter((recipe) => {
      recipe.surroundingMeters = 900;
    });
    expect(found).toEqual([
      { code: 'recipe.unknown-field', params: { path: 'surroundingMeters' }, where: { file: 'klein.json' } },
    ]);
    expect(problemText(found[0]!, 'en')).toBe(
      'File klein.json: surroundingMeters: recipes have no such field (check the spelling).',
    );
  });

  it('lists the roles there are where one is unknown', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.sources[0]!.roles[0] = { role: 'kitas' };
    });
    expect(problem).toMatchObject({
      params: { path: 'sources[0].roles[0].role', found: '"kitas"', expected: { is: 'one-of' } },
    });
    const expected = (problem!.params as { expected: { values: string[] } }).expected.values;
    expect(expected).toContain('facilities');
    expect(expected).toContain('population-grid');
  });

  it('reports the deeper mistake where a value may have two forms', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.sources[0]!.roles[0]!.position = { x: 'X', y: 'Y', epsg: '25832' };
    });
    expect(problem).toMatchObject({
      params: { path: 'sources[0].roles[0].position.epsg', found: '"25832"', expected: { is: 'number' } },
    });
  });

  it.each([
    ['a date that does not exist', 'referenceDate', '2024-02-30', { is: 'date' }],
    ['an id with capital letters', 'id', 'Klein', { is: 'form', form: '/^[a-z][a-z0-9-]*$/' }],
    ['no source', 'sources', [], { is: 'list', atLeast: 1 }],
    ['a negative distance', 'surroundingsMeters', -1, { is: 'form', form: '≥ 0' }],
  ])('refuses %s', (_, field, value, expected) => {
    const [problem] = problemsAfter((recipe) => {
      (recipe as Record<string, unknown>)[field] = value;
    });
    expect(problem).toMatchObject({ params: { path: field, found: JSON.stringify(value), expected } });
  });

  it('refuses a coordinate system it does not know and lists those it does', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.epsg = 4326;
    });
    expect(problem).toMatchObject({ params: { path: 'epsg', found: '4326', expected: { is: 'one-of' } } });
    expect((problem!.params as { expected: { values: string[] } }).expected.values).toContain('25832');
  });

  it('refuses two sources of one id, since ids of objects begin with it', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.sources.push({ ...recipe.sources[0]! });
    });
    expect(problem).toMatchObject({ params: { path: 'sources[1].id', found: '"kitas"', expected: { is: 'unique' } } });
  });

  it('refuses levels without districts and districts without words', () => {
    const words = { singular: 'Bezirk', plural: 'Bezirke' };
    const [withoutSource] = problemsAfter((recipe) => {
      recipe.levels = [{ level: 1, de: words, en: words }];
    });
    expect(withoutSource).toMatchObject({
      params: { path: 'levels[0]', expected: { is: 'source', role: 'districts' } },
    });
    const [withoutWords] = problemsAfter((recipe) => {
      recipe.sources[0]!.roles[0] = { role: 'districts', level: 1, id: 'nr' };
    });
    expect(withoutWords).toMatchObject({
      params: { path: 'sources[0].roles[0].level', found: '1', expected: { values: [] } },
    });
  });

  it('refuses a lookup that no source offers', () => {
    const [problem] = problemsAfter((recipe) => {
      recipe.sources[0]!.roles[0] = {
        role: 'population-table',
        form: 'long',
        district: 'nr',
        values: 'zahl',
        join: { source: 'namen', from: 'a', to: 'b' },
      };
    });
    expect(problem).toMatchObject({ params: { path: 'sources[0].roles[0].join.source', found: '"namen"' } });
  });

  it('refuses a role twice of which a city has only one', () => {
    const [problem] = problemsAfter((recipe) => {
      const osm = { ...recipe.sources[0]!, roles: [{ role: 'osm' }] };
      recipe.sources.push({ ...osm, id: 'a' }, { ...osm, id: 'b' });
    });
    expect(problem).toMatchObject({
      params: { path: 'sources[2].roles[0].role', found: '"osm"', expected: { is: 'once' } },
    });
  });

  it('has a published JSON schema that equals the one in the code', () => {
    const published = readFileSync(new URL('../../../data/recipe.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(recipeJsonSchema());
  });
});
