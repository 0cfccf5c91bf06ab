import type { AgeBand } from '../../city/types.ts';

const OLDEST = 150;

/** Shortest text for a band: `0-3` is 0 to under 3, `75-` is 75 and older. Equal bands have equal keys. */
export function bandKey(band: AgeBand): string {
  return `${band.from}-${band.to ?? ''}`;
}

/** The band of a {@link bandKey}. */
export function bandFromKey(key: string): AgeBand {
  const [from, to] = key.split('-');
  return { from: Number(from), to: to === '' ? null : Number(to) };
}

/** Bands by their lower, then their upper end; an open one last. */
export function compareBands(a: AgeBand, b: AgeBand): number {
  return a.from - b.from || (a.to ?? OLDEST) - (b.to ?? OLDEST);
}

/** True if sorted bands follow each other without gap or overlap and none is empty. */
export function areContiguous(bands: readonly AgeBand[]): boolean {
  return bands.every(
    (band, i) => (i === 0 || bands[i - 1]?.to === band.from) && (band.to === null || band.to > band.from),
  );
}

/** True if contiguous bands hold people of every age. */
export function coverAllAges(bands: readonly AgeBand[]): boolean {
  return bands.length > 0 && bands[0]?.from === 0 && bands.at(-1)?.to === null;
}

/** True if everyone of the inner band is in the outer one. */
export function containsBand(outer: AgeBand, inner: AgeBand): boolean {
  return outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

type Rule = readonly [pattern: RegExp, band: (a: number, b: number) => AgeBand];

const halfOpen = (from: number, to: number): AgeBand => ({ from, to });
const inclusive = (from: number, to: number): AgeBand => ({ from, to: to + 1 });

// Spellings of German and English tables, after `normalise`. "bis" and "-" alone include the upper year, "bis unter" and "- <" do not.
const RULES: readonly Rule[] = [
  [/^(\d+) ?(?:bis|to|-)? ?(?:unter|under|u|<) ?(\d+)$/, halfOpen],
  [/^(?:unter|under|bis unter|u|<) ?(\d+)$/, (to) => ({ from: 0, to })],
  [/^(?:ab|from|≥|>=) ?(\d+)$/, (from) => ({ from, to: null })],
  [/^(\d+) ?(?:\+|(?:und|u\.|oder|and|or) ?(?:älter|mehr|older|over|more|darüber))$/, (from) => ({ from, to: null })],
  [/^(\d+) ?(?:bis|to|-) ?(\d+)$/, inclusive],
  [/^(\d+)$/, (year) => ({ from: year, to: year + 1 })],
];

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\b(?:jahren|jahre|jahr|j\.|years?|old)(?![a-zäöüß])/g, ' ')
    .replace(/\b(?:von|im alter|aged?)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads the name of an age group: "0 bis unter 3 Jahre", "00 - < 03", "unter 3", "unter10", "10 bis 14 Jahre" (14 included), "3-5"
 * (5 included), "75 Jahre und älter", "75+", "ab80", "17". "Insgesamt" and its like are the total. `null` where the text says something
 * else: the recipe has to name it.
 */
export function parseAgeGroup(text: string): AgeBand | 'total' | null {
  const plain = normalise(text);
  if (/^(insgesamt|gesamt|zusammen|total|alle altersgruppen)$/.test(plain)) return 'total';
  for (const [pattern, toBand] of RULES) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const band = toBand(Number(match[1]), Number(match[2]));
    return band.from < OLDEST && (band.to === null || (band.to > band.from && band.to <= OLDEST)) ? band : null;
  }
  return null;
}
