/** Parts of `network.bin` that can be wrong. */
export type NetworkPart = 'magic' | 'version' | 'length' | 'checksum' | 'offsets' | 'targets';

/** What a value of a city should have been; turned into words by `i18n`. `limit` completes the sentence where it has a gap. */
export type CityRule =
  | 'unique-id'
  | 'known-district'
  | 'district-of-level'
  | 'parent-of-district'
  | 'no-parent'
  | 'inside-parent'
  | 'no-overlap'
  | 'no-district-outside'
  | 'one-district-per-level'
  | 'known-house'
  | 'known-source'
  | 'not-negative'
  | 'positive'
  | 'between'
  | 'iso-date'
  | 'month-day'
  | 'later-than'
  | 'contiguous-bands'
  | 'count'
  | 'ascending'
  | 'level-number'
  | 'share-sum'
  | 'degrees'
  | 'closed-ring'
  | 'line-of-two'
  | 'known-variant'
  | 'simple-id'
  | 'non-empty'
  | 'arc-both-ways'
  | 'known-service'
  | 'known-geometry';

/** Problems of a city package: reading, checking, streaming. */
export interface CityProblems {
  'city.file-missing': { file: string };
  'city.crs-unknown': { found: string; known: string };
  'city.network-failed': { file: string };
  'city.server-refused': { file: string; status: number };
  'city.range-wrong': { found: string; expected: string };
  'city.ranges-unsupported': { megabytes: number; limitMegabytes: number };
  'city.length-wrong': { found: number; expected: number };
  'city.checksum-wrong': { found: string; expected: string };
  'city.file-damaged': { expected: string; detail: string };
  'city.column-missing': { expected: string };
  'city.network-damaged': { part: NetworkPart; found: string; expected: string };
  'city.json-invalid': { found: string };
  'city.field-invalid': { path: string; found: string; expected: string };
  'city.schema-too-new': { found: number; expected: number };
  'city.schema-too-old': { found: number; expected: number };
  'city.rule-broken': { rule: CityRule; found: string; limit: string };
}
