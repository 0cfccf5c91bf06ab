import type { GeodataProblems } from '../../shared/problems/pipeline-geodata.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOREIGN: Readonly<Record<GeodataProblems['geodata.not-map-data']['found'], string>> = {
  empty: 'empty',
  excel: 'an Excel workbook',
  pdf: 'a PDF',
  image: 'an image',
  html: 'a web page (perhaps an error message of the server)',
  gml: 'GML, which is not read here yet',
  osm: 'an OpenStreetMap extract, for which there is the role "osm"',
  xml: 'XML, but not KML',
  'shapefile-part': 'only one part of a shapefile; its .shp file is missing',
  text: 'text or a table without geometries',
  binary: 'in an unknown format',
};

const FORMATS: Readonly<Record<GeodataProblems['geodata.damaged']['format'], string>> = {
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  shapefile: 'shapefile',
  geopackage: 'GeoPackage',
  flatgeobuf: 'FlatGeobuf',
  kml: 'KML',
  dbase: 'dBase table (.dbf)',
};

const REPAIRS: Readonly<Record<GeodataProblems['geodata.area-repaired']['repairs'][number], string>> = {
  closed: 'an open ring was closed',
  'positions-dropped': 'doubled points were removed',
  'rings-dropped': 'a ring without an area was removed',
  'self-crossing': 'the outline crossed itself',
  'self-touching': 'the outline touched itself in a point',
  'hole-outside': 'a hole lay outside or within another hole',
  'parts-overlapping': 'parts overlapped',
};

const ACCEPTED = 'GeoJSON, TopoJSON, shapefile (also as .zip), GeoPackage, FlatGeobuf or KML';

function advice(fitting: string): string {
  return fitting === ''
    ? ' Please state the coordinate system (EPSG code) in the recipe.'
    : ` ${fitting} probably fits; please state it in the recipe.`;
}

export const pipelineGeodataEn: ProblemMessages<GeodataProblems> = {
  'geodata.not-map-data': (p) => `Map data is expected (${ACCEPTED}). The file is ${FOREIGN[p.found]}.`,
  'geodata.archive-without-map-data': (p) =>
    `Map data is expected (${ACCEPTED}). The file is a zip archive that only holds: ${p.found}.`,
  'geodata.archive-damaged': () => 'The archive is damaged or incomplete and cannot be unpacked.',
  'geodata.too-large': (p, f) =>
    `Unpacked, the files would be larger than ${f.bytes(p.limitBytes)}. That much is not read.`,
  'geodata.format-differs': (p) => `${FORMATS[p.expected]} is expected, ${FORMATS[p.found]} was found.`,
  'geodata.ending-differs': (p) => `The file ends in .${p.ending} but is ${FORMATS[p.format]} and was read as such.`,
  'geodata.damaged': (p) => `The file (${FORMATS[p.format]}) is damaged or cut off before its end.`,
  'geodata.json-damaged': () => 'This is not valid JSON: its notation breaks off here.',
  'geodata.json-other': (p) => `GeoJSON or TopoJSON is expected. Other JSON was found, with: ${p.found}.`,
  'geodata.xml-damaged': () => 'This is not valid KML: its XML is faulty here.',
  'geodata.no-features': () => 'The file has no features.',
  'geodata.no-layers': () => 'The file has no layer with geometries.',
  'geodata.layer-unclear': (p) => `There are several layers: ${p.found}. Please name one of them in the recipe.`,
  'geodata.layer-unknown': (p) => `There is no layer "${p.expected}". There are: ${p.found}.`,
  'geodata.feature-expected': (p) => `A GeoJSON object of the type "Feature" is expected, ${p.found} was found.`,
  'geodata.geometry-unknown': (p) =>
    `Geometries of the kind ${p.found} are not read. Points, lines and areas of straight edges are possible.`,
  'geodata.coordinate': (p) => `A coordinate of two numbers is expected, ${p.found} was found.`,
  'geodata.sqlite-missing': () => 'GeoPackage cannot be read here: the SQLite module was not loaded.',
  'geodata.links-unread': () => 'The KML refers to parts that lie elsewhere (NetworkLink). They were not read.',
  'geodata.attributes-missing': () =>
    'The .dbf file of the shapefile is missing. Its features have nothing but their position.',
  'geodata.record-count': (p, f) =>
    `The .shp file has ${f.number(p.shapes)} geometries, but the .dbf file ${f.number(p.records)} rows. They do not belong together.`,
  'geodata.records-deleted': () => 'Rows of the shapefile that are marked as deleted were left out.',
  'geodata.encoding-guessed': (p) => `The character encoding is not stated. Texts were read as ${p.encoding}.`,
  'geodata.encoding-unknown': (p) => `The character encoding "${p.found}" is not known.`,
  'geodata.crs-missing': () =>
    'The coordinate system is missing (the .prj file of a shapefile). Please state its EPSG code in the recipe.',
  'geodata.crs-unknown': (p) => `The coordinate system ${p.found} is not known. Known are EPSG ${p.known}.`,
  'geodata.crs-overridden': (p) =>
    `The file names the coordinate system ${p.stated}; it was read in ${p.used}, as stated.`,
  'geodata.crs-unusual': (p, f) =>
    `The coordinate system calls itself ${p.name}, but its eastings begin at ${f.unit(p.eastingMeters, 'm')} instead of ${f.unit(500_000, 'm')}. The value as written was used.`,
  'geodata.datum-unshifted': (p) =>
    `The coordinate system ${p.name} rests on an old datum whose shift is not stated. Positions may be off by more than 100 m.`,
  'geodata.meters-as-degrees': (p) =>
    `Degrees are expected (${p.crs}), ${p.found} was found: these are metres.${advice(p.fitting)}`,
  'geodata.degrees-as-meters': (p) =>
    `Metres are expected (${p.crs}), ${p.found} was found: these are degrees. EPSG:4326 probably fits; please state it in the recipe.`,
  'geodata.axes-swapped': (p) =>
    `The axes are swapped (${p.crs}): ${p.found} was found, ${p.expected} is expected. Easting or longitude comes first.`,
  'geodata.crs-outside': (p) =>
    `The coordinate ${p.found} lies far outside the region in which ${p.crs} is used.${advice(p.fitting)}`,
  'geodata.area-repaired': (p) =>
    `The area was invalid and has been repaired: ${p.repairs.map((repair) => REPAIRS[repair]).join('; ')}.`,
  'geodata.areas-repaired': () => 'Further invalid areas have been repaired.',
  'geodata.area-lost': () => 'The area is empty or has collapsed to a line. It counts as a missing geometry.',
  'geodata.positions-doubled': () => 'Areas had the same point twice in a row; it was removed once.',
  'geodata.rounding-repaired': () =>
    'Rounding to a centimetre made points coincide or outlines cross; that has been cleaned up.',
  'geodata.geometries-missing': () => 'Features have no geometry.',
  'district.column-missing': (p) => `There is no column "${p.column}". There are: ${p.found}.`,
  'district.key-missing': () => 'The key of the district is missing.',
  'district.key-duplicate': (p) => `The key "${p.key}" appears twice, first in row ${p.firstRow}.`,
  'district.name-missing': (p) => `The name of district ${p.key} is missing.`,
  'district.name-unknown': (p) => `The list of names has none for district ${p.key}.`,
  'district.not-area': (p) => `An area is expected, ${p.found} was found.`,
  'district.geometry-missing': () => 'Districts without a geometry were left out.',
  'district.keys-unclear': (p) =>
    `The key cannot be derived from the smaller districts: there are some with ${p.found} in this one.`,
  'district.without-key': (p) =>
    `Districts without a key and without smaller districts in them were left out (rows ${p.rows}).`,
  'district.level-unknown': (p) => `There is no level ${p.level}. There are: ${p.found}.`,
  'district.parent-unknown': (p) => `There is no larger district "${p.parent}". There are, for example, ${p.found}.`,
  'district.parent-not-found': () => 'The district lies in no district of the next coarser level.',
  'district.outside-parent': (p, f) =>
    `The district does not lie in its larger district ${p.parent}: ${f.percent(p.share)} of it are outside.`,
  'district.beyond-parent': (p, f) =>
    `Districts reach beyond their larger district, at most with about ${f.percent(p.share)} of their area: ${p.districts}.`,
  'district.siblings-overlap': (p, f) =>
    `The district overlaps ${p.other} by ${f.percent(p.share, 1)} of the smaller area. Districts of one level must not overlap.`,
  'district.siblings-trimmed': (p, f) =>
    `Districts overlapped in narrow strips (${f.unit(p.squareMeters, 'm²', 0)} in all); the strip stayed with the district whose id comes first. Trimmed: ${p.districts}.`,
};
