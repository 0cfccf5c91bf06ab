import { afterEach, describe, expect, it } from 'vitest';
import { hasSharedFolder } from '../shared-folder.ts';
import { type AppDriver, openApp } from './driver.ts';

if (!hasSharedFolder) console.log('SKIPPED (no ../shared folder): journeys in Berlin, Neubrandenburg and Köln');

let app: AppDriver | null = null;

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

/** Pictures of the whole city, a quarter and a block, for people to judge. */
async function pictures(name: string, center: string): Promise<void> {
  for (const [what, zoom] of [
    ['quarter', 13.5],
    ['block', 16],
  ] as const) {
    await app!.page.goto(`${new URL(app!.page.url()).origin}/?city=${name}&map=${zoom}/${center}&panel=none`);
    await app!.mapIdle();
    await app!.screenshot(`${name}-${what}`);
  }
}

/** Tries a site and places a Kita at a place of the open city: both answer whatever the city's data lack. */
async function siteAndMeasure(place: string): Promise<void> {
  const { page } = app!;
  const panel = page.locator('#panel');
  const rail = (name: string) => page.locator('.rail').getByRole('button', { name }).click();
  await rail('Vorhaben');
  await panel.getByRole('button', { name: 'Schnellprüfung' }).click();
  await panel.getByLabel(/^Ort/).fill(place);
  await panel.getByLabel('Wohnungen').fill('100');
  await panel.getByText('100 Wohnungen, 240 (227–258) Menschen').waitFor();
  await panel.locator('section[aria-busy="false"] .dossier-table tbody tr').first().waitFor();
  await rail('Maßnahmen');
  await panel.getByRole('button', { name: 'Szenario anlegen' }).click();
  await panel.getByRole('button', { name: 'Neues Haus' }).click();
  await panel.getByLabel('Vorlage').selectOption('kita');
  await panel.getByLabel('Straße, Stadtteil oder Koordinaten').fill(place);
  await page.keyboard.press('Enter');
  await panel.locator('.measure-place .measure-chosen').waitFor();
  await panel.getByRole('button', { name: 'Maßnahme speichern' }).click();
  await panel.locator('.measure-row').getByText('20 Plätze Kita U3').waitFor();
  await panel.locator('.measure-effect').waitFor();
}

describe.skipIf(!hasSharedFolder)('real cities', () => {
  it('Berlin: four levels of districts, a Kita with places, one without', async () => {
    app = await openApp({ query: 'city=berlin' });
    const { page } = app;
    await app.mapIdle();
    await app.screenshot('berlin-city');
    expect(await page.getByRole('banner').textContent()).toContain('Berlin');
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('combobox'))
      .fill('Friedrichshain-Kreuzberg');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Einzelheiten' });
    await details
      .getByText(/Einwohner/)
      .first()
      .waitFor();
    expect(page.url()).toContain('sel=district:');
    await siteAndMeasure('52.5006 13.4233');
    await pictures('berlin', '52.5006/13.4233');
  });

  it('Neubrandenburg: no districts, 64,000 inhabitants, streets by name, buildings near by', async () => {
    app = await openApp({ query: 'city=neubrandenburg' });
    const { page } = app;
    await app.mapIdle();
    await app.screenshot('neubrandenburg-city');
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('combobox'))
      .fill('demminer str');
    const option = page.getByRole('dialog').getByRole('option').first();
    await option.waitFor();
    expect(await option.textContent()).toContain('Demminer Straße');
    await page.keyboard.press('Escape');
    await siteAndMeasure('53.5575 13.2610');
    await pictures('neubrandenburg', '53.5575/13.2610');
  });

  it('Köln: no network, no capacities; opens in English', async () => {
    app = await openApp({ query: 'city=koeln&lang=en' });
    await app.mapIdle();
    await app.screenshot('koeln-city');
    expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('en');
    await pictures('koeln', '50.9384/6.9600');
  });
});
