import { describe, expect, it } from 'vitest';
import { buildRealCity } from '../pipeline/build/real-city.ts';
import { hasSharedFolder } from '../shared-folder.ts';
import { type AppDriver, type OpenOptions, openApp } from './driver.ts';
import { expectTable, rowsOf } from './gap-table.ts';

if (!hasSharedFolder) console.log('SKIPPED (no ../shared folder): journeys in Berlin, Neubrandenburg and Köln');

/** One start per city; nothing may have gone wrong at its end. */
async function visit(options: OpenOptions, journey: (app: AppDriver) => Promise<void>): Promise<void> {
  const app = await openApp(options);
  try {
    await journey(app);
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
  }
}

/** Pictures of a quarter and a block, for people to judge. */
async function pictures(app: AppDriver, name: string, center: string): Promise<void> {
  for (const [what, zoom] of [
    ['quarter', 13.5],
    ['block', 16],
  ] as const) {
    await app.follow({ map: `${zoom}/${center}`, panel: 'none', table: null, sel: null });
    await app.mapIdle();
    await app.screenshot(`${name}-${what}`);
  }
}

async function firstYear({ page }: AppDriver): Promise<string> {
  const field = page.getByLabel('Jahr', { exact: true });
  await field.waitFor();
  return field.inputValue();
}

async function search({ page }: AppDriver, text: string) {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).fill(text);
  const option = dialog.getByRole('option').first();
  await option.waitFor();
  return option;
}

describe.skipIf(!hasSharedFolder)('real cities', () => {
  it('Berlin: real capacities as on the command line, air distance said, ages over six missing; four levels of districts', async () => {
    const { folder } = await buildRealCity('berlin');
    await visit({ query: 'city=berlin&table=1' }, async (app) => {
      const { page } = app;
      await app.gapsShown(`kita-u3 ${await firstYear(app)} middle`);
      await app.mapIdle();
      await app.screenshot('gaps-berlin');
      expect(await page.getByRole('banner').textContent()).toContain('Berlin');
      await expectTable(app, await rowsOf(folder, '--service', 'kita-u3', '--level', '1'), {
        Bedarf: 'demand',
        Plätze: 'capacity',
        Saldo: 'balance',
      });
      expect(await page.locator('.gap-banner').innerText()).toMatch(/Luftlinie/);
      // Ü3 asks for children up to 6.5; the package's ages end at 6.
      await page.getByLabel('Angebotsart', { exact: true }).selectOption('kita-ue3');
      await app.gapsShown(`kita-ue3 ${await firstYear(app)} middle`);
      const [city] = await rowsOf(folder, '--service', 'kita-ue3');
      expect(city!.persons).toBeNull();
      await expectTable(app, [city!], { Bedarf: 'demand', Plätze: 'capacity', Saldo: 'balance' });
      await page.getByLabel('Angebotsart', { exact: true }).selectOption('jugendtreff');
      await page
        .locator('.gap-problem')
        .getByText(/Jugendtreff/)
        .waitFor();
      await search(app, 'Friedrichshain-Kreuzberg');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page
        .getByRole('complementary', { name: 'Einzelheiten' })
        .getByText(/Einwohner/)
        .first()
        .waitFor();
      expect(page.url()).toContain('sel=district:');
      await pictures(app, 'berlin', '52.5006/13.4233');
    });
  });

  it('Neubrandenburg: no districts, 64,000 inhabitants, streets by name, buildings near by', async () => {
    await visit({ query: 'city=neubrandenburg' }, async (app) => {
      await app.mapIdle();
      await app.screenshot('neubrandenburg-city');
      const option = await search(app, 'demminer str');
      expect(await option.textContent()).toContain('Demminer Straße');
      await app.page.keyboard.press('Escape');
      await pictures(app, 'neubrandenburg', '53.5575/13.2610');
    });
  });

  it('Köln: no network, no capacities, so coverage only, and the air distance is said; opens in English', async () => {
    const { folder } = await buildRealCity('koeln');
    await visit({ query: 'city=koeln&lang=en&table=1&measure=coverage' }, async (app) => {
      const { page } = app;
      await app.mapIdle();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await app.screenshot('koeln-city');
      await page.getByRole('button', { name: /DE – / }).click();
      await page.waitForURL(/lang=de/);
      await app.gapsShown(`kita-u3 ${await firstYear(app)} middle`);
      await app.screenshot('gaps-koeln');
      const rows = await rowsOf(folder, '--service', 'kita-u3', '--level', '1');
      expect(rows[0]!.capacity).toBeNull();
      await expectTable(app, rows, { Bedarf: 'demand' });
      expect(await page.locator('.gap-banner').innerText()).toMatch(/Luftlinie/);
      await pictures(app, 'koeln', '50.9384/6.9600');
    });
  });
});
