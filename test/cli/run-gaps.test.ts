import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCity } from '../../src/city/write-city.ts';
import { writePackageFolder } from '../../src/cli/package-folder.ts';
import { runGaps } from '../../src/cli/run-gaps.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaps-'));
  await writePackageFolder(join(folder, 'town'), writeCity(tinyCity()).files);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; errors: string }> {
  let out = '';
  let errors = '';
  const code = await runGaps({
    argv,
    workingFolder: folder,
    locale: 'de_DE.UTF-8',
    print: (text) => {
      out += text;
    },
    printError: (text) => {
      errors += `${text}\n`;
    },
  });
  return { code, out, errors };
}

describe('npm run gaps', () => {
  it('prints rows that add up, with the request, both dates and the grade', async () => {
    const { code, out } = await run('town', '--service', 'kita-ue3');
    expect(code).toBe(0);
    const answer = JSON.parse(out) as Record<string, unknown> & { rows: Record<string, number>[] };
    const [city] = answer.rows as [Record<string, number>];
    expect(city.missing! - city.free!).toBeCloseTo(
      city.demand! - city.capacity! + Number(answer.placesWithoutLocation),
      6,
    );
    expect(answer.indicator).toBe('kita-ue3@1');
    expect(answer.populationDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(answer.capacityDate).toBe('2025-03-01');
    expect(answer.request).toMatchObject({ service: 'kita-ue3', variant: 'middle' });
  });

  it('prints one level as CSV in German or English spelling, keine Angabe in words', async () => {
    const german = await run('town', '--service', 'begegnung', '--level', '1', '--format', 'csv');
    const [head, ...lines] = german.out.split('\n');
    expect(head).toMatch(/^id;name;level;persons;demand;/);
    expect(lines.map((line) => line.split(';')[1])).toEqual([tinyCity().identity.name, 'West', 'Ost']);
    expect(german.out).toContain('k. A.');
    expect((await run('town', '--service', 'begegnung', '--format', 'csv', '--lang', 'en')).out).toContain('n/a');
  });

  it('takes an own indicator, a limit, and what counts', async () => {
    const own = DEFAULT_CATALOGUE.map((record) =>
      record.id === 'kita-u3' ? { ...record, version: 2, rate: { ...record.rate, value: 1 } } : record,
    );
    await writeFile(join(folder, 'own.json'), JSON.stringify({ schemaVersion: 1, indicators: own }));
    const row = async (...more: string[]) =>
      (
        JSON.parse((await run('town', '--service', 'kita-u3', ...more)).out) as {
          rows: { demand: number; personsWithinReach: number }[];
        }
      ).rows[0]!;
    expect((await row('--indicator', 'own.json')).demand).toBeCloseTo((await row()).demand / 0.62, 6);
    expect((await row('--limit', '150')).personsWithinReach).toBeLessThan(
      (await row('--limit', '900')).personsWithinReach,
    );
  });

  it('says what is wrong in a sentence and ends with code 1', async () => {
    const cases: [string[], RegExp][] = [
      [['town', '--service', 'eisdiele'], /Angebotsart „eisdiele“ ist nicht bekannt/],
      [['town', '--service', 'spielplatz-0-6', '--measure', 'missing'], /nicht definiert.*reach/],
      [['town', '--service', 'kita-u3', '--year', '1999'], /1999/],
      [['town', '--service', 'kita-u3', '--limit', '0'], /größer als 0/],
      [['town', '--service', 'kita-u3', '--level', '7'], /Gebietsebene 7/],
      [['town', '--service', 'kita-u3', '--variant', 'medium'], /low \| middle \| high/],
      [['town', '--service', 'kita-u3', '--counts', 'stage:99'], /stage:0/],
      [['nowhere', '--service', 'kita-u3'], /manifest\.json/],
      [['town'], /--service/],
    ];
    for (const [argv, sentence] of cases) {
      const { code, out, errors } = await run(...argv);
      expect([argv.join(' '), code, out]).toEqual([argv.join(' '), 1, '']);
      expect(errors).toMatch(sentence);
    }
  });
});
