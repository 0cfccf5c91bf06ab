import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp, SMALL } from './driver.ts';

/** Something of each panel that is there once it shows what it has. */
const PANELS = {
  gaps: '.ranking li',
  layers: '.layers-list, [role=switch], input[type=checkbox]',
  data: '[aria-labelledby=data-demo-plan]',
  houses: 'ol li button',
} as const;

describe('accessibility', () => {
  let app: AppDriver;
  beforeAll(async () => {
    app = await openApp({ viewport: SMALL });
    await app.gapsShown('kita-u3 2025 middle');
  });
  afterAll(async () => {
    await app?.close();
    expect(app?.complaints).toEqual([]);
  });

  describe.each(['de', 'en'] as const)('in %s', (language) => {
    it.each(Object.entries(PANELS))('the panel %s has no serious findings', async (panel, content) => {
      await app.follow({ lang: language, panel });
      await app.page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
      await app.page.locator(`#panel :is(${content})`).first().waitFor();
      expect(await app.axe()).toEqual([]);
      await app.screenshot(`panel-${panel}-${language}`);
    });

    it('details, search and help have no serious findings', async () => {
      const { page } = app;
      await page.locator('#panel ol li button').first().click();
      await page.locator('#details table').first().waitFor();
      expect(await app.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('#details').waitFor({ state: 'detached' });
      const dialog = page.getByRole('dialog');
      await page.keyboard.press('Control+k');
      await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).fill('a');
      await dialog.getByRole('option').first().waitFor();
      expect(await app.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: language === 'de' ? 'Hilfe' : 'Help', exact: true }).click();
      await dialog.waitFor();
      expect(await app.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  // 720 × 450 is what a 200 % zoom leaves of 1440 × 900.
  it.each([
    ['small', 1024, 768],
    ['zoom-200', 720, 450],
    ['4k', 3840, 2160],
  ])('%s: nothing scrolls sideways and the map is there', async (name, width, height) => {
    await app.page.setViewportSize({ width, height });
    await expectItFits(app, name);
  });
});

describe('a phone', () => {
  it('scrolls nothing sideways and shows the map', async () => {
    const app = await openApp({ viewport: { width: 390, height: 844 }, touch: true });
    await app.mapIdle();
    await expectItFits(app, 'phone');
    await app.close();
    expect(app.complaints).toEqual([]);
  });
});

async function expectItFits(app: AppDriver, name: string): Promise<void> {
  const overflow = await app.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  const canvas = await app.page.locator('canvas').first().boundingBox();
  expect(canvas!.width * canvas!.height).toBeGreaterThan(390 * 300);
  await app.screenshot(`size-${name}`);
}
