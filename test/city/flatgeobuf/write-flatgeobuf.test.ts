import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature } from 'geojson';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LayerColumn, LayerFeature, LayerGeometry } from '../../../src/city/flatgeobuf/format.ts';
import { searchPackedIndex } from '../../../src/city/flatgeobuf/packed-index.ts';
import { readFeatures, readFlatGeobufHeader } from '../../../src/city/flatgeobuf/read-flatgeobuf.ts';
import { writeFlatGeobuf } from '../../../src/city/flatgeobuf/write-flatgeobuf.ts';
import { type LonLatBox, roundDegrees } from '../../../src/shared/coordinates.ts';
import { boxesOverlap } from '../../../src/shared/geometry/box.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { startServer } from '../range-server.ts';
import { rectangle } from '../tiny-city.ts';

const COLUMNS: readonly LayerColumn[] = [
  { name: 'number', kind: 'int' },
  { name: 'name', kind: 'string' },
];

/** Points and upright rectangles, whose boxes are their shapes, so that "box meets box" and "shape meets box" are the same. */
function features(boxes: readonly LonLatBox[]): LayerFeature[] {
  return boxes.map((box, i) => ({ geometry: shapeOf(box), values: [i, i % 3 === 0 ? null : `Nr. ${i}`] }));
}

function shapeOf([west, south, east, north]: LonLatBox): LayerGeometry {
  return west === east && south === north
    ? { type: 'Point', coordinates: [west, south] }
    : rectangle(west, south, east, north);
}

/** Numbers of the boxes that share a point with `asked`, by looking at each. */
function bruteForce(boxes: readonly LonLatBox[], asked: LonLatBox): number[] {
  return boxes.flatMap((box, i) => (boxesOverlap(box, asked) ? [i] : []));
}

function searched(bytes: Uint8Array, asked: LonLatBox): number[] {
  const header = readFlatGeobufHeader(bytes, 'test.fgb');
  const index = bytes.subarray(header.indexStart, header.featuresStart);
  const length = bytes.length - header.featuresStart;
  const runs = searchPackedIndex(index, header.featureCount, length, asked).map(({ start, end }) => ({
    start: start + header.featuresStart,
    end: end + header.featuresStart,
  }));
  const found = readFeatures(bytes, runs, header, [COLUMNS[0]!], 'test.fgb', (_, [number]) => number as number);
  return found.sort((a, b) => a - b);
}

async function numbersOf(found: AsyncIterable<unknown>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const feature of found) numbers.push((feature as Feature).properties?.number as number);
  return numbers.sort((a, b) => a - b);
}

const rectOf = ([minX, minY, maxX, maxY]: LonLatBox) => ({ minX, minY, maxX, maxY });

/** Degrees on a coarse grid, so that boxes often touch. */
const degree = fc.integer({ min: 0, max: 50 }).map((value) => roundDegrees(8 + value / 10));
const box = fc
  .tuple(degree, degree, fc.constantFrom(0, 0, 0.1, 0.7), fc.constantFrom(0, 0.1, 2))
  .map(([lon, lat, width, height]): LonLatBox => {
    const isPoint = width === 0 || height === 0;
    return [lon, lat, roundDegrees(lon + (isPoint ? 0 : width)), roundDegrees(lat + (isPoint ? 0 : height))];
  });

function randomBoxes(count: number): LonLatBox[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (): LonLatBox => {
    const [lon, lat] = [roundDegrees(random.between(9, 9.3)), roundDegrees(random.between(48, 48.2))];
    const size = random.below(2) === 0 ? 0 : roundDegrees(random.between(0.0001, 0.01));
    return [lon, lat, roundDegrees(lon + size), roundDegrees(lat + size)];
  });
}

const ASKED: readonly LonLatBox[] = Array.from({ length: 12 }, (_, i): LonLatBox => {
  const random = seededRandom(100 + i);
  const [lon, lat] = [roundDegrees(random.between(9, 9.3)), roundDegrees(random.between(48, 48.2))];
  return [lon, lat, roundDegrees(lon + random.between(0, 0.1)), roundDegrees(lat + random.between(0, 0.1))];
});

function hasGdal(): boolean {
  try {
    execFileSync('ogrinfo', ['--version']);
    return true;
  } catch {
    console.log('skipped: ogrinfo (gdal-bin) is not installed, the index is not checked against GDAL');
    return false;
  }
}

describe('writeFlatGeobuf', () => {
  // The library's reader tells each step on the console.
  beforeEach(() => {
    vi.spyOn(console, 'debug').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('lets our reader find by its index what looking at each feature finds', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 300, size: 'max' }), box, (boxes, asked) => {
        const { bytes } = writeFlatGeobuf('test', COLUMNS, features(boxes));
        expect(searched(bytes, asked)).toEqual(bruteForce(boxes, asked));
      }),
      { numRuns: 150 },
    );
  });

  it.each([1, 15, 16, 17, 255, 256, 257, 4097])('has a whole index over %i features', (count) => {
    const boxes = randomBoxes(count);
    const { bytes } = writeFlatGeobuf('test', COLUMNS, features(boxes));
    expect(searched(bytes, [9, 48, 10, 49])).toEqual(boxes.map((_, i) => i));
    for (const asked of ASKED) expect(searched(bytes, asked)).toEqual(bruteForce(boxes, asked));
  });

  it("lets the library's own reader find the same features in memory", async () => {
    const boxes = randomBoxes(1000);
    const { bytes } = writeFlatGeobuf('test', COLUMNS, features(boxes));
    for (const asked of ASKED) {
      expect(await numbersOf(deserialize(bytes, { rect: rectOf(asked) }))).toEqual(bruteForce(boxes, asked));
    }
    expect(await numbersOf(deserialize(bytes))).toEqual(boxes.map((_, i) => i));
  });

  it("lets the library's own reader find the same features over a web server with byte ranges", async () => {
    const boxes = randomBoxes(1000);
    const { bytes } = writeFlatGeobuf('test', COLUMNS, features(boxes));
    const server = await startServer(new Map([['test.fgb', bytes]]), { ranges: 'kept' });
    for (const asked of ASKED.slice(0, 4)) {
      const found = deserialize(`${server.url}test.fgb`, { rect: rectOf(asked) });
      expect(await numbersOf(found)).toEqual(bruteForce(boxes, asked));
    }
    await server.close();
  });

  it.skipIf(!hasGdal())('lets GDAL find the same features', () => {
    const boxes = randomBoxes(1000);
    const folder = mkdtempSync(join(tmpdir(), 'fgb-'));
    writeFileSync(join(folder, 'test.fgb'), writeFlatGeobuf('test', COLUMNS, features(boxes)).bytes);
    for (const asked of ASKED) {
      const text = execFileSync(
        'ogrinfo',
        ['-al', '-ro', '-geom=NO', '-spat', ...asked.map(String), join(folder, 'test.fgb')],
        { encoding: 'utf8' },
      );
      const numbers = [...text.matchAll(/number \(Integer\) = (\d+)/g)].map((match) => Number(match[1]));
      expect(numbers.sort((a, b) => a - b)).toEqual(bruteForce(boxes, asked));
    }
    rmSync(folder, { recursive: true });
  });

  it('gives the same bytes in whatever order the features come', () => {
    const given = features([...randomBoxes(200), ...randomBoxes(200)]);
    const expected = writeFlatGeobuf('test', COLUMNS, given).bytes;
    const shuffled = given.toSorted(
      (a, b) => (((a.values[0] as number) * 7) % 401) - (((b.values[0] as number) * 7) % 401),
    );
    expect(shuffled).not.toEqual(given);
    expect(writeFlatGeobuf('test', COLUMNS, shuffled).bytes).toEqual(expected);
  });

  it('rounds coordinates to 1e-7 degrees', () => {
    const point: LayerFeature = {
      geometry: { type: 'Point', coordinates: [9.12345678, 48.00000001] },
      values: [1, 'a'],
    };
    const { bytes } = writeFlatGeobuf('test', COLUMNS, [point]);
    const header = readFlatGeobufHeader(bytes, 'test.fgb');
    const runs = [{ start: header.featuresStart, end: bytes.length }];
    expect(readFeatures(bytes, runs, header, COLUMNS, 'test.fgb', (geometry) => geometry)).toEqual([
      { type: 'Point', coordinates: [9.1234568, 48] },
    ]);
  });

  it('keeps each value as it was: nothing known, empty text, zero, false, umlauts, long text', () => {
    const columns: readonly LayerColumn[] = [
      { name: 't', kind: 'string' },
      { name: 'd', kind: 'double' },
      { name: 'i', kind: 'int' },
      { name: 'b', kind: 'bool' },
      { name: 'j', kind: 'json' },
    ];
    const rows = [
      [null, null, null, null, null],
      ['', 0, 0, false, '[]'],
      ['Straße 😀', -1.5, -(2 ** 31), true, '{"a":null}'],
      ['ä'.repeat(10_000), Number.MAX_SAFE_INTEGER, 2 ** 31 - 1, true, `["${'ß'.repeat(5000)}"]`],
    ];
    const given = rows.map((values, i): LayerFeature => ({ geometry: { type: 'Point', coordinates: [i, i] }, values }));
    const { bytes } = writeFlatGeobuf('test', columns, given);
    const header = readFlatGeobufHeader(bytes, 'test.fgb');
    const runs = [{ start: header.featuresStart, end: bytes.length }];
    const found = readFeatures(bytes, runs, header, columns, 'test.fgb', (geometry, values) => ({
      geometry,
      values: [...values],
    }));
    const byLongitude = found.sort(
      (a, b) => (a.geometry.coordinates[0] as number) - (b.geometry.coordinates[0] as number),
    );
    expect(byLongitude).toEqual(given);
  });
});
