import type { Indicator } from '../../indicators/indicator.ts';
import type { GapRow } from '../../questions/gaps/gap-request.ts';

/** How much a row lacks, in the unit of its model's main figure; `null` = keine Angabe. Larger = worse. */
export function lackOf(row: GapRow, { model }: Pick<Indicator, 'model'>): number | null {
  switch (model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
      return row.balance === null ? row.missing : -row.balance;
    case 'area':
      return row.missing;
    case 'reach':
      return row.persons === null || row.personsWithinReach === null ? null : row.persons - row.personsWithinReach;
    case 'count':
      return -row.houses;
  }
}

/** Rows by what they lack, most first; those without a figure last, equal ones by name. */
export function worstFirst(rows: readonly GapRow[], indicator: Pick<Indicator, 'model'>): GapRow[] {
  return [...rows].sort((a, b) => {
    const lackA = lackOf(a, indicator);
    const lackB = lackOf(b, indicator);
    if (lackA !== null && lackB !== null && lackA !== lackB) return lackB - lackA;
    if ((lackA === null) !== (lackB === null)) return lackA === null ? 1 : -1;
    return a.name < b.name ? -1 : 1;
  });
}
