import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildAppIfStale, buildDemoIfStale } from '../../src/cli/build-if-stale.ts';
import { createStaticServer, listenOnLoopback } from '../../src/cli/static-server.ts';
import { BROWSER_ARGS, findOrInstallBrowser, NO_BROWSER_SENTENCE } from '../browser/find-browser.ts';
import { quantile } from './measure.ts';

/**
 * `npm run bench:load`: opens the demo city several times from a warm server in headless Chromium (software rendering) and prints the
 * medians of the first map, of all layers and of the longest task on the main thread. Run it on a quiet machine.
 */
const RUNS = 7;
const root = join(import.meta.dirname, '..', '..');

interface Load {
  readonly firstMap: number;
  readonly allLayers: number;
  readonly longestTask: number;
}

const executablePath = findOrInstallBrowser();
if (executablePath === null) throw new Error(NO_BROWSER_SENTENCE);
await buildDemoIfStale(root);
await buildAppIfStale(root);
const server = createStaticServer([
  { prefix: '/', folder: join(root, 'dist') },
  { prefix: '/city/', folder: join(root, 'public', 'city') },
]);
const port = await listenOnLoopback(server, 0);
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, headless: true });

async function load(): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => document.documentElement.dataset.mapState === 'idle', undefined, {
    timeout: 120_000,
  });
  const found = await page.evaluate(() => ({
    firstMap: performance.getEntriesByName('gb:first-map')[0]!.startTime,
    allLayers: performance.getEntriesByName('gb:all-layers')[0]!.startTime,
    longestTask: Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  }));
  await context.close();
  return found;
}

await load();
const loads: Load[] = [];
for (let run = 0; run < RUNS; run++) loads.push(await load());
for (const key of ['firstMap', 'allLayers', 'longestTask'] as const) {
  const values = loads.map((one) => one[key]);
  console.log(
    `${key.padEnd(12)} median ${quantile(values, 0.5).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}, n = ${RUNS})`,
  );
}
await browser.close();
server.closeAllConnections();
server.close();
