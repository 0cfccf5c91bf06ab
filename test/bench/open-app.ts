import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildAppIfStale, buildDemoIfStale } from '../../src/cli/build-if-stale.ts';
import { createStaticServer, listenOnLoopback } from '../../src/cli/static-server.ts';
import { BROWSER_ARGS, findOrInstallBrowser, NO_BROWSER_SENTENCE } from '../browser/find-browser.ts';

const root = join(import.meta.dirname, '..', '..');

/** The built app on a warm server and a headless browser (software rendering) to open it in. */
export interface ServedApp {
  /** Address of the app, ends with a slash. */
  readonly address: string;
  /** A page of a person who was never here; nothing is opened in it yet. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** Builds what is stale and serves it. */
export async function serveApp(): Promise<ServedApp> {
  const executablePath = findOrInstallBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER_SENTENCE);
  await buildDemoIfStale(root);
  await buildAppIfStale(root);
  const server = createStaticServer([
    { prefix: '/', folder: join(root, 'dist') },
    { prefix: '/city/', folder: join(root, 'public', 'city') },
  ]);
  const port = await listenOnLoopback(server, 0);
  const browser: Browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, headless: true });
  return {
    address: `http://127.0.0.1:${port}/`,
    async newPage() {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'de-DE',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      // The runner names functions by a helper that the page does not have.
      await page.addInitScript('globalThis.__name = (named) => named');
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits until the map says that it has drawn everything. */
export function mapIdle(page: Page): Promise<unknown> {
  return page.waitForFunction(() => document.documentElement.dataset.mapState === 'idle', undefined, {
    timeout: 120_000,
  });
}
