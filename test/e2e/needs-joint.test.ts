import '@automerge/automerge';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { amendNeed } from '../../src/plan/actions/amend-need.ts';
import { reportNeed } from '../../src/plan/actions/report-need.ts';
import { NOON, need } from '../plan/plan-fixtures.ts';
import { type AppDriver, openApp, SHOTS } from './driver.ts';

/** The example plan as two other departments have it on their own machines. */
async function examplePlan(who: Signer): Promise<PlanDocument> {
  const answer = await fetch(`http://127.0.0.1:${inject('port')}/city/demo/plan.gemeinbedarf`);
  return openDocument(new Uint8Array(await answer.arrayBuffer()), who);
}

const school: Signer = { author: 'Schulplanung', department: 'schulverwaltungsamt', at: '2026-11-02T09:00:00Z' };
const social: Signer = { author: 'Sozialplanung', department: 'soziales', at: '2026-11-03T09:00:00Z' };
/** A need that both amend, and on which both say something. */
const DISPUTED = 'bedarf-knapp-10-a';

/** A department reports a need, says something on another one, and amends it, all without knowing of the others. */
function workApart(
  plan: PlanDocument,
  who: Signer,
  said: { title: string; place: 'city' | 'district'; kind: 'supports' | 'objects'; sentence: string; rooms: number },
): Uint8Array {
  const label = { code: 'change.added', params: { collection: 'needs', name: said.title } } as const;
  const departmentId = who.department!;
  const byName = Object.values(plan.plan.needs).find(({ place }) => place.kind === 'district')!.place;
  const reported = need(`bedarf-${departmentId}`, {
    departmentId,
    title: said.title,
    place: said.place === 'city' ? { kind: 'city' } : byName,
    service: said.place === 'city' ? null : 'sporthalle',
    topic: said.place === 'city' ? 'Begegnung' : null,
    quantity: said.place === 'city' ? null : 405,
    unit: said.place === 'city' ? null : 'm2',
    reason: 'Aus der Beratung der Ämter',
    combinable: false,
  });
  plan.apply(reportNeed, { need: reported, at: NOON, by: who.author, attachments: [] }, { ...who, label });
  const { kind, sentence, rooms } = said;
  const voice = {
    id: `wort-${departmentId}`,
    needId: DISPUTED,
    departmentId,
    kind,
    sentence,
    at: NOON,
    by: who.author,
  };
  plan.apply(addObject, { collection: 'supports', object: voice }, { ...who, label });
  const version = {
    id: DISPUTED,
    versionId: `fassung-${departmentId}`,
    at: NOON,
    by: who.author,
    reason: 'Neu gerechnet',
  };
  plan.apply(amendNeed, { ...version, fields: { roomSquareMeters: rooms } }, { ...who, label });
  return plan.saveChanges({ department: departmentId, since: '2026-11-01T00:00:00Z' });
}

/** Twelve proposals to one agreed statement: bundles, joint list, Bedarfsblatt; every wait is for a state, none for time. */
describe('needs with one voice', () => {
  let app: AppDriver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'needs-joint-'));
    app = await openApp({ query: 'city=demo&panel=data', bare: true });
    await app.mapIdle();
    await app.page.getByRole('button', { name: 'Beispielplan öffnen' }).click();
    await app.page.getByText('Geöffneter Plan: Beispielplan Musterstadt').waitFor();
    await app.page.getByRole('button', { name: 'Bedarfe', exact: true }).click();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const panel = () => app.page.locator('#needs-tab-panel');
  /** Tabs are changed by arrows. */
  const tab = async (name: string) => {
    await app.page.locator('.needs-tabs [aria-selected="true"]').focus();
    const wanted = app.page.getByRole('tab', { name, exact: true });
    for (let i = 0; i < 5 && (await wanted.getAttribute('aria-selected')) !== 'true'; i++)
      await app.page.keyboard.press('ArrowRight');
  };
  const button = (name: string | RegExp) => panel().getByRole('button', { name });
  /** Goes to a control by Tab and presses Enter. */
  const enter = async (control: Locator) => {
    await app.reach(control);
    await app.page.keyboard.press('Enter');
  };
  /** Goes to a field by Tab and types in place of what is there. */
  const type = async (label: string | RegExp, text: string) => {
    await app.reach(panel().getByLabel(label));
    await app.page.keyboard.press('ControlOrMeta+a');
    await app.page.keyboard.type(text);
  };
  const save = () => enter(button('Speichern'));
  const said = (text: string | RegExp) => app.page.locator('.needs-said').getByText(text).waitFor();

  it('proposes the planted bundles, each with the rule that decided', async () => {
    await tab('Bündel');
    await panel().locator('[data-bundles="12"]').waitFor();
    expect(await panel().locator('[data-proposal]').count()).toBe(12);
    const first = panel().locator('[data-proposal]').first();
    await enter(first.locator('summary').getByText('Regel je Paar'));
    await first.getByText('Entscheidende Regel: mindestens ein Paar nur „+“').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-bundles');
  });

  it('accepts one with name, shared area and reason; its needs are bundled', async () => {
    const first = panel().locator('[data-proposal]').first();
    const title = await first.locator('h4').first().innerText();
    await enter(first.getByRole('button', { name: /^Annehmen/ }));
    await panel().locator('input:focus').waitFor();
    await app.page.keyboard.press('Enter');
    await first.getByText('Bitte eine Begründung angeben.').waitFor();
    await app.reach(first.getByLabel('Gemeinsam genutzte Fläche'), 'Shift+Tab');
    await type('Gemeinsam genutzte Fläche', 'ca. 100');
    await first.getByText('„ca. 100“ ist keine Zahl.').waitFor();
    await type('Gemeinsam genutzte Fläche', '100');
    await type('Begründung', 'Ein Haus für Familien.');
    await app.page.keyboard.press('Enter');
    await said(`Bündel „${title}“ ist angenommen`);
    await panel().locator('[data-bundles="11"]').waitFor();
    // The proposal is gone, the focus is not.
    await app.page.locator('[role=tab]:focus').waitFor();
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
    await app.page.locator('.needs-tabs [aria-selected="true"]').focus();
    await enter(first.getByRole('button', { name: /^Ablehnen/ }));
    await panel().locator('input:focus').waitFor();
    await app.page.keyboard.type('Die Fläche ist für die Schule vorgesehen.');
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
    await enter(panel().locator('summary').getByText('Was ein halbes Gewicht ändert'));
    await panel()
      .getByText(/^ohne Versorgung halbiert \(1,50\)/)
      .waitFor();
    await app.reach(panel().locator('summary').getByText('Gewichte', { exact: true }), 'Shift+Tab');
    await app.page.keyboard.press('Enter');
    await enter(button('Gewicht ändern: ohne Versorgung'));
    await type('Neues Gewicht', '11');
    await panel().getByText('„11“ liegt nicht zwischen 0 und 10.').waitFor();
    await type('Neues Gewicht', '1,5');
    await type('Begründung', 'Beschluss der AGSP.');
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
      .getByRole('button', { name: /^Platz ändern/ })
      .press('Enter');
    await type(/^Platz in der gemeinsamen Liste/, '1');
    await type('Begründung', 'Auftrag des Gemeinderats.');
    await app.page.keyboard.press('Enter');
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
    await app.page.locator('.needs-tabs [aria-selected="true"]').focus();
    await enter(panel().locator('summary').getByText('Ausgeben und drucken'));
    await app.reach(panel().getByLabel('Für welchen Kreis'));
    await app.page.keyboard.press('End');
    const status = await panel()
      .getByText(/Einträge sind für diesen Kreis weggelassen/)
      .innerText();
    const leftOut = Number(/^\d+/.exec(status)![0]);
    expect(leftOut).toBeGreaterThan(50);
    const [download] = await Promise.all([app.page.waitForEvent('download'), enter(button('CSV'))]);
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
    await enter(button('Drucken'));
    await app.page.locator('html[data-printed=yes]').waitFor();
    await app.page.emulateMedia({ media: 'print' });
    expect(await app.page.locator('.printed-table tbody tr').count()).toBe(77 - leftOut);
    expect(await app.page.locator('#app').isVisible()).toBe(false);
    await app.page.emulateMedia({ media: 'screen' });
  });

  it('shows the four figures of a borough, and takes an agreed and a decided one', async () => {
    await tab('Bedarfsblatt');
    await panel().locator('[data-sheet]').waitFor();
    await panel().getByText('Fassung 2 vom 09.07.2026').waitFor();
    await enter(button('Zahl eintragen: Kita Ü3 2035'));
    await type('Zahl in Plätze', '500');
    await type('Datum', '15.10.2026');
    await type('Erläuterung des Unterschieds', 'Mit Reserve.');
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
    await panel().getByText('Ausgeben und drucken').click();
    const [download] = await Promise.all([app.page.waitForEvent('download'), button('Excel').click()]);
    expect(download.suggestedFilename()).toMatch(/^musterstadt-bedarfsblatt-.*\.xlsx$/);
    // All boroughs and the city at once: a page each.
    await panel().getByLabel('Umfang').selectOption('all');
    await app.page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
    await button('Drucken').click();
    await app.page.locator('html[data-printed=yes]').waitFor();
    const boroughs = await panel().getByLabel('Stadtbezirk', { exact: true }).locator('option').count();
    expect(await app.page.locator('.printed-table').count()).toBe(boroughs);
    await app.page.emulateMedia({ media: 'print' });
    expect(await app.axe()).toEqual([]);
    await app.page.emulateMedia({ media: 'screen' });
    await panel().getByLabel('Stadtbezirk', { exact: true }).selectOption('');
    await panel().locator('[data-sheet=city]').waitFor();
    await panel().locator('tr[data-row="kita-ue3 2035"]').getByText('beschlossen in 1 von 23 Stadtbezirken').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.screenshot('needs-sheet');
  });

  it('exchanges with two other departments by files of changes: needs, words and what contradicts arrive', async () => {
    const { page } = app;
    const files = [
      { who: school, title: 'Sporthalle Schulzentrum', place: 'district', kind: 'supports', rooms: 310 },
      { who: social, title: 'Begegnung für alle', place: 'city', kind: 'objects', rooms: 290 },
    ] as const;
    const paths = await Promise.all(
      files.map(async ({ who, ...said }) => {
        const path = join(folder, `${who.department}.gemeinbedarf`);
        await writeFile(path, workApart(await examplePlan(who), who, { ...said, sentence: `Wort von ${who.author}` }));
        return path;
      }),
    );
    await page.locator('.header').getByRole('button', { name: 'Ich' }).click();
    await page.getByLabel('Amt oder Stelle').fill('Jugendamt');
    await page.getByRole('button', { name: 'Fertig' }).click();
    const whole = page.locator('#panel');
    await whole.getByRole('button', { name: 'Bedarf melden' }).click();
    await whole.getByLabel('Titel', { exact: true }).fill('Konsumfreier Treff');
    await whole.getByLabel(/^Thema/).fill('konsumfreie Räume');
    await whole.getByLabel('Art des Orts').selectOption('city');
    await whole.getByLabel('Grund', { exact: true }).fill('Der Jugendrat bittet darum.');
    await whole.locator('.need-form').getByRole('button', { name: 'Bedarf melden' }).click();
    await page.getByText('Bedarf „Konsumfreier Treff“ gemeldet.').waitFor();
    await page.getByRole('button', { name: 'Pläne', exact: true }).click();
    await whole.getByRole('heading', { name: 'Geöffneter Plan' }).waitFor();
    await whole.locator('input[type=file]').first().setInputFiles(paths);
    // A need, a word and the wording before; both amended one need without knowing of each other.
    await whole.getByText('Schulplanung, Schulverwaltungsamt: 4 neu, 1 geändert').waitFor();
    await whole.getByText('Sozialplanung, Amt für Soziales und Teilhabe: 4 neu, 1 geändert').waitFor();
    await whole.getByText('Änderungen verschicken').click();
    await whole.getByLabel('Amt', { exact: true }).selectOption('Jugendamt');
    expect(await app.axe()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      whole.getByRole('button', { name: 'Änderungsdatei speichern' }).click(),
    ]);
    const sent = join(folder, 'jugendamt.gemeinbedarf');
    await download.saveAs(sent);
    const theirs = await examplePlan(school);
    theirs.merge(new Uint8Array(await readFile(sent)), school);
    expect(Object.values(theirs.plan.needs).map(({ title }) => title)).toContain('Konsumfreier Treff');
    await whole.getByRole('button', { name: /1 Widerspruch festlegen/ }).press('Enter');
    const conflict = whole.getByRole('group', { name: /Raumbedarf/ });
    expect(await conflict.textContent()).toMatch(/310.*290|290.*310/s);
    await conflict.getByRole('radio').first().check();
    await conflict.getByRole('button', { name: 'Festlegen' }).press('Enter');
    await whole.getByText('Alle Widersprüche sind festgelegt.').waitFor();
  });

  it('sets a measure for a bundle, its need is gesichert, and what is public leaves the others out and counts them', async () => {
    const { page } = app;
    const whole = page.locator('#panel');
    await page.getByRole('button', { name: 'Bedarfe', exact: true }).click();
    await page.getByRole('button', { name: 'Zu allen Bedarfen' }).click();
    await tab('Liste');
    await page.getByText('89 von 89 Bedarfen.').waitFor();
    await tab('Bündel');
    const accepted = panel().locator('ul[data-bundles=accepted] > li').filter({ hasText: 'Ein Haus für Familien.' });
    await accepted.getByRole('button', { name: /^Maßnahme/ }).click();
    await whole.getByLabel('Stand', { exact: true }).selectOption('secured');
    await whole.getByRole('button', { name: 'Maßnahme speichern' }).click();
    await page.getByRole('button', { name: 'Bedarfe', exact: true }).click();
    await accepted.locator('.joint-members button').first().click();
    await whole.getByRole('button', { name: /^Status „gesichert“ setzen/ }).click();
    await whole.locator('.needs-state').getByText('gesichert').waitFor();
    await whole.getByLabel('Wer das sehen darf').selectOption('public');
    const title = await whole.locator('.sites-head h3').innerText();
    await page.getByRole('button', { name: 'Zu allen Bedarfen' }).click();
    await tab('Liste');
    await whole.getByText('Ausgeben und drucken').click();
    await whole.getByLabel('Für welchen Kreis').selectOption('public');
    expect(await app.axe()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      whole.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const saved = join(folder, 'public.csv');
    await download.saveAs(saved);
    const csv = await readFile(saved, 'utf8');
    expect(csv).toContain(title);
    expect(csv).not.toContain('Konsumfreier Treff');
    const leftOut = Number(/(\d+) Bedarfe engerer Kreise sind nicht enthalten/.exec(csv)![1]);
    expect(leftOut).toBeGreaterThan(70);
  });

  it('reads the same in English', async () => {
    await app.page.getByText('EN', { exact: true }).click();
    await app.page.getByRole('tab', { name: 'Need sheet', exact: true }).click();
    await panel().getByText('Version 4 of 22 Oct 2026').waitFor();
    await panel().locator('tr[data-row="kita-ue3 2035"]').getByText('decided: 100 fewer than agreed').waitFor();
    await app.page.getByRole('tab', { name: 'Ranking', exact: true }).click();
    await panel().getByText('79 needs in one order of all departments.').waitFor();
    await app.page.getByRole('tab', { name: 'Bundles', exact: true }).click();
    await panel()
      .getByText(/^11 proposals out of/)
      .waitFor();
    expect(await app.axe()).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
