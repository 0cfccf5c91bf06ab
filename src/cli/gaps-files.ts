import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { checkCity } from '../document/plan-file.ts';
import { readPlan } from '../document/read-plan.ts';
import { DEFAULT_CATALOGUE } from '../indicators/default-catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { catalogueSchema } from '../indicators/indicator-schema.ts';
import type { Plan } from '../plan/plan.ts';
import { indicatorsInForce } from '../plan/readers/indicators-in-force.ts';
import { fail } from '../shared/problem.ts';

/** Reads an own catalogue file. Throws `gap.indicator-file`. */
export async function readCatalogueFile(path: string): Promise<readonly Indicator[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail('gap.indicator-file', { file: path, detail: error.code ?? error.message }),
  );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail('gap.indicator-file', { file: path, detail: (error as Error).message });
  }
  const parsed = z.safeParse(catalogueSchema, json);
  if (parsed.success) return parsed.data.indicators;
  const issue = parsed.error.issues[0]!;
  return fail('gap.indicator-file', { file: path, detail: `${issue.path.join('.')}: ${issue.message}` });
}

/** Reads a plan made on a city. Throws `gap.plan-file`, `plan.other-city` and what `readPlan` throws. */
export async function readPlanOf(path: string, cityId: string): Promise<Plan> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    fail('gap.plan-file', { file: path, detail: error.code ?? error.message }),
  );
  // Brings the wasm that the document's slim entry uses; only needed where there is a plan.
  await import('@automerge/automerge');
  const plan = readPlan(new Uint8Array(bytes));
  checkCity(plan, cityId);
  return plan;
}

/**
 * The indicators of a question: those of the file, with the shipped ones for services that it leaves out; else those in force in the plan
 * on 31 December of the year; else the shipped ones.
 */
export function catalogueOf(file: readonly Indicator[] | null, plan: Plan | null, year: number): readonly Indicator[] {
  if (file !== null) {
    const own = new Set(file.map(({ service }) => service));
    return [...file, ...DEFAULT_CATALOGUE.filter(({ service }) => !own.has(service))];
  }
  return plan === null ? DEFAULT_CATALOGUE : indicatorsInForce(plan, DEFAULT_CATALOGUE, `${year}-12-31`);
}

/** The indicator called so, else the first of the service. Throws `gap.service-unknown`. */
export function indicatorOf(catalogue: readonly Indicator[], name: string): Indicator {
  return (
    catalogue.find(({ id }) => id === name) ??
    catalogue.find(({ service }) => service === name) ??
    fail('gap.service-unknown', { found: name, known: catalogue.map(({ id }) => id).join(', ') })
  );
}
