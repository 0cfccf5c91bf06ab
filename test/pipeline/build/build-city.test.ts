import { beforeAll, describe, expect, it } from 'vitest';
import { openCity } from '../../../src/city/open-city.ts';
import { memoryPackageSource } from '../../../src/city/package-source.ts';
import { readCity } from '../../../src/city/read-city.ts';
import type { CityContent, Manifest } from '../../../src/city/types.ts';
import { buildCity } from '../../../src/pipeline/build/build-city.ts';
import { readRecipe } from '../../../src/pipeline/build/read-recipe.ts';
import { at, rectangle } from '../../fixtures/tiny-city.ts';
import { buildContext, memoryHost, SMALL_FILES, smallRecipe } from './small-city.ts';

type Recipe = ReturnType<typeof smallRecipe>;

function build(recipe: Recipe = smallRecipe(), files: Record<string, string> = SMALL_FILES) {
  return buildCity(readRecipe(JSON.stringify(recipe), 'kleinstadt.json'), memoryHost(files), buildContext());
}

/** The recipe with some of its sources only. */
function recipeWithout(...ids: string[]): Recipe {
  const recipe = smallRecipe();
  return { ...recipe, sources: recipe.sources.filter(({ id }) => !ids.includes(id as string)) };
}

async function contentOf(files: Map<string, Uint8Array>): Promise<CityContent> {
  return readCity(await openCity(memoryPackageSource(files)));
}

function notesOf(manifest: Manifest, code: string) {
  return manifest.notes.filter((note) => note.code === code);
}

describe('a city made of one small source per role', () => {
  let city: CityContent;
  let manifest: Manifest;
  const houseOf = (id: string) => city.houses.find((house) => house.id === id)!;
  beforeAll(async () => {
    const built = await build();
    manifest = built.manifest;
    city = await contentOf(built.files);
  });

  it('nests its districts by the beginning of their keys', () => {
    expect(city.districts.map(({ id, level, parent, name }) => [id, level, parent, name]).sort()).toEqual([
      ['bezirke:1', 1, null, 'West'],
      ['bezirke:2', 1, null, 'Ost'],
      ['ortsteile:11', 2, 'bezirke:1', 'West-Süd'],
      ['ortsteile:12', 2, 'bezirke:1', 'West-Nord'],
      ['ortsteile:21', 2, 'bezirke:2', 'Ost-Süd'],
      ['ortsteile:22', 2, 'bezirke:2', 'Ost-Nord'],
    ]);
  });

  it('spreads 1,000 people of West-Süd over its two cells as 3 : 1, ages likewise, and keeps what is not known missing', () => {
    const points = new Map(city.population.map((point) => [point.id, point]));
    expect(points.get('grid:a')).toMatchObject({ total: 750, persons: [45, 90, 615], outside: false });
    expect(points.get('grid:b')).toMatchObject({ total: 250, persons: [15, 30, 205] });
    expect(points.get('grid:e')).toMatchObject({ total: 100, persons: [null, null, null] });
    expect(points.get('grid:f')).toMatchObject({ total: 4, outside: true, districts: [null, null] });
    expect(points.size).toBe(6);
    expect(manifest.bands).toEqual([
      { from: 0, to: 6 },
      { from: 6, to: 18 },
      { from: 18, to: null },
    ]);
  });

  it('takes places that add up, keeps a total whose parts contradict it or are missing, and lists what it left open', () => {
    const places = (id: string) => houseOf(id).offers.map((offer) => offer.capacityApproved.value);
    expect(places('kitas:k1')).toEqual([20, 40]);
    expect(houseOf('kitas:k1').capacityTotal).toBeNull();
    expect(houseOf('kitas:k1').offers[0]!.capacityApproved.date).toBe('2024-03-01');
    expect([places('kitas:k2'), houseOf('kitas:k2').capacityTotal?.value]).toEqual([[null, null], 50]);
    expect([places('kitas:k3'), houseOf('kitas:k3').capacityTotal]).toEqual([[null, null], null]);
    expect([places('kitas:k4'), houseOf('kitas:k4').capacityTotal?.value]).toEqual([[null, null], 75]);
    expect(notesOf(manifest, 'pipeline.houses-contradictory')).toMatchObject([
      { params: { houses: ['kitas:k2'] }, count: 1 },
    ]);
    expect(notesOf(manifest, 'pipeline.houses-without-places')).toMatchObject([{ params: { houses: ['kitas:k3'] } }]);
    expect(notesOf(manifest, 'pipeline.houses-without-split')).toMatchObject([{ params: { houses: ['kitas:k4'] } }]);
    expect(notesOf(manifest, 'pipeline.rows-of-other-kinds')).toMatchObject([{ count: 1 }]);
  });

  it('finds the official Kita again in OpenStreetMap 40 m away, keeps the official one and lists the pair', () => {
    expect(city.houses.map(({ id }) => id).sort()).toEqual([
      'kitas:k1',
      'kitas:k2',
      'kitas:k3',
      'kitas:k4',
      'kitas:k5',
      'osm:n21',
      'schulen:s1',
    ]);
    expect(houseOf('kitas:k1')).toMatchObject({
      name: 'Kita Sonne',
      stepFree: true,
      operator: 'Stadt',
      grade: 'official',
    });
    const [note] = notesOf(manifest, 'pipeline.houses-matched');
    expect(note).toMatchObject({ params: { matches: [{ official: 'kitas:k1', other: 'osm:n20', similarity: 1 }] } });
    const [match] = (note!.params as { matches: { meters: number }[] }).matches;
    expect(Math.abs(match!.meters - 40)).toBeLessThan(0.05);
  });

  it('gives houses their districts, and flags what lies in the surroundings', () => {
    expect(houseOf('kitas:k2')).toMatchObject({ districts: ['bezirke:2', 'ortsteile:22'], outside: false });
    expect(houseOf('kitas:k5')).toMatchObject({ districts: [null, null], outside: true });
    expect(notesOf(manifest, 'pipeline.in-surroundings')).toMatchObject([{ params: { kind: 'houses' }, count: 1 }]);
    expect(city.context.map(({ name }) => name)).toEqual(['Markt']);
    expect(notesOf(manifest, 'pipeline.beyond-surroundings')).toMatchObject([
      { params: { kind: 'context' }, count: 1 },
    ]);
  });

  it('turns persons of the forecast into factors: 60/80, 1,386/1,320, missing stays missing', () => {
    expect(manifest.years).toEqual([2024, 2030]);
    expect(city.forecast).toMatchObject({
      containsNewHousing: 'none',
      forecaster: 'Statistisches Amt',
      date: '2024-12-31',
    });
    expect(city.forecast!.factors['bezirke:1']!.middle).toEqual([
      [1, 0.75],
      [1, 1.05],
      [1, 1.05],
    ]);
    expect(city.forecast!.factors['bezirke:2']!.middle![0]).toEqual([1, null]);
    expect(notesOf(manifest, 'pipeline.forecast-gaps')).toMatchObject([{ count: 1 }]);
  });

  it('ties catchments to houses and leaves out, by name, those of unknown houses', () => {
    expect(city.catchments).toMatchObject([
      { service: 'grundschule', houseId: 'schulen:s1', validFrom: '2024-08-01', validTo: null },
    ]);
    expect(notesOf(manifest, 'pipeline.catchments-without-house')).toMatchObject([
      { params: { houses: ['s9'] }, count: 1 },
    ]);
    expect(houseOf('schulen:s1').offers[0]).toMatchObject({
      capacityAvailable: { value: 200 },
      capacityApproved: { value: null },
    });
  });

  it('keeps figures by district, social indicators and published history, masked and missing ones as such', () => {
    expect(city.districtFigures).toMatchObject([
      { district: 'ortsteile:11', value: 12, kind: 'places-without-location' },
      { district: 'ortsteile:22', value: null },
    ]);
    expect(city.social[0]!.rows).toEqual([
      { district: 'ortsteile:11', year: 2024, numerator: 25, denominator: 100, masked: false },
      { district: 'ortsteile:12', year: 2024, numerator: null, denominator: null, masked: true },
    ]);
    expect(city.history.map(({ year, value, district }) => [year, value, district])).toEqual([
      [2022, 96.5, null],
      [2023, 98, null],
    ]);
  });

  it('has sites with their stage, plots with their area, open spaces with theirs', () => {
    expect(city.sites).toMatchObject([
      { id: 'vorhaben:v1', stage: 4, dwellings: 120, subsidisedShare: 0.3, dwellingsLost: null },
    ]);
    expect(city.plots[0]).toMatchObject({ id: 'flaechen:f1', use: 'Kita', owner: null });
    // 40 m × 50 m.
    expect(Math.abs(city.plots[0]!.areaSquareMeters - 2000)).toBeLessThan(1);
    const playground = city.supplyAreas.find(({ kind }) => kind === 'playground')!;
    expect(playground).toMatchObject({ name: 'Am Bach', usableSquareMeters: 450.5, services: ['spielplatz-0-6'] });
    // Without an id column: kind and position in steps of 10 m (500,700 / 5,400,300).
    expect(playground.id).toBe('spielplaetze:playground-50070-540030');
  });

  it('takes network, base map and streets from OpenStreetMap', () => {
    expect(city.network).toMatchObject({ nodeCount: 3, edgeCount: 2, epsg: 25832 });
    expect(city.base!.buildings).toMatchObject([{ levels: 2, residential: true }]);
    expect(city.base!.green).toEqual([]);
    expect(city.streets).toMatchObject([{ name: 'Lange Straße' }]);
  });

  it('records its sources with checksum and use; the extract gets the date of its newest object', () => {
    expect(manifest.sources).toHaveLength(17);
    const extract = manifest.sources.find(({ file }) => file === 'stadt.osm');
    expect(extract).toMatchObject({ date: '2024-06-01', usedFor: ['osm'] });
    expect(extract!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(manifest.edition).toMatch(/^2024-12-31-[0-9a-f]{12}$/);
  });

  it('gives the same bytes for the same input', async () => {
    const again = await build();
    const first = await build();
    expect([...again.files.keys()]).toEqual([...first.files.keys()]);
    for (const [path, bytes] of first.files) expect(again.files.get(path), path).toEqual(bytes);
  });
});

describe('a city of which some sources are missing', () => {
  it('is built without network, grid and buildings: people evenly, areas of the land-use plan as base map, and says so', async () => {
    const { files, manifest } = await build(recipeWithout('stadt', 'gitter'));
    const city = await contentOf(files);
    expect(city.network).toBeNull();
    expect(city.base!.green).toMatchObject([{ kind: 'forest' }]);
    expect(city.base!.water).toMatchObject([{ kind: 'lake' }]);
    expect(notesOf(manifest, 'pipeline.part-missing').map(({ params }) => params)).toEqual([{ part: 'network' }]);
    const west = city.population.filter(({ districts }) => districts[1] === 'ortsteile:11');
    // Residential land covers 400 m × 400 m of West-Süd: 16 cells, 62.5 persons each.
    expect(west.map(({ total }) => total)).toEqual(new Array(16).fill(62.5));
    expect(new Set(city.population.map(({ grade }) => grade))).toEqual(new Set(['estimated', 'assumed']));
  });

  it('is built from houses alone, with a box as study area', async () => {
    const recipe = recipeWithout();
    const houses = recipe.sources.filter(({ id }) => id === 'kitas');
    const box = [9, 48.75, 9.02, 48.77];
    const { files, manifest } = await build({ ...recipe, levels: [], studyArea: { box }, sources: houses });
    const city = await contentOf(files);
    expect(city.houses).toHaveLength(5);
    expect(city.houses.every((house) => !house.outside && house.districts.length === 0)).toBe(true);
    expect(manifest).toMatchObject({ bands: [], years: [2024], demandGrid: null, bbox: box });
    const missing = notesOf(manifest, 'pipeline.part-missing').map(({ params }) => (params as { part: string }).part);
    expect(missing).toEqual(['network', 'population', 'base', 'districts']);
  });

  it('finds where paths lead into an area from a table, and measures it', async () => {
    const recipe = smallRecipe();
    const role = { role: 'supply-areas', kind: 'green', services: ['gruen-nah'], filters: { typ: 'Park' } };
    recipe.sources.push({ ...recipe.sources.at(-1)!, id: 'parks', path: 'parks.geojson', roles: [role] });
    const park = (west: number, south: number, east: number, north: number) => ({
      type: 'Feature',
      properties: { typ: 'Park' },
      geometry: rectangle(west, south, east, north),
    });
    // The street along y = 500 crosses the first park at x = 600 and x = 700; no path leads into the second.
    const features = [park(600, 450, 700, 550), park(100, 800, 150, 840)];
    const parks = JSON.stringify({ type: 'FeatureCollection', features });
    const { files } = await build(recipe, { ...SMALL_FILES, 'parks.geojson': parks });
    const areas = (await contentOf(files)).supplyAreas.filter(({ id }) => id.startsWith('parks:'));
    const [crossed, closed] = areas.sort((a, b) => b.usableSquareMeters! - a.usableSquareMeters!);
    expect([crossed!.usableSquareMeters, closed!.usableSquareMeters]).toEqual([100 * 100, 50 * 40]);
    expect(crossed!.accessPoints).toHaveLength(2);
    expect(Math.abs(crossed!.accessPoints[0]![0] - at(600, 500)[0])).toBeLessThan(1e-6);
    expect(closed!.accessPoints).toHaveLength(4);
  });

  it('takes districts from the boundaries of an OpenStreetMap extract', async () => {
    const corners = [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)];
    const nodes = corners.map(([lon, lat], i) => `<node id="${i + 1}" lat="${lat}" lon="${lon}" version="1"/>`);
    const osm = `<osm version="0.6">${nodes.join('')}
      <way id="1" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
      <relation id="7" version="1"><member type="way" ref="1" role="outer"/><tag k="type" v="boundary"/>
        <tag k="boundary" v="administrative"/><tag k="admin_level" v="9"/><tag k="name" v="Mitte"/></relation></osm>`;
    const recipe = recipeWithout();
    const [level] = recipe.levels as unknown[];
    const districts = { role: 'districts', level: 1, adminLevel: 9, id: 'osm_id', name: 'name' };
    const kitas = recipe.sources.find(({ id }) => id === 'kitas')!;
    const sources = [{ ...kitas, id: 'grenzen', path: 'grenzen.osm', roles: [districts] }, kitas];
    const built = await build({ ...recipe, levels: [level], sources }, { ...SMALL_FILES, 'grenzen.osm': osm });
    const city = await contentOf(built.files);
    expect(city.districts).toMatchObject([{ id: 'grenzen:r7', name: 'Mitte', level: 1, parent: null }]);
    expect(city.houses.filter(({ outside }) => !outside)).toHaveLength(4);
  });

  it('fills gaps between the smallest districts with the nearest one', async () => {
    const areas = JSON.parse(SMALL_FILES['ortsteile.geojson']) as {
      features: { properties: { nr: string }; geometry: { coordinates: number[][][] } }[];
    };
    // West-Nord shrinks to its northern half: Kita Wolke (y = 860) stays in it, cell c (y = 750) falls into the gap.
    const north = areas.features.find(({ properties }) => properties.nr === '12')!;
    const ring = north.geometry.coordinates[0]!;
    const [low, high] = [Math.min(...ring.map(([, y]) => y!)), Math.max(...ring.map(([, y]) => y!))];
    north.geometry.coordinates[0] = ring.map(([x, y]) => [x!, y === high ? high : low + (high - low) * 0.6]);
    const files = { ...SMALL_FILES, 'ortsteile.geojson': JSON.stringify(areas) };
    const { files: built, manifest } = await build(smallRecipe(), files);
    const point = (await contentOf(built)).population.find(({ id }) => id === 'grid:c')!;
    expect(point.districts).toEqual(['bezirke:1', 'ortsteile:12']);
    expect(notesOf(manifest, 'pipeline.nearest-district').map(({ params, count }) => [params, count])).toContainEqual([
      { kind: 'population' },
      1,
    ]);
  });
});
