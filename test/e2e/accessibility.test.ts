import { afterEach, describe, expect, it } from 'vitest';
import { type AppDriver, openApp } from './driver.ts';

let app: AppDriver | null = null;

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

describe.each(['de', 'en'] as const)('accessibility (%s)', (language) => {
  it.each(['gaps', 'layers', 'houses', 'data'])('the panel %s has no serious findings', async (panel) => {
    app = await openApp({ query: `lang=${language}&panel=${panel}` });
    await app.mapIdle();
    expect(await app.axe()).toEqual([]);
    await app.screenshot(`panel-${panel}-${language}`);
  });

  it('details, search and help have no serious findings', async () => {
    app = await openApp({ query: `lang=${language}&panel=houses` });
    await app.mapIdle();
    const { page } = app;
    await page
      .getByRole('list')
      .filter({ has: page.getByRole('button') })
      .getByRole('button')
      .first()
      .click();
    await page.locator('#details table').first().waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).fill('a');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: language === 'de' ? 'Hilfe' : 'Help', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await app.axe()).toEqual([]);
  });
});

describe('sizes', () => {
  it.each([
    ['small', { viewport: { width: 1024, height: 768 } }],
    ['zoom-200', { viewport: { width: 1440, height: 900 }, zoom: 2 }],
    ['phone', { viewport: { width: 390, height: 844 }, touch: true }],
    ['4k', { viewport: { width: 3840, height: 2160 } }],
  ] as const)('%s: nothing scrolls sideways and the map is there', async (name, options) => {
    app = await openApp(options);
    await app.mapIdle();
    const overflow = await app.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const canvas = await app.page.locator('canvas').first().boundingBox();
    expect(canvas!.width * canvas!.height).toBeGreaterThan(390 * 300);
    await app.screenshot(`size-${name}`);
  });
});
