import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp } from './driver.ts';

/** One page for both journeys: the first leaves a need of its own in a new plan, the second opens the example plan. */
describe('needs', () => {
  let app: AppDriver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'needs-'));
    app = await openApp({ query: 'city=demo&lang=en&year=2030&panel=needs', locale: 'en-GB', bare: true });
    await app.mapIdle();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => {
    expect(app.complaints).toEqual([]);
  });

  const panel = (page: Page) => page.locator('#panel');
  const press = (page: Page, name: string | RegExp) =>
    panel(page)
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .click();
  const field = (page: Page, name: string) => panel(page).getByLabel(name, { exact: true });
  const rail = (page: Page, name: string) => page.locator('.rail').getByRole('button', { name, exact: true }).click();
  /** A section of the need that is open, by its heading. */
  const section = (page: Page, name: string) =>
    panel(page)
      .locator('section.gap-section')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });

  it('are reported in English by keyboard alone: one for the whole city, without a service, by a new department', async () => {
    const { page } = app;
    await page.getByText('No need has been reported in the plan yet.').waitFor();
    await panel(page).getByRole('button', { name: 'Report a need' }).focus();
    await page.keyboard.press('Enter');
    const form = panel(page).locator('.need-form');
    await page.locator('.sites-head h3:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Rooms without consumption');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Youth office');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Rooms for young people');
    await form.getByLabel('Kind of place').focus();
    await page.keyboard.press('End');
    await form.getByLabel('Reason', { exact: true }).focus();
    await page.keyboard.type('The youth council asks for them.');
    expect(await app.axe()).toEqual([]);
    await form.getByRole('button', { name: 'Report the need' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Need “Rooms without consumption” reported.').waitFor();
    await panel(page).locator('.facts').getByText('whole city').waitFor();
    await panel(page).locator('.needs-state').getByText('Youth office').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-english');
  });

  it('are reported by keyboard on a point of the map and on an area, and opened from list and board', async () => {
    const { page } = app;
    const { keyboard } = page;
    const button = (name: string | RegExp) => panel(page).getByRole('button', { name });
    const back = async () => {
      await app.reach(button('All needs'), 'Shift+Tab');
      await keyboard.press('Enter');
    };
    const row = (title: string) => panel(page).locator('.need-row').filter({ hasText: title });
    const hasFocus = (title: string) => page.locator('.need-row:focus').filter({ hasText: title }).waitFor();
    const begin = async (title: string) => {
      await app.reach(button('Report a need'), 'Shift+Tab');
      await keyboard.press('Enter');
      await page.locator('.sites-head h3:focus').waitFor();
      await keyboard.press('Tab');
      await keyboard.type(title);
      await keyboard.press('Tab');
      await keyboard.type('Youth office');
    };
    const finish = async (title: string) => {
      await app.reach(field(page, 'Reason'));
      await keyboard.type('The youth council asks for it.');
      await app.reach(panel(page).locator('.need-form').getByRole('button', { name: 'Report the need' }));
      await keyboard.press('Enter');
      await page.getByText(`Need “${title}” reported.`).waitFor();
      await back();
      await hasFocus(title);
    };
    await back();
    await hasFocus('Rooms without consumption');

    await begin('Meeting point');
    await app.reach(panel(page).getByLabel(/^Topic/));
    await keyboard.type('Meeting');
    await app.reach(button('Choose on the map'));
    await keyboard.press('Enter');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await page.getByText(/^Lies in /).waitFor();
    await panel(page).locator('button:focus').getByText('Choose on the map').waitFor();
    const [lat, lon] = (await panel(page).locator('.needs-position').innerText()).match(/\d+\.\d+/g)!.map(Number);
    await finish('Meeting point');

    await begin('Open-air hall');
    await app.reach(panel(page).getByLabel(/^Topic/));
    await keyboard.type('Sport');
    await app.reach(panel(page).getByLabel('Kind of place'));
    await keyboard.type('Area');
    await app.reach(panel(page).getByLabel(/^Corners/));
    for (const [i, [x, y]] of [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ].entries()) {
      if (i > 0) await keyboard.press('Enter');
      await keyboard.type(`${(lat! + y! * 0.002).toFixed(5)} ${(lon! + x! * 0.002).toFixed(5)}`);
    }
    await page.getByText(/^Lies in /).waitFor();
    await finish('Open-air hall');

    await app.reach(page.getByRole('tab', { name: 'List' }), 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await app.reach(row('Meeting point'));
    await keyboard.press('Enter');
    await page.locator('.sites-head h3:focus').getByText('Meeting point').waitFor();
    await app.reach(button('Comment'));
    await keyboard.press('Enter');
    await panel(page).locator('form:has(:focus)').waitFor();
    await app.reach(button('Cancel'));
    await keyboard.press('Enter');
    await panel(page).locator('button:focus').getByText('Comment').waitFor();
    await back();
    await hasFocus('Meeting point');
    expect(await app.axe()).toEqual([]);
    await app.reach(page.getByRole('tab', { name: 'Board' }), 'Shift+Tab');
    await keyboard.press('ArrowLeft');
    await page.getByRole('tab', { name: 'List', selected: true }).waitFor();
  });

  it('are reported by mouse, refused with a sentence, commented, followed, answered by a measure and exported by circle', async () => {
    const { page } = app;
    await page.locator('.header').getByRole('button', { name: /^DE/ }).click();
    await page.locator('.header').getByRole('button', { name: 'Ich' }).click();
    await page.getByLabel('Amt oder Stelle').fill('Jugendamt');
    await page.getByRole('button', { name: 'Fertig' }).click();
    await rail(page, 'Daten');
    await press(page, 'Beispielplan öffnen');
    await rail(page, 'Bedarfe');
    await page.getByText('86 von 86 Bedarfen.').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-list');

    // Neither quantity nor reason, no title, no place: a sentence each, and nothing is lost.
    await press(page, 'Bedarf melden');
    await field(page, 'Angebotsart').selectOption('kita-u3');
    await field(page, 'Zielgruppe').fill('Kinder unter 3 Jahren');
    await panel(page).locator('.need-form').getByRole('button', { name: 'Bedarf melden' }).click();
    await page.getByText('Der Bedarf braucht einen Titel.').waitFor();
    await page.getByText('Der Bedarf braucht einen Ort').waitFor();
    expect(await field(page, 'Zielgruppe').inputValue()).toBe('Kinder unter 3 Jahren');
    expect(await panel(page).locator('[aria-invalid="true"]').count()).toBeGreaterThanOrEqual(2);

    // Areas that cross themselves, places outside the city, files that may run.
    await field(page, 'Art des Orts').selectOption('area');
    await panel(page).getByLabel('Ecken', { exact: false }).fill('48,50 9,00\n48,51 9,01\n48,50 9,01\n48,51 9,00');
    await page.getByText('Ihr Umriss kreuzt sich selbst.').waitFor();
    await field(page, 'Art des Orts').selectOption('point');
    await field(page, 'Straße, Stadtteil oder Koordinaten').fill('52,52 13,40');
    await page.keyboard.press('Enter');
    await page.getByText('Der Ort liegt nicht in der Stadt.').waitFor();
    const attach = panel(page).locator('input[type="file"]');
    await attach.setInputFiles([
      { name: 'plan.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\u0000 not a picture') },
      { name: 'gross.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5_000_001, '%PDF-1.7') },
      { name: 'skizze.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 sketch') },
    ]);
    await page.getByText('plan.png').waitFor();
    await page.getByText('gross.pdf').waitFor();
    await panel(page).getByRole('button', { name: 'skizze.pdf entfernen' }).waitFor();

    // A point by a click on the map brings the figures of its district; HTML stays text.
    await press(page, 'Auf der Karte wählen');
    const clear = (await page.locator('#clear-area').boundingBox())!;
    await page.mouse.click(clear.x + clear.width / 2, clear.y + clear.height / 2);
    await page.getByText(/^Liegt in /).waitFor();
    await field(page, 'Titel').fill('Krippe <b>neu</b>');
    await field(page, 'Menge').fill('30');
    await field(page, 'Benötigt bis (Datum oder Jahr)').fill('2024');
    await field(page, 'Grund').fill('=1+1');
    await panel(page).locator('.needs-evidence').waitFor();
    await panel(page).locator('.need-form').getByRole('button', { name: 'Bedarf melden' }).click();
    await page.getByText('Bedarf „Krippe <b>neu</b>“ gemeldet.').waitFor();
    await panel(page).locator('.needs-state').getByText('überfällig').waitFor();
    await section(page, 'Belegzahlen').locator('tbody td').nth(1).filter({ hasText: /\d/ }).waitFor();
    const figures = await section(page, 'Belegzahlen').locator('tbody tr').first().locator('td').allInnerTexts();
    expect(figures[0]).toBe(figures[1]);
    await section(page, 'Anhänge').getByRole('button', { name: 'skizze.pdf', exact: true }).waitFor();

    // A skipped step asks for a reason.
    const status = section(page, 'Status');
    await status.getByLabel('Nächster Status').selectOption('decided');
    await status.getByRole('button', { name: 'Status setzen' }).click();
    await status.getByRole('alert').waitFor();
    await status.getByLabel(/^Grund/).fill('Beschluss liegt vor');
    await status.getByRole('button', { name: 'Status setzen' }).click();
    await status.getByText('Beschluss liegt vor').waitFor();
    await panel(page).locator('.needs-state').getByText('beschlossen').waitFor();

    // Two departments comment: one supports, one objects; the reporting one is not offered.
    for (const [who, kind, sentence] of [
      ['soziales', 'supports', 'Passt zu unserem Treff.'],
      ['gesundheitsamt', 'objects', 'Die Straße ist zu laut.'],
    ] as const) {
      const voices = section(page, 'Stellungnahmen der Ämter');
      await voices.getByRole('button', { name: 'Stellung nehmen' }).click();
      expect(await voices.locator('option[value="jugendamt"]').count()).toBe(0);
      await voices.getByLabel('Stellungnahme von').selectOption(who);
      await voices.getByLabel('Haltung').selectOption(kind);
      await voices.getByLabel('Ein Satz dazu').fill(sentence);
      await voices.getByRole('button', { name: 'Stellungnahme speichern' }).click();
      await voices.locator('.needs-records').getByText(sentence).waitFor();
    }

    // Fortschreibung: the old quantity stays readable.
    await press(page, 'Fortschreiben');
    await field(page, 'Menge').fill('40');
    await field(page, 'Grund der Fortschreibung').fill('Eine Gruppe mehr');
    await page.getByText(/^Liegt in /).waitFor();
    await press(page, 'Fortschreibung speichern');
    const versions = section(page, 'Frühere Fassungen');
    await versions.locator('summary').click();
    await versions.getByText('30 Plätze').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-record');

    // A measure from the need: filled in, linked, what is left is shown, and the status follows.
    await section(page, 'Maßnahmen').getByLabel('Szenario der neuen Maßnahme').selectOption('new');
    await section(page, 'Maßnahmen').getByRole('button', { name: 'Maßnahme dazu setzen' }).click();
    await panel(page).locator('.measure-chosen').waitFor();
    expect(await panel(page).getByLabel('Plätze').first().inputValue()).toBe('40');
    await panel(page).getByLabel('Plätze').first().fill('25');
    await panel(page).getByLabel('Stand', { exact: true }).selectOption('secured');
    await press(page, 'Maßnahme speichern');
    await rail(page, 'Bedarfe');
    await section(page, 'Maßnahmen').getByText('15 offen, gemeldet 40 Plätze').waitFor();
    await section(page, 'Maßnahmen')
      .getByRole('button', { name: /^Status „gesichert“ setzen/ })
      .click();
    await panel(page).locator('.needs-state').getByText('gesichert').waitFor();
    await page.locator('.header').getByRole('button', { name: 'Rückgängig' }).click();
    await panel(page).locator('.needs-state').getByText('beschlossen').waitFor();

    // Lists: what is one's own, and a public export that leaves the others out.
    await press(page, 'Zu allen Bedarfen');
    await page.getByText('87 von 87 Bedarfen.').waitFor();
    await panel(page).getByRole('radio', { name: 'mein Amt' }).check();
    await panel(page).locator('.needs-count').filter({ hasNotText: '87 von 87' }).waitFor();
    await panel(page).getByRole('radio', { name: 'alle' }).check();
    await panel(page).getByText('Ausgeben und drucken').click();
    await field(page, 'Für welchen Kreis').selectOption('agsp');
    const csv = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'CSV')]);
      const file = join(folder, 'needs.csv');
      await download.saveAs(file);
      return readFile(file, 'utf8');
    };
    const internal = await csv();
    expect(internal).toContain('Krippe <b>neu</b>');
    expect(internal).toContain(`;'=1+1;`);
    await field(page, 'Für welchen Kreis').selectOption('public');
    const shared = await csv();
    expect(shared).not.toContain('Krippe');
    expect(shared).toMatch(/Für den Kreis „öffentlich“\. \d+ Bedarfe engerer Kreise sind nicht enthalten\./);

    await panel(page).getByRole('tab', { name: 'Tafel' }).click();
    await panel(page)
      .getByRole('heading', { name: /^gemeldet/ })
      .waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-board');

    // The need of the whole city is in the dossier of every site and is answered there, not relevant only with a reason.
    await rail(page, 'Vorhaben');
    await panel(page).locator('.sites-list button').first().click();
    const dossier = page.locator('#details');
    await dossier.getByRole('tab', { name: 'Bedarfe' }).click();
    const line = dossier.locator('.check-list > li').filter({ hasText: 'Räume für Religionsgemeinschaften' });
    await line.locator('select').selectOption('irrelevant');
    await line.getByRole('button', { name: 'Antwort speichern' }).click();
    await line.locator('[aria-invalid="true"]').waitFor();
    await line.getByLabel('Grund').fill('Kein Raum im Vorhaben');
    await line.getByRole('button', { name: 'Antwort speichern' }).click();
    await line.getByText('Kein Raum im Vorhaben').waitFor();
    expect(await app.axe()).toEqual([]);
  });
});
