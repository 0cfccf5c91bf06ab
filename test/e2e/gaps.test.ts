import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runGaps } from '../../src/cli/run-gaps.ts';
import type { GapRow } from '../../src/questions/gaps/gap-request.ts';
import { buildRealCity } from '../pipeline/build/real-city.ts';
import { describeWithShared } from '../shared-folder.ts';
import { type AppDriver, openApp } from './driver.ts';

const root = join(import.meta.dirname, '..', '..');
const DEMO = join(root, 'public', 'city', 'demo');

let app: AppDriver | null = null;

async function open(options: Parameters<typeof openApp>[0] = {}): Promise<AppDriver> {
  app = await openApp(options);
  return app;
}

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

/** What `npm run gaps` says of the same question. */
async function rowsOf(folder: string, ...options: string[]): Promise<GapRow[]> {
  let printed = '';
  const code = await runGaps({
    argv: [folder, '--format', 'json', ...options],
    workingFolder: root,
    print: (text) => {
      printed = text;
    },
    printError: (text) => {
      throw new Error(text);
    },
  });
  expect(code).toBe(0);
  return (JSON.parse(printed) as { rows: GapRow[] }).rows;
}

/** German figures as numbers: "1.250" → 1250, "−3" → −3, "k. A." → null. */
function readNumber(text: string): number | null {
  if (text.startsWith('k. A.')) return null;
  return Number(
    text
      .replace(/\s*(%|m²).*$/, '')
      .replaceAll('.', '')
      .replace(',', '.')
      .replace('−', '-'),
  );
}

/** The large table as it is read: heading by column, then rows of name and figures. */
async function readTable({ page }: AppDriver): Promise<{ heads: string[]; rows: Map<string, (number | null)[]> }> {
  const table = page.locator('.gap-table table');
  await table.waitFor();
  const heads = (await table.locator('thead tr:last-child th').allInnerTexts()).map((text) => text.trim());
  const lines = await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  return { heads, rows: new Map(lines.map(([name, ...figures]) => [name!, figures.map(readNumber)])) };
}

async function expectTable(driver: AppDriver, rows: readonly GapRow[], columns: Record<string, keyof GapRow>) {
  const table = await readTable(driver);
  for (const [head, key] of Object.entries(columns)) {
    const column = table.heads.findIndex((text) => text.startsWith(head)) - 1;
    expect(column, `column ${head} in ${table.heads.join(' | ')}`).toBeGreaterThanOrEqual(0);
    for (const row of rows) {
      const shown = table.rows.get(row.name)?.[column];
      const expected = row[key] as number | null;
      if (expected === null) expect(shown, `${row.name} ${head}`).toBeNull();
      // Tables show whole numbers.
      else
        expect(Math.abs(shown! - expected), `${row.name} ${head}: ${shown} for ${expected}`).toBeLessThanOrEqual(
          0.5001,
        );
    }
  }
}

describe('the gap map as a planner', () => {
  it('opens with the sentence, the ranking and the coloured districts, equal to the command line', async () => {
    const driver = await open({ query: 'table=1', pictures: true });
    await driver.gapsShown('kita-u3 2025 middle');
    await driver.mapIdle();
    await driver.screenshot('gaps-demo');
    const rows = await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2025', '--level', '1');
    await expectTable(driver, rows, {
      Bedarf: 'demand',
      Plätze: 'capacity',
      Saldo: 'balance',
    });
    const sentence = await driver.page.locator('.sentence').first().innerText();
    expect(sentence).toMatch(/^2025: Bedarf (rund )?[\d.]+/);
    // The list in the panel is the table's order by what is lacking.
    const worst = rows.filter(({ level }) => level === 1).sort((a, b) => a.balance! - b.balance!)[0]!;
    expect(await driver.page.locator('.ranking li').first().innerText()).toContain(worst.name);
  });

  it('follows the year with the keyboard alone, and says what is not the default', async () => {
    const driver = await open({ query: 'table=1' });
    await driver.gapsShown('kita-u3 2025 middle');
    const slider = driver.page.getByRole('slider');
    await slider.focus();
    for (let i = 0; i < 5; i++) await driver.page.keyboard.press('ArrowRight');
    await driver.gapsShown('kita-u3 2030 middle');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Jahr 2030: /);
    const rows = await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2030', '--level', '1');
    await expectTable(driver, rows, { Bedarf: 'demand', Saldo: 'balance' });
    await driver.page.getByRole('radio', { name: 'hoch' }).check({ force: true });
    await driver.gapsShown('kita-u3 2030 high');
    expect(await driver.page.getByRole('region', { name: 'Abweichungen von der Vorgabe' }).innerText()).toMatch(/hoch/);
    const high = await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2030', '--variant', 'high', '--level', '1');
    await expectTable(driver, high, { Bedarf: 'demand', Saldo: 'balance' });
    await driver.screenshot('gaps-demo-2030-high');
    expect(driver.page.url()).toMatch(/year=2030.*variant=high/);
  });

  it('opens a figure to its rule, with formula, source and other limits', async () => {
    const driver = await open();
    await driver.gapsShown('kita-u3 2025 middle');
    await driver.page.getByRole('button', { name: 'So ist gerechnet' }).click();
    const rule = driver.page.getByRole('complementary', { name: 'Rechenweg' });
    await rule.getByRole('table').waitFor();
    const text = await rule.innerText();
    expect(text).toMatch(/kita-u3@1/);
    expect(text).toMatch(/675.m/);
    expect(text).toMatch(/1\.350.m/);
    await rule.getByRole('button', { name: 'Strengen Mangel rechnen' }).click();
    await rule.getByRole('button', { name: 'Strengen Mangel rechnen' }).waitFor({ state: 'detached' });
    await driver.screenshot('gaps-rule');
    expect(await driver.axe()).toEqual([]);
    await driver.page.keyboard.press('Escape');
    await rule.waitFor({ state: 'detached' });
  });

  it('goes from the city into a district and its parts, and back', async () => {
    const driver = await open({ query: 'table=1' });
    await driver.gapsShown('kita-u3 2025 middle');
    const { page } = driver;
    const first = page.locator('.gap-table tbody tr').first();
    const name = (await first.locator('th').innerText()).trim();
    await first.getByRole('button', { name: `Teile von ${name} zeigen` }).click();
    await page.getByRole('navigation', { name: 'Ausschnitt' }).first().waitFor();
    const parts = (await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2025')).filter(({ level }) => level === 2);
    const district = (await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2025')).find((row) => row.name === name)!;
    const expected = parts.filter(({ parent }) => parent === district.id).map((row) => row.name);
    const shown = await page.locator('.gap-table tbody th').allInnerTexts();
    expect(shown.map((text) => text.trim()).sort()).toEqual(expected.sort());
    await driver.screenshot('gaps-drill-down');
    await page.getByRole('navigation', { name: 'Ausschnitt' }).first().getByRole('button').first().click();
    await page.getByRole('navigation', { name: 'Ausschnitt' }).first().waitFor({ state: 'detached' });
  });

  it('takes the table away as CSV and as a workbook, with the question on top', async () => {
    const driver = await open({ query: 'table=1&year=2030' });
    await driver.gapsShown('kita-u3 2030 middle');
    const { page } = driver;
    const read = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      const stream = await download.createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
    };
    const csv = await read('CSV');
    expect(csv.name).toBe('musterstadt-kita-u3-2030.csv');
    const text = csv.bytes.toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain('2030');
    const rows = await rowsOf(DEMO, '--service', 'kita-u3', '--year', '2030', '--level', '1');
    for (const row of rows.filter(({ level }) => level === 1)) expect(text).toContain(row.name);
    const workbook = await read('Excel');
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['grundschule', 'gaps-grundschule'],
    ['gruen-nah', 'gaps-gruen'],
    ['spielplatz-6-12', 'gaps-spielplatz'],
    ['pflege', 'gaps-pflege'],
    ['jugendtreff', 'gaps-jugendtreff'],
  ])('shows for %s what its model defines, without a serious axe finding', async (service, name) => {
    const driver = await open({ query: `gap=${service}&table=1` });
    await driver.gapsShown(`${service} 2025 middle`);
    await driver.mapIdle();
    await driver.screenshot(name);
    const rows = await rowsOf(DEMO, '--service', service, '--year', '2025', '--level', '1');
    const defined: Record<string, keyof GapRow> =
      rows[0]!.balance === null ? {} : { Bedarf: 'demand', Saldo: 'balance' };
    await expectTable(driver, rows, defined);
    expect(await driver.axe()).toEqual([]);
  });
});

describeWithShared('real cities', () => {
  it('Berlin: real capacities, air distance said, ages over six missing', async () => {
    const { folder } = await buildRealCity('berlin');
    const driver = await open({ query: 'city=berlin&table=1' });
    await driver.gapsShown(`kita-u3 ${await firstYear(driver)} middle`);
    await driver.mapIdle();
    await driver.screenshot('gaps-berlin');
    await expectTable(driver, await rowsOf(folder, '--service', 'kita-u3', '--level', '1'), {
      Bedarf: 'demand',
      Plätze: 'capacity',
      Saldo: 'balance',
    });
    expect(await driver.page.locator('.gap-banner').innerText()).toMatch(/Luftlinie/);
    // Ü3 asks for children up to 6.5; the package's ages end at 6.
    await driver.page.getByLabel('Angebotsart', { exact: true }).selectOption('kita-ue3');
    await driver.gapsShown(`kita-ue3 ${await firstYear(driver)} middle`);
    const [city] = await rowsOf(folder, '--service', 'kita-ue3');
    expect(city!.persons).toBeNull();
    await expectTable(driver, [city!], { Bedarf: 'demand', Plätze: 'capacity', Saldo: 'balance' });
    await driver.page.getByLabel('Angebotsart', { exact: true }).selectOption('jugendtreff');
    await driver.page
      .locator('.gap-problem')
      .getByText(/Jugendtreff/)
      .waitFor();
  });

  it('Köln: no capacities, so coverage only, and the air distance is said', async () => {
    const { folder } = await buildRealCity('koeln');
    const driver = await open({ query: 'city=koeln&table=1&measure=coverage' });
    await driver.gapsShown(`kita-u3 ${await firstYear(driver)} middle`);
    await driver.mapIdle();
    await driver.screenshot('gaps-koeln');
    const rows = await rowsOf(folder, '--service', 'kita-u3', '--level', '1');
    expect(rows[0]!.capacity).toBeNull();
    await expectTable(driver, rows, { Bedarf: 'demand' });
    expect(await driver.page.locator('.gap-banner').innerText()).toMatch(/Luftlinie/);
  });
});

async function firstYear({ page }: AppDriver): Promise<string> {
  const field = page.getByLabel('Jahr', { exact: true });
  await field.waitFor();
  return field.inputValue();
}

describe('a link that cannot be followed', () => {
  it('says what it does not know and shows the nearest sensible view', async () => {
    const driver = await open({ query: 'gap=schwimmbad&year=2099&level=7' });
    await driver.page
      .getByRole('region', { name: 'Hinweise' })
      .getByText(/schwimmbad/)
      .waitFor();
    await driver.page.getByRole('region', { name: 'Hinweise' }).getByText(/2099/).waitFor();
    await driver.page.locator('.sentence').waitFor();
  });
});

describe('the council view', () => {
  it.each([
    ['de', { width: 1440, height: 900 }],
    ['en', { width: 390, height: 844 }],
  ] as const)('answers one question read-only (%s)', async (language, viewport) => {
    const asked: string[] = [];
    const driver = await open({
      query: `lang=${language}&gap=kita-u3&year=2030`,
      hash: 'rat',
      viewport,
      prepare: async (page) => page.on('request', (request) => asked.push(request.url())),
    });
    await driver.gapsShown('kita-u3 2030 middle');
    await driver.mapIdle();
    expect(await driver.page.getByRole('heading', { level: 1 }).innerText()).toContain('Musterstadt');
    expect(await driver.page.getByRole('table').last().innerText()).toBeTruthy();
    expect(await driver.axe()).toEqual([]);
    await driver.page.screenshot({
      path: join(root, 'test-results', 'screenshots', `council-${language}.png`),
      fullPage: true,
    });
    const overflow = await driver.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    // Nothing that could change anything is fetched.
    expect(asked.filter((url) => /automerge|plan-document|browser-repo|indicators-panel/.test(url))).toEqual([]);
  });
});

describe('a first visit', () => {
  it('asks what one works in, never in the way, and remembers it', async () => {
    const driver = await open({ firstVisit: true });
    await driver.mapIdle();
    await driver.screenshot('first-visit');
    expect(await driver.axe()).toEqual([]);
    await driver.page.getByRole('button', { name: /^Fachamt/ }).click();
    await driver.page.getByRole('heading', { name: 'Ich arbeite in …' }).waitFor({ state: 'detached' });
    expect(await driver.page.evaluate(() => localStorage.getItem('gemeinbedarf.settings'))).toContain('"department"');
  });
});
