import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp } from './driver.ts';

/** Who may see sites, measures and scenarios, and what of them is given out to whom. One start, each step goes on from the one before. */
describe('circles', () => {
  let app: AppDriver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'circles-'));
    app = await openApp({ query: 'city=demo&panel=data', bare: true });
    await app.mapIdle();
    await app.page.getByRole('button', { name: 'Beispielplan öffnen' }).click();
    await app.page.getByText('Geöffneter Plan: Beispielplan Musterstadt').waitFor();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
    expect(app.complaints).toEqual([]);
  });

  const panel = () => app.page.locator('#panel');
  const rail = (name: string) => app.page.locator('.rail').getByRole('button', { name, exact: true }).click();
  const press = (name: string | RegExp) => panel().getByRole('button', { name }).click();
  const taken = () => panel().locator('.circle-export');
  const forCircle = async (circle: string, said: string | RegExp) => {
    await taken().getByLabel('Für welchen Kreis').selectOption(circle);
    await taken().getByRole('status').getByText(said).waitFor();
  };
  const file = async (button: string) => {
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      taken().getByRole('button', { name: button, exact: true }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return readFile(path, 'utf8');
  };
  const featuresOf = (text: string) => JSON.parse(text) as GeoJSON.FeatureCollection & { header: { Kreis: string } };
  const printedRows = async () => {
    await app.page.evaluate(() => {
      document.documentElement.removeAttribute('data-printed');
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await taken().getByRole('button', { name: 'Drucken' }).click();
    await app.page.locator('html[data-printed=yes]').waitFor();
    return app.page.locator('.printed-table tbody tr').count();
  };

  it('keep the sites of the city to the AGSP until one is opened in its form', async () => {
    const { page } = app;
    await rail('Vorhaben');
    await panel().getByText('60 von 60 Vorhaben').waitFor();
    await panel().getByText('Ausgeben und drucken').click();
    await forCircle('agsp', 'Nichts ist weggelassen.');
    expect(featuresOf(await file('GeoJSON')).features).toHaveLength(60);
    await forCircle('public', '60 Einträge sind für diesen Kreis weggelassen.');
    expect(featuresOf(await file('GeoJSON')).features).toEqual([]);

    const name = await panel().locator('.sites-list button .house-row-text > span').first().innerText();
    await panel().locator('.sites-list button').first().click();
    const details = page.locator('#details');
    await details.getByRole('tab', { name: 'Aufgabenprofil' }).click();
    await details.getByLabel('Für welchen Kreis').selectOption('public');
    await details.getByText('Gehört zum Kreis „AGSP“: Für den Kreis „öffentlich“ wird nichts ausgegeben.').waitFor();
    expect(await details.getByRole('button', { name: 'Drucken' }).isDisabled()).toBe(true);
    await details.getByRole('tab', { name: 'Angaben' }).click();
    await details.getByRole('button', { name: 'Bearbeiten' }).first().click();
    await details.getByLabel('Wer das sehen darf').selectOption('public');
    expect(await app.axe()).toEqual([]);
    await details.locator('.site-form').getByRole('button', { name: 'Speichern' }).click();
    await details.getByRole('tab', { name: 'Aufgabenprofil' }).click();
    await details.getByLabel('Für welchen Kreis').selectOption('public');
    await details.getByText(/für diesen Kreis weggelassen|Nichts ist weggelassen/).waitFor();
    await page.locator('#details').getByRole('button', { name: 'Schließen' }).first().click();

    await forCircle('public', '59 Einträge sind für diesen Kreis weggelassen.');
    const open = featuresOf(await file('GeoJSON'));
    expect(open.features.map(({ properties }) => properties?.name)).toEqual([name]);
    expect(open.header.Kreis).toBe('öffentlich. 59 Einträge sind für diesen Kreis weggelassen.');
    const csv = await file('CSV');
    expect(csv).toContain(`Kreis;öffentlich. 59 Einträge sind für diesen Kreis weggelassen.`);
    expect(csv).toContain(name);
    expect(await printedRows()).toBe(1);
  });

  it('are set for a measure and its scenario; lists, comparison and page obey and count', async () => {
    const { page } = app;
    await app.follow({ panel: 'measures', scenario: 'plan-a', gap: 'kita-u3', year: '2030' });
    await app.gapsShown('kita-u3 2030 middle');
    const rows = panel().locator('.measure-row');
    await rows.first().waitFor();
    const all = await rows.count();
    const inner = await rows.first().locator('.measure-name').innerText();
    await rows.first().locator('.measure-name').click();
    await panel().getByLabel('Wer das sehen darf').selectOption('department');
    expect(await app.axe()).toEqual([]);
    await press('Maßnahme speichern');
    await rows.first().getByText('Kreis Amt').waitFor();
    await panel().getByText('Ausgeben und drucken').click();
    await forCircle('department', 'Nichts ist weggelassen.');
    expect(featuresOf(await file('GeoJSON')).features).toHaveLength(all);
    await forCircle('agsp', '1 Eintrag ist für diesen Kreis weggelassen.');
    const csv = await file('CSV');
    expect(csv).not.toContain(inner);
    expect(csv).toContain('Kreis;AGSP. 1 Eintrag ist für diesen Kreis weggelassen.');
    expect(await printedRows()).toBe(all - 1);
    await forCircle('public', 'Gehört zum Kreis „AGSP“: Für den Kreis „öffentlich“ wird nichts ausgegeben.');
    expect(await taken().getByRole('button').count()).toBe(0);

    // The comparison is worked out anew without the measure that the circle may not see.
    await press('Vergleichen');
    await panel().locator('.compare-table tbody tr').first().waitFor();
    await panel().getByText('Ausgeben und drucken').click();
    const places = (text: string) => /^[^;\n]*Musterstadt;(-?\d+)/m.exec(text)?.[1];
    await forCircle('department', 'Nichts ist weggelassen.');
    const whole = places(await file('CSV'));
    const onScreen = await panel().locator('.compare-table tbody tr').first().locator('td').first().innerText();
    expect(onScreen.replace(/[+.]/g, '')).toBe(whole);
    await forCircle('agsp', '1 Eintrag ist für diesen Kreis weggelassen.');
    expect(Number(places(await file('CSV')))).toBeLessThan(Number(whole));

    // An open scenario gives nothing away that is not open itself.
    await press('Zur Liste');
    await press('Szenario bearbeiten');
    await panel().getByLabel('Wer das sehen darf').selectOption('public');
    await press('Speichern');
    await panel().getByText('Ausgeben und drucken').click();
    await forCircle('public', `${all} Einträge sind für diesen Kreis weggelassen.`);
    expect(featuresOf(await file('GeoJSON')).features).toEqual([]);
    await page.locator('.header').getByText('EN', { exact: true }).click();
    await panel().getByText(`${all} entries are left out for this circle.`).waitFor();
    expect(await app.axe()).toEqual([]);
  });
});
