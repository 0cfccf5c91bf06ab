import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCity } from '../../src/city/write-city.ts';
import { writePackageFolder } from '../../src/cli/package-folder.ts';
import { runGaps } from '../../src/cli/run-gaps.ts';
import { createDocument } from '../../src/document/plan-document.ts';
import { planToJson } from '../../src/document/plan-json.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { MEASURES_BY_MODEL } from '../../src/indicators/indicator.ts';
import { addIndicatorVersion } from '../../src/plan/actions/add-indicator-version.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import type { PlanHeader } from '../../src/plan/types/records.ts';
import { added, planner } from '../document/document-fixtures.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';
import { header, kita, measure, scenario } from '../plan/plan-fixtures.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaps-'));
  const town = tinyCity();
  // Without shared pools, so that places add up whatever else is there.
  const houses = town.houses.map((house) => ({ ...house, pools: [] }));
  await writePackageFolder(join(folder, 'town'), writeCity({ ...town, houses }).files);
});

/** A plan on the tiny town whose scenario "Neue Kita" brings a Kita of 20 and 40 places in the east from September 2029 on. */
function planOnTown(city: Partial<PlanHeader['city']> = {}) {
  const document = createDocument({ ...header, city: { ...header.city, id: 'zehnblock', ...city } }, null);
  const info = { ...planner, label: added('k1') };
  document.apply(addObject, { collection: 'scenarios', object: scenario('a', { name: 'Neue Kita' }) }, info);
  document.apply(addObject, { collection: 'scenarios', object: scenario('b', { name: 'Nichts' }) }, info);
  document.apply(addMeasure, kita('k1', { position: [at(820, 220)[0], at(820, 220)[1]] }), info);
  const off = measure('off', { kind: 'close', houseId: 'einrichtungen:gone', position: null });
  document.apply(addMeasure, { measure: off, offers: [] }, info);
  const record = DEFAULT_CATALOGUE.find(({ id }) => id === 'kita-ue3')!;
  const next = { ...record, version: 2, validFrom: '2028-01-01', reason: 'Beschluss', author: 'Jugendamt' };
  const indicator = { ...next, rate: { ...record.rate, value: 0.5 } };
  document.apply(
    addIndicatorVersion,
    { indicator, shippedVersion: 1, circle: 'agsp', at: planner.at, decisionId: null },
    info,
  );
  return document;
}

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

  it('repeats grade, dates and request in every line of a table, so that it stands for itself', async () => {
    const { out } = await run('town', '--service', 'kita-ue3', '--level', '1', '--format', 'csv', '--limit', '450');
    const [head, ...lines] = out.split('\n').map((line) => line.split(';'));
    const column = (name: string) => lines.map((cells) => cells[head!.indexOf(name)]);
    const every = (value: string) => [value, value, value];
    expect(column('populationDate')).toEqual(every('2025-12-31'));
    expect(column('capacityDate')).toEqual(every('2025-03-01'));
    expect(column('indicator')).toEqual(every('kita-ue3@1'));
    expect(column('limitMeters')).toEqual(every('450'));
    expect(column('year')).toEqual(every('2025'));
    expect(column('facilities')).toEqual(every('secured'));
    expect(['measured', 'official', 'estimated', 'assumed']).toContain(column('grade')[0]);
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

  it('prints a measure of its own as JSON and as CSV, per point if asked for', async () => {
    const json = JSON.parse(
      (await run('town', '--service', 'kita-ue3', '--measure', 'e2sfca', '--level', '1', '--points')).out,
    ) as { measure: { name: string; rows: { id: string; value: number }[] }; points: { value: number | null }[] };
    expect(json.measure.name).toBe('e2sfca');
    expect(json.measure.rows.map(({ id }) => id)).toEqual(['zehnblock', 'amt:1', 'amt:2']);
    // 100 blocks of the town (one of unknown numbers), 4 outside, one point of each of the two sites.
    expect(json.points).toHaveLength(100 + 4 + 2);
    expect(json.points.filter(({ value }) => value === null)).toHaveLength(1);
    const heads: [string, string, string][] = [
      ['kita-ue3', 'flows', 'from;to;amount'],
      ['kita-ue3', '2sfca', 'id;name;level;value'],
      ['kita-ue3', 'strict', 'id;name;level;value'],
      [
        'grundschule',
        'catchment',
        'houseId;houseName;persons;demand;capacity;balance;demandZuege;capacityZuege;meanMetersToHouse',
      ],
      [
        'gruen-nah',
        'area',
        'id;name;level;squareMetersPerPerson;personsFull;personsHalf;personsLess;personsHardlyAny;missing',
      ],
    ];
    for (const [service, measure, head] of heads) {
      const { code, out } = await run('town', '--service', service, '--measure', measure, '--format', 'csv');
      expect([code, out.split('\n')[0]]).toEqual([0, head]);
      expect(out.split('\n').length).toBeGreaterThan(1);
      expect(out).not.toContain('NaN');
    }
    const rows = await run('town', '--service', 'kita-ue3', '--measure', 'balance', '--format', 'csv');
    expect(rows.out).toMatch(/^id;name;level;persons/);
  });

  it('takes a plan and its scenario, by name or id, and carries it in the result', async () => {
    const document = planOnTown();
    await writeFile(join(folder, 'own.gemeinbedarf'), document.save());
    await writeFile(join(folder, 'own-plan.json'), planToJson(document.plan));
    const ask = async (...more: string[]) => {
      const { code, out, errors } = await run('town', '--service', 'kita-u3', '--year', '2030', ...more);
      expect([code, errors]).toEqual([0, '']);
      return JSON.parse(out) as {
        request: { scenarioId: string | null };
        plan?: Record<string, unknown>;
        rows: { capacity: number }[];
      };
    };
    const base = await ask();
    const capacity = base.rows[0]!.capacity;
    expect([base.request.scenarioId, base.plan]).toEqual([null, undefined]);
    const bestand = await ask('--plan', 'own.gemeinbedarf');
    expect([bestand.rows[0]!.capacity, bestand.plan!.scenario]).toEqual([capacity, null]);
    for (const named of [
      ['own.gemeinbedarf', 'Neue Kita'],
      ['own-plan.json', 'a'],
    ] as const) {
      const found = await ask('--plan', named[0], '--scenario', named[1]);
      expect(found.rows[0]!.capacity).toBe(capacity + 20);
      expect(found.request.scenarioId).toBe('a');
      expect(found.plan).toMatchObject({
        name: 'Kitas West',
        scenario: { id: 'a', name: 'Neue Kita' },
        measuresWithoutHouse: ['off'],
        measuresIncomplete: [],
      });
    }
    expect((await ask('--plan', 'own.gemeinbedarf', '--scenario', 'b')).rows[0]!.capacity).toBe(capacity);
  });

  it('takes the version of an indicator that the plan has in force in the year asked for, unless a file is given', async () => {
    await writeFile(join(folder, 'own.gemeinbedarf'), planOnTown().save());
    await writeFile(join(folder, 'shipped.json'), JSON.stringify({ schemaVersion: 1, indicators: DEFAULT_CATALOGUE }));
    const ask = async (...more: string[]) => {
      const { out } = await run('town', '--service', 'kita-ue3', '--plan', 'own.gemeinbedarf', ...more);
      const { indicator, rows } = JSON.parse(out) as { indicator: string; rows: { persons: number; demand: number }[] };
      return [indicator, rows[0]!.demand / rows[0]!.persons];
    };
    expect(await ask('--year', '2025')).toEqual(['kita-ue3@1', 1]);
    expect(await ask('--year', '2030')).toEqual(['kita-ue3@2', 0.5]);
    expect(await ask('--year', '2030', '--indicator', 'shipped.json')).toEqual(['kita-ue3@1', 1]);
  });

  it('refuses a plan that does not fit, in a sentence', async () => {
    const bytes = planOnTown().save();
    await writeFile(join(folder, 'fits.gemeinbedarf'), bytes);
    await writeFile(join(folder, 'half.gemeinbedarf'), bytes.subarray(0, bytes.length >> 1));
    await writeFile(join(folder, 'other.gemeinbedarf'), planOnTown({ id: 'köln', name: 'Köln' }).save());
    await writeFile(join(folder, 'newer.json'), JSON.stringify({ ...planOnTown().plan, schemaVersion: 99 }));
    await writeFile(join(folder, 'text.txt'), 'Kita;Plätze');
    const cases: [string[], RegExp][] = [
      [['--plan', 'other.gemeinbedarf'], /gehört zur Stadt „Köln“; geöffnet ist „zehnblock“/],
      [['--plan', 'half.gemeinbedarf'], /beschädigt oder unvollständig/],
      [['--plan', 'newer.json'], /neueren Fassung.*99/],
      [['--plan', 'text.txt'], /kein Plan von Gemeinbedarf/],
      [['--plan', 'nowhere.gemeinbedarf'], /nowhere\.gemeinbedarf ist nicht lesbar/],
      [
        ['--plan', 'fits.gemeinbedarf', '--scenario', 'Alles'],
        /„Alles“ gibt es in diesem Plan nicht. Er hat: Neue Kita, Nichts/,
      ],
      [['--scenario', 'a'], /fehlt der Plan/],
    ];
    for (const [more, sentence] of cases) {
      const { code, out, errors } = await run('town', '--service', 'kita-u3', ...more);
      expect([more.join(' '), code, out]).toEqual([more.join(' '), 1, '']);
      expect(errors).toMatch(sentence);
    }
  });

  it('never prints NaN or Infinity: a city without network, people or figures has keine Angabe, whatever is asked', async () => {
    const town = tinyCity();
    const bare = {
      ...town,
      network: null,
      population: town.population.map((point) => ({ ...point, persons: point.persons.map(() => 0) })),
      houses: town.houses.map((house) => ({
        ...house,
        pools: [],
        offers: house.offers.map((offer) => ({
          ...offer,
          capacityApproved: { value: null, date: null },
          capacityAvailable: { value: null, date: null },
        })),
      })),
    };
    await writePackageFolder(join(folder, 'bare'), writeCity(bare).files);
    for (const indicator of DEFAULT_CATALOGUE) {
      for (const measure of MEASURES_BY_MODEL[indicator.model]) {
        for (const place of ['bare', 'town']) {
          // CSV, since JSON would write NaN as null.
          const asked = [place, '--service', indicator.id, '--measure', measure, '--format', 'csv'];
          const { code, out, errors } = await run(...asked);
          const known = code === 0 || /keine Angabe/.test(errors);
          expect([asked.join(' '), known]).toEqual([asked.join(' '), true]);
          expect(out).not.toMatch(/NaN|Infinity/);
        }
      }
    }
    const { out } = await run('bare', '--service', 'kita-u3');
    const answer = JSON.parse(out) as { airDistance: boolean; rows: Record<string, unknown>[] };
    expect(answer.airDistance).toBe(true);
    expect(answer.rows[0]).toMatchObject({
      persons: 0,
      supplyRate: null,
      demandMet: null,
      coverage: null,
      missing: null,
    });
  });

  it('says what is wrong in a sentence and ends with code 1', async () => {
    const cases: [string[], RegExp][] = [
      [['town', '--service', 'eisdiele'], /Angebotsart „eisdiele“ ist nicht bekannt/],
      [['town', '--service', 'spielplatz-0-6', '--measure', 'missing'], /nicht definiert.*reach/],
      [['town', '--service', 'kita-u3', '--measure', 'count'], /nicht definiert.*allocation.*2sfca/],
      [['town', '--service', 'hausarzt', '--measure', 'gravity'], /nicht definiert.*reach/],
      [['town', '--service', 'kita-u3', '--year', '1999'], /1999/],
      [['town', '--service', 'kita-u3', '--year', '2027.5'], /--year.*2027\.5/],
      [['town', '--service', 'kita-u3', '--limit', '0'], /größer als 0/],
      [['town', '--service', 'kita-u3', '--limit', '-5'], /--limit.*-5/],
      [['town', '--service', 'kita-u3', '--pools', 'some'], /split \| all \| none/],
      [['town', '--service', 'kita-u3', '--indicator', 'nowhere.json'], /nowhere\.json/],
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
