import words from '../../../data/demo/names.json' with { type: 'json' };
import type { Random } from '../../shared/random.ts';

/** Draws names that are all different. */
export interface NameSource {
  /** A place, e.g. "Lindenau". */
  place(): string;
  /** A part of the inner city, e.g. "Brückenviertel". */
  inner(): string;
  /** A street of a settled area, e.g. "Ahornweg", "Am Brühl". */
  street(kind: 'lane' | 'road' | 'path'): string;
}

export const NAME_WORDS = words;

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** Does the joint of two parts read badly ("Eich" + "eck", "Bach" + "bach")? */
function clashes(start: string, end: string): boolean {
  return start.slice(-1) === end[0] || start.toLowerCase().includes(end.slice(0, 3));
}

function placeNames(random: Random): string[] {
  const names: string[] = [];
  for (const start of words.places.starts) {
    for (const end of words.places.ends) if (!clashes(start, end)) names.push(start + end);
  }
  return shuffled(names, random);
}

function streetNames(random: Random, ends: readonly string[]): string[] {
  const names: string[] = [];
  for (const stem of words.streets.stems) {
    for (const end of ends) if (!clashes(stem, end)) names.push(stem + end);
  }
  return shuffled(names, random);
}

/** "Am Brühl", "Beim Brühl", "Hinterm Brühl", "An der Kelter", … */
function fieldNames(random: Random): string[] {
  const names: string[] = [];
  for (const field of words.streets.fields) {
    const before = words.streets.feminine.includes(field)
      ? ['An der', 'Bei der', 'Hinter der', 'Vor der', 'Auf der', 'Ob der']
      : ['Am', 'Beim', 'Im', 'Hinterm', 'Vorm', 'Überm', 'Unterm'];
    for (const word of before) names.push(`${word} ${field}`);
  }
  return shuffled(names, random);
}

/** "Lindenau" → "Lindenauer", "Rehhausen" → "Rehhauser", "Rosenhöhe" → "Rosenhöher". */
export function adjectiveOf(place: string): string {
  if (place.endsWith('hausen') || place.endsWith('hofen')) return `${place.slice(0, -2)}er`;
  return place.endsWith('e') ? `${place}r` : `${place}er`;
}

/** Two lists in turn, the rest of the longer one at the end. */
function interleave(a: readonly string[], b: readonly string[]): string[] {
  const mixed: string[] = [];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (i < a.length) mixed.push(a[i]!);
    if (i < b.length) mixed.push(b[i]!);
  }
  return mixed;
}

/** An endless run through a list: after its end the names come again with a compass word before them. */
function drawer(names: readonly string[]): () => string {
  const rounds = ['', 'Obere ', 'Untere ', 'Hintere ', 'Vordere ', 'Äußere ', 'Innere ', 'Kleine ', 'Große '];
  let count = 0;
  return () => {
    const round = Math.floor(count / names.length);
    const name = names[count % names.length]!;
    count++;
    if (round === 0) return name;
    return round < rounds.length ? agree(rounds[round]!, name) : `${name} ${round - rounds.length + 2}`;
  };
}

/** "Obere Lindenstraße" but "Oberer Lindenweg". */
function agree(word: string, name: string): string {
  if (/(straße|gasse|allee|wiesen|höhe|au)$/.test(name)) return word + name;
  return `${word.trim()}${/^(Am|Im|Beim|An|Auf|Bei|Hinter|Vor|Über|Unter|Ob)/.test(name) ? 's' : 'r'} ${name}`;
}

/** A source of names; the same random gives the same names. */
export function createNames(random: Random): NameSource {
  const places = placeNames(random.fork('places'));
  const place = drawer(places);
  const [near, far] = [places.slice(0, places.length / 2), places.slice(places.length / 2)];
  const inner = drawer(words.inner);
  const ends = ['weg', 'gasse', 'pfad', 'steig', 'winkel', 'hof', 'rain'];
  const toFar = far.map((name) => `${adjectiveOf(name)} Weg`);
  const toNear = near.map((name) => `${adjectiveOf(name)} Straße`);
  const lanes = drawer(interleave(streetNames(random.fork('lanes'), ends), toFar));
  const roads = drawer(interleave(streetNames(random.fork('roads'), ['straße', 'ring', 'allee']), toNear));
  const fields = drawer(fieldNames(random.fork('fields')));
  let turn = 0;
  return {
    place,
    inner,
    street: (kind) => {
      turn++;
      if (kind === 'road') return roads();
      if (kind === 'path') return fields();
      return turn % 5 === 0 && turn < 2000 ? fields() : lanes();
    },
  };
}
