import type { Geometry, Position } from 'geojson';

/** Thrown by {@link readWkb} for what it cannot read; the caller knows file and row. */
export class WkbError extends Error {
  /** The number of the geometry type, `null` where the bytes end too early. */
  readonly type: number | null;

  constructor(type: number | null) {
    super(`wkb ${type}`);
    this.name = 'WkbError';
    this.type = type;
  }
}

const MULTI_TYPES = ['MultiPoint', 'MultiLineString', 'MultiPolygon'] as const;

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #littleEndian = true;
  #ordinates = 2;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(): Geometry | null {
    this.#littleEndian = this.#view.getUint8(this.#at++) === 1;
    const code = this.#count();
    // ISO: +1000 for Z, +2000 for M, +3000 for both; EWKB: high bits for Z, M and a reference system of four bytes.
    const iso = Math.floor((code & 0xfffffff) / 1000);
    const hasZ = iso === 1 || iso === 3 || (code & 0x80000000) !== 0;
    const hasM = iso === 2 || iso === 3 || (code & 0x40000000) !== 0;
    if ((code & 0x20000000) !== 0) this.#at += 4;
    this.#ordinates = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    return this.#body((code & 0xfffffff) % 1000);
  }

  #body(type: number): Geometry | null {
    switch (type) {
      case 1: {
        const position = this.#position();
        // An empty point is written as two NaN.
        return position.every(Number.isNaN) ? null : { type: 'Point', coordinates: position };
      }
      case 2:
        return this.#filled('LineString', this.#positions());
      case 3:
        return this.#filled('Polygon', this.#rings());
      case 4:
      case 5:
      case 6:
        return this.#multi(MULTI_TYPES[type - 4]!);
      case 7: {
        const geometries = this.#parts();
        return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
      }
      default:
        throw new WkbError(type);
    }
  }

  #filled(type: 'LineString' | 'Polygon', coordinates: readonly unknown[]): Geometry | null {
    return coordinates.length === 0 ? null : ({ type, coordinates } as unknown as Geometry);
  }

  #multi(type: (typeof MULTI_TYPES)[number]): Geometry | null {
    const coordinates = this.#parts().map((part) => ('coordinates' in part ? part.coordinates : []));
    return coordinates.length === 0 ? null : ({ type, coordinates } as Geometry);
  }

  #parts(): Geometry[] {
    const parts: Geometry[] = [];
    for (let left = this.#count(); left > 0; left--) {
      const part = this.geometry();
      if (part !== null) parts.push(part);
    }
    return parts;
  }

  #rings(): Position[][] {
    const rings: Position[][] = [];
    for (let left = this.#count(); left > 0; left--) rings.push(this.#positions());
    return rings.filter((ring) => ring.length > 0);
  }

  #positions(): Position[] {
    const positions: Position[] = [];
    for (let left = this.#count(); left > 0; left--) positions.push(this.#position());
    return positions;
  }

  #position(): Position {
    const x = this.#view.getFloat64(this.#at, this.#littleEndian);
    const y = this.#view.getFloat64(this.#at + 8, this.#littleEndian);
    this.#at += this.#ordinates * 8;
    return [x, y];
  }

  #count(): number {
    const value = this.#view.getUint32(this.#at, this.#littleEndian);
    this.#at += 4;
    return value;
  }
}

/**
 * A geometry in well-known binary (OGC 06-103r4, ISO and EWKB spelling of Z and M, which are dropped), `null` if empty. Curves and
 * surfaces (types 8 and above) and bytes that end too early throw a {@link WkbError}.
 */
export function readWkb(bytes: Uint8Array): Geometry | null {
  try {
    return new WkbReader(bytes).geometry();
  } catch (error) {
    if (error instanceof RangeError) throw new WkbError(null);
    throw error;
  }
}
