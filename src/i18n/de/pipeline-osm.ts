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

  'network.built': (p, f) =>
    `Fußwegenetz mit ${f.number(p.nodes)} Knoten und ${f.number(p.edges)} Kanten; ${f.number(p.components)} getrennte Teile, der größte umfasst ${f.percent(p.largestShare, 1)} der Knoten.`,
  'network.loops-dropped': () => 'Kanten des Fußwegenetzes, die am selben Knoten beginnen und enden, sind weggelassen.',
  'network.duplicates-merged': () => 'Doppelte Kanten des Fußwegenetzes sind zusammengelegt.',
  'network.isolated-dropped': () => 'Knoten ohne Kante sind aus dem Fußwegenetz weggelassen.',
  'network.small-components': (p, f) =>
    `Knoten des Fußwegenetzes liegen in ${f.number(p.components)} abgetrennten Teilen mit je weniger als ${f.number(p.limit)} Knoten; sie bleiben erhalten und gelten als nicht angebunden.`,
};
