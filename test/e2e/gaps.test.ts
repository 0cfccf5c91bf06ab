import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GapRow } from '../../src/questions/gaps/gap-request.ts';
import { type AppDriver, openApp, SMALL } from './driver.ts';
import { expectTable, rowsOf } from './gap-table.ts';

const root = join(import.meta.dirname, '..', '..');
const DEMO = join(root, 'public', 'city', 'demo');

describe('the gap map as a planner', () => {
  let driver: AppDriver;
  beforeAll(async () => {
    driver = await openApp({ query: 'table=1', pictures: true });
  });
  afterAll(async () => {
    await driver?.close();
    expect(driver?.complaints).toEqual([]);
  });

  it('opens with the sentence, the ranking and the coloured districts, equal to the command line', async () => {
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

  it('opens a figure to its rule, with formula, source and other limits', async () => {
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

  it('follows the year with the keyboard alone, and says what is not the default', async () => {
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

  it('takes the table away as CSV and as a workbook, with the question on top', async () => {
    const { page } = driver;
    await page.getByRole('radio', { name: 'mittel' }).check({ force: true });
    await driver.gapsShown('kita-u3 2030 middle');
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
    await driver.page.setViewportSize(SMALL);
    // The link says the whole question: nothing of the steps before is left.
    await driver.follow({ gap: service, year: null, variant: null, measure: null, within: null, table: '1' });
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

describe('the council view', () => {
  it.each([
    ['de', { width: 1440, height: 900 }],
    ['en', { width: 390, height: 844 }],
  ] as const)('answers one question read-only (%s)', async (language, viewport) => {
    const asked: string[] = [];
    const driver = await openApp({
      query: `lang=${language}&gap=kita-u3&year=2030`,
      hash: 'rat',
      viewport,
      prepare: async (page) => page.on('request', (request) => asked.push(request.url())),
    });
    await driver.gapsShown('kita-u3 2030 middle');
    expect(await driver.page.getByRole('heading', { level: 1 }).innerText()).toContain('Musterstadt');
    expect(await driver.page.getByRole('table').last().innerText()).toBeTruthy();
    expect(await driver.axe()).toEqual([]);
    await driver.mapIdle();
    await driver.screenshot(`council-${language}`, { fullPage: true });
    const overflow = await driver.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    // Nothing that could change anything is fetched.
    expect(asked.filter((url) => /automerge|plan-document|browser-repo|indicators-panel/.test(url))).toEqual([]);
    await driver.close();
    expect(driver.complaints).toEqual([]);
  });
});

describe('a first visit', () => {
  it('asks what one works in, never in the way, and remembers it', async () => {
    const driver = await openApp({ firstVisit: true, bare: true });
    await driver.page.getByRole('heading', { name: 'Ich arbeite in …' }).waitFor();
    await driver.screenshot('first-visit');
    expect(await driver.axe()).toEqual([]);
    await driver.page.getByRole('button', { name: /^Fachamt/ }).click();
    await driver.page.getByRole('heading', { name: 'Ich arbeite in …' }).waitFor({ state: 'detached' });
    expect(await driver.page.evaluate(() => localStorage.getItem('gemeinbedarf.settings'))).toContain('"department"');
    await driver.close();
    expect(driver.complaints).toEqual([]);
  });
});
