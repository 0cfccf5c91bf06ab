import type { LonLat } from '../../shared/coordinates.ts';
import { type Land, landById, positionOf } from './bundle-places.ts';
import { type Cell, cellOf, LOUD_USES, matrixUse, type Use } from './compatibility.ts';
import type { BundlePair, BundleQuestion, NeedBlock, NeedToBundle } from './need-calls.ts';

/** A need that can be compared with others. */
export interface Candidate {
  readonly need: NeedToBundle;
  readonly use: Use;
  readonly position: LonLat;
  /** Months since year 0. */
  readonly month: number;
  readonly plotSquareMeters: number;
  readonly roomSquareMeters: number;
  /** As the crow flies, from the need; Infinity where it states none. */
  readonly radiusMeters: number;
  /** Key of the plot or site that it names. */
  readonly namedPlace: string | null;
  readonly isQuiet: boolean;
}

/** Statuses in which a need may still join others. */
const OPEN_STATUSES: readonly NeedToBundle['status'][] = ['reported', 'checked'];

/** Key of a plot or site, unique over both kinds. */
export const placeKey = ({ kind, id }: Pick<Land, 'kind' | 'id'>): string => `${kind} ${id}`;

/** A need as candidate, or what keeps it from being compared. */
export function candidateOf(
  need: NeedToBundle,
  bundled: ReadonlySet<string>,
  named: (place: NeedToBundle['place']) => Land | null,
): Candidate | NeedBlock {
  if (bundled.has(need.id)) return 'bundled';
  if (!OPEN_STATUSES.includes(need.status)) return 'status';
  if (need.combinable === false) return 'not-combinable';
  const use = need.service === null ? null : matrixUse(need.service);
  if (use === null) return 'no-use';
  const position = positionOf(need.place, named);
  if (position === null) return 'no-place';
  if (need.neededBy === null) return 'no-date';
  if (need.plotSquareMeters === null) return 'no-area';
  const place = named(need.place);
  return {
    need,
    use,
    position,
    month: Number(need.neededBy.slice(0, 4)) * 12 + Number(need.neededBy.slice(5, 7)),
    plotSquareMeters: need.plotSquareMeters,
    roomSquareMeters: need.roomSquareMeters ?? 0,
    radiusMeters: (need.place.kind === 'point' ? need.place.searchRadiusMeters : null) ?? Number.POSITIVE_INFINITY,
    namedPlace: place === null ? null : placeKey(place),
    isQuiet: need.requirements.includes('quiet'),
  };
}

/** The candidates of a question by id, and how many needs were left out by reason. */
export function candidatesOf({ needs, bundledIds }: BundleQuestion, land: readonly Land[]) {
  const bundled = new Set(bundledIds);
  const named = landById(land);
  const blocked: Partial<Record<NeedBlock, number>> = {};
  const candidates: Candidate[] = [];
  for (const need of needs) {
    const found = candidateOf(need, bundled, named);
    if (typeof found === 'string') blocked[found] = (blocked[found] ?? 0) + 1;
    else candidates.push(found);
  }
  candidates.sort((a, b) => (a.need.id < b.need.id ? -1 : 1));
  return { candidates, blocked };
}

/** The matrix, with the requirement for quiet and two needs for the very same service: nothing speaks for one house of both. */
export function pairCell(a: Candidate, b: Candidate): Cell {
  const cell = cellOf(a.use, b.use);
  if (cell === 'conflict') return cell;
  if ((a.isQuiet && LOUD_USES.includes(b.use)) || (b.isQuiet && LOUD_USES.includes(a.use))) return 'conflict';
  return a.need.service === b.need.service ? 'neutral' : cell;
}

export const isJoinable = (cell: Cell): boolean => cell === 'strong' || cell === 'possible' || cell === 'same';

export function pairOf(a: Candidate, b: Candidate): BundlePair {
  return {
    a: a.need.id,
    b: b.need.id,
    cell: pairCell(a, b),
    sameTarget: a.need.targetGroup !== null && a.need.targetGroup === b.need.targetGroup,
    monthsApart: Math.abs(a.month - b.month),
  };
}

/** All pairs of a list, in its order. */
export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}
