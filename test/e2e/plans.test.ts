import '@automerge/automerge';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { createDocument, openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import { header, kita, scenario } from '../plan/plan-fixtures.ts';
import { hasSharedFolder } from '../shared-folder.ts';
import { type AppDriver, openApp } from './driver.ts';

let app: AppDriver | null = null;

async function open(options: Parameters<typeof openApp>[0] = {}): Promise<AppDriver> {
  app = await openApp({ query: 'panel=plans', bare: true, ...options });
  await app.mapIdle();
  return app;
}

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

const office: Signer = { author: 'Geschäftsstelle', department: 'AGSP', at: '2026-03-02T09:00:00Z' };
const youth: Signer = { author: 'Kita-Planung', department: 'Jugendamt', at: '2026-03-03T10:00:00Z' };
const school: Signer = { author: 'Schulplanung', department: 'Schulverwaltungsamt', at: '2026-03-04T11:00:00Z' };

const folder = mkdtempSync(join(tmpdir(), 'gemeinbedarf-plans-'));

function fileOf(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a person would find in the folder of downloads. */
async function bytesOf(download: Download): Promise<Uint8Array> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return new Uint8Array(readFileSync(path));
}

/** The plan of the office on the demo city: a scenario with one Kita. */
async function officePlan(more: Partial<typeof header> = {}): Promise<PlanDocument> {
  const answer = await fetch(`http://127.0.0.1:${inject('port')}/city/demo/manifest.json`);
  const { id, edition, name } = (await answer.json()) as { id: string; edition: string; name: string };
  const document = createDocument(
    { ...header, name: 'Kitas <b>West</b>', city: { id, name, edition, checksum: null }, ...more },
    'AGSP',
  );
  const label = (collection: 'scenarios' | 'measures', object: string) =>
    ({ code: 'change.added', params: { collection, name: object } }) as const;
  document.apply(
    addObject,
    { collection: 'scenarios', object: scenario('a') },
    { ...office, label: label('scenarios', 'a') },
  );
  document.apply(addMeasure, kita('k1'), { ...office, label: label('measures', 'Kita k1') });
  return document;
}

function setCost(document: PlanDocument, costEuro: number, who: Signer): void {
  const label = { code: 'change.changed', params: { collection: 'measures', name: 'Kita k1' } } as const;
  document.apply(changeObject, { collection: 'measures', id: 'k1', fields: { costEuro } }, { ...who, label });
}

/** Files of three departments that worked apart on one plan; two of them set another cost for one Kita. */
async function threeFiles(): Promise<string[]> {
  const base = await officePlan();
  const theirs = openDocument(base.save(), youth);
  setCost(theirs, 4_200_000, youth);
  const others = openDocument(base.save(), school);
  setCost(others, 5_100_000, school);
  const label = { code: 'change.added', params: { collection: 'measures', name: 'Kita k2' } } as const;
  others.apply(addMeasure, kita('k2'), { ...school, label });
  return [
    fileOf('agsp.gemeinbedarf', base.save()),
    fileOf('jugendamt.gemeinbedarf', theirs.save()),
    fileOf('schule.gemeinbedarf', others.save()),
  ];
}

/** The panel's parts by their German names. */
function parts({ page }: AppDriver) {
  const panel = page.locator('#panel');
  return {
    panel,
    button: (name: string | RegExp) => panel.getByRole('button', { name }),
    field: (name: string) => panel.getByRole('textbox', { name, exact: true }),
    saved: () => panel.locator('[data-saving=saved]').waitFor(),
    rail: (name: RegExp) => page.getByRole('navigation').getByRole('button', { name }),
    handIn: (files: readonly string[]) =>
      panel
        .locator('input[type=file]')
        .first()
        .setInputFiles([...files]),
    newPlan: async (name: string) => {
      await panel.getByRole('textbox', { name: 'Name des neuen Plans' }).fill(name);
      await panel.getByRole('button', { name: 'Anlegen' }).press('Enter');
      await panel
        .getByRole('status')
        .filter({ hasText: `Angelegt: ${name}` })
        .waitFor();
    },
  };
}

describe('Pläne', () => {
  it('are made, named, saved by themselves and as a file, there again after a reload, undone, copied and removed', async () => {
    const driver = await open();
    const { page } = driver;
    const { panel, button, field, saved, newPlan } = parts(driver);
    await panel.getByText('Es ist kein Plan geöffnet.').waitFor();
    await newPlan('Kitas Nord');
    await field('Name').fill('Kitas Nord und West');
    await field('Beschreibung').fill('Entwurf für die Sitzung im März');
    await field('Beschreibung').blur();
    await saved();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-overview');
    await page.reload();
    await driver.mapIdle();
    await panel.getByText('gespeichert um').waitFor();
    expect(await field('Name').inputValue()).toBe('Kitas Nord und West');
    expect(await field('Beschreibung').inputValue()).toBe('Entwurf für die Sitzung im März');
    const [download] = await Promise.all([page.waitForEvent('download'), button('Als Datei sichern').click()]);
    expect(download.suggestedFilename()).toMatch(/^kitas-nord-und-west-\d{4}-\d{2}-\d{2}\.gemeinbedarf$/);
    const file = openDocument(await bytesOf(download), office);
    expect(file.plan.header.name).toBe('Kitas Nord und West');
    await panel.getByText(/^alle Änderungen sind in der Datei vom/).waitFor();
    await field('Name').fill('Anders');
    await field('Name').press('Tab');
    await page.getByRole('banner').getByRole('button', { name: 'Rückgängig' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#panel input')?.value === 'Kitas Nord und West',
    );
    await button('Kitas Nord und West kopieren').click();
    await panel.getByRole('status').filter({ hasText: 'Als Kopie geöffnet: Kitas Nord und West (Kopie)' }).waitFor();
    await button('Kitas Nord und West (Kopie) entfernen').click();
    const question = panel.getByRole('group', { name: /mit dem ganzen Verlauf aus diesem Browser entfernen/ });
    expect(await question.textContent()).toContain('nie als Datei gesichert');
    expect(
      await question.getByRole('button', { name: 'Abbrechen' }).evaluate((e) => e === document.activeElement),
    ).toBe(true);
    await question.getByRole('button', { name: 'Endgültig entfernen' }).click();
    await panel.getByText('Entfernt: Kitas Nord und West (Kopie)').waitFor();
    expect(await button('Kitas Nord und West (Kopie) öffnen').count()).toBe(0);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#panel input')?.value === 'Kitas Nord und West',
    );
  });

  it('of three departments are merged; what contradicts is listed and settled by keyboard, and undone; the version before is a copy away', async () => {
    const driver = await open();
    const { page } = driver;
    const { panel, button, handIn, rail } = parts(driver);
    await handIn(await threeFiles());
    const row = (file: string) => panel.getByRole('listitem').filter({ hasText: file });
    await row('schule.gemeinbedarf').waitFor();
    expect(await row('agsp.gemeinbedarf').textContent()).toContain('als eigener Plan geöffnet: Kitas <b>West</b>');
    expect(await row('jugendamt.gemeinbedarf').textContent()).toContain('Kita-Planung, Jugendamt: 0 neu, 1 geändert');
    // The Kita k2 and its two offers.
    expect(await row('schule.gemeinbedarf').textContent()).toContain(
      'Schulplanung, Schulverwaltungsamt: 3 neu, 1 geändert',
    );
    expect(await row('schule.gemeinbedarf').textContent()).toContain('1 Widerspruch');
    await rail(/Pläne.*1 Widerspruch/).waitFor();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-merged');
    await button('1 Widerspruch festlegen').press('Enter');
    const conflict = panel.getByRole('group', { name: 'Maßnahme: Kita k1 · Kosten in Euro' });
    expect(await conflict.textContent()).toContain('4.200.000');
    expect(await conflict.textContent()).toContain('5.100.000');
    expect(await conflict.textContent()).toContain('Schulplanung, Schulverwaltungsamt');
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-conflict');
    const other = conflict.getByRole('textbox');
    await other.focus();
    await page.keyboard.type('ca. 45');
    await conflict.getByRole('button', { name: 'Festlegen' }).press('Enter');
    await conflict.getByText('„ca. 45“ ist keine Zahl.').waitFor();
    await other.fill('4.650.000');
    await conflict.getByRole('button', { name: 'Festlegen' }).press('Enter');
    await panel.getByText('Alle Widersprüche sind festgelegt.').waitFor();
    await panel.getByRole('status').filter({ hasText: 'Festgelegt: Kita k1' }).waitFor();
    expect(await rail(/Widerspruch/).count()).toBe(0);
    await button('Zurück').click();
    await button('Verlauf').click();
    await panel.getByText('Maßnahme nach Widerspruch festgelegt: Kita k1').waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Rückgängig' }).click();
    await panel.getByText(/Rückgängig: Maßnahme nach Widerspruch/).waitFor();
    await panel.getByRole('combobox', { name: 'Amt' }).selectOption('Schulverwaltungsamt');
    await panel.getByText('2 Änderungen').waitFor();
    expect(await panel.textContent()).toContain('3 Objekte neu, 1 geändert, 0 entfernt');
    await panel.getByRole('combobox', { name: 'Amt' }).selectOption('');
    await panel.getByLabel('Geändert seit').fill('2026-03-03');
    await panel.getByRole('searchbox', { name: 'Objekt enthält' }).fill('k2');
    await panel.getByText('1 Änderung').waitFor();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-history');
    await button('Zurück').click();
    await button('Zurück zur Fassung davor').press('Enter');
    await panel
      .getByRole('status')
      .filter({ hasText: /^Als Kopie geöffnet: Kitas <b>West<\/b>, Fassung vom/ })
      .waitFor();
    // Before the merges there was one Kita.
    await panel.locator('.fact').filter({ hasText: 'Maßnahmen' }).getByText('1', { exact: true }).waitFor();
    await button('Kitas <b>West</b> öffnen').click();
    await panel.locator('.fact').filter({ hasText: 'Maßnahmen' }).getByText('2', { exact: true }).waitFor();
  });

  it('are refused with a sentence where they are no plan, cut off, of another city, too large or readable only; the open one stays', async () => {
    const driver = await open();
    const { page } = driver;
    const { panel, field, handIn, newPlan } = parts(driver);
    await newPlan('Mein Plan');
    const plan = await officePlan();
    const elsewhere = await officePlan({
      planId: 'fremd',
      name: 'Fremder',
      city: { ...header.city, id: 'anderswo', name: 'Anderswo' },
    });
    await handIn([
      fileOf('seite.gemeinbedarf', '<script>document.title = "x"</script>'),
      fileOf('abgeschnitten.gemeinbedarf', plan.save().slice(0, -20)),
      fileOf('fremd.gemeinbedarf', elsewhere.save()),
      fileOf('lesbar.gemeinbedarf', '{"schemaVersion":1}'),
      fileOf('gross.gemeinbedarf', new Uint8Array(100_000_000)),
      fileOf('notiz.txt', 'nichts'),
    ]);
    await panel.getByRole('heading', { name: 'Ergebnis' }).waitFor();
    const said = async (file: string) =>
      (await panel.getByRole('listitem').filter({ hasText: file }).textContent()) ?? '';
    await panel.getByText('ist mit 100,0').waitFor();
    expect(await said('seite')).toContain('kein Plan von Gemeinbedarf');
    expect(await said('abgeschnitten')).toContain('beschädigt oder unvollständig');
    expect(await said('fremd')).toContain('Der Plan gehört zur Stadt „Anderswo“');
    expect(await said('lesbar')).toContain('lesbare Ausgabe eines Plans (JSON)');
    await panel.getByText('1 andere Datei übergangen').waitFor();
    expect(await field('Name').inputValue()).toBe('Mein Plan');
    expect(await page.title()).not.toBe('x');
    await driver.screenshot('plans-refused');
  });

  it('come from a folder too, and by drag and drop on the panel', async () => {
    const driver = await open();
    const { page } = driver;
    const { panel } = parts(driver);
    const [agsp, jugendamt, schule] = await threeFiles();
    const inFolder = mkdtempSync(join(folder, 'ordner-'));
    cpSync(agsp!, join(inFolder, 'agsp.gemeinbedarf'));
    cpSync(schule!, join(inFolder, 'schule.gemeinbedarf'));
    writeFileSync(join(inFolder, 'protokoll.txt'), 'nichts');
    await panel.locator('input[webkitdirectory]').setInputFiles(inFolder);
    await panel.getByRole('listitem').filter({ hasText: 'zusammengeführt mit' }).waitFor();
    await panel.getByText('1 andere Datei übergangen').waitFor();
    const bytes = [...readFileSync(jugendamt!)];
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], 'jugendamt.gemeinbedarf'));
      return data;
    }, bytes);
    const target = panel.locator('.plans-drop');
    await target.dispatchEvent('dragover', { dataTransfer: transfer });
    await panel.getByText('Dateien hier loslassen').waitFor();
    await target.dispatchEvent('drop', { dataTransfer: transfer });
    await panel.getByText('Kita-Planung, Jugendamt: 0 neu, 1 geändert').waitFor();
    await panel.getByRole('button', { name: '1 Widerspruch festlegen' }).waitFor();
  });

  it('are live in two tabs: each follows the other and takes back its own alone', async () => {
    const driver = await open();
    const { page } = driver;
    const { field, newPlan } = parts(driver);
    await newPlan('Gemeinsam');
    const second = await page.context().newPage();
    await second.goto(page.url());
    const other = second.locator('#panel');
    const nameIs = (where: typeof page, name: string) =>
      where.waitForFunction(
        (wanted) => document.querySelector<HTMLInputElement>('#panel input')?.value === wanted,
        name,
      );
    await nameIs(second, 'Gemeinsam');
    await field('Name').fill('Aus dem ersten');
    await field('Name').press('Tab');
    await nameIs(second, 'Aus dem ersten');
    await other.getByRole('textbox', { name: 'Beschreibung' }).fill('Aus dem zweiten');
    await other.getByRole('textbox', { name: 'Beschreibung' }).press('Tab');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#panel textarea')?.value === 'Aus dem zweiten',
    );
    await second.getByRole('banner').getByRole('button', { name: 'Rückgängig' }).click();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#panel textarea')?.value === '');
    await nameIs(second, 'Aus dem ersten');
    expect(await second.getByRole('banner').getByRole('button', { name: 'Rückgängig' }).isDisabled()).toBe(true);
    await nameIs(page, 'Aus dem ersten');
    // Removed in one, it closes in the other, which says so.
    await other.getByRole('button', { name: 'Aus dem ersten entfernen' }).click();
    await other.getByRole('button', { name: 'Endgültig entfernen' }).click();
    await page.getByText('wurde in einem anderen Fenster aus diesem Browser entfernt').waitFor();
    await parts(driver).panel.getByText('Es ist kein Plan geöffnet.').waitFor();
    await second.close();
  });

  it('are there again after the tab was killed while typing', async () => {
    const driver = await open();
    const { page } = driver;
    const { field, newPlan } = parts(driver);
    await newPlan('Vor dem Absturz');
    const address = page.url();
    await field('Beschreibung').pressSequentially('Sitzung am 12. März');
    // Nobody leaves the field: the pause in typing is what keeps the text.
    await page.waitForFunction(() => document.querySelector('[data-saving=saved]') !== null);
    await page.getByText('2 Änderungen sind in keiner Datei').waitFor();
    await page.locator('[data-saving=saved]').waitFor();
    await field('Beschreibung').pressSequentially(' und', { timeout: 1000 });
    await page.goto('chrome://crash').catch(() => {});
    const again = await page.context().newPage();
    await again.goto(address);
    await again.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#panel textarea')?.value.startsWith('Sitzung am 12. März'),
    );
    expect(await again.locator('#panel').getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'Vor dem Absturz',
    );
    await again.close();
  });

  it('say at once when nothing can be stored, with the file beside it', async () => {
    const driver = await open({
      before: 'IDBFactory.prototype.open = () => { throw new DOMException("not allowed", "SecurityError"); };',
    });
    const { page } = driver;
    const { panel, newPlan, button } = parts(driver);
    await page.getByText('Der Browser erlaubt dieser Seite nicht zu speichern').first().waitFor();
    await newPlan('Flüchtig');
    await panel.getByText('nur im Arbeitsspeicher').waitFor();
    await panel.getByText(/^1 Änderung ist in keiner Datei/).waitFor();
    expect(
      await page.getByRole('region', { name: 'Hinweise' }).getByRole('button', { name: 'Als Datei sichern' }).count(),
    ).toBe(1);
    await button('Als Datei sichern').waitFor();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-memory');
  });

  it('say at once when the storage is full, and again when it is not', async () => {
    const driver = await open({
      before: `{
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          if (window.isFull) throw new DOMException('no room', 'QuotaExceededError');
          return put.apply(this, args);
        };
      }`,
    });
    const { page } = driver;
    const { panel, field, newPlan, saved } = parts(driver);
    await newPlan('Voll');
    await saved();
    await page.evaluate('window.isFull = true');
    await field('Name').fill('Zu voll');
    await field('Name').press('Tab');
    await panel.getByText('nicht gespeichert').waitFor();
    await page
      .getByText(/Der Speicher des Browsers ist voll/)
      .first()
      .waitFor();
    await page.evaluate('window.isFull = false');
    await field('Name').fill('Wieder Platz');
    await field('Name').press('Tab');
    await saved();
    await page.reload();
    await driver.mapIdle();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#panel input')?.value === 'Wieder Platz',
    );
  });

  it.skipIf(!hasSharedFolder)('of another city open together with it', async () => {
    const driver = await open({ query: 'panel=plans&city=neubrandenburg' });
    const { page } = driver;
    const { panel, button, newPlan, saved } = parts(driver);
    await newPlan('Für Neubrandenburg');
    await saved();
    await page.goto(page.url().replace(/city=neubrandenburg/, 'city=demo'));
    await driver.mapIdle();
    await panel.getByRole('heading', { name: 'Für andere Städte' }).waitFor();
    await panel.getByText('Es ist kein Plan geöffnet.').waitFor();
    await button('Für Neubrandenburg öffnen').press('Enter');
    await page.waitForURL(/city=neubrandenburg/);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#panel input')?.value === 'Für Neubrandenburg',
    );
  });

  it('made on another edition of the city say what has gone, and are carried over', async () => {
    const driver = await open();
    const { page } = driver;
    const { panel, button, handIn } = parts(driver);
    const now = await officePlan();
    const plan = await officePlan({ city: { ...now.plan.header.city, edition: '2020-01-01-alt' } });
    const label = { code: 'change.added', params: { collection: 'measures', name: 'Schließung' } } as const;
    const closing = {
      ...kita('k9').measure,
      name: 'Schließung',
      kind: 'close',
      houseId: 'weg:1',
      position: null,
    } as const;
    plan.apply(addMeasure, { measure: closing, offers: [] }, { ...office, label });
    await handIn([fileOf('alt.gemeinbedarf', plan.save())]);
    const section = panel.getByRole('region', { name: 'Neue Ausgabe der Stadt' });
    await section.getByText('Nicht mehr vorhanden').waitFor();
    expect(await section.textContent()).toContain('Einrichtung weg:1betrifft Maßnahme „Schließung“');
    await page
      .getByText(/Der Plan wurde auf der Ausgabe 2020-01-01-alt der Stadt erstellt/)
      .first()
      .waitFor();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-edition');
    await button('Auf diese Ausgabe übertragen').press('Enter');
    await panel.getByText(`Der Plan ist auf die Ausgabe ${now.plan.header.city.edition} übertragen.`).waitFor();
    expect(await section.count()).toBe(0);
  });

  it('read the same in English, and give the readable export for a circle', async () => {
    const driver = await open({ query: 'panel=plans&lang=en', locale: 'en-GB' });
    const { page } = driver;
    const { panel, handIn } = parts(driver);
    await handIn(await threeFiles());
    await panel.getByText('opened as a plan of its own: Kitas <b>West</b>').waitFor();
    await panel.getByRole('button', { name: 'Settle 1 conflict' }).click();
    await panel.getByRole('group', { name: 'measure: Kita k1 · cost in euro' }).waitFor();
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('plans-conflict-en');
    await panel.getByRole('button', { name: 'Back' }).click();
    await panel.getByText('Readable export (JSON)').click();
    await panel.getByRole('combobox', { name: 'For the circle' }).selectOption('public');
    // Scenario, two Kitas and their four offers are for the AGSP.
    await panel.getByText('7 objects are left out because the circle may not see them.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save the export' }).click(),
    ]);
    const text = JSON.parse(new TextDecoder().decode(await bytesOf(download))) as {
      measures: object;
      header: { name: string };
    };
    expect([Object.keys(text.measures), text.header.name]).toEqual([[], 'Kitas <b>West</b>']);
    expect(await driver.axe()).toEqual([]);
  });
});
