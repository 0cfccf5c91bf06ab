import type { DemandPoint, Manifest } from '../city/types.ts';
import { createFormat, type Language } from '../i18n/format.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { Note } from '../shared/problem.ts';
import { cityTexts } from './city-texts.ts';
import type { ComparedObject, KindComparison } from './compare-editions.ts';

/** Inhabitants of the city itself: surroundings left out; `null` where no point knows its number. */
export function countInhabitants(population: readonly DemandPoint[]): number | null {
  const known = population.filter((point) => !point.outside && point.total !== null);
  if (known.length === 0) return null;
  return Math.round(known.reduce((sum, point) => sum + (point.total ?? 0) * 1000, 0)) / 1000;
}

function noteLine(note: Note, language: Language): string {
  const count = note.count === undefined ? '' : ` (${createFormat(language).number(note.count)}×)`;
  return `  – ${problemText(note, language)}${count}`;
}

function listOf(title: string, notes: readonly Note[], language: Language): string[] {
  return notes.length === 0 ? [] : ['', `${title}:`, ...notes.map((note) => noteLine(note, language))];
}

function districtLine(manifest: Manifest, districtsByLevel: readonly number[], language: Language): string[] {
  if (manifest.levels.length === 0) return [];
  const format = createFormat(language);
  return [
    manifest.levels
      .map((words, i) => `${format.number(districtsByLevel[i] ?? 0)} ${words[language].plural}`)
      .join(', '),
  ];
}

/** What was built, in lines: contents, then what to check, then the other notes. */
export function buildReport(
  manifest: Manifest,
  inhabitants: number | null,
  districtsByLevel: readonly number[],
  language: Language,
): string[] {
  const texts = cityTexts(language);
  const format = createFormat(language);
  const contents = Object.entries(texts.contents).flatMap(([layer, words]) => {
    const features = manifest.files.find((file) => file.path === `${layer}.fgb`)?.features;
    return features ? [`${format.number(features)} ${words}`] : [];
  });
  const head = [
    texts.title(manifest.name, manifest.edition) + (manifest.invented ? ` · ${texts.invented}` : ''),
    inhabitants === null
      ? texts.inhabitantsUnknown
      : texts.inhabitants(format.number(Math.round(inhabitants)), format.date(manifest.referenceDate)),
    ...districtLine(manifest, districtsByLevel, language),
    ...(contents.length > 0 ? [contents.join(', ')] : []),
  ];
  const ofSeverity = (severity: Note['severity']) => manifest.notes.filter((note) => note.severity === severity);
  return [
    ...head,
    ...listOf(texts.warnings, ofSeverity('warning'), language),
    ...listOf(texts.notes, ofSeverity('info'), language),
  ];
}

const SHOWN = 20;

function names(title: string, objects: readonly ComparedObject[]): string[] {
  if (objects.length === 0) return [];
  const shown = objects.slice(0, SHOWN).map(({ id, name }) => (name === null ? id : `${name} (${id})`));
  return [`    ${title}: ${shown.join(', ')}${objects.length > SHOWN ? ` … (${objects.length})` : ''}`];
}

/** What became of the objects since the previous edition, in lines. */
export function editionReport(edition: string, comparisons: readonly KindComparison[], language: Language): string[] {
  const texts = cityTexts(language);
  const { number } = createFormat(language);
  return [
    texts.comparedWith(edition),
    ...comparisons.flatMap(({ kind, kept, moved, added, gone }) => [
      `  ${texts.kinds[kind]}: ${texts.compared(number(kept), number(moved.length), number(added.length), number(gone.length))}`,
      ...names(texts.moved, moved),
      ...names(texts.added, added),
      ...names(texts.gone, gone),
    ]),
  ];
}
