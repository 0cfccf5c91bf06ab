import { quantile } from './measure.ts';
import { mapIdle, serveApp } from './open-app.ts';

/**
 * `npm run bench:dossier`: development sites of the demo city are opened one after the other from the register, in headless Chromium with
 * everything drawn in software. Prints the time from the click on a row to the comparison of all services on the page, each site for the
 * first time: clicked as soon as the pointer is there, and after it has rested there. Run it on a quiet machine.
 */
const SITES = 12;
const REST_MILLISECONDS = 200;
/** What was begun by the site before is over. */
const PAUSE_MILLISECONDS = 2500;

const app = await serveApp();
const page = await app.newPage();
await page.addInitScript(() => {
  localStorage.setItem('gemeinbedarf.settings', JSON.stringify({ role: 'planning' }));
});
await page.goto(`${app.address}?city=demo&lang=de&panel=sites`);
// A site without dwellings has nothing to compare.
const rows = page.locator('.sites-list li button', { hasText: / WE/ });
await rows.first().waitFor();
await mapIdle(page);

/** Milliseconds from the click on a row until all services of its site are compared. */
async function open(row: number, rest: number): Promise<number> {
  await rows.nth(row).scrollIntoViewIfNeeded();
  const box = (await rows.nth(row).boundingBox())!;
  await page.evaluate(() => {
    const seen = { clicked: 0, done: 0 };
    const isDone = () =>
      document.querySelector('.dossier')?.textContent?.includes('Alle Angebotsarten sind verglichen.');
    const change = new MutationObserver(() => {
      if (seen.clicked === 0 || !isDone()) return;
      seen.done = performance.now();
      change.disconnect();
    });
    change.observe(document.body, { subtree: true, childList: true, characterData: true });
    const clicked = () => {
      seen.clicked = performance.now();
    };
    document.addEventListener('click', clicked, { capture: true, once: true });
    Object.assign(window, { seen });
  });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if (rest > 0) await page.waitForTimeout(rest);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction(() => (window as unknown as { seen: { done: number } }).seen.done > 0);
  const milliseconds = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { clicked: number; done: number } };
    return seen.done - seen.clicked;
  });
  await page.locator('.dossier .sheet-head button').click();
  await page.mouse.move(720, 5);
  await page.waitForTimeout(PAUSE_MILLISECONDS);
  return milliseconds;
}

// The tab that the others open with.
await rows.nth(0).click();
await page.getByRole('tab', { name: 'Wirkung' }).click();
await page.getByText('Alle Angebotsarten sind verglichen.').waitFor();
await page.locator('.dossier .sheet-head button').click();
await page.waitForTimeout(PAUSE_MILLISECONDS);

const print = (name: string, values: readonly number[]) =>
  console.log(
    `${name.padEnd(34)} median ${quantile(values, 0.5).toFixed(0)} ms, ${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)} ms (n = ${values.length})`,
  );
const times = async (rest: number, from: number) => {
  const found: number[] = [];
  for (let i = 0; i < SITES; i++) found.push(await open(from + i, rest));
  return found;
};
print('dossier complete, clicked at once', await times(0, 1));
print(`  after resting ${REST_MILLISECONDS} ms on its row`, await times(REST_MILLISECONDS, 1 + SITES));
await app.close();
