import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import '@automerge/automerge';
import { DEMO_PLAN_FILE } from '../../src/cli/demo-plan/make-demo-plan.ts';
import { readPlan } from '../../src/document/read-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type AppDriver, openApp } from './driver.ts';

const file = join(import.meta.dirname, '..', '..', 'public', 'city', 'demo', DEMO_PLAN_FILE);

describe('the example plan', () => {
  let app: AppDriver | null = null;
  let plan: Plan;

  beforeAll(async () => {
    plan = readPlan(await readFile(file));
  });
  afterEach(async () => {
    const complaints = app?.complaints ?? [];
    await app?.close();
    app = null;
    expect(complaints).toEqual([]);
  });

  const open = async (options: Parameters<typeof openApp>[0] = {}): Promise<AppDriver> => {
    app = await openApp({ bare: true, ...options });
    await app.mapIdle();
    return app;
  };
  /** Figures of the section by their words. */
  const readFigures = ({ page }: AppDriver) =>
    page
      .locator('section[aria-labelledby="data-demo-plan"] .fact')
      .evaluateAll((facts) =>
        Object.fromEntries(
          facts.map((fact) => [fact.querySelector('dt')!.textContent, Number(fact.querySelector('dd')!.textContent)]),
        ),
      );
  const openData = async ({ page }: AppDriver, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('is opened by its button, shows what it holds, and is there again after a reload', async () => {
    const driver = await open();
    await openData(driver, 'Daten');
    await driver.page.getByRole('button', { name: 'Beispielplan öffnen' }).click();
    await driver.page.getByText('Geöffneter Plan: Beispielplan Musterstadt').waitFor();
    const expected = {
      Bedarfsmeldungen: Object.keys(plan.needs).length,
      Szenarien: 3,
      Maßnahmen: Object.keys(plan.measures).length,
      'vereinbarte und beschlossene Zahlen': Object.keys(plan.agreedFigures).length,
      Beschlüsse: Object.keys(plan.decisions).length,
    };
    expect(await readFigures(driver)).toEqual(expected);
    expect(await driver.axe()).toEqual([]);
    await driver.screenshot('demo-plan');
    await driver.page.reload();
    await driver.mapIdle();
    await driver.page.getByText('Geöffneter Plan: Beispielplan Musterstadt').waitFor();
    expect(await readFigures(driver)).toEqual(expected);
  });

  it('says in English that its file is missing, and opens nothing', async () => {
    const driver = await open({
      locale: 'en-GB',
      query: 'lang=en',
      expectedErrors: [/404/],
      prepare: (page) => page.route(`**/${DEMO_PLAN_FILE}`, (route) => route.fulfill({ status: 404 })),
    });
    await openData(driver, 'Data');
    await driver.page.getByRole('button', { name: 'Open the example plan' }).click();
    await driver.page.locator('.notice').getByText(DEMO_PLAN_FILE).waitFor();
    expect(await driver.page.getByText('Open plan:').count()).toBe(0);
  });
});
