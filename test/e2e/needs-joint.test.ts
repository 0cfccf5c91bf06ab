import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp, SHOTS } from './driver.ts';

/** Twelve proposals to one agreed statement: bundles, joint list, Bedarfsblatt; every wait is for a state, none for time. */
describe('needs with one voice', () => {
  let app: AppDriver;
  beforeAll(async () => {
    app = await openApp({ query: 'city=demo&panel=data' });
    await app.mapIdle();
    await app.page.getByRole('button', { name: 'Beispielplan öffnen' }).click();
    await app.page.getByText('Geöffneter Plan: Beispielplan Musterstadt').waitFor();
    await app.page.getByRole('button', { name: 'Bedarfe', exact: true }).click();
  });
  afterAll(() => app.close());

  const panel = () => app.page.locator('#needs-tab-panel');
  const tab = (name: string) => app.page.getByRole('tab', { name, exact: true }).click();
  const button = (name: string | RegExp) => panel().getByRole('button', { name });
  const save = () => button('Speichern').click();
  const said = (text: string | RegExp) => app.page.locator('.needs-said').getByText(text).waitFor();

  it('proposes the planted bundles, each with the rule that decided', async () => {
    await tab('Bündel');
    await panel().locator('[data-bundles="12"]').waitFor();
    expect(await panel().locator('[data-proposal]').count()).toBe(12);
    const first = panel().locator('[data-proposal]').first();
    await first.getByText('Regel je Paar').click();
    await first.getByText('Entscheidende Regel: mindestens ein Paar nur „+“').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-bundles');
  });

  it('accepts one with name, shared area and reason; its needs are bundled', async () => {
    const first = panel().locator('[data-proposal]').first();
    const title = await first.locator('h4').first().innerText();
    await first.getByRole('button', { name: /^Annehmen/ }).press('Enter');
    await save();
    await first.getByText('Bitte eine Begründung angeben.').waitFor();
    await first.getByLabel('Gemeinsam genutzte Fläche').fill('ca. 100');
    await first.getByText('„ca. 100“ ist keine Zahl.').waitFor();
    await first.getByLabel('Gemeinsam genutzte Fläche').fill('100');
    await first.getByLabel('Begründung').fill('Ein Haus für Familien.');
    await first.getByLabel('Begründung').press('Enter');
    await said(`Bündel „${title}“ ist angenommen`);
    await panel().locator('[data-bundles="11"]').waitFor();
    const accepted = panel().locator('ul[data-bundles=accepted] > li', { hasText: title });
    expect(await accepted.getByText('gebündelt').count()).toBe(3);
    // 900 m² of rooms less the 100 that they share.
    await accepted.getByText('davon gemeinsam 100').waitFor();
    await accepted.getByText('Räume 800').waitFor();
    // Bundle and statuses are one change, taken back and done again as one.
    await app.page.getByRole('button', { name: 'Rückgängig' }).click();
    await panel().locator('[data-bundles="12"]').waitFor();
    await app.page.getByRole('button', { name: 'Wiederholen' }).click();
    await panel().locator('[data-bundles="11"]').waitFor();
  });

  it('dissolves an accepted one with its reason; its needs are as checked as before', async () => {
    const accepted = panel().locator('ul[data-bundles=accepted] > li').filter({ hasText: 'Ein Haus für Familien.' });
    await accepted.getByRole('button', { name: /^Bündel auflösen/ }).click();
    await accepted.getByLabel('Begründung').fill('Die Fläche ist vergeben.');
    await save();
    await said(/^Bündel .* ist aufgelöst\.$/);
    await panel().locator('[data-bundles="12"]').waitFor();
    await app.page.getByRole('button', { name: 'Rückgängig' }).click();
    await panel().locator('[data-bundles="11"]').waitFor();
    await accepted.waitFor();
  });

  it('begins a measure for a whole bundle on its plot, with an offer for each of its needs', async () => {
    const accepted = panel().locator('ul[data-bundles=accepted] > li').filter({ hasText: 'Ein Haus für Familien.' });
    const title = await accepted.locator('h4').innerText();
    await accepted.getByRole('button', { name: /^Maßnahme/ }).click();
    const form = app.page.locator('.measure-panel form');
    await form.waitFor();
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe(title);
    expect(await form.locator('.measure-offer').count()).toBe(3);
    await app.page.getByRole('button', { name: 'Bedarfe', exact: true }).click();
    await panel().locator('[data-bundles="11"]').waitFor();
  });

  it('refuses one with its reason; it is kept, not proposed again, and may be taken back', async () => {
    const first = panel().locator('[data-proposal]').first();
    const title = await first.locator('h4').first().innerText();
    await first.getByRole('button', { name: /^Ablehnen/ }).click();
    await first.getByLabel('Begründung').fill('Die Fläche ist für die Schule vorgesehen.');
    await save();
    await said('wird nicht wieder vorgeschlagen');
    const refused = panel().locator('ul[data-bundles=refused] > li', { hasText: title });
    await refused.getByText('Die Fläche ist für die Schule vorgesehen.').waitFor();
    await panel().locator('p[data-bundles]:not([data-bundles=waiting])').waitFor();
    expect(await panel().locator('[data-proposal] h4').allInnerTexts()).not.toContain(title);
    await refused.getByRole('button', { name: /^Wieder vorschlagen/ }).click();
    await panel().locator('[data-bundles="11"]').waitFor();
    expect(await panel().locator('[data-proposal] h4').allInnerTexts()).toContain(title);
  });

  it('says why two needs do not fit', async () => {
    const options = await panel()
      .getByLabel('Bedarf hinzufügen')
      .locator('option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    for (const id of ['bedarf-knapp-10-a', 'bedarf-knapp-10-b']) {
      expect(options).toContain(id);
      await panel().getByLabel('Bedarf hinzufügen').selectOption(id);
    }
    await panel()
      .getByText(/^Lärm: .* vertragen sich nicht unter einem Dach/)
      .waitFor();
  });

  it('ranks all departments’ needs in the open, and follows a changed weight with its reason', async () => {
    await tab('Reihung');
    await panel().locator('[data-ranking=shown]').waitFor();
    await panel().getByText('77 Bedarfe in einer gemeinsamen Reihenfolge').waitFor();
    await panel().getByText('Was ein halbes Gewicht ändert').click();
    await panel()
      .getByText(/^ohne Versorgung halbiert \(1,50\)/)
      .waitFor();
    await panel().getByText('Gewichte', { exact: true }).click();
    await button('Gewicht ändern: ohne Versorgung').click();
    await panel().getByLabel('Neues Gewicht').fill('11');
    await panel().getByText('„11“ liegt nicht zwischen 0 und 10.').waitFor();
    await panel().getByLabel('Neues Gewicht').fill('1,5');
    await panel().getByLabel('Begründung').fill('Beschluss der AGSP.');
    await save();
    await said('Gewicht „ohne Versorgung“ ist jetzt 1,5.');
    await panel().getByText('Vorgabe 3; geändert: Beschluss der AGSP.').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-ranking');
  });

  it('takes a place set by hand with a reason, beside the place by the rule', async () => {
    const rows = panel().locator('.joint-table tbody tr');
    const last = await rows.count();
    const title = (
      await rows
        .nth(last - 1)
        .locator('th')
        .innerText()
    ).split('\n')[0]!;
    await rows
      .nth(last - 1)
      .getByRole('button', { name: /^Platz setzen/ })
      .press('Enter');
    await panel()
      .getByLabel(/^Platz in der gemeinsamen Liste/)
      .fill('1');
    await panel().getByLabel('Begründung').fill('Auftrag des Gemeinderats.');
    await panel().getByLabel('Begründung').press('Enter');
    await said(`„${title}“ steht von Hand auf Platz 1.`);
    const moved = rows.filter({ hasText: 'Auftrag des Gemeinderats.' });
    await moved.waitFor();
    expect(await moved.locator('td').first().innerText()).toMatch(/^1\s*von Hand\s*nach Regel 77$/);
    expect(await rows.first().innerText()).toContain('Auftrag des Gemeinderats.');
    await moved.getByRole('button', { name: title, exact: true }).click();
    await app.page.locator('#panel').getByRole('heading', { name: title }).waitFor();
    await app.page.getByRole('button', { name: 'Zu allen Bedarfen' }).click();
  });

  it('exports and prints the list for a circle, and says how much it left out', async () => {
    await panel().getByLabel('Für welchen Kreis').selectOption('public');
    const status = await panel()
      .getByText(/Einträge sind für diesen Kreis weggelassen/)
      .innerText();
    const leftOut = Number(/^\d+/.exec(status)![0]);
    expect(leftOut).toBeGreaterThan(50);
    const [download] = await Promise.all([app.page.waitForEvent('download'), button('CSV').click()]);
    const saved = join(SHOTS, download.suggestedFilename());
    await download.saveAs(saved);
    const csv = await readFile(saved, 'utf8');
    expect(csv).toContain(`öffentlich. ${status}`);
    expect(csv).toContain('ohne Versorgung 1,5 (geändert: Beschluss der AGSP.)');
    const lines = csv.split('\r\n');
    const head = lines.findIndex((line) => line.startsWith('Platz;'));
    // Head, the needs that are left, the row that counts them, and the end of the file.
    expect(lines.length - head).toBe(1 + (77 - leftOut) + 2);
    await app.page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await button('Drucken').click();
    await app.page.locator('html[data-printed=yes]').waitFor();
    await app.page.emulateMedia({ media: 'print' });
    expect(await app.page.locator('.printed-joint tbody tr').count()).toBe(77 - leftOut);
    expect(await app.page.locator('#app').isVisible()).toBe(false);
    await app.page.emulateMedia({ media: 'screen' });
  });

  it('shows the four figures of a borough, and takes an agreed and a decided one', async () => {
    await tab('Bedarfsblatt');
    await panel().locator('[data-sheet]').waitFor();
    await panel().getByText('Fassung 2 vom 09.07.2026').waitFor();
    await button('Zahl eintragen: Kita Ü3 2035').click();
    await panel().getByLabel('Zahl in Plätze').fill('500');
    await panel().getByLabel('Datum').fill('15.10.2026');
    await panel().getByLabel('Erläuterung des Unterschieds').fill('Mit Reserve.');
    await save();
    await said('vereinbart (AGSP): 500 Plätze für Kita Ü3 2035.');
    await panel().getByText('Fassung 3 vom 15.10.2026').waitFor();
    const row = panel().locator('tr[data-row="kita-ue3 2035"]');
    await row.getByText('vereinbart: 360 mehr als gemeldet – Mit Reserve').waitFor();
    await button('Zahl eintragen: Kita Ü3 2035').click();
    await panel().getByLabel('Vereinbart oder beschlossen').selectOption('decided');
    await panel().getByLabel('Zahl in Plätze').fill('400');
    await save();
    await panel().getByText('Ein Beschluss braucht seine GRDrs-Nummer.').waitFor();
    await panel().getByLabel('Datum').fill('22.10.2026');
    await panel().getByLabel('GRDrs-Nummer').fill('GRDrs 000/2026 (Beispiel)');
    await save();
    await row.getByText('beschlossen: 100 weniger als vereinbart').waitFor();
    const [download] = await Promise.all([app.page.waitForEvent('download'), button('XLSX').click()]);
    expect(download.suggestedFilename()).toMatch(/^musterstadt-bedarfsblatt-.*\.xlsx$/);
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-sheet');
  });

  it('reads the same in English', async () => {
    await app.page.getByText('EN', { exact: true }).click();
    await panel().getByText('Version 4 of 22 Oct 2026').waitFor();
    await panel().locator('tr[data-row="kita-ue3 2035"]').getByText('decided: 100 fewer than agreed').waitFor();
    await app.page.getByRole('tab', { name: 'Ranking', exact: true }).click();
    await panel().getByText('77 needs in one order of all departments.').waitFor();
    await app.page.getByRole('tab', { name: 'Bundles', exact: true }).click();
    await panel()
      .getByText(/^11 proposals out of/)
      .waitFor();
    expect(await app.axe()).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
