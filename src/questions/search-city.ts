import type { Point } from 'geojson';
import type { BaseFeature, CityIdentity, District, House, Site, Street } from '../city/types.ts';
import { type LonLat, type LonLatBox, lonLat } from '../shared/coordinates.ts';
import { boxOfGeometry } from '../shared/geometry/box.ts';
import { locatorOf } from '../shared/geometry/district-locator.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';
import { type HouseGroup, houseGroupByService } from '../shared/services.ts';
import { foldText } from './fold-text.ts';
import { parseCoordinates } from './parse-coordinates.ts';

/** In the order in which equally good hits are listed. */
export const SEARCH_KINDS = ['coordinates', 'district', 'street', 'house', 'site', 'place'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchHit {
  readonly kind: SearchKind;
  /** Object id; for streets, places and coordinates a key that is stable within the edition. */
  readonly id: string;
  /** Coordinates: latitude and longitude with points, five decimals. */
  readonly name: string;
  /** What tells it from its namesakes: district, address, operator. */
  readonly detail: string | null;
  readonly group: HouseGroup | null;
  readonly position: LonLat;
  readonly bbox: LonLatBox | null;
}

export interface SearchableCity {
  readonly identity: Pick<CityIdentity, 'epsg'>;
  readonly districts: readonly District[];
  readonly streets: readonly Street[];
  readonly houses: readonly House[];
  readonly sites: readonly Site[];
  readonly places: readonly BaseFeature<Point>[];
}

interface Entry {
  readonly hit: SearchHit;
  readonly words: readonly string[];
  /** All words without spaces, so that "Haupt Str" finds "Hauptstraße" and the other way round. */
  readonly joined: string;
}

/** A word of an entry; sorted by word, so that all words with a prefix lie side by side. */
interface WordRow {
  readonly word: string;
  readonly entry: number;
  readonly first: boolean;
}

export interface SearchIndex {
  readonly epsg: number;
  /** In the order of equally good hits: by kind, length of the name, name, what tells it apart, id. */
  readonly entries: readonly Entry[];
  readonly rows: readonly WordRow[];
}

/** Prepares the search; some 100 ms for 20,000 names. Unnamed objects are not found by name, and house numbers are not known. */
export function buildSearchIndex(city: SearchableCity): SearchIndex {
  const districtNames = new Map(city.districts.map((district) => [district.id, district.name]));
  const finestName = (ids: readonly (string | null)[]) => {
    const id = ids.findLast((candidate) => candidate !== null);
    return id === undefined || id === null ? null : (districtNames.get(id) ?? null);
  };
  const locator = locatorOf(city.districts);
  const entries: Entry[] = [];
  const add = (hit: SearchHit) => {
    // Names may end words in "str" without a point; what is typed may not yet be at the word's end.
    const folded = foldText(hit.name.replace(/str(?=[\s-]|$)/g, 'str.'));
    if (folded !== '') entries.push({ hit, words: folded.split(' '), joined: folded.replaceAll(' ', '') });
  };

  for (const { id, name, parent, geometry } of city.districts) {
    const detail = parent === null ? null : (districtNames.get(parent) ?? null);
    const bbox = boxOfGeometry(geometry) ?? [0, 0, 0, 0];
    // The middle of the box will do: one looks at a district as a whole, and its inner point costs a millisecond each.
    const position = lonLat((bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2);
    add({ kind: 'district', id, name, detail, group: null, position, bbox });
  }
  for (const { name, position, districts } of city.streets) {
    const id = `street:${name}|${districts.findLast((district) => district !== null) ?? ''}|${position.join(',')}`;
    add({ kind: 'street', id, name, detail: finestName(districts), group: null, position, bbox: null });
  }
  for (const { id, name, address, operator, position, districts, offers } of city.houses) {
    if (name === null) continue;
    const group = offers.map((offer) => houseGroupByService(offer.service)).find((found) => found !== null) ?? null;
    const detail = address ?? finestName(districts) ?? operator;
    add({ kind: 'house', id, name, detail, group, position, bbox: null });
  }
  for (const { id, name, geometry } of city.sites) {
    const [bbox, position] = [boxOfGeometry(geometry), interiorPoint(geometry)];
    add({ kind: 'site', id, name, detail: finestName(locator.locate(position)), group: null, position, bbox });
  }
  const known = new Set(city.districts.map((district) => foldText(district.name)));
  for (const { name, kind, geometry } of city.places) {
    if (name === null || known.has(foldText(name))) continue;
    const position = lonLat(geometry.coordinates[0]!, geometry.coordinates[1]!);
    const id = `place:${kind}|${name}|${position.join(',')}`;
    const detail = finestName(locator.locate(position));
    add({ kind: 'place', id, name, detail, group: null, position, bbox: null });
  }

  const rows: WordRow[] = [];
  const ordered = entries
    .map((entry) => ({ ...entry, kindOrder: SEARCH_KINDS.indexOf(entry.hit.kind) }))
    .sort(
      (a, b) =>
        a.kindOrder - b.kindOrder ||
        a.joined.length - b.joined.length ||
        compareText(a.joined, b.joined) ||
        compareText(a.hit.detail ?? '', b.hit.detail ?? '') ||
        compareText(a.hit.id, b.hit.id),
    )
    .map(({ hit, words, joined }) => ({ hit, words, joined }));
  ordered.forEach(({ words, joined }, entry) => {
    rows.push({ word: joined, entry, first: true });
    words.forEach((word, i) => {
      if (i > 0 || word !== joined) rows.push({ word, entry, first: i === 0 });
    });
  });
  rows.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.entry - b.entry));
  return { epsg: city.identity.epsg, entries: ordered, rows };
}

/** How well a name fits: smaller is better. */
const FIT = { exact: 0, namePrefix: 1, laterWord: 2 } as const;

/**
 * The best hits for what was typed so far. Every word typed must begin a word of the name, in any order; a name that equals the text
 * comes first, then names that begin with it, then names with a later word that does; districts before streets before houses; short
 * names before long ones. Text that reads as coordinates gives that place alone. Cost: the names that share the first typed prefix.
 */
export function searchCity(index: SearchIndex, text: string, limit: number): SearchHit[] {
  const place = parseCoordinates(text, index.epsg);
  if (place !== null) return [coordinatesHit(place)];
  const folded = foldText(text);
  if (folded === '') return [];
  const typed = folded.split(' ');
  const joined = folded.replaceAll(' ', '');

  const fitByEntry = new Map<number, number>();
  const consider = (entry: number, fit: number) => {
    const before = fitByEntry.get(entry);
    if (before === undefined || fit < before) fitByEntry.set(entry, fit);
  };
  for (const row of rowsWithPrefix(index.rows, joined)) {
    const { joined: whole } = index.entries[row.entry]!;
    consider(row.entry, whole === joined ? FIT.exact : row.first ? FIT.namePrefix : FIT.laterWord);
  }
  if (typed.length > 1) {
    const longest = typed.reduce((a, b) => (b.length > a.length ? b : a));
    for (const row of rowsWithPrefix(index.rows, longest)) {
      if (beginsWords(typed, index.entries[row.entry]!.words)) consider(row.entry, FIT.laterWord);
    }
  }

  return [...fitByEntry]
    .sort(([entryA, fitA], [entryB, fitB]) => fitA - fitB || entryA - entryB)
    .slice(0, limit)
    .map(([entry]) => index.entries[entry]!.hit);
}

function coordinatesHit(position: LonLat): SearchHit {
  const name = `${position[1].toFixed(5)}, ${position[0].toFixed(5)}`;
  return { kind: 'coordinates', id: `coordinates:${name}`, name, detail: null, group: null, position, bbox: null };
}

/** True if each typed word begins another word of the name. */
function beginsWords(typed: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  // Longest first: "st stein" must not use up "stein" for "st".
  return typed
    .toSorted((a, b) => b.length - a.length)
    .every((part) => {
      const found = left.findIndex((word) => word.startsWith(part));
      if (found >= 0) left.splice(found, 1);
      return found >= 0;
    });
}

function* rowsWithPrefix(rows: readonly WordRow[], prefix: string): Generator<WordRow> {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.word < prefix) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < rows.length && rows[i]!.word.startsWith(prefix); i++) yield rows[i]!;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
