import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nodesOfWay, type OsmModel } from '../../../src/pipeline/osm/osm-model.ts';
import { itWith, modelOf, modelOfText, problemOf, sharedBytes } from './osm-fixtures.ts';
import { concatenate, type TestExtract, writeBlob, writeOsmPbf, writeOsmXml } from './write-osm.ts';

const text = (value: string) => new TextEncoder().encode(value);

const SMALL: TestExtract = {
  nodes: [
    { id: 1, lon: 13.25, lat: 53.55, tags: { name: 'Käthe & <Söhne> "A"' } },
    { id: 12_000_000_000, lon: -13.2500001, lat: -53.5500009 },
    { id: -7, lon: 180, lat: 90, tags: { amenity: 'school', name: 'Straße' } },
  ],
  ways: [{ id: 5, refs: [12_000_000_000, 1, -7, 1], tags: { highway: 'path' } }],
  relations: [
    {
      id: 9_000_000_000,
      members: [
        { type: 'way', ref: 5, role: 'outer' },
        { type: 'node', ref: 1, role: '' },
        { type: 'relation', ref: 9_000_000_000, role: 'süd' },
      ],
      tags: { type: 'multipolygon' },
    },
  ],
};

/** Everything a model says, as plain values. */
function contentOf(model: OsmModel) {
  return {
    nodes: Array.from(model.nodeIds, (id, i) => [id, model.lon[i], model.lat[i]]),
    tags: Array.from(model.taggedNodes, (node, k) => [model.nodeIds[node], { ...model.nodeTags(k) }]),
    ways: Array.from(model.wayIds, (id, way) => [id, [...nodesOfWay(model, way)], { ...model.wayTags(way) }]),
    relations: model.relations.map(({ id, members, tags }) => ({ id, members, tags: { ...tags } })),
    faults: model.faults,
  };
}

describe('an extract', () => {
  const expected = {
    nodes: [
      [-7, 1_800_000_000, 900_000_000],
      [1, 132_500_000, 535_500_000],
      [12_000_000_000, -132_500_001, -535_500_009],
    ],
    tags: [
      [-7, { amenity: 'school', name: 'Straße' }],
      [1, { name: 'Käthe & <Söhne> "A"' }],
    ],
    ways: [[5, [2, 1, 0, 1], { highway: 'path' }]],
    relations: [
      {
        id: 9_000_000_000,
        members: [
          { type: 'way', index: 0, role: 'outer' },
          { type: 'node', index: 1, role: '' },
          { type: 'relation', index: 0, role: 'süd' },
        ],
        tags: { type: 'multipolygon' },
      },
    ],
    faults: {
      missingWayNodes: 0,
      waysWithMissingNodes: 0,
      missingMembers: 0,
      relationsWithMissingMembers: 0,
      repeated: 0,
    },
  };

  it.each([
    ['XML', () => text(writeOsmXml(SMALL))],
    ['XML with a byte order mark', () => concatenate([new Uint8Array([0xef, 0xbb, 0xbf]), text(writeOsmXml(SMALL))])],
    ['gzip', () => gzipSync(text(writeOsmXml(SMALL)))],
    ['two gzip members', () => twoMembers(text(writeOsmXml(SMALL)))],
    ['PBF with dense nodes', () => writeOsmPbf(SMALL)],
    ['PBF with single nodes', () => writeOsmPbf(SMALL, { dense: false })],
    ['PBF with plain blobs', () => writeOsmPbf(SMALL, { packed: false })],
    ['PBF with an offset', () => writeOsmPbf(SMALL, { lonOffset: -5_000_000_000 })],
    ['PBF with another granularity', () => writeOsmPbf(SMALL, { granularity: 20 })],
  ])('as %s gives the same model, sorted by id', (_, write) => {
    expect(contentOf(modelOf(write()))).toEqual(expected);
  });

  it('of any content is the same as XML and as PBF', () => {
    const id = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((value) => /^[^\p{C}\p{Z}]+$/u.test(value));
    const tags = fc.dictionary(word, word, { maxKeys: 3, noNullPrototype: true });
    const degrees = (limit: number) => fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((value) => value / 1e7);
    const extract = fc.record({
      nodes: fc.uniqueArray(fc.record({ id, lon: degrees(180), lat: degrees(90), tags }), {
        selector: (node) => node.id,
        minLength: 1,
        maxLength: 8,
      }),
      ways: fc.array(fc.record({ id, refs: fc.array(id, { maxLength: 5 }), tags }), { maxLength: 4 }),
      relations: fc.array(
        fc.record({
          id,
          members: fc.array(
            fc.record({
              type: fc.constantFrom('node' as const, 'way' as const, 'relation' as const),
              ref: id,
              role: word,
            }),
            { maxLength: 4 },
          ),
          tags,
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(extract, fc.boolean(), (data, dense) => {
        const fromXml = contentOf(modelOf(text(writeOsmXml(data))));
        expect(contentOf(modelOf(writeOsmPbf(data, { dense })))).toEqual(fromXml);
        expect(fromXml.nodes).toHaveLength(data.nodes.length);
      }),
      { numRuns: 150 },
    );
  });

  it('counts what leads nowhere and what repeats, and keeps the first', () => {
    const model = modelOfText(
      writeOsmXml({
        nodes: [
          { id: 2, lon: 1, lat: 1 },
          { id: 1, lon: 1, lat: 1 },
          { id: 2, lon: 5, lat: 5 },
        ],
        ways: [
          { id: 1, refs: [1, 8, 2, 9] },
          { id: 2, refs: [1, 2] },
        ],
        relations: [{ id: 1, members: [{ type: 'way', ref: 3, role: 'outer' }] }],
      }),
    );
    expect(model.faults).toEqual({
      missingWayNodes: 2,
      waysWithMissingNodes: 1,
      missingMembers: 1,
      relationsWithMissingMembers: 1,
      repeated: 1,
    });
    expect([...nodesOfWay(model, 0)]).toEqual([0, -1, 1, -1]);
    expect(model.lon[1]).toBe(10_000_000);
    expect(model.relations[0]?.members[0]?.index).toBe(-1);
  });

  it('takes its date from the newest timestamp', () => {
    const xml =
      '<osm><node id="1" lon="1" lat="1" timestamp="2016-02-10T18:00:00Z"/><node id="2" lon="1" lat="1" timestamp="2014-01-01T00:00:00Z"/></osm>';
    expect(modelOfText(xml).date).toBe('2016-02-10');
    // 86,400 s · 365 days: the first day of 1971.
    expect(modelOf(writeOsmPbf(SMALL, { timestamp: 86_400 * 365 })).date).toBe('1971-01-01');
    expect(modelOf(writeOsmPbf(SMALL)).date).toBeNull();
  });

  it('leaves out what an editor marked as deleted', () => {
    const xml =
      '<osm><node id="1" lon="1" lat="1"/><node id="2" action="delete" lon="1" lat="1"><tag k="a" v="b"/></node><node id="3" visible="false"/></osm>';
    const model = modelOfText(xml);
    expect([...model.nodeIds]).toEqual([1]);
    expect(model.taggedNodes).toHaveLength(0);
  });
});

function twoMembers(bytes: Uint8Array): Uint8Array {
  const half = Math.floor(bytes.length / 2);
  return concatenate([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))]);
}

describe('a file that is no extract is refused by what it holds, whatever its name', () => {
  it.each([
    ['zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ['7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['xz', new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ['zstd', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0])],
    ['html', text('<!DOCTYPE html><html></html>')],
    ['json', text('{"elements": []}')],
    ['text', text('id;name\n1;Kita')],
    ['binary', new Uint8Array([0, 1, 2, 3, 4])],
    ['binary', gzipSync(gzipSync(text('<osm/>')))],
    ['pbf-packed', gzipSync(writeOsmPbf(SMALL))],
  ])('%s', (found, bytes) => {
    expect(problemOf(() => modelOf(bytes, 'stadt.osm'))).toEqual({
      code: 'osm.format-unknown',
      params: { found },
      where: { file: 'stadt.osm' },
    });
  });

  it('empty', () => {
    expect(problemOf(() => modelOf(new Uint8Array(0))).code).toBe('osm.empty-file');
    expect(problemOf(() => modelOf(gzipSync(new Uint8Array(0)))).code).toBe('osm.empty-file');
  });

  it('other XML', () => {
    expect(problemOf(() => modelOfText('<kml><Document/></kml>'))).toMatchObject({
      code: 'osm.root-unknown',
      params: { found: 'kml' },
    });
  });

  it('an extract without elements', () => {
    expect(problemOf(() => modelOfText('<osm version="0.6"></osm>')).code).toBe('osm.no-elements');
    expect(problemOf(() => modelOf(writeBlob('OSMHeader', new Uint8Array(0), false))).code).toBe('osm.no-elements');
  });
});

describe('damaged XML', () => {
  it('that ends too early is refused', () => {
    const xml = writeOsmXml(SMALL);
    expect(problemOf(() => modelOfText(xml.slice(0, xml.length - 20)))).toMatchObject({
      code: 'osm.xml-damaged',
      where: { file: 'test.osm' },
    });
  });

  it('is refused with its row', () => {
    expect(problemOf(() => modelOfText('<osm>\n<node id="1" lon="1" lat="1">\n</way></osm>'))).toMatchObject({
      code: 'osm.xml-damaged',
      where: { row: 3 },
    });
  });

  it.each([
    ['<node id="x" lon="1" lat="1"/>', 'osm.id-invalid', 'x'],
    ['<node id="1.5" lon="1" lat="1"/>', 'osm.id-invalid', '1.5'],
    ['<node id="9007199254740993" lon="1" lat="1"/>', 'osm.id-invalid', '9007199254740993'],
    ['<node id="1" lon="1"/>', 'osm.coordinate-invalid', ''],
    ['<node id="1" lon="181" lat="1"/>', 'osm.coordinate-invalid', '181'],
    ['<node id="1" lon="1" lat="5900000"/>', 'osm.coordinate-invalid', '5900000'],
    ['<way id="1"><nd ref=""/></way>', 'osm.id-invalid', ''],
  ])('%s is refused', (element, code, found) => {
    expect(problemOf(() => modelOfText(`<osm>\n${element}</osm>`))).toMatchObject({
      code,
      params: { found },
      where: { row: 2 },
    });
  });

  it('in another encoding than UTF-8 is refused', () => {
    const bytes = concatenate([
      text('<osm><node id="1" lon="1" lat="1"><tag k="name" v="Stra'),
      new Uint8Array([0xdf]),
      text('e"/></node></osm>'),
    ]);
    expect(problemOf(() => modelOf(bytes)).code).toBe('osm.xml-damaged');
  });
});

describe('a damaged PBF file', () => {
  const whole = writeOsmPbf(SMALL);

  it('is refused wherever it is cut off', () => {
    for (let length = 1; length < whole.length; length++) {
      const codes = ['osm.truncated', 'osm.no-elements', 'osm.format-unknown'];
      expect(codes).toContain(problemOf(() => modelOf(whole.subarray(0, length))).code);
    }
    expect(problemOf(() => modelOf(whole.subarray(0, whole.length - 1)))).toMatchObject({
      code: 'osm.truncated',
      where: { file: 'test.osm' },
    });
  });

  it('never does anything but give a model or a problem, whichever byte is wrong', () => {
    const plain = writeOsmPbf(SMALL, { packed: false });
    fc.assert(
      fc.property(fc.nat({ max: plain.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = plain.slice();
        bytes[at] = bytes[at]! ^ change;
        try {
          modelOf(bytes);
        } catch (error) {
          expect((error as Error).name).toBe('ProblemError');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('whose zlib data is broken is refused with its place', () => {
    const header = writeBlob('OSMHeader', new Uint8Array(0), true);
    const bytes = concatenate([header, writeBlob('OSMData', text('data data data'), true)]);
    bytes[bytes.length - 12]! ^= 0xff;
    expect(problemOf(() => modelOf(bytes))).toMatchObject({ code: 'osm.damaged', params: { position: header.length } });
  });

  it('with a blob header over 64 KiB is refused', () => {
    const bytes = concatenate([writeBlob('OSMHeader', new Uint8Array(0), false), new Uint8Array([0, 1, 0, 1, 0])]);
    expect(problemOf(() => modelOf(bytes))).toMatchObject({
      code: 'osm.block-too-large',
      params: { foundBytes: 65_537, limitBytes: 65_536 },
    });
  });

  it('with a blob that claims more than 32 MiB is refused before anything is unpacked', () => {
    const bytes = concatenate([
      writeBlob('OSMHeader', new Uint8Array(0), false),
      writeBlob('OSMData', new Uint8Array(10), true, 33_554_433),
    ]);
    expect(problemOf(() => modelOf(bytes))).toMatchObject({
      code: 'osm.block-too-large',
      params: { foundBytes: 33_554_433, limitBytes: 33_554_432 },
    });
  });

  it('whose blob holds more than it claims is stopped while unpacking', () => {
    const bytes = concatenate([
      writeBlob('OSMHeader', new Uint8Array(0), false),
      writeBlob('OSMData', new Uint8Array(5_000_000), true, 1000),
    ]);
    expect(problemOf(() => modelOf(bytes))).toMatchObject({
      code: 'osm.damaged',
      params: { detail: 'more than 1000 bytes' },
    });
  });

  it('with a feature that is not known here is refused', () => {
    const bytes = writeOsmPbf(SMALL, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] });
    expect(problemOf(() => modelOf(bytes))).toEqual({
      code: 'osm.feature-unknown',
      params: { found: 'HistoricalInformation' },
      where: { file: 'test.osm' },
    });
  });

  it('over the limit of unpacked data is refused', () => {
    expect(problemOf(() => modelOf(whole, 'test.osm.pbf', 50))).toEqual({
      code: 'osm.too-large',
      params: { limitBytes: 50 },
      where: { file: 'test.osm.pbf' },
    });
  });
});

describe('a bomb', () => {
  // 200 MB of white space inside <osm>, 200 kB packed.
  const bomb = () => gzipSync(concatenate([text('<osm>'), new Uint8Array(200_000_000).fill(0x20)]));

  it('of gzip is stopped while unpacking', () => {
    const packed = bomb();
    expect(packed.length).toBeLessThan(250_000);
    expect(problemOf(() => modelOf(packed, 'bomb.osm.gz', 10_000_000))).toEqual({
      code: 'osm.too-large',
      params: { limitBytes: 10_000_000 },
      where: { file: 'bomb.osm.gz' },
    });
  });

  const file = 'osm/neubrandenburg.osm.bz2';
  itWith(file)('of bzip2 is stopped while unpacking', () => {
    expect(problemOf(() => modelOf(sharedBytes(file), 'a.osm.bz2', 2_000_000)).code).toBe('osm.too-large');
  });
});

describe('a packed file that is cut off', () => {
  it('of gzip is refused', () => {
    const packed = gzipSync(text(writeOsmXml(SMALL)));
    expect(problemOf(() => modelOf(packed.subarray(0, packed.length - 40))).code).toBe('osm.truncated');
  });

  const file = 'osm/neubrandenburg.osm.bz2';
  itWith(file)('of bzip2 is refused, and so is one with a wrong byte', () => {
    const packed = sharedBytes(file).slice(0, 300_000);
    const { code, params } = problemOf(() => modelOf(packed));
    expect(code).toBe('osm.truncated');
    // The place is where the last block begins: each packs 900 kB of text to some 60 kB here.
    expect((params as { position: number }).position).toBeGreaterThan(200_000);
    expect((params as { position: number }).position).toBeLessThan(300_000);
    packed[5000]! ^= 1;
    expect(problemOf(() => modelOf(packed)).code).toBe('osm.damaged');
  });
});
