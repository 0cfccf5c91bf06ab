import { join } from 'node:path';
import { expect } from 'vitest';
import { runGaps } from '../../src/cli/run-gaps.ts';
import type { GapRow } from '../../src/questions/gaps/gap-request.ts';
import type { AppDriver } from './driver.ts';

/** The large table of the gap map beside what the command line prints of the same question. */

const root = join(import.meta.dirname, '..', '..');

const answers = new Map<string, Promise<readonly GapRow[]>>();

/** What `npm run gaps` says of the same question; packages stay as they are during a run, so each question is asked once. */
export function rowsOf(folder: string, ...options: string[]): Promise<readonly GapRow[]> {
  const argv = [folder, '--format', 'json', ...options];
  const key = argv.join(' ');
  const answer = answers.get(key) ?? askedOnCommandLine(argv);
  answers.set(key, answer);
  return answer;
}

async function askedOnCommandLine(argv: readonly string[]): Promise<readonly GapRow[]> {
  let printed = '';
  const code = await runGaps({
    argv,
    workingFolder: root,
    print: (text) => {
      printed = text;
    },
    printError: (text) => {
      throw new Error(text);
    },
  });
  expect(code).toBe(0);
  return (JSON.parse(printed) as { rows: GapRow[] }).rows;
}

/** German figures as numbers: "1.250" → 1250, "−3" → −3, "k. A." → null. */
function readNumber(text: string): number | null {
  if (text.startsWith('k. A.')) return null;
  return Number(
    text
      .replace(/\s*(%|m²).*$/, '')
      .replaceAll('.', '')
      .replace(',', '.')
      .replace('−', '-'),
  );
}

/** The large table as it is read: heading by column, then rows of name and figures. */
async function readTable({ page }: AppDriver): Promise<{ heads: string[]; rows: Map<string, (number | null)[]> }> {
  const table = page.locator('.gap-table table');
  await table.waitFor();
  const heads = (await table.locator('thead tr:last-child th').allInnerTexts()).map((text) => text.trim());
  const lines = await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  return { heads, rows: new Map(lines.map(([name, ...figures]) => [name!, figures.map(readNumber)])) };
}

/** The table shows these columns of these rows; `columns` names them by the beginning of their heading. */
export async function expectTable(
  driver: AppDriver,
  rows: readonly GapRow[],
  columns: Record<string, keyof GapRow>,
): Promise<void> {
  const table = await readTable(driver);
  for (const [head, key] of Object.entries(columns)) {
    const column = table.heads.findIndex((text) => text.startsWith(head)) - 1;
    expect(column, `column ${head} in ${table.heads.join(' | ')}`).toBeGreaterThanOrEqual(0);
    for (const row of rows) {
      const shown = table.rows.get(row.name)?.[column];
      const expected = row[key] as number | null;
      if (expected === null) expect(shown, `${row.name} ${head}`).toBeNull();
      // Tables show whole numbers.
      else
        expect(Math.abs(shown! - expected), `${row.name} ${head}: ${shown} for ${expected}`).toBeLessThanOrEqual(
          0.5001,
        );
    }
  }
}
