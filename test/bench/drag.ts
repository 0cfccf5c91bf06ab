import { quantile } from './measure.ts';
import { mapIdle, serveApp } from './open-app.ts';

/**
 * `npm run bench:drag`: a new Kita of the demo city is dragged over the map in headless Chromium, with panel, table and year axis open.
 * For every step of the pointer it prints the time until sentence, table and axis are in the DOM and the map has its new states and
 * pixels; what the page's own frames take meanwhile (drawing in software) is taken off and printed apart. Run it on a quiet machine.
 */
const STEPS = 60;
const app = await serveApp();
const page = await app.newPage();
await page.addInitScript(() => {
  localStorage.setItem('gemeinbedarf.settings', JSON.stringify({ role: 'planning' }));
  // Frames are drawn in these callbacks: their time is the software's, not the program's.
  const frames = { spent: 0 };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const started = performance.now();
      callback(now);
      frames.spent += performance.now() - started;
    });
  Object.assign(window, { frames });
});
await page.goto(`${app.address}?city=demo&lang=de&gap=kita-u3&year=2030&table=1&panel=measures`);
const idle = () => mapIdle(page);
const answered = () => page.waitForFunction(() => document.documentElement.dataset.gaps === 'kita-u3 2030 middle');
await idle();
await answered();
const press = (name: string) => page.locator('#panel').getByRole('button', { name, exact: true }).click();
await press('Szenario anlegen');
await press('Neues Haus');
await page.getByLabel('Vorlage').selectOption('kita');
await press('Auf der Karte wählen');
const box = (await page.locator('#clear-area').boundingBox())!;
const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
await page.mouse.click(middle.x, middle.y);
await page.locator('.measure-place .measure-chosen').waitFor();
await press('Maßnahme speichern');
await page.locator('.measure-row').first().waitFor();
await answered();
await page.waitForFunction(() => document.querySelector('.year-axis:not([data-stale])') !== null);
await idle();
await page.waitForTimeout(1500);

interface Step {
  /** Milliseconds from the pointer's event to the last change on the page, and of it in the page's frames. */
  readonly total: number;
  readonly drawing: number;
}

/** One step of the pointer: the event, then the last change of text, rows or map states before the page falls silent. */
async function step(x: number, y: number): Promise<Step | null> {
  await page.evaluate(() => {
    const { frames } = window as unknown as { frames: { spent: number } };
    const seen = { event: 0, last: 0, framesBefore: 0, framesLast: 0 };
    const canvas = document.querySelector('canvas')!;
    const change = new MutationObserver(() => {
      if (seen.event === 0) return;
      seen.last = performance.now();
      seen.framesLast = frames.spent;
    });
    change.observe(document.body, { subtree: true, childList: true, characterData: true });
    change.observe(document.documentElement, { attributes: true, attributeFilter: ['data-gaps'] });
    const moved = () => {
      seen.event = performance.now();
      seen.framesBefore = frames.spent;
    };
    canvas.addEventListener('mousemove', moved, { capture: true, once: true });
    Object.assign(window, { seen, stopSeeing: () => change.disconnect() });
  });
  await page.mouse.move(x, y);
  await page.waitForTimeout(700);
  return page.evaluate(() => {
    const { seen, stopSeeing } = window as unknown as {
      seen: { event: number; last: number; framesBefore: number; framesLast: number };
      stopSeeing: () => void;
    };
    stopSeeing();
    if (seen.last === 0) return null;
    return { total: seen.last - seen.event, drawing: seen.framesLast - seen.framesBefore };
  });
}

await page.mouse.move(middle.x, middle.y);
await page.mouse.down();
await step(middle.x + 6, middle.y);
const steps: Step[] = [];
for (let i = 0; i < STEPS; i++) {
  const angle = (i / STEPS) * 2 * Math.PI;
  const radius = 40 + 2 * i;
  const found = await step(middle.x + radius * Math.cos(angle), middle.y + radius * Math.sin(angle) * 0.7);
  if (found !== null) steps.push(found);
}
await page.mouse.up();

const print = (name: string, values: readonly number[]) =>
  console.log(
    `${name.padEnd(34)} median ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms (n = ${values.length})`,
  );
print(
  'drag: event to page and map',
  steps.map(({ total, drawing }) => total - drawing),
);
print(
  '  frames drawn meanwhile',
  steps.map(({ drawing }) => drawing),
);
await app.close();
