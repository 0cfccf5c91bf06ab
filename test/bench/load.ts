import type { Page } from 'playwright-core';
import { quantile } from './measure.ts';
import { mapIdle, serveApp } from './open-app.ts';

/**
 * `npm run bench:load`: opens the demo city several times, with the gap map as at a first visit and as a plain map, from a warm server in headless Chromium (software rendering) and prints the
 * medians of the first map, of the first gap map, of all layers and of the longest task on the main thread; then how long another service
 * and another year take from the choice to new rows on the page and a new picture handed to the map. Run it on a quiet machine.
 */
const RUNS = 7;

/** Services that are chosen one after the other, of every model; the first round also computes their distances. */
const SERVICES = ['kita-ue3', 'jugendtreff', 'spielplatz-6-12', 'gruen-nah', 'grundschule', 'pflege', 'kita-u3'];
const YEARS = [2026, 2030, 2027, 2035, 2032, 2040, 2025];

interface Load {
  readonly firstMap: number;
  /** `null` where the plain map is opened. */
  readonly gapMap: number | null;
  readonly allLayers: number;
  readonly longestTask: number;
}

const app = await serveApp();

async function openPage(query = '') {
  const page = await app.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(app.address + query);
  await mapIdle(page);
  return page;
}

async function load(query: string): Promise<Load> {
  const page = await openPage(query);
  const found = await page.evaluate(() => ({
    firstMap: performance.getEntriesByName('gb:first-map')[0]!.startTime,
    gapMap: performance.getEntriesByName('gb:gap-picture')[0]?.startTime ?? null,
    allLayers: performance.getEntriesByName('gb:all-layers')[0]!.startTime,
    longestTask: Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  }));
  await page.context().close();
  return found;
}

await load('');
for (const [name, query] of [
  ['with the gap map', ''],
  ['plain map', '?gap=off'],
] as const) {
  const loads: Load[] = [];
  for (let run = 0; run < RUNS; run++) loads.push(await load(query));
  for (const key of ['firstMap', 'gapMap', 'allLayers', 'longestTask'] as const) {
    const values = loads.flatMap((one) => one[key] ?? []);
    if (values.length === 0) continue;
    console.log(
      `${name.padEnd(16)} ${key.padEnd(12)} median ${quantile(values, 0.5).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}, n = ${RUNS})`,
    );
  }
}

/** Chooses a value and waits until the map shows the whole answer; milliseconds, and the longest task meanwhile. */
async function choose(
  page: Page,
  selector: string,
  value: string,
  question: string,
): Promise<{ readonly answer: number; readonly longestTask: number }> {
  return page.evaluate(
    async ([field, chosen, wanted]) => {
      const tasks = (window as unknown as { longTasks: number[] }).longTasks;
      tasks.length = 0;
      const select = document.querySelector<HTMLSelectElement>(field!)!;
      const started = performance.now();
      select.value = chosen!;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise<void>((resolve) => {
        const look = () => {
          if (document.documentElement.dataset.gaps !== wanted) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.documentElement, { attributes: true });
        look();
      });
      const answer = performance.now() - started;
      // Long tasks are reported after they have ended, and the map draws.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return { answer, longestTask: Math.max(0, ...tasks) };
    },
    [selector, value, question] as const,
  );
}

const page = await openPage();
const first = await page.locator('.gap-year').inputValue();
for (const round of ['first', 'again'] as const) {
  const found = [];
  for (const service of SERVICES) found.push(await choose(page, '.gap-service', service, `${service} ${first} middle`));
  print(`service ${round}`, found);
}
await page.waitForFunction(() => document.querySelector('.year-axis:not([data-stale])') !== null);
const found = [];
for (const year of YEARS) found.push(await choose(page, '.gap-year', String(year), `kita-u3 ${year} middle`));
print('year', found);
await page.context().close();

function print(name: string, answers: readonly { readonly answer: number; readonly longestTask: number }[]): void {
  const times = answers.map(({ answer }) => answer);
  const tasks = answers.map(({ longestTask }) => longestTask);
  console.log(
    `${name.padEnd(14)} median ${quantile(times, 0.5).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms; longest task ${Math.max(...tasks).toFixed(0)} ms (n = ${times.length})`,
  );
}

await app.close();
