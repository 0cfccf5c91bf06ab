import type { Language } from '../i18n/format.ts';
import type { BuildStep } from '../pipeline/types.ts';
import type { ArgumentMistake } from './arguments.ts';
import type { ComparedKind } from './compare-editions.ts';

/** Sentences of `npm run city`. Problems and notes come from `i18n`. */
export interface CityTexts {
  readonly usage: string;
  mistake(mistake: ArgumentMistake): string;
  readonly steps: Readonly<Record<BuildStep, string>>;
  readonly kinds: Readonly<Record<ComparedKind, string>>;
  readonly failed: string;
  readonly unexpected: string;
  recipeUnreadable(path: string): string;
  folderTaken(path: string): string;
  cannotWrite(path: string, reason: string): string;
  readonly invented: string;
  title(name: string, edition: string): string;
  written(path: string, files: number, bytes: string): string;
  readonly notWritten: string;
  readonly schemaWritten: string;
  inhabitants(count: string, date: string): string;
  readonly inhabitantsUnknown: string;
  readonly contents: Readonly<
    Record<'facilities' | 'supply-areas' | 'sites' | 'plots' | 'population' | 'base-buildings', string>
  >;
  readonly notes: string;
  readonly warnings: string;
  spent(seconds: string, memory: string): string;
  readonly comparedWith: (edition: string) => string;
  readonly previousUnreadable: string;
  compared(kept: string, moved: string, added: string, gone: string): string;
  readonly moved: string;
  readonly added: string;
  readonly gone: string;
}

const DE: CityTexts = {
  usage: `npm run city -- <Rezept.json> [Optionen]    baut das Stadtpaket eines Rezepts
npm run city -- demo [Optionen]             baut die erfundene Stadt Musterstadt
npm run city -- schema                      schreibt data/recipe.schema.json und data/indicators.schema.json neu

  --out ORDNER      wohin (sonst public/city/<id>)
  --sources ORDNER  wo die Quellen liegen (sonst „base“ des Rezepts)
  --lang de|en      Sprache des Berichts
  --check-only      bauen und berichten, nichts schreiben
  --scale ZAHL      Musterstadt: Größe (1 = 600.000 Einwohner)
  --seed ZAHL       Musterstadt: andere Stadt`,
  mistake: ({ option, expected }) =>
    ({
      'known-option': `${option}: diese Option gibt es nicht.`,
      value: `${option}: der Wert fehlt.`,
      number: `${option}: erwartet eine Zahl größer als 0.`,
      language: '--lang: möglich sind de und en.',
      'one-recipe':
        option === ''
          ? 'Es fehlt der Pfad des Rezepts (oder „demo“).'
          : `„${option}“ ist zu viel: ein Rezept je Aufruf.`,
    })[expected],
  steps: {
    read: 'Quellen lesen',
    osm: 'OpenStreetMap',
    network: 'Wegenetz',
    districts: 'Gebiete',
    population: 'Einwohner',
    facilities: 'Einrichtungen',
    base: 'Grundkarte',
    generate: 'Stadt erzeugen',
    write: 'Paket schreiben',
  },
  kinds: {
    districts: 'Gebiete',
    houses: 'Häuser',
    supplyAreas: 'Grün-, Spiel-, Sportflächen',
    sites: 'Vorhaben',
    plots: 'Flächen',
  },
  failed: 'Das Stadtpaket wurde nicht gebaut:',
  unexpected: 'Unerwarteter Fehler:',
  recipeUnreadable: (path) => `Das Rezept ${path} lässt sich nicht lesen.`,
  folderTaken: (path) =>
    `${path} enthält etwas anderes als ein Stadtpaket. Bitte mit --out einen anderen Ordner nennen.`,
  cannotWrite: (path, reason) => `${path} lässt sich nicht schreiben (${reason}).`,
  invented: 'Erfundene Stadt',
  title: (name, edition) => `${name}, Ausgabe ${edition}`,
  written: (path, files, bytes) => `Geschrieben nach ${path}: ${files} Dateien, ${bytes}.`,
  notWritten: 'Geprüft; nichts geschrieben.',
  schemaWritten: 'data/recipe.schema.json und data/indicators.schema.json geschrieben.',
  inhabitants: (count, date) => `${count} Einwohner (${date})`,
  inhabitantsUnknown: 'Einwohner: keine Angabe',
  contents: {
    facilities: 'Häuser',
    'supply-areas': 'Grün-, Spiel- und Sportflächen',
    sites: 'Vorhaben',
    plots: 'Flächen',
    population: 'Rasterzellen',
    'base-buildings': 'Gebäude',
  },
  notes: 'Hinweise',
  warnings: 'Zu prüfen',
  spent: (seconds, memory) => `Zeit ${seconds}, größter Speicherbedarf ${memory}.`,
  comparedWith: (edition) => `Gegenüber der Ausgabe ${edition}:`,
  previousUnreadable: 'Das bisherige Paket ließ sich nicht lesen und wird ersetzt:',
  compared: (kept, moved, added, gone) =>
    `${kept} geblieben, davon ${moved} um mehr als 50 m verschoben; ${added} neu, ${gone} weggefallen`,
  moved: 'verschoben',
  added: 'neu',
  gone: 'weggefallen',
};

const EN: CityTexts = {
  usage: `npm run city -- <recipe.json> [options]    builds the city package of a recipe
npm run city -- demo [options]             builds the invented city Musterstadt
npm run city -- schema                     writes data/recipe.schema.json and data/indicators.schema.json anew

  --out FOLDER      where to (otherwise public/city/<id>)
  --sources FOLDER  where the sources are (otherwise "base" of the recipe)
  --lang de|en      language of the report
  --check-only      build and report, write nothing
  --scale NUMBER    Musterstadt: size (1 = 600,000 inhabitants)
  --seed NUMBER     Musterstadt: another city`,
  mistake: ({ option, expected }) =>
    ({
      'known-option': `${option}: there is no such option.`,
      value: `${option}: the value is missing.`,
      number: `${option}: expected a number greater than 0.`,
      language: '--lang: possible are de and en.',
      'one-recipe':
        option === ''
          ? 'The path of the recipe is missing (or "demo").'
          : `"${option}" is one too many: one recipe per call.`,
    })[expected],
  steps: {
    read: 'Reading sources',
    osm: 'OpenStreetMap',
    network: 'Walking network',
    districts: 'Districts',
    population: 'Inhabitants',
    facilities: 'Facilities',
    base: 'Base map',
    generate: 'Generating the city',
    write: 'Writing the package',
  },
  kinds: {
    districts: 'Districts',
    houses: 'Houses',
    supplyAreas: 'Green, play, sports areas',
    sites: 'Sites',
    plots: 'Plots',
  },
  failed: 'The city package was not built:',
  unexpected: 'Unexpected error:',
  recipeUnreadable: (path) => `The recipe ${path} cannot be read.`,
  folderTaken: (path) => `${path} holds something other than a city package. Please name another folder with --out.`,
  cannotWrite: (path, reason) => `${path} cannot be written (${reason}).`,
  invented: 'Invented city',
  title: (name, edition) => `${name}, edition ${edition}`,
  written: (path, files, bytes) => `Written to ${path}: ${files} files, ${bytes}.`,
  notWritten: 'Checked; nothing written.',
  schemaWritten: 'data/recipe.schema.json and data/indicators.schema.json written.',
  inhabitants: (count, date) => `${count} inhabitants (${date})`,
  inhabitantsUnknown: 'Inhabitants: not stated',
  contents: {
    facilities: 'houses',
    'supply-areas': 'green, play and sports areas',
    sites: 'sites',
    plots: 'plots',
    population: 'grid cells',
    'base-buildings': 'buildings',
  },
  notes: 'Notes',
  warnings: 'To check',
  spent: (seconds, memory) => `Time ${seconds}, peak memory ${memory}.`,
  comparedWith: (edition) => `Against edition ${edition}:`,
  previousUnreadable: 'The previous package could not be read and is replaced:',
  compared: (kept, moved, added, gone) =>
    `${kept} kept, ${moved} of them moved by more than 50 m; ${added} new, ${gone} gone`,
  moved: 'moved',
  added: 'new',
  gone: 'gone',
};

export function cityTexts(language: Language): CityTexts {
  return language === 'de' ? DE : EN;
}
