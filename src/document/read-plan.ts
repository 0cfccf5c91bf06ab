import type { Plan } from '../plan/plan.ts';
import { readPlanFile } from './plan-file.ts';
import { planFromJson } from './plan-json.ts';

/** Signs the migration of a copy that nobody saves. */
const READER = { author: '', department: null, at: '1970-01-01T00:00:00Z' };

const BRACE = 0x7b;

/**
 * The plan in a file, to be read and not changed (command line): a plan file or a readable export, told apart by their first byte. Throws
 * what reading either throws.
 */
export function readPlan(bytes: Uint8Array): Plan {
  return bytes[0] === BRACE ? planFromJson(new TextDecoder().decode(bytes)) : readPlanFile(bytes, READER).plan;
}
