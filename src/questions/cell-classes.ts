/**
 * Lower limits of the classes in which cells are shown, in persons: class i holds `limits[i] ≤ persons < limits[i + 1]`. 0 persons is
 * no class. The first class reaches beyond the smallest protected count, so that a class never gives one away.
 */
export const CELL_CLASSES: readonly number[] = [0, 10, 25, 50, 100, 200, 400];

/** The class of a cell by {@link CELL_CLASSES}; `null` for 0 persons and for no statement. */
export function cellClass(persons: number): number | null {
  if (!(persons > 0)) return null;
  let index = 0;
  while (index + 1 < CELL_CLASSES.length && persons >= CELL_CLASSES[index + 1]!) index++;
  return index;
}
