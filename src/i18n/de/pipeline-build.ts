import type { BuildProblems, PlacedKind, RecipeExpectation } from '../../shared/problems/pipeline-build.ts';
import type { ProblemMessages } from '../problem-text.ts';

function expected(expectation: RecipeExpectation): string {
  switch (expectation.is) {
    case 'text':
      return 'ein Text, der nicht leer ist';
    case 'number':
      return 'eine Zahl';
    case 'whole-number':
      return 'eine ganze Zahl';
    case 'yes-no':
      return 'true oder false';
    case 'object':
      return 'ein Objekt mit geschweiften Klammern';
    case 'date':
      return 'ein Datum wie 2025-12-31';
    case 'unique':
      return 'eine Kurzbezeichnung, die nur einmal vorkommt';
    case 'once':
      return 'diese Rolle höchstens einmal im Rezept';
    case 'list':
      return expectation.atLeast > 0 ? `eine Liste mit mindestens ${expectation.atLeast} Einträgen` : 'eine Liste';
    case 'one-of':
      return expectation.values.length === 0 ? 'nichts' : `eines von: ${expectation.values.join(', ')}`;
    case 'form':
      return expectation.form;
    case 'source':
      return `eine Quelle mit der Rolle „${expectation.role}“`;
  }
}

const KINDS: Readonly<Record<PlacedKind, string>> = {
  houses: 'Häuser',
  'supply-areas': 'Grün-, Spiel- und Sportflächen',
  context: 'sonstige Orte',
  population: 'Rasterzellen',
  sites: 'Vorhaben',
  plots: 'Flächen',
  catchments: 'Einzugsbereiche',
  streets: 'Straßen',
};

const PARTS = {
  network: 'ein Wegenetz; Entfernungen werden aus der Luftlinie geschätzt',
  population: 'Einwohner',
  base: 'eine Grundkarte',
  districts: 'Stadtbezirke; die ganze Stadt ist die einzige Ebene',
} as const;

/** The first entries of a list and how many there are. */
function some(entries: readonly (string | number)[]): string {
  const shown = entries.slice(0, 10).join(', ');
  return entries.length > 10 ? `${shown} … (insgesamt ${entries.length})` : shown;
}

export const pipelineBuildDe: ProblemMessages<BuildProblems> = {
  'recipe.not-json': ({ detail }) => `Das Rezept ist kein gültiges JSON (${detail}).`,
  'recipe.invalid': (params) =>
    `${params.path}: gefunden ${params.found ?? 'nichts'}, erwartet ${expected(params.expected)}.`,
  'recipe.unknown-field': ({ path }) => `${path}: dieses Feld gibt es in einem Rezept nicht (Schreibweise prüfen).`,
  'pipeline.cancelled': () => 'Abgebrochen. Es wurde nichts gespeichert.',
  'pipeline.source-missing': ({ path }) => `Die Datei ${path} gibt es nicht. Pfad im Rezept oder „base“ prüfen.`,
  'pipeline.source-unreachable': ({ address, status }) =>
    `${address} ist nicht erreichbar (${status === 0 ? 'keine Antwort' : `Status ${status}`}).`,
  'pipeline.source-empty': () => 'Die Datei ist leer.',
  'pipeline.source-too-large': ({ bytes, limitBytes }, format) =>
    `Die Datei ist mit ${format.bytes(bytes)} zu groß, möglich sind ${format.bytes(limitBytes)}. Bitte auf das Stadtgebiet zuschneiden.`,
  'pipeline.sources-too-large': ({ bytes, limitBytes }, format) =>
    `Alle Quellen zusammen sind mit ${format.bytes(bytes)} zu groß, möglich sind ${format.bytes(limitBytes)}.`,
  'pipeline.source-elsewhere': ({ found, expected: wanted, swapped }) =>
    `Kein Objekt liegt im Untersuchungsgebiet: gefunden ${found}, erwartet innerhalb von ${wanted}. ${
      swapped ? 'Länge und Breite sind vertauscht.' : 'Koordinatensystem (EPSG) der Quelle prüfen.'
    }`,
  'pipeline.coordinate-unreadable': ({ found }) => `„${found}“ ist keine Koordinate.`,
  'pipeline.coordinate-range': ({ found }) =>
    `${found} sind keine Grad (Länge −180 bis 180, Breite −90 bis 90). Sind es Meter, gehört der EPSG-Code ins Rezept.`,
  'pipeline.source-without-geometry': () =>
    'Die Quelle ist eine Tabelle ohne Geometrie; hier werden Flächen gebraucht.',
  'pipeline.geometry-kind': ({ found, expected: wanted }) =>
    `Die Geometrie ist vom Typ ${found}, erwartet ${wanted === 'Point' ? 'ein Punkt oder eine Fläche' : 'eine Fläche'}.`,
  'pipeline.key-missing': () => 'Der Schlüssel fehlt.',
  'pipeline.key-duplicate': ({ key, first }) => `Der Schlüssel „${key}“ steht schon in Zeile ${first}.`,
  'pipeline.value-unknown': ({ found, known }) =>
    `„${found}“ ist hier nicht vorgesehen${known === '' ? '' : `; bekannt sind ${known}`}.`,
  'pipeline.district-name-double': ({ name, level }) =>
    `„${name}“ bezeichnet auf Ebene ${level} zwei Gebiete; bitte über den Schlüssel verknüpfen.`,
  'pipeline.lookup-missing': ({ source }) => `Die Quelle „${source}“ hat nicht die Rolle „lookup“.`,
  'pipeline.lookup-key-missing': ({ key }) => `Zum Schlüssel „${key}“ steht in der Zuordnungstabelle kein Name.`,
  'pipeline.forecast-ages': ({ found, known }) =>
    `Die Altersgruppe ${found} der Vorausberechnung besteht nicht aus ganzen Altersgruppen der Stadt (${known}).`,
  'pipeline.forecast-double': () => 'Gebiet, Altersgruppe, Jahr und Variante stehen zweimal in der Vorausberechnung.',
  'pipeline.forecast-base-year': ({ year }) =>
    `Die Vorausberechnung in Personen enthält das Basisjahr ${year} nicht; Faktoren lassen sich nicht bilden.`,
  'pipeline.forecast-gaps': () => 'Werte der Vorausberechnung ohne Angabe.',
  'pipeline.figures-without-districts': ({ role }) =>
    `Die Rolle „${role}“ braucht Gebiete, das Rezept nennt aber keine Quelle mit der Rolle „districts“.`,
  'pipeline.study-area': ({ by, surroundingsMeters }, format) =>
    `Untersuchungsgebiet ${
      { districts: 'aus den Gebieten', polygon: 'als Polygon im Rezept', box: 'als Rechteck im Rezept' }[by]
    }; Umgebung bis ${format.unit(surroundingsMeters, 'm')}.`,
  'pipeline.houses-without-places': ({ houses }) =>
    `Häuser ohne Platzzahl (leer oder 0): keine Angabe. ${some(houses)}`,
  'pipeline.houses-without-split': ({ houses }) =>
    `Häuser, deren Plätze nicht auf die Angebote aufgeteilt sind: Aufteilung ohne Angabe. ${some(houses)}`,
  'pipeline.houses-contradictory': ({ houses }) =>
    `Häuser, deren Plätze je Angebot nicht die Gesamtzahl ergeben: Aufteilung ohne Angabe. ${some(houses)}`,
  'pipeline.rows-of-other-kinds': () => 'Zeilen anderer Art, im Rezept nicht verlangt.',
  'pipeline.rows-without-position': ({ rows }) => `Zeilen ohne Lage weggelassen: ${some(rows)}.`,
  'pipeline.catchments-without-house': ({ houses }) =>
    `Einzugsbereiche weggelassen, weil ihr Haus nicht oder nicht eindeutig gefunden wurde: ${some(houses)}.`,
  'pipeline.houses-matched': ({ matches }) =>
    `Häuser, die auch in OpenStreetMap stehen; es gilt die amtliche Angabe: ${some(
      matches.map(({ official, other, meters }) => `${official} = ${other} (${Math.round(meters)} m)`),
    )}`,
  'pipeline.beyond-surroundings': ({ kind }) => `${KINDS[kind]} jenseits der Umgebung weggelassen.`,
  'pipeline.in-surroundings': ({ kind }) => `${KINDS[kind]} in der Umgebung, zählen nicht zur Stadt.`,
  'pipeline.people-in-surroundings': ({ persons }, format) =>
    `${format.number(persons)} Menschen leben in der Umgebung und zählen nicht zur Stadt.`,
  'pipeline.people-beyond': ({ persons }, format) =>
    `${format.number(persons)} Menschen jenseits der Umgebung weggelassen.`,
  'pipeline.nearest-district': ({ kind }) =>
    `${KINDS[kind]} in Lücken zwischen den kleinsten Gebieten: dem nächsten Gebiet zugeordnet.`,
  'pipeline.unclaimed': ({ kind }) =>
    `${KINDS[kind]} im Untersuchungsgebiet, aber in keinem Gebiet: als Umgebung geführt.`,
  'pipeline.part-missing': ({ part }) => `Keine Quelle enthält ${PARTS[part]}.`,
};
