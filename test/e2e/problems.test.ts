import { afterEach, describe, expect, it } from 'vitest';
import { type AppDriver, openApp, SMALL } from './driver.ts';

let app: AppDriver | null = null;

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

/** The text of the problem card, once its sentence is there: sentences are loaded when the first one is shown. */
async function problemSentence(): Promise<string> {
  // The gap map says in its own place why it has no answer.
  const card = app!.page.locator('section[role=alert]').first();
  await card.locator('p:not(:empty)').first().waitFor();
  await expect.poll(() => card.locator('p').first().textContent()).not.toBe('');
  return (await card.textContent()) ?? '';
}

const FAILED_LOAD = /Failed to load resource/;

describe('what goes wrong is said in a sentence, never a blank map', () => {
  it('a city that is not on the server', async () => {
    app = await openApp({ query: 'city=atlantis', expectedErrors: [FAILED_LOAD] });
    expect(await problemSentence()).toContain('atlantis');
    expect(await app.page.getByRole('button', { name: 'Musterstadt öffnen' }).count()).toBe(1);
    await app.screenshot('problem-unknown-city');
  });

  it('a missing file of the package', async () => {
    app = await openApp({
      expectedErrors: [FAILED_LOAD],
      prepare: (page) =>
        page.route('**/city/demo/districts.fgb', (route) => route.fulfill({ status: 404, body: 'Not found' })),
    });
    expect(await problemSentence()).toContain('districts.fgb');
  });

  it('a damaged file: its checksum is wrong', async () => {
    app = await openApp({
      prepare: (page) =>
        page.route('**/city/demo/districts.fgb', async (route) => {
          const response = await route.fetch();
          const body = Buffer.from(await response.body());
          body[body.length - 9] = body[body.length - 9]! ^ 0xff;
          await route.fulfill({ response, body });
        }),
    });
    const sentence = await problemSentence();
    expect(sentence).toContain('districts.fgb');
    expect(sentence).toMatch(/Prüfsumme/);
    await app.screenshot('problem-checksum');
  });

  it('a package of a newer program', async () => {
    app = await openApp({
      prepare: (page) =>
        page.route('**/city/demo/manifest.json', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...((await response.json()) as object), schemaVersion: 99 } });
        }),
    });
    expect(await problemSentence()).toMatch(/99/);
  });

  it('a manifest that is not JSON', async () => {
    app = await openApp({
      prepare: (page) => page.route('**/city/demo/manifest.json', (route) => route.fulfill({ body: '<html>' })),
    });
    expect(await problemSentence()).toContain('manifest.json');
  });

  it('a browser without WebGL: lists and search still work', async () => {
    app = await openApp({
      query: 'panel=houses',
      before: `const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : original.call(this, kind, ...rest); };
        if (window.OffscreenCanvas) OffscreenCanvas.prototype.getContext = function () { return null; };`,
    });
    expect(await problemSentence()).toMatch(/WebGL/);
    await app.page
      .getByRole('list', { name: /Häuser nach Entfernung/ })
      .getByRole('button')
      .first()
      .waitFor();
    await app.screenshot('problem-webgl');
  });

  it('a browser that refuses storage', async () => {
    app = await openApp({
      before: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`,
      viewport: SMALL,
    });
    await app.gapsShown('kita-u3 2025 middle');
    await app.page
      .getByRole('region', { name: 'Hinweise' })
      .getByText(/merken/)
      .waitFor();
  });

  it('a server that ignores byte ranges: streamed layers are read whole', async () => {
    let asked = 0;
    app = await openApp({
      // A block in the middle of Musterstadt: all layers that are read in pieces are there.
      query: 'map=16/49.3/9.6',
      viewport: SMALL,
      prepare: (page) =>
        page.route('**/city/demo/base-*.fgb', async (route) => {
          const headers = { ...route.request().headers() };
          if (headers.range !== undefined) asked++;
          delete headers.range;
          await route.fulfill({ response: await route.fetch({ headers }) });
        }),
    });
    await app.mapIdle();
    expect(asked).toBeGreaterThan(0);
    expect(await app.page.getByRole('alert').count()).toBe(0);
  });
});

describe('a city’s plain-http host', () => {
  it('works without a secure context: map, search and sharing', async () => {
    app = await openApp({ host: 'stadt.intern', viewport: SMALL });
    await app.mapIdle();
    const { page } = app;
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('combobox'))
      .fill('kita');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Link kopieren' }).click();
    const field = page.getByRole('textbox', { name: /Link/ });
    await field.waitFor();
    expect(await field.inputValue()).toContain('http://stadt.intern');
  });
});

describe('opened as a file', () => {
  it('says in one sentence how to serve it', async () => {
    const { readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const html = readFileSync(join(import.meta.dirname, '..', '..', 'dist', 'index.html'), 'utf8');
    expect(html).toMatch(/npm start/);
  });
});
