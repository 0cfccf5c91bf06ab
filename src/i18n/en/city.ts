import type { CityProblems, CityRule, NetworkPart } from '../../shared/problems/city.ts';
import type { ProblemMessages } from '../problem-text.ts';

/** What a rule expects, after "expected: ". */
const EXPECTED: { readonly [R in CityRule]: (limit: string) => string } = {
  'unique-id': () => 'every id once in its layer',
  'known-district': () => 'the id of a district of the package',
  'district-of-level': (limit) => `a district of level ${limit}`,
  'parent-of-district': (limit) => `the id of a district of level ${limit}`,
  'no-parent': () => 'no parent, because level 1 is the highest',
  'inside-parent': (limit) => `lies within its parent district (${limit})`,
  'no-overlap': (limit) => `does not lie over another district of the same level (${limit})`,
  'no-district-outside': () => 'no district, because the object lies outside the city',
  'one-district-per-level': (limit) => `a district of level ${limit}, because the place lies within the city`,
  'known-house': () => 'the id of a facility of the package',
  'known-source': (limit) => `the number of a source of the package, from 0 and below ${limit}`,
  'known-service': (limit) => `one of the services ${limit}`,
  'known-variant': (limit) => `one of the variants ${limit}`,
  'known-geometry': (limit) => `one of the shapes ${limit}`,
  'not-negative': () => 'a number from 0, or nothing where nothing is known',
  positive: () => 'a number above 0',
  between: (limit) => `a value within ${limit}`,
  'iso-date': () => 'a day as YYYY-MM-DD',
  'month-day': () => 'a day of the year as MM-DD',
  'later-than': (limit) => `later or greater than ${limit}`,
  'contiguous-bands': (limit) => `age bands without gap or overlap, this one from ${limit}`,
  count: (limit) => `a count of ${limit}`,
  ascending: (limit) => `ascending, here not below ${limit}`,
  'level-number': (limit) => `levels from 1 without gaps, here ${limit}`,
  'share-sum': () => 'shares that add up to 1',
  degrees: () => 'longitude and latitude in degrees (WGS 84)',
  'closed-ring': () => 'a closed ring of at least four points',
  'line-of-two': () => 'a line of at least two points',
  'simple-id': () => 'lower-case letters, digits and hyphens',
  'non-empty': () => 'a value, not empty',
  'arc-both-ways': (limit) => `the same edge back to node ${limit}`,
};

const NETWORK_PART: Readonly<Record<NetworkPart, string>> = {
  magic: 'mark at the beginning',
  version: 'version',
  length: 'length in bytes',
  checksum: 'checksum',
  offsets: 'order of the edges',
  targets: 'target of an edge',
};

const COPY_AGAIN = 'Please copy the complete package again.';

export const cityEn: ProblemMessages<CityProblems> = {
  'city.file-missing': (p) => `The city package lacks the file ${p.file}. ${COPY_AGAIN}`,
  'city.crs-unknown': (p) => `Coordinate system ${p.found} is not known. Known are ${p.known}.`,
  'city.network-failed': (p) =>
    `The file ${p.file} could not be loaded: no connection to the server. Please check the connection and try again.`,
  'city.server-refused': (p) => `The server does not hand out the file ${p.file} (answer ${p.status}).`,
  'city.range-wrong': (p) =>
    `The server sent another part of the file than asked for (${p.found} instead of ${p.expected}). Either the file is incomplete, or the server sends byte ranges wrongly.`,
  'city.ranges-unsupported': (p, format) =>
    `The server can only send whole files; at ${format.number(p.megabytes)} MB this one is too large for that (${format.number(p.limitMegabytes)} MB at most). Please use a server that knows byte ranges (HTTP Range).`,
  'city.length-wrong': (p, format) =>
    `The file has ${format.number(p.found)} bytes, by the manifest it should have ${format.number(p.expected)}. ${COPY_AGAIN}`,
  'city.checksum-wrong': (p) =>
    `The checksum is wrong: found ${p.found.slice(0, 12)}…, expected ${p.expected.slice(0, 12)}…. ${COPY_AGAIN}`,
  'city.file-damaged': (p) => `The file is damaged or no ${p.expected} (${p.detail}). ${COPY_AGAIN}`,
  'city.column-missing': (p) => `The column is missing or has another type. Expected: ${p.expected}.`,
  'city.network-damaged': (p) =>
    `The walking network is damaged (${NETWORK_PART[p.part]}: found ${p.found}, expected ${p.expected}). ${COPY_AGAIN}`,
  'city.json-invalid': (p) => `Expected JSON, found: ${p.found}`,
  'city.field-invalid': (p) => `The value "${p.path}" does not fit: found ${p.found}, expected ${p.expected}.`,
  'city.schema-too-new': (p) =>
    `The city package has format ${p.found}, this program knows ${p.expected} at most. Please use a newer version of the program.`,
  'city.schema-too-old': (p) =>
    `The city package has format ${p.found}, which cannot be turned into format ${p.expected}. Please build the package again.`,
  'city.rule-broken': (p) => `Found: ${p.found}. Expected: ${EXPECTED[p.rule](p.limit)}.`,
};
