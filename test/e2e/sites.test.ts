import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGaps } from '../../src/cli/run-gaps.ts';
import type { GapResult, GapRow } from '../../src/questions/gaps/gap-request.ts';
import { type AppDriver, openApp } from './driver.ts';

/** From an empty spot on the map to a printed Aufgabenprofil; every wait is for a state, none for time. */
describe('sites, from quick check to task profile', () => {
  let app: AppDriver;
  beforeAll(async () => {
    app = await openApp({ query: 'city=demo&panel=sites&layers=sites&gap=off' });
    await app.mapIdle();
  });
  afterAll(() => app.close());

  const details = () => app.page.locator('#details');
  const text = (selector: string) => app.page.locator(selector).innerText();
  const tab = (name: string) => app.page.getByRole('tab', { name, exact: true }).click();

  it('lists every site with its dwellings, and narrows them down', async () => {
    await app.page.getByText('60 von 60 Vorhaben').waitFor();
    await app.page.getByText('Filtern und sortieren').click();
    await app.page.getByLabel('Ab Stand').selectOption('10');
    await app.page.getByText(/^\d+ von 60 Vorhaben/).waitFor();
    const shown = await app.page.locator('.sites-list li').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(60);
    expect(await text('.sites-count')).toContain(`${shown} von 60 Vorhaben`);
    await app.page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
    await app.page.getByText('60 von 60 Vorhaben').waitFor();
    expect(await app.axe()).toEqual([]);
  });

  it('answers for a tried site by keyboard alone, and changes no plan', async () => {
    await app.page.getByRole('button', { name: 'Schnellprüfung' }).press('Enter');
    await app.page.getByText('Noch fehlt ein Ort').waitFor();
    await app.page.getByLabel(/^Ort/).fill('irgendwo');
    await app.page.getByText('„irgendwo“ ist kein Ort').waitFor();
    await app.page.getByLabel(/^Ort/).fill('49.60 9.99');
    await app.page.getByText('Der Ort liegt nicht in der Stadt.').waitFor();
    expect(await app.page.getByRole('button', { name: 'Als Vorhaben übernehmen' }).count()).toBe(0);
    await app.page.getByLabel(/^Ort/).fill('49.3506 9.5762');
    await app.page.getByLabel('Wohnungen').fill('ca. 45');
    await app.page.getByText('„ca. 45“ ist keine Zahl').waitFor();
    await app.page.getByLabel('Wohnungen').fill('100');
    await app.page.getByText('100 Wohnungen, 240 (227–258) Menschen').waitFor();
    await app.page.locator('.sites-panel section[aria-busy="false"]').waitFor();
    expect(await text('.sites-panel .dossier-table')).toMatch(/Kita U3\s+7,1/);
    expect(await app.page.getByRole('button', { name: /Rückgängig/ }).count()).toBe(0);
    await app.page.getByLabel('Name').fill('Probequartier');
    await app.page.getByRole('button', { name: 'Als Vorhaben übernehmen' }).press('Enter');
    await details().getByRole('heading', { name: 'Probequartier' }).waitFor();
    await app.page.getByText('61 von 61 Vorhaben').waitFor();
  });

  it('shows the wave with its range and a table behind it, and follows an edit and its undo', async () => {
    await details().getByText('100 Wohnungen, 240').waitFor();
    expect(await details().locator('.wave-chart table tbody tr').count()).toBe(31);
    await tab('Angaben');
    await details().getByRole('button', { name: 'Bearbeiten' }).click();
    await details().getByLabel('Wohnungen', { exact: true }).fill('250');
    await details().getByRole('button', { name: 'Speichern' }).click();
    await tab('Bedarf');
    await details().getByText('250 Wohnungen, 600').waitFor();
    await app.page.getByRole('button', { name: 'Rückgängig' }).click();
    await details().getByText('100 Wohnungen, 240').waitFor();
    await app.page.getByRole('button', { name: 'Wiederholen' }).click();
    await details().getByText('250 Wohnungen, 600').waitFor();
    // The same by keyboard; a field that somebody types in has an undo of its own.
    await tab('Bedarf');
    await app.page.keyboard.press('Control+z');
    await details().getByText('100 Wohnungen, 240').waitFor();
    await app.page.keyboard.press('Control+Shift+z');
    await details().getByText('250 Wohnungen, 600').waitFor();
    await app.page.keyboard.press('Control+z');
    await details().getByText('100 Wohnungen, 240').waitFor();
    await tab('Angaben');
    await details().getByRole('button', { name: 'Bearbeiten' }).click();
    await details().getByLabel('Wohnungen', { exact: true }).press('Control+y');
    await details().getByRole('button', { name: 'Abbrechen' }).click();
    await tab('Bedarf');
    await details().getByText('100 Wohnungen, 240').waitFor();
    await app.page.keyboard.press('Control+y');
    await details().getByText('250 Wohnungen, 600').waitFor();
  });

  it('compares the city with and without the site for every service', async () => {
    await tab('Wirkung');
    await details().getByText('Alle Angebotsarten sind verglichen.').waitFor();
    expect(await details().locator('.dossier-table').first().locator('tbody tr').count()).toBe(17);
    await details().getByText('Flächen in der Nähe').waitFor();
    expect(await app.axe()).toEqual([]);
  });

  it('is split into two that add up, and made one again by undo', async () => {
    await tab('Angaben');
    await details().getByRole('button', { name: 'Teilen', exact: true }).click();
    await details()
      .getByLabel(/^Anteil des ersten Teils/)
      .fill('100');
    await details().getByText('Ein Anteil von 100 % teilt das Vorhaben nicht.').waitFor();
    await details()
      .getByLabel(/^Anteil des ersten Teils/)
      .fill('40');
    // 40 % of 250.
    await details().getByText('Probequartier A: 100 Wohnungen · Probequartier B: 150 Wohnungen').waitFor();
    await details().getByRole('button', { name: 'Teilen', exact: true }).click();
    await app.page.getByText('62 von 62 Vorhaben').waitFor();
    await details().getByRole('heading', { name: 'Probequartier A' }).waitFor();
    await app.page.getByRole('button', { name: 'Rückgängig' }).click();
    await app.page.getByText('61 von 61 Vorhaben').waitFor();
    await details().getByRole('heading', { name: 'Probequartier', exact: true }).waitFor();
  });

  it('sets a parameter for this site alone, with a mark', async () => {
    await tab('Bedarf');
    await details().getByText('Rechenwerte des Vorhabens').click();
    await details()
      .getByRole('button', { name: /Bewohner je Wohnung/ })
      .click();
    await details().getByLabel('mittel').fill('3');
    await details().getByLabel('hoch').fill('3,5');
    await details().getByRole('button', { name: 'Speichern' }).click();
    await details().getByText('250 Wohnungen, 750').waitFor();
    await details().locator('.site-mark').first().waitFor();
  });

  it('answers the checklist: computed, open for a missing layer, not relevant only with a reason', async () => {
    await tab('Prüfliste');
    await details().getByText('offen – keine Angabe: es fehlt Lärmkarte (').waitFor();
    await details()
      .getByRole('button', { name: /Beantworten : 30 / })
      .click();
    await details().getByLabel('Ergebnis').selectOption('irrelevant');
    await details().getByRole('button', { name: 'Speichern' }).click();
    await details().getByRole('alert').waitFor();
    await details().getByLabel('Warum nicht relevant').fill('Dort wohnt niemand.');
    await details().getByLabel('Wer das sehen darf').selectOption('council');
    await details().getByRole('button', { name: 'Speichern' }).click();
    await details().getByText('1 von 40 beantwortet').waitFor();
    await details()
      .getByRole('button', { name: / : 30 / })
      .click();
    expect(await details().getByLabel('Wer das sehen darf').inputValue()).toBe('council');
    await details().getByRole('button', { name: 'Abbrechen' }).click();
  });

  it('keeps a decision with its figures, and prints the task profile with the map', async () => {
    await tab('Beteiligung');
    await details().getByRole('button', { name: 'Beschluss eintragen' }).click();
    await details().getByLabel('Titel').fill('Aufstellung');
    await details().getByLabel(/GRDrs/).fill('GRDrs 12/2026');
    await details().getByRole('button', { name: 'Speichern' }).click();
    await details().getByText('GRDrs 12/2026', { exact: true }).waitFor();
    await tab('Aufgabenprofil');
    await app.page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await details().getByRole('button', { name: 'Drucken' }).click();
    await app.page.locator('html[data-printed=yes]').waitFor();
    await app.page.emulateMedia({ media: 'print' });
    const page = app.page.locator('.printed-profile');
    await page.waitFor();
    expect(await page.innerText()).toContain('250 Wohnungen, 750');
    expect(await page.innerText()).toContain('Aufstellung, GRDrs 12/2026');
    expect(await page.locator('.profile-sections > li').count()).toBe(13);
    expect(await page.locator('img').getAttribute('src')).toMatch(/^data:image\/png/);
    // The application itself is not on the printed page.
    expect(await app.page.locator('#app').isVisible()).toBe(false);
    expect(app.complaints).toEqual([]);
  });
});

describe('two variants of a site that the forecast contains', () => {
  const CITY = join(import.meta.dirname, '..', '..', 'public', 'city', 'demo');
  const QUESTION = 'kita-u3 2035 middle';
  let app: AppDriver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variants-'));
    app = await openApp({ query: 'city=demo&lang=de&gap=kita-u3&year=2035&panel=sites&layers=none' });
    await app.mapIdle();
    await app.gapsShown(QUESTION);
  });
  afterAll(async () => {
    const { complaints } = app;
    await app.close();
    await rm(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });

  const rail = (name: string) => app.page.locator('.rail').getByRole('button', { name }).click();
  const inNewScenario = async (name: string) => {
    await app.page.locator('.scenario-switch select').selectOption({ label: '+ Neues Szenario' });
    await app.page
      .locator('.scenario-switch option:checked')
      .getByText(name, { exact: true })
      .waitFor({ state: 'attached' });
  };
  const edit = async (change: () => Promise<void>) => {
    const details = app.page.locator('#details');
    await details.getByRole('tab', { name: 'Angaben', exact: true }).click();
    await details.getByRole('button', { name: 'Bearbeiten' }).click();
    await details.getByText('Gilt nur in diesem Szenario.').waitFor();
    await change();
    await details.getByRole('button', { name: 'Speichern' }).click();
    await details.getByRole('button', { name: 'Bearbeiten' }).waitFor();
  };
  /** Children under 3 and missing places of the whole city by the command line; what came out of the forecast. */
  const byCommandLine = async (planFile: string, scenario: string | null) => {
    const printed: string[] = [];
    await runGaps({
      argv: [
        ...[CITY, '--service', 'kita-u3', '--year', '2035', '--level', '0', '--plan', planFile],
        ...(scenario === null ? [] : ['--scenario', scenario]),
      ],
      workingFolder: CITY,
      print: (text) => void printed.push(text),
      printError: (text) => void printed.push(text),
    });
    const { rows, sites } = JSON.parse(printed.join('')) as Pick<GapResult, 'sites'> & { rows: GapRow[] };
    return { ...rows[0]!, sites };
  };

  it('are compared: half of it, and none of it; its children leave the forecast, on the page as on the command line', async () => {
    const { page } = app;
    await page
      .getByRole('button', { name: /Güterhof Ulmenfeld/ })
      .first()
      .click();
    await page.locator('#details').getByRole('heading', { name: 'Güterhof Ulmenfeld' }).waitFor();
    await inNewScenario('Plan A');
    await edit(() => page.locator('#details').getByLabel('Wohnungen', { exact: true }).fill('550'));
    await inNewScenario('Plan B');
    await edit(() => page.locator('#details').getByLabel('in diesem Szenario nicht gebaut').check());

    await rail('Pläne');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Als Datei sichern' }).click(),
    ]);
    const file = join(folder, 'variants.gemeinbedarf');
    await download.saveAs(file);
    const [bestand, half, none] = [
      await byCommandLine(file, null),
      await byCommandLine(file, 'Plan A'),
      await byCommandLine(file, 'Plan B'),
    ];
    expect(none.persons!).toBeLessThan(half.persons!);
    expect(half.persons!).toBeLessThan(bestand.persons!);
    // Half of its dwellings, half of its children.
    expect((bestand.persons! - half.persons!) / (bestand.persons! - none.persons!)).toBeCloseTo(0.5, 2);
    expect(none.sites!.outOfForecast).toEqual({
      sites: 1,
      persons: expect.closeTo(bestand.persons! - none.persons!, 3),
    });

    await rail('Maßnahmen');
    await app.gapsShown(QUESTION);
    await page.locator('#panel').getByRole('button', { name: 'Vergleichen', exact: true }).click();
    await page.getByLabel('Vergleichen mit').selectOption({ label: 'Plan A' });
    const city = page.locator('.compare-table tbody tr').first().locator('td');
    await page.getByText('Kita U3 2035: Plan B gegen Plan A').waitFor();
    const closed = Math.round(none.missing! - half.missing!);
    await expect.poll(() => city.nth(1).innerText()).toBe(`−${-closed}`);
    await page.getByText(`In Plan B fehlen ${-closed} Plätze weniger als in Plan A.`).waitFor();
    await app.screenshot('site-variants');
    expect(await app.axe()).toEqual([]);
  });
});
