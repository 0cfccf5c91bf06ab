/** A table of counts of areas that together make up one larger area; `null` = not known. First column: the sum of the row. */
export type CountTable = readonly (readonly (number | null)[])[];

/**
 * Which cells of a table of delivered counts are kept back: those above 0 and below the threshold, and so many more (the smallest of
 * the row or column) that no row or column has exactly one, so that no sum minus the others gives one away. `parentMasked[column]`
 * says that the larger area's figure is itself kept back: then a column needs two as well, for its sum would give that away.
 * Rows and columns too small for a second cell stay as they are. O(cells²) at worst; tables here are small.
 */
export function maskSmallCounts(table: CountTable, threshold: number, parentMasked: readonly boolean[]): boolean[][] {
  const masked = table.map((row) => row.map((value) => value !== null && value > 0 && value < threshold));
  const columnCount = table[0]?.length ?? 0;
  const rowCells = table.map((row, r) => row.map((_, c) => ({ r, c })));
  const columnCells = Array.from({ length: columnCount }, (_, c) => table.map((_row, r) => ({ r, c })));
  const lines = [
    ...rowCells.map((cells) => ({ cells, needsTwo: false })),
    ...columnCells.map((cells, c) => ({ cells, needsTwo: parentMasked[c] ?? false })),
  ];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { cells, needsTwo } of lines) {
      const hidden = cells.filter(({ r, c }) => masked[r]![c]).length;
      if (hidden >= 2 || (hidden === 0 && !needsTwo)) continue;
      const next = cells
        .filter(({ r, c }) => !masked[r]![c] && (table[r]![c] ?? 0) > 0)
        .sort((a, b) => table[a.r]![a.c]! - table[b.r]![b.c]!)[0];
      if (next === undefined) continue;
      masked[next.r]![next.c] = true;
      changed = true;
    }
  }
  return masked;
}
