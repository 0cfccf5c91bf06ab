import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';

/** Rows of a level that lie in a district (by their chain of parents); all of them for `null` or an id that the result does not know. */
export function rowsWithin(result: GapResult, rows: readonly GapRow[], within: string | null): readonly GapRow[] {
  const all = result.levels.flat();
  const known = all.find(({ id }) => id === within);
  if (within === null || known === undefined) return rows;
  const parentById = new Map(all.map(({ id, parent }) => [id, parent]));
  const isInside = (row: GapRow) => {
    for (let id: string | null = row.parent; id !== null; id = parentById.get(id) ?? null) {
      if (id === within) return true;
    }
    return false;
  };
  return rows.filter(isInside);
}
