import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp, SMALL } from './driver.ts';

describe('the demo city', () => {
  let app: AppDriver;

  beforeAll(async () => {
    app = await openApp({ pictures: true, everyFrame: true });
  });
  afterAll(async () => {
    await app?.close();
    expect(app?.complaints).toEqual([]);
  });
  const details = () => app.page.getByRole('complementary', { name: 'Einzelheiten' });
  const houses = () => app.page.getByRole('list', { name: /Häuser nach Entfernung/ }).getByRole('button');

  it('opens by default, says that it is invented, and draws its map', async () => {
    const { page, mapIdle, screenshot } = app;
    await mapIdle();
    expect(await page.getByRole('banner').textContent()).toContain('Musterstadt');
    expect(await page.getByRole('banner').textContent()).toContain('erfunden');
    expect(await page.title()).toContain('Musterstadt');
    await screenshot('demo-city');
  });

  it('selects what is clicked on the map', async () => {
    await app.follow({ layers: 'districts', panel: 'none' });
    await app.page.locator('#panel').waitFor({ state: 'detached' });
    await app.mapIdle();
    await app.page.mouse.click(720, 450);
    await details()
      .getByText(/Einwohner/)
      .first()
      .waitFor();
    expect(app.page.url()).toContain('sel=district:');
    await app.page.keyboard.press('Escape');
    await details().waitFor({ state: 'hidden' });
  });

  it('hides houses that are filtered out and layers that are switched off', async () => {
    const { page } = app;
    await app.follow({ layers: 'districts,houses,sites', panel: 'layers' });
    await page
      .getByRole('switch', { name: /Vorhaben/ })
      .or(page.getByRole('checkbox', { name: /Vorhaben/ }))
      .click();
    await page.waitForURL(({ searchParams }) => searchParams.get('layers') === 'districts,houses');
  });

  it('finds a street by the beginning of its name, written short, and flies there', async () => {
    const { page, mapIdle, screenshot } = app;
    const { zoom } = cameraOf(page.url());
    const response = await page.request.get(new URL('/city/demo/streets.json', page.url()).href);
    const streets = (await response.json()) as { name: string; position: [number, number] }[];
    const known = streets.filter(({ name }) => /^[A-Z]\w{5,}straße$/.test(name));
    const street = known.find(({ name }) => known.filter((other) => other.name === name).length === 1)!;
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('searchbox').or(dialog.getByRole('combobox'));
    await field.fill(street.name.toLowerCase().replace('straße', 'str.'));
    const hit = page.getByRole('group', { name: 'Straßen' }).getByRole('option', { name: street.name }).first();
    await hit.waitFor();
    await screenshot('search');
    await hit.click();
    await field.waitFor({ state: 'hidden' });
    await page.waitForFunction((before) => Number(/map=([\d.]+)/.exec(location.search)?.[1]) > before + 1, zoom);
    const camera = cameraOf(page.url());
    expect(camera.lon).toBeCloseTo(street.position[0], 2);
    expect(camera.lat).toBeCloseTo(street.position[1], 2);
    for (const [name, nearer] of [
      ['quarter', 13.5],
      ['block', 16],
    ] as const) {
      await app.follow({ map: `${nearer}/${camera.lat}/${camera.lon}`, panel: 'none' });
      await mapIdle();
      await screenshot(`demo-${name}`);
    }
  });

  it('opens a Kita with the keyboard alone, with source, date and grade, and closes it again', async () => {
    const { page, screenshot } = app;
    await app.follow({ panel: 'houses', services: 'kita' });
    await houses().first().waitFor();
    await houses().first().focus();
    await page.keyboard.press('Enter');
    await details().getByRole('table').first().waitFor();
    const text = (await details().textContent()) ?? '';
    expect(text).toContain('Kita');
    expect(text).toMatch(/genehmigt/);
    expect(text).toMatch(/Quelle/);
    expect(text).toMatch(/gemessen|amtlich|geschätzt|angenommen/);
    expect(page.url()).toContain('sel=house:');
    await screenshot('kita');
    await page.keyboard.press('Escape');
    await details().waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('sel=');
  });

  it('shows the same view again from the link, in the other language too', async () => {
    const { page, mapIdle } = app;
    await houses().first().click();
    await details().getByRole('table').first().waitFor();
    const heading = await details().getByRole('heading').first().textContent();
    await page.getByRole('button', { name: /EN – / }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    // The address follows the view within half a second.
    await page.waitForURL(/lang=en/);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    const again = page.getByRole('complementary', { name: 'Details' });
    await again.getByRole('table').first().waitFor();
    await mapIdle();
    expect(await again.getByRole('heading').first().textContent()).toBe(heading);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const camera = cameraOf(link);
    const back = cameraOf(page.url());
    expect(back.lon).toBeCloseTo(camera.lon, 4);
    expect(back.lat).toBeCloseTo(camera.lat, 4);
    expect(back.zoom).toBeCloseTo(camera.zoom, 1);
  });
});

describe('a link that cannot be followed', () => {
  it('is answered by what it does not know and the nearest sensible view', async () => {
    const query = 'map=nowhere&layers=districts,dragons&gap=schwimmbad&year=2099&level=7';
    const { page, complaints, close } = await openApp({ query, viewport: SMALL });
    const notices = page.getByRole('region', { name: 'Hinweise' });
    for (const part of [/dragons/, /map=nowhere/, /schwimmbad/, /2099/])
      await notices.getByText(part).first().waitFor();
    await page.locator('.sentence').waitFor();
    await close();
    expect(complaints).toEqual([]);
  });
});

/** The camera a link names: `map=zoom/lat/lon[/bearing]`. */
function cameraOf(url: string): { zoom: number; lat: number; lon: number } {
  const [zoom, lat, lon] = (new URL(url).searchParams.get('map') ?? '').split('/').map(Number) as [
    number,
    number,
    number,
  ];
  return { zoom, lat, lon };
}
