import type { FoundFormat, OsmProblems } from '../../shared/problems/pipeline-osm.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOUND: Readonly<Record<FoundFormat, string>> = {
  zip: 'ein ZIP-Archiv',
  '7z': 'ein 7z-Archiv',
  xz: 'eine xz-gepackte Datei',
  zstd: 'eine Zstandard-gepackte Datei',
  html: 'eine HTML-Seite',
  json: 'eine JSON-Datei',
  'pbf-packed': 'eine noch einmal gepackte PBF-Datei',
  text: 'eine Textdatei',
  binary: 'eine Datei unbekannter Art',
};

export const pipelineOsmDe: ProblemMessages<OsmProblems> = {
  'osm.empty-file': () => 'Die Datei ist leer. Erwartet wird ein OpenStreetMap-Auszug.',
  'osm.format-unknown': (p) =>
    `Erwartet wird ein OpenStreetMap-Auszug (.osm.pbf, .osm, .osm.gz oder .osm.bz2), gefunden wurde ${FOUND[p.found]}.`,
  'osm.root-unknown': (p) => `Erwartet wird OSM-XML mit dem Wurzelelement „osm“, gefunden wurde „${p.found}“.`,
  'osm.truncated': (p, f) =>
    `Die Datei endet zu früh: Der Abschnitt ab Byte ${f.number(p.position)} ist unvollständig. Bitte die Datei noch einmal laden.`,
  'osm.damaged': (p, f) =>
    `Der Abschnitt ab Byte ${f.number(p.position)} ist beschädigt (${p.detail}). Bitte die Datei noch einmal laden.`,
  'osm.xml-damaged': (p) =>
    `Das XML ist beschädigt oder endet zu früh (${p.detail}). Bitte die Datei noch einmal laden.`,
  'osm.too-large': (p, f) =>
    `Entpackt ist die Datei größer als ${f.bytes(p.limitBytes)}. Bitte einen kleineren Auszug verwenden, zum Beispiel nur die Stadt.`,
  'osm.block-too-large': (p, f) =>
    `Der Block ab Byte ${f.number(p.position)} soll ${f.bytes(p.foundBytes)} groß sein; das Format erlaubt ${f.bytes(p.limitBytes)}. Die Datei ist beschädigt.`,
  'osm.compression-unknown': (p) =>
    `Die Blöcke der Datei sind mit ${p.found} gepackt. Gelesen werden ungepackte und mit zlib gepackte Blöcke.`,
  'osm.feature-unknown': (p) => `Die Datei verlangt die Fähigkeit „${p.found}“, die hier nicht gelesen werden kann.`,
  'osm.id-invalid': (p) => `Eine ganze Zahl als Kennung wird erwartet, gefunden wurde „${p.found}“.`,
  'osm.coordinate-invalid': (p) => `Eine Koordinate in Grad wird erwartet, gefunden wurde „${p.found}“.`,
  'osm.no-elements': () => 'Der Auszug enthält keine Knoten, Wege oder Relationen.',
  'osm.nothing-inside': () =>
    'Im gewählten Gebiet liegt nichts, was aus dem Auszug übernommen werden kann. Passt der Auszug zur Stadt?',

  'osm.nodes-missing': (p, f) =>
    `Knoten fehlen in der Datei, obwohl ${f.number(p.ways)} Wege auf sie verweisen; diese Wegstücke sind weggelassen.`,
  'osm.members-missing': (p, f) =>
    `Mitglieder von ${f.number(p.relations)} Relationen fehlen in der Datei, meist weil sie über den Auszug hinausreichen.`,
  'osm.elements-repeated': () => 'Objekte mit schon vorhandener Kennung sind weggelassen.',
  'osm.relations-unclosed': (p) => `Flächen aus Relationen sind weggelassen, weil sich kein Umriss schließt: ${p.ids}.`,
  'osm.relations-partial': (p) =>
    `Bei Flächen aus Relationen fehlen Teile des Umrisses; sie werden nur gezeichnet: ${p.ids}.`,
  'osm.ways-unclosed': (p) => `Flächen sind weggelassen, weil ihr Umriss offen ist: ${p.ids}.`,
  'osm.areas-repaired': (p) => `Flächen, deren Umriss sich selbst kreuzt oder berührt, sind repariert: ${p.ids}.`,
  'osm.areas-lost': (p) => `Flächen sind weggelassen, weil von ihrem Umriss nichts Brauchbares bleibt: ${p.ids}.`,
  'osm.boundaries-broken': (p) =>
    `Grenzen der Verwaltungsebene ${p.adminLevel} sind weggelassen, weil ihr Umriss offen oder nicht ganz in der Datei ist: ${p.ids}.`,
  'osm.houses-merged': (p) => `Doppelt erfasste Einrichtungen sind zusammengelegt: ${p.pairs}.`,
  'osm.capacity-unreadable': (p) => `Die Platzzahl ist keine ganze Zahl und bleibt daher offen: ${p.ids}.`,
  'osm.capacity-unused': (p) =>
    `Die Platzzahl gehört zu keiner Einheit der Angebotsart und bleibt unbenutzt: ${p.ids}.`,
  'osm.name-at-odds': (p) =>
    `Der Name spricht für eine andere Art von Einrichtung als die Kennzeichnung; bitte prüfen: ${p.ids}.`,
  'osm.social-facilities-unused': (p) => `Soziale Einrichtungen ohne Angebotsart in diesem Programm: ${p.ids}.`,
  'osm.supply-closed': (p) => `Nicht öffentliche Spiel-, Grün- und Sportflächen sind weggelassen: ${p.ids}.`,
  'osm.supply-points': (p) => `Grün- und Sportflächen, die nur als Punkt erfasst sind, sind weggelassen: ${p.ids}.`,
  'osm.supply-incomplete': (p) =>
    `Spiel-, Grün- und Sportflächen mit unvollständigem Umriss sind weggelassen: ${p.ids}.`,
  'osm.supply-merged': (p) => `Doppelt erfasste Spielplätze sind zusammengelegt: ${p.ids}.`,
  'osm.green-contained': (p) =>
    `Grünflächen, die ganz in anderen Grünflächen liegen, sind weggelassen, damit nichts doppelt zählt: ${p.ids}.`,

  'network.built': (p, f) =>
    `Fußwegenetz mit ${f.number(p.nodes)} Knoten und ${f.number(p.edges)} Kanten; ${f.number(p.components)} getrennte Teile, der größte umfasst ${f.percent(p.largestShare, 1)} der Knoten.`,
  'network.loops-dropped': () => 'Kanten des Fußwegenetzes, die am selben Knoten beginnen und enden, sind weggelassen.',
  'network.duplicates-merged': () => 'Doppelte Kanten des Fußwegenetzes sind zusammengelegt.',
  'network.isolated-dropped': () => 'Knoten ohne Kante sind aus dem Fußwegenetz weggelassen.',
  'network.small-components': (p, f) =>
    `Knoten des Fußwegenetzes liegen in ${f.number(p.components)} abgetrennten Teilen mit je weniger als ${f.number(p.limit)} Knoten; sie bleiben erhalten und gelten als nicht angebunden.`,
};
