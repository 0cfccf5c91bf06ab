import { afterEach, describe, expect, it } from 'vitest';
import { type AppDriver, openApp } from './driver.ts';

let app: AppDriver | null = null;

async function open(options: Parameters<typeof openApp>[0] = {}): Promise<AppDriver> {
  app = await openApp(options);
  return app;
}

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

describe('the demo city', () => {
  it('opens by default, says that it is invented, and draws its map', async () => {
    const { page, mapIdle, screenshot } = await open({ pictures: true });
    await mapIdle();
    expect(await page.getByRole('banner').textContent()).toContain('Musterstadt');
    expect(await page.getByRole('banner').textContent()).toContain('erfunden');
    expect(await page.title()).toContain('Musterstadt');
    await screenshot('demo-city');
    for (const [name, zoom] of [
      ['quarter', 13.5],
      ['block', 16],
    ] as const) {
      const { lat, lon } = await cameraOf(page.url());
      await page.goto(`${page.url().replace(/map=[^&]*/, `map=${zoom}/${lat}/${lon}`)}`);
      await mapIdle();
      await screenshot(`demo-${name}`);
    }
  });

  it('finds a street by the beginning of its name, written short, and flies there', async () => {
    const { page, mapIdle, screenshot } = await open();
    await mapIdle();
    const { zoom } = await cameraOf(page.url());
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
    const camera = await cameraOf(page.url());
    expect(camera.lon).toBeCloseTo(street.position[0], 2);
    expect(camera.lat).toBeCloseTo(street.position[1], 2);
  });

  it('opens a Kita with the keyboard alone, with source, date and grade, and closes it again', async () => {
    const { page, mapIdle, screenshot } = await open({ query: 'panel=houses&services=kita' });
    await mapIdle();
    const list = page.getByRole('list', { name: /Häuser nach Entfernung/ });
    const first = list.getByRole('button').first();
    await first.waitFor();
    await first.focus();
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Einzelheiten' });
    await details.getByRole('table').first().waitFor();
    const text = (await details.textContent()) ?? '';
    expect(text).toContain('Kita');
    expect(text).toMatch(/genehmigt/);
    expect(text).toMatch(/Quelle/);
    expect(text).toMatch(/gemessen|amtlich|geschätzt|angenommen/);
    expect(page.url()).toContain('sel=house:');
    await screenshot('kita');
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('sel=');
  });

  it('shows the same view again from the link, in the other language too', async () => {
    const { page, mapIdle } = await open({ query: 'panel=houses&services=kita' });
    await mapIdle();
    await page
      .getByRole('list', { name: /Häuser nach Entfernung/ })
      .getByRole('button')
      .first()
      .click();
    const details = page.getByRole('complementary', { name: 'Einzelheiten' });
    await details.getByRole('table').first().waitFor();
    const heading = await details.getByRole('heading').first().textContent();
    await page.getByRole('button', { name: /EN – / }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    // The address follows the view within half a second.
    await page.waitForURL(/lang=en/);
    const link = page.url();
    const camera = await cameraOf(link);
    await page.goto('about:blank');
    await page.goto(link);
    await mapIdle();
    const again = page.getByRole('complementary', { name: 'Details' });
    await again.getByRole('table').first().waitFor();
    expect(await again.getByRole('heading').first().textContent()).toBe(heading);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const back = await cameraOf(page.url());
    expect(back.lon).toBeCloseTo(camera.lon, 4);
    expect(back.lat).toBeCloseTo(camera.lat, 4);
    expect(back.zoom).toBeCloseTo(camera.zoom, 1);
  });

  it('names what it does not understand in a link and shows the nearest sensible view', async () => {
    const { page, mapIdle } = await open({ query: 'map=nowhere&layers=districts,dragons' });
    await mapIdle();
    const notice = page.getByRole('region', { name: 'Hinweise' });
    await notice.getByText(/dragons/).waitFor();
    expect(await notice.textContent()).toContain('map=nowhere');
  });

  it('selects what is clicked on the map', async () => {
    const { page, mapIdle } = await open({ query: 'layers=districts&panel=none' });
    await mapIdle();
    await page.mouse.click(720, 450);
    const details = page.getByRole('complementary', { name: 'Einzelheiten' });
    await details.getByRole('heading').first().waitFor();
    expect(page.url()).toContain('sel=district:');
    expect(await details.textContent()).toMatch(/Einwohner/);
  });

  it('hides houses that are filtered out and layers that are switched off', async () => {
    const { page, mapIdle } = await open({ query: 'panel=layers' });
    await mapIdle();
    await page
      .getByRole('switch', { name: /Vorhaben/ })
      .or(page.getByRole('checkbox', { name: /Vorhaben/ }))
      .click();
    await page.waitForFunction(
      () => /layers=[^&]*/.test(location.search) && !/layers=[^&]*sites/.test(location.search),
    );
  });
});

/** The camera a link names: `map=zoom/lat/lon[/bearing]`. */
async function cameraOf(url: string): Promise<{ zoom: number; lat: number; lon: number }> {
  const [zoom, lat, lon] = (new URL(url).searchParams.get('map') ?? '').split('/').map(Number) as [
    number,
    number,
    number,
  ];
  return { zoom, lat, lon };
}
