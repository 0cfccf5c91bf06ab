import type { Indicator } from '../../indicators/indicator.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';

/** The figure by which districts are ranked: one for all rows of a result, so that like is compared with like. */
export type LackKind = 'balance' | 'missing' | 'out-of-reach' | 'houses';

/** The main figure of the model; where a city knows no places, people out of reach. */
export function lackKind(result: GapResult, { model }: Pick<Indicator, 'model'>): LackKind {
  const city = result.levels[0]![0]!;
  switch (model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
      return city.balance === null ? 'out-of-reach' : 'balance';
    case 'area':
      return city.missing === null ? 'out-of-reach' : 'missing';
    case 'reach':
      return 'out-of-reach';
    case 'count':
      return 'houses';
  }
}

/** How much a row lacks; `null` = keine Angabe. Larger = worse. */
export function lackOf(row: GapRow, kind: LackKind): number | null {
  switch (kind) {
    case 'balance':
      return row.balance === null ? null : -row.balance;
    case 'missing':
      return row.missing;
    case 'out-of-reach':
      return row.persons === null || row.personsWithinReach === null ? null : row.persons - row.personsWithinReach;
    case 'houses':
      return -row.houses;
  }
}

/** Rows by what they lack, most first; those without a figure last, equal ones by name. */
export function worstFirst(rows: readonly GapRow[], kind: LackKind): GapRow[] {
  return [...rows].sort((a, b) => {
    const lackA = lackOf(a, kind);
    const lackB = lackOf(b, kind);
    if (lackA !== null && lackB !== null && lackA !== lackB) return lackB - lackA;
    if ((lackA === null) !== (lackB === null)) return lackA === null ? 1 : -1;
    return a.name < b.name ? -1 : 1;
  });
}
