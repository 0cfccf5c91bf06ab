import type { KindName } from './need-kinds.ts';

/** Walking distance within which needs may share a place. Planted sets keep well below, distance misses well above. */
export const BUNDLE_WALK_METERS = 1000;
/** Needs that lie closer than this (as the crow flies) to the place are within it on foot. */
export const NEAR_AIR_METERS = 400;
/** Two needs that lie farther apart than this have no place within walking distance of both. */
export const FAR_AIR_METERS = 2 * BUNDLE_WALK_METERS + 200;
/** Needs that are wanted at most so many months apart can be built as one. */
export const BUNDLE_MONTHS_APART = 36;

/** What decides: the worst cell of the matrix in `domain.md` § 8 that a set meets, or what keeps a near miss apart. */
export type SetRule = 'strong' | 'possible' | 'distance' | 'noise' | 'dates' | 'area';

/** A set of needs that belongs together, or looks so and does not. */
export interface SetSeed {
  readonly id: string;
  readonly kinds: readonly KindName[];
  readonly rule: SetRule;
  readonly anchor: 'plot' | 'site';
}

const planted = (
  id: string,
  rule: 'strong' | 'possible',
  anchor: SetSeed['anchor'],
  ...kinds: KindName[]
): SetSeed => ({
  id: `buendel-${id}`,
  kinds,
  rule,
  anchor,
});

const missed = (id: string, rule: Exclude<SetRule, 'strong' | 'possible'>, ...kinds: KindName[]): SetSeed => ({
  id: `knapp-${id}`,
  kinds,
  rule,
  anchor: 'plot',
});

/** Twelve sets that fit: same place, same time, enough room, uses that go together. */
export const PLANTED_SEEDS: readonly SetSeed[] = [
  planted('01', 'strong', 'plot', 'grundschule', 'sporthalle'),
  planted('02', 'possible', 'plot', 'grundschule', 'sporthalle', 'jugendtreff'),
  planted('03', 'strong', 'plot', 'ganztag', 'bibliothek'),
  planted('04', 'strong', 'site', 'kita-ue3', 'familienzentrum'),
  planted('05', 'strong', 'site', 'tagespflege', 'begegnung'),
  planted('06', 'strong', 'plot', 'kita-u3', 'begegnung'),
  planted('07', 'strong', 'plot', 'jugendtreff', 'sporthalle'),
  planted('08', 'strong', 'plot', 'pflege', 'hausarzt'),
  planted('09', 'strong', 'plot', 'unterkunft', 'begegnung'),
  planted('10', 'strong', 'plot', 'bibliothek', 'familienzentrum'),
  planted('11', 'possible', 'plot', 'kita-ue3', 'tagespflege'),
  planted('12', 'possible', 'plot', 'kita-u3', 'familienzentrum', 'hausarzt'),
];

/** Twelve that miss by one thing each: too far apart, noise, dates, area. */
export const NEAR_MISS_SEEDS: readonly SetSeed[] = [
  missed('01', 'area', 'kita-ue3', 'pflege'),
  missed('02', 'area', 'kita-ue3', 'unterkunft'),
  missed('03', 'area', 'pflege', 'begegnung'),
  missed('04', 'dates', 'kita-ue3', 'begegnung'),
  missed('05', 'dates', 'bibliothek', 'begegnung'),
  missed('06', 'dates', 'jugendtreff', 'sporthalle'),
  missed('07', 'distance', 'kita-ue3', 'familienzentrum'),
  missed('08', 'distance', 'jugendtreff', 'sporthalle'),
  missed('09', 'distance', 'pflege', 'hausarzt'),
  missed('10', 'noise', 'kita-ue3', 'jugendtreff'),
  missed('11', 'noise', 'kita-u3', 'jugendtreff'),
  missed('12', 'noise', 'tagespflege', 'jugendtreff'),
];

/** A set as it was placed in a generated city. */
export interface PlacedSet {
  readonly id: string;
  readonly rule: SetRule;
  readonly needIds: readonly string[];
  /** The plot or site that all of the set could share; for a distance miss the one of the first need. */
  readonly place: { readonly kind: 'plot' | 'site'; readonly id: string };
}

/** What was planted in a plan: for the question that proposes bundles to find, and not to find. */
export interface PlantedSets {
  readonly bundles: readonly PlacedSet[];
  readonly nearMisses: readonly PlacedSet[];
}
