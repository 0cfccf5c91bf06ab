import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AppDriver, openApp, SMALL } from './driver.ts';

let app: AppDriver | null = null;

afterEach(async () => {
  const complaints = app?.complaints ?? [];
  await app?.close();
  app = null;
  expect(complaints).toEqual([]);
});

/** The text of the problem card, once its sentence is there: sentences are loaded when the first one is shown. */
async function problemSentence({ page }: AppDriver): Promise<string> {
  // The gap map says in its own place why it has no answer.
  const card = page.locator('section[role=alert]').first();
  await card.locator('p:not(:empty)').first().waitFor();
  await expect.poll(() => card.locator('p').first().textContent()).not.toBe('');
  return (await card.textContent()) ?? '';
}

const FAILED_LOAD = /Failed to load resource/;

describe('a city that cannot be read is said in a sentence, never a blank map', () => {
  let visited: AppDriver;
  beforeAll(async () => {
    visited = await openApp({ query: 'city=atlantis', bare: true, expectedErrors: [FAILED_LOAD] });
  });
  afterAll(async () => {
    await visited?.close();
    expect(visited?.complaints).toEqual([]);
  });

  /** The sentence about the demo city, opened anew in the same page with one of its files answered otherwise. */
  async function sentenceWith(file: string, answer: (route: Route) => Promise<void>): Promise<string> {
    const { page } = visited;
    await page.route(`**/city/demo/${file}`, answer);
    await page.goto(`${new URL(page.url()).origin}/?layers=none&gap=off&city=demo`);
    const sentence = await problemSentence(visited);
    await page.unrouteAll({ behavior: 'wait' });
    return sentence;
  }

  it('a city that is not on the server', async () => {
    expect(await problemSentence(visited)).toContain('atlantis');
    expect(await visited.page.getByRole('button', { name: 'Musterstadt öffnen' }).count()).toBe(1);
    await visited.screenshot('problem-unknown-city');
  });

  it('a missing file of the package', async () => {
    const answer = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
    expect(await sentenceWith('districts.fgb', answer)).toContain('districts.fgb');
  });

  it('a damaged file: its checksum is wrong', async () => {
    const sentence = await sentenceWith('districts.fgb', async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body[body.length - 9] = body[body.length - 9]! ^ 0xff;
      await route.fulfill({ response, body });
    });
    expect(sentence).toContain('districts.fgb');
    expect(sentence).toMatch(/Prüfsumme/);
    await visited.screenshot('problem-checksum');
  });

  it('a package of a newer program', async () => {
    const sentence = await sentenceWith('manifest.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), schemaVersion: 99 } });
    });
    expect(sentence).toMatch(/99/);
  });

  it('a manifest that is not JSON', async () => {
    const answer = (route: Route) => route.fulfill({ body: '<html>' });
    expect(await sentenceWith('manifest.json', answer)).toContain('manifest.json');
  });
});

describe('what a browser or a server does not do is said in a sentence, never a blank map', () => {
  it('a browser without WebGL: lists and search still work', async () => {
    app = await openApp({
      query: 'panel=houses',
      before: `const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : original.call(this, kind, ...rest); };
        if (window.OffscreenCanvas) OffscreenCanvas.prototype.getContext = function () { return null; };`,
    });
    expect(await problemSentence(app)).toMatch(/WebGL/);
    await app.page
      .getByRole('list', { name: /Häuser nach Entfernung/ })
      .getByRole('button')
      .first()
      .waitFor();
    await app.screenshot('problem-webgl');
  });

  it('a browser that refuses storage', async () => {
    app = await openApp({
      query: 'gap=kita-u3',
      before: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`,
      bare: true,
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

describe('a part of the page that the server no longer has', () => {
  it('is said in a sentence, the page stays, and the part comes when it is there again', async () => {
    app = await openApp({ expectedErrors: [FAILED_LOAD] });
    const { page } = app;
    const chunk = /\/assets\/plans-panel-[^/]*\.js$/;
    await page.route(chunk, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    const open = page.getByRole('button', { name: 'Pläne', exact: true });
    await open.click();
    const said = page.getByRole('alert').filter({ hasText: 'Ein Teil der Seite ließ sich nicht laden' });
    await said.waitFor();
    expect(await page.getByRole('banner').textContent()).toContain('Musterstadt');
    await app.screenshot('part-not-loaded');
    // Still gone: the sentence comes again.
    await said.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await said.waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await said.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('#panel').getByRole('heading', { name: 'Pläne', exact: true }).waitFor();
    await said.waitFor({ state: 'detached' });
  });
});

describe('a city’s plain-http host', () => {
  it('works without a secure context: map, search and sharing', async () => {
    app = await openApp({ host: 'stadt.intern', bare: true });
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
