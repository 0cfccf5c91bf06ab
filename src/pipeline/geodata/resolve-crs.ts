import { KNOWN_EPSG, projectionOf } from '../../city/projection.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { CrsStatement, RawLayer } from './geo-layer.ts';

/** A coordinate system that can be computed with. */
export interface ResolvedCrs {
  /** For messages: `EPSG:25832` or the name in the WKT. */
  readonly label: string;
  readonly epsg: number | null;
  /** Coordinates are degrees. */
  readonly isGeographic: boolean;
  toLonLat(x: number, y: number): LonLat;
}

export interface CrsOptions {
  /** Overrides what the file says. */
  readonly epsg?: number | undefined;
  /** WKT or proj text; overrides what the file says. */
  readonly prj?: string | undefined;
}

/** Shift DHDN → WGS 84 as in `city/projection.ts` (EPSG:1777, 1–3 m). */
const DHDN_SHIFT = 'TOWGS84[598.1,73.7,418.2,0.202,0.045,-2.455,6.7]';

/** Ellipsoids whose datums lie within a metre of WGS 84. */
const MODERN_ELLIPSOID = /WGS[ _]?(19)?84|GRS[ _]?(19)?80|ellps=(WGS84|GRS80)|datum=WGS84/i;

function nameOf(text: string): string {
  return (/\[\s*"([^"]+)"/.exec(text)?.[1] ?? text).slice(0, 80);
}

/** ESRI writes a height system behind the plane one; and German files in Gauß-Krüger leave out how to shift Bessel's ellipsoid. */
function completeWkt(text: string): string {
  const plane = text.replace(/,\s*VERTCS\[.*$/s, '').trim();
  if (!/Hauptdreiecksnetz|DHDN|Potsdam/i.test(plane) || /TOWGS84/i.test(plane)) return plane;
  return plane.replace(/(DATUM\[\s*"[^"]*"\s*,\s*SPHEROID\[[^\]]*\])/i, `$1,${DHDN_SHIFT}`);
}

/** What a reader of the build report should know about a WKT: an unusual offset, a datum without a known shift. */
function notesOnWkt(text: string, file: string): Note[] {
  const notes: Note[] = [];
  const where = { file };
  const easting = Number(/"False_Easting"\s*,\s*([\d.]+)/i.exec(text)?.[1] ?? Number.NaN);
  if (/UTM/i.test(nameOf(text)) && Number.isFinite(easting) && easting !== 500_000) {
    notes.push(note('info', 'geodata.crs-unusual', { name: nameOf(text), eastingMeters: easting }, { where }));
  }
  if (!MODERN_ELLIPSOID.test(text) && !/TOWGS84/i.test(text)) {
    notes.push(note('warning', 'geodata.datum-unshifted', { name: nameOf(text) }, { where }));
  }
  return notes;
}

function crsOfEpsg(code: number, file: string): ResolvedCrs {
  if (!KNOWN_EPSG.includes(code)) {
    fail('geodata.crs-unknown', { found: `EPSG:${code}`, known: KNOWN_EPSG.join(', ') }, { file });
  }
  const projection = projectionOf(code);
  const isGeographic = code === 4326 || code === 4258;
  return { label: `EPSG:${code}`, epsg: code, isGeographic, toLonLat: projection.inverse };
}

function crsOfText(text: string, file: string): ResolvedCrs {
  const complete = completeWkt(text);
  const isGeographic =
    /^(GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS)/i.test(complete) || /\+proj=(longlat|latlong)/.test(complete);
  try {
    const projection = projectionOf(complete);
    // Some unknown methods only fail once they are used.
    projection.inverse(0, 0);
    return { label: nameOf(text), epsg: null, isGeographic, toLonLat: projection.inverse };
  } catch {
    return fail('geodata.crs-unknown', { found: nameOf(text), known: KNOWN_EPSG.join(', ') }, { file });
  }
}

function statedCrs(statement: CrsStatement, file: string): ResolvedCrs {
  if (statement.kind === 'epsg') return crsOfEpsg(statement.code, file);
  if (statement.kind === 'wkt') return crsOfText(statement.text, file);
  return fail('geodata.crs-unknown', { found: statement.name, known: KNOWN_EPSG.join(', ') }, { file });
}

function labelOfStatement(statement: CrsStatement): string {
  if (statement.kind === 'epsg') return `EPSG:${statement.code}`;
  return statement.kind === 'wkt' ? nameOf(statement.text) : statement.name;
}

/**
 * The coordinate system of a layer: the recipe's, else the file's. Its parameters count, not its name (Köln's files say "UTM 32N" and add
 * 2,000,000 m). Overriding what a file says is noted. Throws `geodata.crs-missing`, `geodata.crs-unknown`.
 */
export function resolveCrs(layer: RawLayer, options: CrsOptions): { crs: ResolvedCrs; notes: Note[] } {
  const { file, crs: statement } = layer;
  const given = options.epsg ?? options.prj;
  if (given === undefined) {
    if (statement === null) return fail('geodata.crs-missing', {}, { file });
    const text = statement.kind === 'wkt' ? statement.text : null;
    return { crs: statedCrs(statement, file), notes: text === null ? [] : notesOnWkt(completeWkt(text), file) };
  }
  const crs = typeof given === 'number' ? crsOfEpsg(given, file) : crsOfText(given, file);
  const stated = statement && labelOfStatement(statement);
  const isOther = stated !== null && stated !== crs.label;
  const notes = isOther
    ? [note('info', 'geodata.crs-overridden', { stated, used: crs.label }, { where: { file } })]
    : [];
  return { crs, notes };
}
