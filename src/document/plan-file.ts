import * as A from '@automerge/automerge/slim';
import { checkPlan } from '../plan/check-plan.ts';
import { migrationsFor } from '../plan/migrations.ts';
import type { Plan } from '../plan/plan.ts';
import { fail, ProblemError } from '../shared/problem.ts';
import type { ChangeInfo } from './change-info.ts';
import { migrateDocument } from './migrate-document.ts';
import { decodePlan, type PlanDoc, type StoredPlan } from './stored-plan.ts';

/** Ending of plan files: the document with its history. */
export const PLAN_FILE_ENDING = '.gemeinbedarf';

/** Larger files are refused before they are read: even with a dozen attachments a plan stays below. */
export const PLAN_FILE_LIMIT_BYTES = 80_000_000;

/** First bytes of every document of the library. */
const MAGIC = [0x85, 0x6f, 0x4a, 0x83];

/** Throws `plan.file-too-large`; for a file, before its bytes are read. */
export function checkFileSize(bytes: number): void {
  if (bytes > PLAN_FILE_LIMIT_BYTES) fail('plan.file-too-large', { bytes, limit: PLAN_FILE_LIMIT_BYTES });
}

/** A document and the plan it holds. */
export interface OpenedFile {
  readonly doc: PlanDoc;
  readonly plan: Plan;
}

/**
 * Reads a plan file. An older version is migrated, by the one who opens it. Throws `plan.file-too-large`, `plan.file-not-a-plan`,
 * `plan.file-damaged` (truncated or altered: the file carries checksums), `plan.version-newer`, `plan.object-invalid`.
 */
export function readPlanFile(bytes: Uint8Array, opener: Pick<ChangeInfo, 'author' | 'department' | 'at'>): OpenedFile {
  checkFileSize(bytes.length);
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) fail('plan.file-not-a-plan', {});
  const doc = damagedIfThrown(() => A.load<StoredPlan>(bytes));
  migrationsFor(doc);
  const migrated = migrateDocument(doc, opener);
  return { doc: migrated, plan: planOf(migrated) };
}

/** The plan that a document holds, checked. Throws `plan.file-damaged`, and what `checkPlan` throws. */
export function planOf(doc: PlanDoc): Plan {
  return checkPlan(damagedIfThrown(() => decodePlan(doc)));
}

/** What `read` gives; whatever else than a problem it throws means `plan.file-damaged`. */
export function damagedIfThrown<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail('plan.file-damaged', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Throws `plan.other-city` if a plan was made on another city than the open one. */
export function checkCity(plan: Plan, cityId: string): void {
  if (plan.header.city.id !== cityId)
    fail('plan.other-city', { found: plan.header.city.name || plan.header.city.id, expected: cityId });
}
