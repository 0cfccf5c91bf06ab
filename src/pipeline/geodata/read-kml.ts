import type { Geometry, Position } from 'geojson';
import { SaxesParser } from 'saxes';
import { fail, note } from '../../shared/problem.ts';
import { decodeOneByte } from '../tables/decode-one-byte.ts';
import type { Cell, SourceBytes } from '../types.ts';
import { columnsOf, type RawFeature, type RawLayer } from './geo-layer.ts';

const NUMBER_TYPES = new Set(['int', 'uint', 'short', 'ushort', 'float', 'double']);
const UNREADABLE = new Set(['Track', 'MultiTrack', 'Model']);

/** A geometry being read: what has been found inside it so far. */
interface Frame {
  readonly type: string;
  positions: Position[];
  readonly rings: Position[][];
  readonly parts: Geometry[];
}

interface Placemark {
  readonly row: number;
  readonly properties: Record<string, Cell>;
  readonly geometries: Geometry[];
}

/** `lon,lat[,altitude]` separated by white space. */
function positionsOf(text: string, file: string, row: number): Position[] {
  const tuples = text
    .trim()
    .split(/\s+/)
    .filter((tuple) => tuple !== '');
  return tuples.map((tuple) => {
    const [lon, lat] = tuple.split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
    if (!Number.isFinite(lon) || !Number.isFinite(lat))
      fail('geodata.coordinate', { found: tuple.slice(0, 60) }, { file, row });
    return [lon as number, lat as number];
  });
}

/** Several geometries of one kind as one `Multi…`, of several kinds as a collection. */
function joinGeometries(geometries: readonly Geometry[]): Geometry | null {
  const [first] = geometries;
  if (first === undefined) return null;
  if (geometries.length === 1) return first;
  const all = <T extends Geometry['type']>(type: T) => geometries.every((geometry) => geometry.type === type);
  const coordinates = geometries.map((geometry) => ('coordinates' in geometry ? geometry.coordinates : []));
  for (const type of ['Point', 'LineString', 'Polygon'] as const) {
    if (all(type)) return { type: `Multi${type}`, coordinates } as Geometry;
  }
  return { type: 'GeometryCollection', geometries: [...geometries] };
}

function geometryOf(frame: Frame): Geometry[] {
  if (frame.type === 'MultiGeometry') return frame.parts;
  if (frame.type === 'Polygon') return frame.rings.length === 0 ? [] : [{ type: 'Polygon', coordinates: frame.rings }];
  if (frame.positions.length === 0) return [];
  if (frame.type === 'Point') return [{ type: 'Point', coordinates: frame.positions[0] as Position }];
  return [{ type: 'LineString', coordinates: frame.positions }];
}

const GEOMETRIES = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry']);

/** Collects placemarks while the parser walks through the document. */
class PlacemarkCollector {
  readonly features: RawFeature[] = [];
  linkCount = 0;
  readonly #file: string;
  /** Names of the open elements, outermost first. */
  readonly #open: string[] = [];
  readonly #types = new Map<string, string>();
  #schema = '';
  #field = '';
  #text = '';
  #placemark: Placemark | null = null;
  #frames: Frame[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(name);
    this.#text = '';
    if (name === 'Schema') this.#schema = attributes.id ?? '';
    if (name === 'SimpleField') this.#types.set(`${this.#schema} ${attributes.name}`, attributes.type ?? '');
    if (name === 'SchemaData') this.#schema = (attributes.schemaUrl ?? '').replace(/^.*#/, '');
    if (name === 'SimpleData' || name === 'Data') this.#field = attributes.name ?? '';
    if (name === 'NetworkLink') this.linkCount++;
    if (name === 'Placemark') this.#placemark = { row: this.features.length + 1, properties: {}, geometries: [] };
    if (this.#placemark === null) return;
    if (UNREADABLE.has(name))
      fail('geodata.geometry-unknown', { found: name }, { file: this.#file, row: this.#placemark.row });
    if (GEOMETRIES.has(name)) this.#frames.push({ type: name, positions: [], rings: [], parts: [] });
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    this.#open.pop();
    const placemark = this.#placemark;
    if (placemark === null) return;
    if (name === 'coordinates') {
      const frame = this.#frames.at(-1);
      if (frame !== undefined) frame.positions = positionsOf(this.#text, this.#file, placemark.row);
    } else if (GEOMETRIES.has(name)) this.#closeGeometry(placemark);
    else if (name === 'Placemark') {
      const { row, properties, geometries } = placemark;
      this.features.push({ row, geometry: joinGeometries(geometries), properties });
      this.#placemark = null;
    } else this.#closeField(name, placemark);
  }

  #closeGeometry(placemark: Placemark): void {
    const frame = this.#frames.pop() as Frame;
    const parent = this.#frames.at(-1);
    if (parent?.type === 'Polygon') parent.rings.push(frame.positions);
    else (parent?.parts ?? placemark.geometries).push(...geometryOf(frame));
  }

  #closeField(name: string, { properties }: Placemark): void {
    const parent = this.#open.at(-1);
    const text = this.#text.trim();
    if ((name === 'name' || name === 'description') && parent === 'Placemark') properties[name] = text;
    else if (name === 'value' && parent === 'Data') properties[this.#field] = text;
    else if (name === 'SimpleData') properties[this.#field] = this.#typed(text);
  }

  #typed(text: string): Cell {
    const type = this.#types.get(`${this.#schema} ${this.#field}`) ?? 'string';
    if (text === '') return null;
    if (type === 'bool') return text === '1' || text.toLowerCase() === 'true';
    const value = Number(text);
    return NUMBER_TYPES.has(type) && Number.isFinite(value) ? value : text;
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^[^>]*encoding=["']([\w-]+)["']/.exec(decodeOneByte(bytes.subarray(0, 200), 'windows-1252'))?.[1];
  return declared !== undefined && /^(iso-8859-1|latin1|windows-1252)$/i.test(declared)
    ? decodeOneByte(bytes, 'windows-1252')
    : new TextDecoder().decode(bytes);
}

/**
 * The placemarks of a KML document, in WGS 84: points, lines, polygons and multi-geometries, with name, description and extended data
 * (typed by their schema). Read with an XML parser and not with @tmcw/togeojson, which needs a DOM that workers do not have. Throws
 * `geodata.xml-damaged` with the line, `geodata.geometry-unknown` for tracks and models, `geodata.coordinate`.
 */
export function readKml({ name: file, bytes }: SourceBytes): RawLayer {
  const collector = new PlacemarkCollector(file);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const localName = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => collector.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => collector.text(text));
  parser.on('cdata', (text) => collector.text(text));
  parser.on('closetag', (tag) => collector.close(localName(tag.name)));
  parser.on('error', () => fail('geodata.xml-damaged', {}, { file, row: parser.line }));
  parser.write(decode(bytes)).close();
  const { features, linkCount } = collector;
  const notes =
    linkCount > 0 ? [note('warning', 'geodata.links-unread', {}, { where: { file }, count: linkCount })] : [];
  return { file, format: 'kml', columns: columnsOf(features), features, crs: { kind: 'epsg', code: 4326 }, notes };
}
