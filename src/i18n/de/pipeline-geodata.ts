import type { GeodataProblems } from '../../shared/problems/pipeline-geodata.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOREIGN: Readonly<Record<GeodataProblems['geodata.not-map-data']['found'], string>> = {
  empty: 'leer',
  excel: 'eine Excel-Arbeitsmappe',
  pdf: 'ein PDF',
  image: 'ein Bild',
  html: 'eine Internetseite (vielleicht eine Fehlermeldung des Servers)',
  gml: 'GML; das wird hier noch nicht gelesen',
  osm: 'ein OpenStreetMap-Auszug; dafür gibt es die Rolle „osm“',
  xml: 'XML, aber kein KML',
  'shapefile-part': 'nur ein Teil eines Shapefiles; es fehlt die .shp-Datei',
  text: 'Text oder eine Tabelle ohne Geometrien',
  binary: 'in einem unbekannten Format',
};

const FORMATS: Readonly<Record<GeodataProblems['geodata.damaged']['format'], string>> = {
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  shapefile: 'Shapefile',
  geopackage: 'GeoPackage',
  flatgeobuf: 'FlatGeobuf',
  kml: 'KML',
  dbase: 'dBase-Tabelle (.dbf)',
};

const REPAIRS: Readonly<Record<GeodataProblems['geodata.area-repaired']['repairs'][number], string>> = {
  closed: 'ein offener Ring wurde geschlossen',
  'positions-dropped': 'doppelte Punkte wurden entfernt',
  'rings-dropped': 'ein Ring ohne Fläche wurde entfernt',
  'self-crossing': 'der Umriss kreuzte sich selbst',
  'self-touching': 'der Umriss berührte sich selbst in einem Punkt',
  'hole-outside': 'ein Loch lag außerhalb oder in einem anderen Loch',
  'parts-overlapping': 'Teilflächen überlappten sich',
};

const ACCEPTED = 'GeoJSON, TopoJSON, Shapefile (auch als .zip), GeoPackage, FlatGeobuf oder KML';

function advice(fitting: string): string {
  return fitting === ''
    ? ' Bitte das Koordinatensystem (EPSG-Code) in der Rezeptdatei angeben.'
    : ` Es passt vermutlich ${fitting}; bitte in der Rezeptdatei angeben.`;
}

export const pipelineGeodataDe: ProblemMessages<GeodataProblems> = {
  'geodata.not-map-data': (p) => `Erwartet werden Geodaten (${ACCEPTED}). Die Datei ist ${FOREIGN[p.found]}.`,
  'geodata.archive-without-map-data': (p) =>
    `Erwartet werden Geodaten (${ACCEPTED}). Die Datei ist ein ZIP-Archiv; darin liegen nur: ${p.found}.`,
  'geodata.archive-damaged': () => 'Das Archiv ist beschädigt oder unvollständig und lässt sich nicht entpacken.',
  'geodata.too-large': (p, f) =>
    `Entpackt wären die Dateien größer als ${f.bytes(p.limitBytes)}. So viel wird nicht gelesen.`,
  'geodata.format-differs': (p) => `Erwartet wird ${FORMATS[p.expected]}, gefunden wurde ${FORMATS[p.found]}.`,
  'geodata.ending-differs': (p) =>
    `Die Datei endet auf .${p.ending}, ist aber ${FORMATS[p.format]} und wurde so gelesen.`,
  'geodata.damaged': (p) => `Die Datei (${FORMATS[p.format]}) ist beschädigt oder vor dem Ende abgeschnitten.`,
  'geodata.json-damaged': () => 'Das ist kein gültiges JSON: An dieser Stelle bricht die Schreibweise ab.',
  'geodata.json-other': (p) => `Erwartet wird GeoJSON oder TopoJSON. Gefunden wurde anderes JSON mit: ${p.found}.`,
  'geodata.xml-damaged': () => 'Das ist kein gültiges KML: An dieser Stelle ist das XML fehlerhaft.',
  'geodata.no-features': () => 'Die Datei enthält keine Objekte.',
  'geodata.no-layers': () => 'Die Datei enthält keine Ebene mit Geometrien.',
  'geodata.layer-unclear': (p) => `Es gibt mehrere Ebenen: ${p.found}. Bitte in der Rezeptdatei eine davon angeben.`,
  'geodata.layer-unknown': (p) => `Die Ebene „${p.expected}“ gibt es nicht. Vorhanden: ${p.found}.`,
  'geodata.feature-expected': (p) => `Erwartet wird ein GeoJSON-Objekt vom Typ „Feature“, gefunden wurde ${p.found}.`,
  'geodata.geometry-unknown': (p) =>
    `Die Geometrieart ${p.found} wird nicht gelesen. Möglich sind Punkte, Linien und Flächen aus geraden Strecken.`,
  'geodata.coordinate': (p) => `Erwartet wird eine Koordinate aus zwei Zahlen, gefunden wurde ${p.found}.`,
  'geodata.sqlite-missing': () => 'GeoPackage kann hier nicht gelesen werden: Das SQLite-Modul wurde nicht geladen.',
  'geodata.links-unread': () =>
    'Das KML verweist auf Teile, die anderswo liegen (NetworkLink). Sie wurden nicht gelesen.',
  'geodata.attributes-missing': () =>
    'Zum Shapefile fehlt die .dbf-Datei. Die Objekte haben keine Angaben außer ihrer Lage.',
  'geodata.record-count': (p, f) =>
    `Die .shp-Datei hat ${f.number(p.shapes)} Geometrien, die .dbf-Datei aber ${f.number(p.records)} Zeilen. Sie gehören nicht zusammen.`,
  'geodata.records-deleted': () => 'Als gelöscht markierte Zeilen des Shapefiles wurden ausgelassen.',
  'geodata.encoding-guessed': (p) =>
    `Die Zeichenkodierung ist nicht angegeben. Die Texte wurden als ${p.encoding} gelesen.`,
  'geodata.encoding-unknown': (p) => `Die Zeichenkodierung „${p.found}“ ist nicht bekannt.`,
  'geodata.crs-missing': () =>
    'Das Koordinatensystem fehlt (beim Shapefile die .prj-Datei). Bitte den EPSG-Code in der Rezeptdatei angeben.',
  'geodata.crs-unknown': (p) => `Das Koordinatensystem ${p.found} ist nicht bekannt. Bekannt sind EPSG ${p.known}.`,
  'geodata.crs-overridden': (p) =>
    `Die Datei nennt das Koordinatensystem ${p.stated}; gelesen wurde sie, wie angegeben, in ${p.used}.`,
  'geodata.crs-unusual': (p, f) =>
    `Das Koordinatensystem nennt sich ${p.name}, sein Rechtswert beginnt aber bei ${f.unit(p.eastingMeters, 'm')} statt bei ${f.unit(500_000, 'm')}. Gerechnet wurde mit dem angegebenen Wert.`,
  'geodata.datum-unshifted': (p) =>
    `Das Koordinatensystem ${p.name} beruht auf einem alten Datum ohne Angabe der Verschiebung. Die Lage kann um mehr als 100 m abweichen.`,
  'geodata.meters-as-degrees': (p) =>
    `Erwartet werden Grad (${p.crs}), gefunden wurde ${p.found}: Das sind Meter.${advice(p.fitting)}`,
  'geodata.degrees-as-meters': (p) =>
    `Erwartet werden Meter (${p.crs}), gefunden wurde ${p.found}: Das sind Grad. Vermutlich passt EPSG:4326; bitte in der Rezeptdatei angeben.`,
  'geodata.axes-swapped': (p) =>
    `Die Achsen sind vertauscht (${p.crs}): gefunden ${p.found}, erwartet ${p.expected}. Rechts- bzw. Längenwert gehört nach vorn.`,
  'geodata.crs-outside': (p) =>
    `Die Koordinate ${p.found} liegt weit außerhalb des Gebiets, für das ${p.crs} gilt.${advice(p.fitting)}`,
  'geodata.area-repaired': (p) =>
    `Die Fläche war ungültig und wurde repariert: ${p.repairs.map((repair) => REPAIRS[repair]).join('; ')}.`,
  'geodata.areas-repaired': () => 'Weitere ungültige Flächen wurden repariert.',
  'geodata.area-lost': () =>
    'Die Fläche ist leer oder zu einer Linie zusammengefallen. Sie gilt als fehlende Geometrie.',
  'geodata.positions-doubled': () =>
    'Flächen enthielten denselben Punkt zweimal nacheinander; er wurde einmal entfernt.',
  'geodata.rounding-repaired': () =>
    'Beim Runden auf einen Zentimeter fielen Punkte zusammen oder kreuzten sich Umrisse; das wurde bereinigt.',
  'geodata.geometries-missing': () => 'Objekte haben keine Geometrie.',
  'district.column-missing': (p) => `Die Spalte „${p.column}“ gibt es nicht. Vorhanden: ${p.found}.`,
  'district.key-missing': () => 'Der Schlüssel des Gebiets fehlt.',
  'district.key-duplicate': (p) => `Der Schlüssel „${p.key}“ kommt zweimal vor, zuerst in Zeile ${p.firstRow}.`,
  'district.name-missing': (p) => `Der Name des Gebiets ${p.key} fehlt.`,
  'district.name-unknown': (p) => `Für das Gebiet ${p.key} steht in der Namensliste kein Name.`,
  'district.not-area': (p) => `Erwartet wird eine Fläche, gefunden wurde ${p.found}.`,
  'district.geometry-missing': () => 'Gebiete ohne Geometrie wurden ausgelassen.',
  'district.keys-unclear': (p) =>
    `Der Schlüssel lässt sich nicht aus den kleineren Gebieten ableiten: Darin liegen Gebiete mit ${p.found}.`,
  'district.without-key': (p) =>
    `Gebiete ohne Schlüssel und ohne kleinere Gebiete darin wurden ausgelassen (Zeilen ${p.rows}).`,
  'district.level-unknown': (p) => `Die Ebene ${p.level} gibt es nicht. Vorhanden: ${p.found}.`,
  'district.parent-unknown': (p) =>
    `Das übergeordnete Gebiet „${p.parent}“ gibt es nicht. Vorhanden sind zum Beispiel ${p.found}.`,
  'district.parent-not-found': () => 'Das Gebiet liegt in keinem Gebiet der nächstgröberen Ebene.',
  'district.outside-parent': (p, f) =>
    `Das Gebiet liegt nicht in seinem übergeordneten Gebiet ${p.parent}, sondern zu ${f.percent(p.share)} außerhalb.`,
  'district.beyond-parent': (p, f) =>
    `Gebiete reichen über ihr übergeordnetes Gebiet hinaus, am weitesten mit rund ${f.percent(p.share)} ihrer Fläche: ${p.districts}.`,
  'district.siblings-overlap': (p, f) =>
    `Das Gebiet überlappt ${p.other} auf ${f.percent(p.share, 1)} der kleineren Fläche. Gebiete einer Ebene dürfen sich nicht überlappen.`,
  'district.siblings-trimmed': (p, f) =>
    `Gebiete überlappten sich in schmalen Streifen (zusammen ${f.unit(p.squareMeters, 'm²', 0)}); der Streifen blieb beim Gebiet mit der kleineren Kennung. Beschnitten: ${p.districts}.`,
};
