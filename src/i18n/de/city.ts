import type { CityProblems, CityRule, NetworkPart } from '../../shared/problems/city.ts';
import type { ProblemMessages } from '../problem-text.ts';

/** What a rule expects, after "erwartet: ". */
const EXPECTED: { readonly [R in CityRule]: (limit: string) => string } = {
  'unique-id': () => 'jede Kennung nur einmal in ihrer Ebene',
  'known-district': () => 'die Kennung eines Bezirks des Pakets',
  'district-of-level': (limit) => `ein Bezirk der Ebene ${limit}`,
  'parent-of-district': (limit) => `die Kennung eines Bezirks der Ebene ${limit}`,
  'no-parent': () => 'kein übergeordneter Bezirk, denn Ebene 1 ist die oberste',
  'inside-parent': (limit) => `liegt im übergeordneten Bezirk (${limit})`,
  'no-overlap': (limit) => `liegt nicht über einem anderen Bezirk der gleichen Ebene (${limit})`,
  'no-district-outside': () => 'kein Bezirk, denn das Objekt liegt außerhalb der Stadt',
  'one-district-per-level': (limit) => `ein Bezirk der Ebene ${limit}, denn der Ort liegt in der Stadt`,
  'known-house': () => 'die Kennung einer Einrichtung des Pakets',
  'known-source': (limit) => `die Nummer einer Quelle des Pakets, von 0 an und kleiner als ${limit}`,
  'known-service': (limit) => `eine der Angebotsarten ${limit}`,
  'known-variant': (limit) => `eine der Varianten ${limit}`,
  'known-geometry': (limit) => `eine der Formen ${limit}`,
  'not-negative': () => 'eine Zahl ab 0, oder leer, wo nichts bekannt ist',
  positive: () => 'eine Zahl über 0',
  between: (limit) => `ein Wert im Bereich ${limit}`,
  'iso-date': () => 'ein Tag als JJJJ-MM-TT',
  'month-day': () => 'ein Tag im Jahr als MM-TT',
  'later-than': (limit) => `später oder größer als ${limit}`,
  'contiguous-bands': (limit) => `Altersgruppen ohne Lücke und Überschneidung, hier beginnend bei ${limit}`,
  count: (limit) => `Anzahl ${limit}`,
  ascending: (limit) => `aufsteigend, hier nicht unter ${limit}`,
  'level-number': (limit) => `Ebenen von 1 an lückenlos, hier ${limit}`,
  'share-sum': () => 'Anteile, die zusammen 1 ergeben',
  degrees: () => 'Länge und Breite in Grad (WGS 84)',
  'closed-ring': () => 'ein geschlossener Ring mit mindestens vier Punkten',
  'line-of-two': () => 'eine Linie mit mindestens zwei Punkten',
  'simple-id': () => 'Kleinbuchstaben, Ziffern und Bindestriche',
  'non-empty': () => 'ein Wert, nicht leer',
  'arc-both-ways': (limit) => `die gleiche Kante zurück zum Knoten ${limit}`,
};

const NETWORK_PART: Readonly<Record<NetworkPart, string>> = {
  magic: 'Kennzeichen am Anfang',
  version: 'Version',
  length: 'Länge in Byte',
  checksum: 'Prüfsumme',
  offsets: 'Reihenfolge der Kanten',
  targets: 'Ziel einer Kante',
};

const COPY_AGAIN = 'Bitte das Paket vollständig neu kopieren.';

export const cityDe: ProblemMessages<CityProblems> = {
  'city.file-missing': (p) => `Im Stadtpaket fehlt die Datei ${p.file}. ${COPY_AGAIN}`,
  'city.crs-unknown': (p) => `Koordinatensystem ${p.found} ist nicht bekannt. Bekannt sind ${p.known}.`,
  'city.network-failed': (p) =>
    `Die Datei ${p.file} konnte nicht geladen werden: keine Verbindung zum Server. Bitte Verbindung prüfen und erneut versuchen.`,
  'city.server-refused': (p) => `Der Server gibt die Datei ${p.file} nicht heraus (Antwort ${p.status}).`,
  'city.range-wrong': (p) =>
    `Der Server hat einen anderen Teil der Datei geschickt als verlangt (${p.found} statt ${p.expected}). Entweder ist die Datei unvollständig, oder der Server schickt Byte-Bereiche falsch.`,
  'city.ranges-unsupported': (p, format) =>
    `Der Server kann nur ganze Dateien schicken, diese ist mit ${format.number(p.megabytes)} MB dafür zu groß (höchstens ${format.number(p.limitMegabytes)} MB). Bitte einen Server verwenden, der Byte-Bereiche (HTTP Range) kann.`,
  'city.length-wrong': (p, format) =>
    `Die Datei hat ${format.number(p.found)} Byte, laut Manifest sind es ${format.number(p.expected)}. ${COPY_AGAIN}`,
  'city.checksum-wrong': (p) =>
    `Die Prüfsumme stimmt nicht: gefunden ${p.found.slice(0, 12)}…, erwartet ${p.expected.slice(0, 12)}…. ${COPY_AGAIN}`,
  'city.file-damaged': (p) => `Die Datei ist beschädigt oder kein ${p.expected} (${p.detail}). ${COPY_AGAIN}`,
  'city.column-missing': (p) => `Die Spalte fehlt oder hat einen anderen Typ. Erwartet: ${p.expected}.`,
  'city.network-damaged': (p) =>
    `Das Fußwegenetz ist beschädigt (${NETWORK_PART[p.part]}: gefunden ${p.found}, erwartet ${p.expected}). ${COPY_AGAIN}`,
  'city.json-invalid': (p) => `Erwartet wird JSON, gefunden wurde: ${p.found}`,
  'city.field-invalid': (p) => `Der Wert „${p.path}“ passt nicht: gefunden ${p.found}, erwartet ${p.expected}.`,
  'city.schema-too-new': (p) =>
    `Das Stadtpaket hat das Format ${p.found}, dieses Programm kennt höchstens ${p.expected}. Bitte eine neuere Fassung des Programms verwenden.`,
  'city.schema-too-old': (p) =>
    `Das Stadtpaket hat das Format ${p.found}, das sich nicht in das Format ${p.expected} überführen lässt. Bitte das Paket neu bauen.`,
  'city.rule-broken': (p) => `Gefunden: ${p.found}. Erwartet: ${EXPECTED[p.rule](p.limit)}.`,
};
