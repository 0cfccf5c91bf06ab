import { beforeAll, describe, expect } from 'vitest';
import { NODE_FLAGS } from '../../../src/city/types.ts';
import { collectAreas } from '../../../src/pipeline/osm/collect-areas.ts';
import type { OsmModel } from '../../../src/pipeline/osm/osm-model.ts';
import type { OsmContent } from '../../../src/pipeline/types.ts';
import type { Note } from '../../../src/shared/problem.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { itWith, modelOf, noteOf, readShared, sharedBytes, sharedPath } from './osm-fixtures.ts';

const housesWith = (content: OsmContent, ...services: ServiceId[]) =>
  content.houses.filter(({ offers }) => offers.some(({ service }) => services.includes(service)));

/** Share of the network's nodes that lie in its largest part. */
const largestShare = (notes: readonly Note[]) =>
  (noteOf(notes, 'network.built')!.params as { largestShare: number }).largestShare;

describe('Neubrandenburg', () => {
  const file = 'osm/neubrandenburg.osm.pbf';
  const test = itWith(file);
  let model: OsmModel;
  let content: OsmContent;
  let notes: Note[];

  beforeAll(async () => {
    if (sharedPath(file) === null) return;
    model = modelOf(sharedBytes(file));
    const read = await readShared(file, { epsg: 25833 });
    content = read.data;
    notes = read.notes;
  });

  test('has the elements that the XML of the same data lists', () => {
    // Counted in the unpacked XML with grep: <node 152,087, <way 25,897, <relation 295.
    expect([model.nodeIds.length, model.wayIds.length, model.relations.length]).toEqual([152_087, 25_897, 295]);
    expect(content.date).toBe('2016-02-10');
  });

  test('has 15,340 outlines tagged as building; 15,335 buildings, each difference explained', () => {
    const taggedWays: string[] = [];
    for (let way = 0; way < model.wayIds.length; way++) {
      if (model.wayTags(way).building !== undefined) taggedWays.push(`w${model.wayIds[way]}`);
    }
    const taggedRelations = model.relations.filter(({ tags }) => tags.building !== undefined);
    expect([taggedWays.length, taggedRelations.length]).toEqual([15_331, 9]);

    const { areas } = collectAreas(model);
    const isBuilding = new Set(areas.filter(({ tags }) => tags.building !== undefined).map(({ key }) => key));
    // Eleven multipolygons without tags of their own take those of their outer ways, which are not counted again …
    const oldStyle = model.relations
      .filter(({ id, tags }) => tags.building === undefined && isBuilding.has(`r${id}`))
      .map(({ id }) => `r${id}`);
    expect(oldStyle).toEqual([
      'r455064',
      'r1020280',
      'r1381180',
      'r1382142',
      'r1454908',
      'r1561663',
      'r1875957',
      'r1919295',
      'r1919296',
      'r3599802',
      'r3760271',
    ]);
    // … and four relations and their outer ways are both tagged (w159798363: apartments, its relation r2138781: yes).
    const notTwice = taggedWays.filter((key) => !isBuilding.has(key));
    expect(notTwice).toEqual(BUILDING_WAYS_OF_RELATIONS);
    expect(notTwice).toHaveLength(11 + 4);
    // One way says building=no.
    const none = areas.filter(({ tags }) => tags.building === 'no').map(({ key }) => key);
    expect(none).toEqual(['w238268637']);

    expect(content.buildings).toHaveLength(15_331 + 9 + 11 - 15 - 1);
    expect(content.buildings).toBe(content.base.buildings);
  });

  test('has 21 Kitas, 7 nursing homes and 3 libraries as counted', () => {
    expect(housesWith(content, 'kita-u3')).toHaveLength(21);
    expect(housesWith(content, 'pflege')).toHaveLength(7);
    expect(housesWith(content, 'bibliothek')).toHaveLength(3);
    // No Kita of this extract has a capacity: all stay missing.
    expect(housesWith(content, 'kita-u3').filter(({ capacityTotal }) => capacityTotal !== null)).toEqual([]);
  });

  test('has 31 objects tagged as schools: 29 houses, two are mapped twice', () => {
    const schools = housesWith(content, 'schule', 'grundschule', 'sek-1');
    expect(schools).toHaveLength(31 - 2);
    expect(noteOf(notes, 'osm.houses-merged')).toMatchObject({
      count: 2,
      // "Grundschule am Reitbahnsee" stands on an unnamed campus, "Das andere Gymnasium" is a node in an unnamed building.
      params: { pairs: 'w142519227 → w158899030, n307700369 → w215286716' },
    });
    const names = (service: ServiceId) => housesWith(content, service).map(({ name }) => name);
    expect(names('grundschule')).toEqual([
      'Grundschule "Kletterrose"',
      'BIP Kreativitätsgrundschule',
      'Grundschule Süd',
      'Pestalozzi-Grundschule',
      'Grundschule am Reitbahnsee',
    ]);
    expect(names('sek-1')).toHaveLength(9);
    expect(names('schule')).toHaveLength(15);
  });

  test('has 18 doctors, one of them of general practice by its tags', () => {
    expect(housesWith(content, 'arzt', 'hausarzt', 'kinderarzt')).toHaveLength(18);
    expect(housesWith(content, 'hausarzt').map(({ id }) => id)).toEqual(['osm:n1798252974']);
    expect(housesWith(content, 'kinderarzt')).toEqual([]);
  });

  test('has one youth club, and names the social facilities that fit no service', () => {
    expect(housesWith(content, 'jugendtreff').map(({ name }) => name)).toEqual(['Jugendclub "Konnex"']);
    expect(content.houses).toHaveLength(21 + 29 + 18 + 7 + 3 + 1);
    expect(noteOf(notes, 'osm.social-facilities-unused')?.count).toBe(7);
  });

  test('has 96 playgrounds: 95, one is a node in its own area', () => {
    const playgrounds = content.supplyAreas.filter(({ kind }) => kind === 'playground');
    expect(playgrounds).toHaveLength(96 - 1);
    expect(noteOf(notes, 'osm.supply-merged')).toMatchObject({ count: 1, params: { ids: 'n945653955 → w137668197' } });
    expect(playgrounds.filter(({ geometry }) => geometry.type === 'Point')).toHaveLength(29 - 1);
    expect(playgrounds.filter(({ usableSquareMeters }) => usableSquareMeters === null)).toHaveLength(29 - 1);
  });

  test('names houses whose name speaks of something else', () => {
    expect(noteOf(notes, 'osm.name-at-odds')?.params).toEqual({
      ids: 'n2508871710 "Musikschule Kon.centus", n2508915091 "Zahnarzt", w113160271 "DRK Kita Paradieswiese", w113160276 "DRK Kinderkrippe"',
    });
  });

  test('names the five areas whose relation reaches out of the file', () => {
    expect(noteOf(notes, 'osm.relations-partial')?.params).toEqual({
      ids: 'r7296, r7300, r3095990, r3244273, r3244351',
    });
    expect(noteOf(notes, 'osm.supply-incomplete')?.params).toEqual({ ids: 'r7296, r7300' });
    expect(noteOf(notes, 'osm.members-missing')?.count).toBe(9769);
  });

  test('walks within its stated bounds in one part of at least 98.5 % of the nodes', async () => {
    const bounds = [13.1094, 53.4382, 13.4074, 53.6153] as const;
    const read = await readShared(file, { epsg: 25833, bbox: bounds });
    expect(largestShare(read.notes)).toBeGreaterThanOrEqual(0.985);
    // Ways of the extract lead beyond the bounds and come back; without the box they are stubs of their own.
    expect(largestShare(notes)).toBeGreaterThanOrEqual(0.984);
    expect(read.data.bbox.map((value, i) => (i < 2 ? value >= bounds[i]! : value <= bounds[i]!))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(read.data.houses.length).toBe(content.houses.length);
  });

  test('gives each green area a size and at least one access', () => {
    const green = content.supplyAreas.filter(({ kind }) => kind === 'green');
    expect(green.every(({ accessPoints }) => accessPoints.length > 0)).toBe(true);
    expect(green.every(({ usableSquareMeters }) => usableSquareMeters! > 0)).toBe(true);
  });

  const packed = 'osm/neubrandenburg.osm.bz2';
  itWith(packed)('gives the same content from the original XML packed with bzip2', async () => {
    const other = await readShared(packed, { epsg: 25833 });
    expect(other.data).toEqual(content);
    expect(other.notes).toEqual(notes);
  });
});

const BUILDING_WAYS_OF_RELATIONS = [
  'w28009659',
  'w32017298',
  'w52769413',
  'w52772615',
  'w52784145',
  'w65184471',
  'w95235763',
  'w95661516',
  'w102414743',
  'w132711131',
  'w132711151',
  'w159798363',
  'w283181611',
  'w283181623',
  'w283181624',
];

describe('other extracts', () => {
  const bayreuth = 'osm/north-bayreuth.osm.gz';
  itWith(bayreuth)('as gzipped XML (north of Bayreuth) are read', async () => {
    const model = modelOf(sharedBytes(bayreuth));
    // Counted in the unpacked XML with grep.
    expect([model.nodeIds.length, model.wayIds.length, model.relations.length]).toEqual([58_631, 7801, 179]);
    const { data, notes } = await readShared(bayreuth, { epsg: 25832 });
    // `<meta osm_base="2014-11-05T10:47:02Z"/>`
    expect(data.date).toBe('2014-11-05');
    expect(housesWith(data, 'kita-u3')).toHaveLength(3);
    expect(largestShare(notes)).toBeGreaterThan(0.98);
  });

  const neuss = 'osm/neuss-s11.osm.pbf';
  itWith(neuss)('without a box in the header (Neuss) get their own box', async () => {
    const { data } = await readShared(neuss, { epsg: 25832 });
    expect(data.bbox.every(Number.isFinite)).toBe(true);
    const [west, south, east, north] = data.bbox;
    // Neuss on the S 11 line: 6.67–6.70° east, 51.18–51.22° north.
    expect([west > 6.6, south > 51.1, east < 6.8, north < 51.3]).toEqual([true, true, true, true]);
    expect(housesWith(data, 'sporthalle')).toHaveLength(6);
    expect(data.buildings).toHaveLength(2305);
  });

  const heidelberg = 'osm/heidelberg.test.osm.pbf';
  itWith(heidelberg)(
    'with a wrong box in the header (Heidelberg: 0–180°, 0–90°) get the box of their nodes',
    async () => {
      const { data } = await readShared(heidelberg, { epsg: 25832 });
      const [west, south, east, north] = data.bbox;
      expect([west > 7, south > 49, east < 10, north < 50]).toEqual([true, true, true, true]);
      // INDEX.md: 25 Kitas, 20 schools.
      expect(housesWith(data, 'kita-u3')).toHaveLength(25);
      expect(housesWith(data, 'schule', 'grundschule', 'sek-1')).toHaveLength(20);
      const network = data.network!;
      const isSmall = network.nodeFlags.reduce((sum, flags) => sum + (flags & NODE_FLAGS.smallComponent ? 1 : 0), 0);
      expect(isSmall / network.nodeCount).toBeLessThan(0.02);
    },
  );
});
