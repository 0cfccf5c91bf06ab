import { readSchemaVersion } from './check-plan.ts';
import { SCHEMA_VERSION } from './plan.ts';

/** One step from a version of the plan's shape to the next. Never edited once released; its fixture in `test/fixtures/plans` stays as it is. */
export interface Migration {
  /** The version it leads to; it starts from the one before. */
  readonly to: number;
  /** What changed and why, for whoever reads the code. */
  readonly explanation: string;
  /** Collections that the new version adds; they are made before `change` runs. */
  readonly newCollections: readonly string[];
  /** Rewrites objects. Touches only what must change, so that two people who migrate copies of one plan can merge them. */
  readonly change: (draft: Record<string, unknown>) => void;
}

/** In order. Version 1 is the first: nothing leads to it. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * The steps a plan still has to take. Throws `plan.version-newer` for a plan of a version that this program does not know, and
 * `plan.file-not-a-plan` for anything else.
 */
export function migrationsFor(
  plan: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
  known: number = SCHEMA_VERSION,
): readonly Migration[] {
  const found = readSchemaVersion(plan, known);
  return migrations.filter(({ to }) => to > found && to <= known);
}

/** Takes the steps on plain data (a readable export): collections are added, objects rewritten, the version set. */
export function migratePlain(
  draft: Record<string, unknown>,
  migrations: readonly Migration[] = MIGRATIONS,
  known: number = SCHEMA_VERSION,
): void {
  for (const { to, newCollections, change } of migrationsFor(draft, migrations, known)) {
    for (const name of newCollections) draft[name] ??= {};
    change(draft);
    draft.schemaVersion = to;
  }
}
