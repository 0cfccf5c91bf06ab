import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGaps } from '../../src/cli/run-gaps.ts';
import type { CatchmentResult } from '../../src/questions/gaps/gap-catchments.ts';
import type { GapRow } from '../../src/questions/gaps/gap-request.ts';
import { type AppDriver, openApp } from './driver.ts';

const CITY = join(import.meta.dirname, '..', '..', 'public', 'city', 'demo');
const QUESTION = 'kita-u3 2030 middle';

/** Columns of the large table and the figures behind them. */
const COLUMNS = { Plätze: 'capacity', Saldo: 'balance', Fehlend: 'missing', Frei: 'free' } as const;

/** "+1.250", "−12,5" → number. */
function readNumber(text: string): number {
  return Number(text.replace('+', '').replace('−', '-').replaceAll('.', '').replace(',', '.'));
}

/** Whole numbers that were rounded apart; places for older children also move what houses with shared places give the younger. */
function expectNear(found: number, expected: number): void {
  expect(Math.abs(found - expected), `${found} instead of about ${expected}`).toBeLessThanOrEqual(2);
}

/** What the command line computes for the city, with a plan file and a scenario of it; whole numbers. */
async function commandLine(planFile: string | null, scenario: string | null): Promise<Record<string, number>> {
  const printed: string[] = [];
  await runGaps({
    argv: [
      CITY,
      ...['--service', 'kita-u3', '--year', '2030', '--level', '0'],
      ...(planFile === null ? [] : ['--plan', planFile]),
      ...(scenario === null ? [] : ['--scenario', scenario]),
    ],
    workingFolder: CITY,
    print: (text) => void printed.push(text),
    printError: (text) => void printed.push(text),
  });
  const row = (JSON.parse(printed.join('')) as { rows: GapRow[] }).rows[0]!;
  return Object.fromEntries(Object.entries(COLUMNS).map(([label, key]) => [label, Math.round(row[key]!)]));
}

/** The same figures as the page's large table shows them for the city. */
async function shownFigures(page: Page): Promise<Record<string, number>> {
  const cells = await page.locator('.gap-table table').evaluate((table) => {
    const heads = [...table.querySelectorAll('thead tr:last-child th')].map(
      (cell) => cell.querySelector('button')?.firstChild?.textContent ?? cell.textContent ?? '',
    );
    const total = [...(table.querySelector('tfoot tr')?.children ?? [])].map((cell) => cell.textContent ?? '');
    return heads.map((head, i) => [head.trim(), total[i] ?? ''] as const);
  });
  return Object.fromEntries(
    Object.keys(COLUMNS).map((label) => [
      label,
      Math.round(readNumber(cells.find(([head]) => head === label)?.[1] ?? '')),
    ]),
  );
}

describe('measures', () => {
  let app: AppDriver;
  let folder: string;

  // One start for all: each journey goes on where the one before has ended.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plan-'));
    app = await openApp({ query: 'city=demo&lang=de&gap=kita-u3&year=2030&table=1&panel=measures' });
    await app.mapIdle();
    await app.gapsShown(QUESTION);
  });
  afterAll(async () => {
    const { complaints } = app;
    await app.close();
    await rm(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });

  const press = (name: string) => app.page.locator('#panel').getByRole('button', { name, exact: true }).click();
  const rail = (name: string) => app.page.locator('.rail').getByRole('button', { name }).click();
  /** The plan as the page has it, as a file. */
  const savePlan = async (): Promise<string> => {
    await rail('Pläne');
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: 'Als Datei sichern' }).click(),
    ]);
    const file = join(folder, 'page.gemeinbedarf');
    await download.saveAs(file);
    await rail('Maßnahmen');
    return file;
  };
  /** Waits until the whole answer to the newest question is shown, and holds it against the command line. */
  const expectSameAsCommandLine = async (scenario: string | null) => {
    const expected = await commandLine(await savePlan(), scenario);
    await app.gapsShown(QUESTION);
    await expect.poll(() => shownFigures(app.page), { timeout: 60_000 }).toEqual(expected);
    return expected;
  };
  const beginHouse = async () => {
    await press('Neues Haus');
    await app.page.getByLabel('Vorlage').selectOption('kita');
  };
  const middleOfMap = async () => {
    const box = (await app.page.locator('#clear-area').boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const measureCount = () => app.page.locator('.measure-row').count();

  it('are placed by mouse, by keyboard and on a plot, with the figures of the command line; undone and redone', async () => {
    const { page } = app;
    const bestand = await commandLine(null, null);
    await press('Szenario anlegen');
    await page.getByText('Noch keine Maßnahmen.').waitFor();
    expect(await page.locator('.scenario-switch select').locator('option:checked').innerText()).toBe('Plan A');
    await expectSameAsCommandLine('Plan A');

    await beginHouse();
    await press('Auf der Karte wählen');
    const middle = await middleOfMap();
    await page.mouse.click(middle.x + 12, middle.y + 8);
    await page.locator('.measure-place .measure-chosen').waitFor();
    await press('Maßnahme speichern');
    await page.getByText('Maßnahme „Neues Haus Kita U3“ hinzugefügt.').waitFor();
    const first = await expectSameAsCommandLine('Plan A');
    expectNear(first.Plätze! - bestand.Plätze!, 20);

    await beginHouse();
    await press('Auf der Karte wählen');
    // The map has the focus: the cross is moved by arrow keys.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.locator('.measure-place .measure-chosen').waitFor();
    await press('Maßnahme speichern');
    await expect.poll(measureCount).toBe(2);
    await expectSameAsCommandLine('Plan A');

    await beginHouse();
    await page.getByLabel('Auf einer Fläche').selectOption({ index: 1 });
    await page.locator('.measure-place .measure-chosen').filter({ hasText: 'Fläche' }).waitFor();
    await press('Maßnahme speichern');
    await expect.poll(measureCount).toBe(3);
    const third = await expectSameAsCommandLine('Plan A');
    expectNear(third.Plätze! - bestand.Plätze!, 60);
    expect(await app.axe()).toEqual([]);
    await app.screenshot('measures');

    await press('Vergleichen');
    await page.locator('.compare-table tbody tr').first().waitFor();
    const city = await page.locator('.compare-table tbody tr').first().locator('td').allInnerTexts();
    expectNear(readNumber(city[0]!), third.Plätze! - bestand.Plätze!);
    expectNear(readNumber(city[1]!), third.Fehlend! - bestand.Fehlend!);
    await page.getByText('Alle Angebotsarten und Jahre').click();
    const under3 = page.locator('.compare-all tbody tr').filter({ hasText: 'Kita U3' });
    await under3.waitFor();
    const heads = await page.locator('.compare-all thead th').allInnerTexts();
    expect(heads).toEqual(['Angebotsart', '2025', '2030', '2035', '2040']);
    expect(await under3.locator('td').nth(1).innerText()).toBe(city[1]!);
    await app.screenshot('measures-compared');
    await press('Zur Liste');

    for (let left = 2; left >= 0; left--) {
      await page.getByRole('button', { name: 'Rückgängig' }).click();
      await expect.poll(measureCount).toBe(left);
    }
    await app.gapsShown(QUESTION);
    await expect.poll(() => shownFigures(page)).toEqual(bestand);
    for (let done = 1; done <= 3; done++) {
      await page.getByRole('button', { name: 'Wiederholen' }).click();
      await expect.poll(measureCount).toBe(done);
    }
    await expect.poll(() => shownFigures(page)).toEqual(third);
  });

  it('are dragged by mouse: sentence, table and axis follow, and where it is let go holds', async () => {
    const { page } = app;
    const before = await shownFigures(page);
    await page.locator('.measure-row').first().getByRole('button').first().click();
    await press('Abbrechen');
    await app.mapIdle();
    await page.evaluate(() => performance.clearMarks('gb:preview'));
    const middle = await middleOfMap();
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 20, middle.y + 10);
    await page.mouse.move(middle.x + 150, middle.y + 90, { steps: 8 });
    await page.waitForFunction(() => performance.getEntriesByName('gb:preview').length > 1);
    await expect.poll(() => shownFigures(page)).not.toEqual(before);
    await page.mouse.up();
    await page.getByText(/verlegt\./).waitFor();
    // The places stay; who finds one depends on where it stands.
    const after = await expectSameAsCommandLine('Plan A');
    expectNear(after.Plätze!, before.Plätze!);
    expect(after.Fehlend).not.toBe(before.Fehlend);
  });

  it('close a house of the city, and the scenario gets another name', async () => {
    const { page } = app;
    const before = await shownFigures(page);
    await press('Haus ändern');
    await page.getByLabel('Art der Maßnahme').selectOption('close');
    // 23 places under 3 in the demo city.
    await page.getByLabel('Einrichtung suchen oder auf der Karte auswählen').fill('Städtische Kita Zwergenland');
    await page.keyboard.press('Enter');
    await page.locator('.measure-house .measure-chosen').waitFor();
    await page.getByLabel('Geschlossen ab').fill('2029');
    await press('Maßnahme speichern');
    await expect.poll(measureCount).toBe(4);
    const after = await expectSameAsCommandLine('Plan A');
    expectNear(before.Plätze! - after.Plätze!, 23);

    await press('Szenario bearbeiten');
    await page.getByLabel('Name', { exact: true }).fill('Weniger Häuser');
    await press('Speichern');
    await expect
      .poll(() => page.locator('.scenario-switch select').locator('option:checked').innerText())
      .toBe('Weniger Häuser');
    await expectSameAsCommandLine('Weniger Häuser');
  });

  it('refuse what cannot be read and what lies outside the city, each with a sentence, and save nothing', async () => {
    const { page } = app;
    await beginHouse();
    await page.getByLabel('Plätze').first().fill('ca. 45');
    await page.getByText('„ca. 45“ ist keine Zahl.').waitFor();
    await page.getByLabel('Straße, Stadtteil oder Koordinaten').fill('52,52 13,40');
    await page.keyboard.press('Enter');
    await page.getByText('liegt außerhalb der Stadt').waitFor();
    await page.getByLabel('Straße, Stadtteil oder Koordinaten').fill('Nirgendwogasse');
    await page.keyboard.press('Enter');
    await page.getByText('„Nirgendwogasse“ wurde nicht gefunden.').waitFor();
    // The button says that it is blocked; whoever presses it all the same is told what is left to do.
    await page.locator('#panel').getByRole('button', { name: 'Maßnahme speichern' }).click({ force: true });
    await page.getByText('Angaben sind noch zu klären').waitFor();
    await press('Abbrechen');
    expect(await measureCount()).toBe(4);
  });

  it('are suggested on plots with what each closes and how it lies, and taken with one click', async () => {
    const { page } = app;
    await press('Vorschläge');
    await press('Suchen');
    const best = page.locator('.suggest-list li').first();
    await best.waitFor();
    await best.getByText(/Lage · Haltestelle .* · Lärm keine Angabe/).waitFor();
    const gain = Number(/\d+/.exec(await best.locator('.figure').innerText())![0]);
    expect(gain).toBeGreaterThan(0);
    const before = await shownFigures(page);
    await best.getByRole('button', { name: /Als Maßnahme übernehmen/ }).click();
    await best.getByText('Übernommen').waitFor();
    const after = await expectSameAsCommandLine('Weniger Häuser');
    expect(before.Fehlend! - after.Fehlend!).toBeCloseTo(gain, -0.5);
    await press('Zur Liste');
  });

  it('bring a Grundschule with a proposed Schulbezirk, whose pupils other schools give up', async () => {
    const { page } = app;
    await press('Neues Haus');
    await page.getByLabel('Vorlage').selectOption('grundschule');
    await page.getByLabel('Straße, Stadtteil oder Koordinaten').fill('49,3106 9,6262');
    await page.keyboard.press('Enter');
    await page.locator('.measure-place .measure-chosen').waitFor();
    await press('Schulbezirk vorschlagen');
    const rows = page.locator('.measure-place tbody tr');
    await rows.first().waitFor();
    const [so, then] = (await rows.first().locator('td').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(then!).toBeLessThan(so!);
    await press('Schulbezirk übernehmen');
    await page.getByText('Ein Schulbezirk ist übernommen').waitFor();
    await press('Maßnahme speichern');
    await expect.poll(measureCount).toBe(6);
  });

  /** Pupils of the new school as its form says them. */
  const pupilsInForm = async () =>
    readNumber(/^[\d.]+/.exec(await app.page.locator('.catchment-sentence').innerText())![0]);
  /** The same by the command line, with the plan as the page has it. */
  const pupilsByCommandLine = async () => {
    const printed: string[] = [];
    await runGaps({
      argv: [
        ...[CITY, '--service', 'grundschule', '--year', '2030', '--measure', 'catchment'],
        ...['--plan', await savePlan(), '--scenario', 'Weniger Häuser'],
      ],
      workingFolder: CITY,
      print: (text) => void printed.push(text),
      printError: (text) => void printed.push(text),
    });
    const { catchments } = JSON.parse(printed.join('')) as { catchments: CatchmentResult };
    return catchments.rows.find(({ houseName }) => houseName === 'Neues Haus Grundschule')!.demand!;
  };
  const openSchool = () => app.page.getByRole('button', { name: 'Neues Haus Grundschule bearbeiten' }).click();

  it('change its Schulbezirk by cells, on the map and by keyboard, with the figures of the command line; undone and put back', async () => {
    const { page } = app;
    const mark = page.getByText(/Schulbezirk von Hand geändert \(.*\): Die Straße trennt/);
    const proposed = await pupilsByCommandLine();
    await openSchool();
    await page.locator('.catchment-sentence').waitFor();
    expect(await pupilsInForm()).toBe(Math.round(proposed));
    await press('Von Hand ändern');
    const status = page.locator('.catchment-tools [role="status"]');
    await page.getByLabel('3 × 3').check();
    const middle = await middleOfMap();
    await page.mouse.click(middle.x, middle.y);
    await status.getByText('9 Zellen herausgenommen.').waitFor();
    expect(await pupilsInForm()).toBeLessThan(Math.round(proposed));
    await press('Schritt zurück');
    await status.getByText('Letzter Schritt zurückgenommen.').waitFor();
    expect(await pupilsInForm()).toBe(Math.round(proposed));
    // By keyboard: Enter under the cross in the middle of the map takes cells out, and in again.
    await press('Zur Karte');
    await page.keyboard.press('Enter');
    await status.getByText('9 Zellen herausgenommen.').waitFor();
    const less = await pupilsInForm();
    expect(less).toBeLessThan(Math.round(proposed));
    await page.keyboard.press('Enter');
    await status.getByText('9 Zellen aufgenommen.').waitFor();
    expect(await pupilsInForm()).toBe(Math.round(proposed));
    await press('Schritt zurück');
    await status.getByText('Letzter Schritt zurückgenommen.').waitFor();
    expect(await pupilsInForm()).toBe(less);
    // By the list: one cell at the rim.
    await page.getByText('Zellen am Rand, von der Schule aus').click();
    const cell = page.locator('.catchment-rim').getByRole('checkbox', { checked: false }).first();
    await cell.focus();
    await page.keyboard.press('Space');
    await status.getByText('1 Zelle aufgenommen.').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('catchment-by-hand');

    // Without a word why it is not kept.
    await page.locator('#panel').getByRole('button', { name: 'Maßnahme speichern' }).click({ force: true });
    await page.getByText('warum der Schulbezirk von Hand geändert ist').waitFor();
    await page.getByLabel('Warum weicht der Schulbezirk vom Vorschlag ab?').fill('Die Straße trennt');
    const kept = await pupilsInForm();
    await press('Maßnahme speichern');
    await mark.waitFor();
    expect(Math.round(await pupilsByCommandLine())).toBe(kept);

    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await mark.waitFor({ state: 'detached' });
    expect(await pupilsByCommandLine()).toBeCloseTo(proposed, 6);
    await page.getByRole('button', { name: 'Wiederholen' }).click();
    await mark.waitFor();

    await openSchool();
    await press('Zurück auf den Vorschlag');
    await press('Maßnahme speichern');
    await mark.waitFor({ state: 'detached' });
    expect(await pupilsByCommandLine()).toBeCloseTo(proposed, 6);
    expect(await app.axe()).toEqual([]);
  });
});

describe('a link to a scenario that is not there', () => {
  it('says so and shows Bestand', async () => {
    const app = await openApp({ query: 'city=demo&lang=de&gap=kita-u3&year=2030&scenario=weg', bare: true });
    await app.mapIdle();
    await app.gapsShown(QUESTION);
    await app.page.getByText('„weg“').waitFor();
    await expect.poll(() => app.page.url()).not.toContain('scenario=');
    expect(app.complaints).toEqual([]);
    await app.close();
  });
});
