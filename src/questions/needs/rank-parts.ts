import type { ObjectOf } from '../../plan/plan.ts';
import type { DistrictStatus, HorizonRow, PlacedNeed, Readiness } from './need-calls.ts';
import { isPublicOwner } from './public-owner.ts';

type Need = ObjectOf<'needs'>;

/** The comparable parts of the score, in the order they are shown. */
export const RANK_PARTS = ['unserved', 'affected', 'priority', 'time', 'readiness'] as const;
export type RankPart = (typeof RANK_PARTS)[number];

/** Weights that nobody has changed: an assumption, editable with a reason. */
export const DEFAULT_WEIGHTS: Readonly<Record<RankPart, number>> = {
  unserved: 3,
  affected: 2,
  priority: 2,
  time: 2,
  readiness: 1,
};

/** So many persons without supply, or more, are 1. */
export const AFFECTED_AT_MOST = 1000;
/** A day so many years away, or more, is 0; today or past is 1. */
export const YEARS_AWAY_AT_MOST = 10;
/** Burden from −2 (0) to +2 (1) standard deviations. */
const BURDEN_SPAN = 2;
/** Stage of a site from which its plan is in force. */
const IN_FORCE_STAGE = 10;

/** A part: the figure that people know, and what it is between 0 and 1. `null` = keine Angabe, which is no 0. */
export interface PartValue {
  /** `unserved` a share, `affected` persons, `priority` a mean z-score, `time` years left, `readiness` a share of what is known. */
  readonly figure: number | null;
  /** 0–1. */
  readonly value: number | null;
}

const MISSING: PartValue = { figure: null, value: null };
const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
const part = (figure: number, value: number): PartValue => ({
  figure: round(figure, 3),
  value: round(Math.min(1, Math.max(0, value)), 4),
});

/** What the parts of a need are computed from. */
export interface PartSources {
  readonly placed: PlacedNeed | undefined;
  /** Of the need's service, district and horizon. */
  readonly row: HorizonRow | undefined;
  readonly status: DistrictStatus | undefined;
  /** Land of its bundle; counts where the need names none. */
  readonly bundleLand: Readiness | null;
  /** ISO date. */
  readonly today: string;
}

export function partsOf(need: Need, sources: PartSources): Readonly<Record<RankPart, PartValue>> {
  const unserved = sources.row === undefined ? null : unservedShare(sources.row);
  const persons = sources.row?.persons ?? null;
  const burden = sources.status?.burden ?? null;
  const affected = unserved === null || persons === null ? null : unserved * persons;
  return {
    unserved: unserved === null ? MISSING : part(unserved, unserved),
    affected: affected === null ? MISSING : part(Math.round(affected), affected / AFFECTED_AT_MOST),
    priority: burden === null ? MISSING : part(burden, (burden + BURDEN_SPAN) / (2 * BURDEN_SPAN)),
    time: timeLeft(need.neededBy, sources.today),
    readiness: readinessOf(need, sources.placed?.land ?? sources.bundleLand),
  };
}

/**
 * The share of the target group of a district that finds no supply: missing places of the demand; where the model counts none the
 * shortfall of the district's own capacity; else persons beyond reach of all persons. `null` = none of them is known.
 */
export function unservedShare(row: HorizonRow): number | null {
  const { demand, missing, balance, persons, personsWithinReach } = row;
  if (demand !== null && demand > 0) {
    if (missing !== null) return Math.min(1, missing / demand);
    if (balance !== null) return Math.min(1, Math.max(0, -balance) / demand);
  }
  if (persons === null || persons === 0 || personsWithinReach === null) return null;
  return Math.max(0, 1 - personsWithinReach / persons);
}

/** Years from one ISO date to another, by days. */
function timeLeft(neededBy: string | null, today: string): PartValue {
  if (neededBy === null) return MISSING;
  const days = (Date.parse(neededBy) - Date.parse(today)) / 86_400_000;
  const years = round(days / 365.25, 1);
  return part(years, 1 - years / YEARS_AWAY_AT_MOST);
}

/** Of a plot: large enough, public, not reserved; of a site: its plan in force, or how far it is. The mean of what is known. */
function readinessOf(need: Need, land: Readiness | null): PartValue {
  if (land === null) return MISSING;
  const known: number[] = [];
  if (land.stage !== null) known.push(Math.min(1, land.stage / IN_FORCE_STAGE));
  if (land.kind === 'plot') {
    if (land.areaSquareMeters !== null && need.plotSquareMeters !== null)
      known.push(land.areaSquareMeters >= need.plotSquareMeters ? 1 : 0);
    if (land.owner !== null) known.push(isPublicOwner(land.owner) ? 1 : 0);
    known.push(land.reservedFor === null ? 1 : 0);
  }
  if (known.length === 0) return MISSING;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return part(mean, mean);
}
