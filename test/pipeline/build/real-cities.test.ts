import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import recipe from '../../../data/cities/neubrandenburg.json' with { type: 'json' };
import type { Area, CityContent, DemandPoint, District, Manifest } from '../../../src/city/types.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { degreesOfGrid, isInRing, kmlPositions, rawJson, rawRows, sumPersons } from './raw-data.ts';
import { type RealCity, readRealCity } from './real-city.ts';

interface City {
  manifest: Manifest;
  content: CityContent;
  peakMegabytes: number;
}

/** Reads a city once for the tests of its block, and prints what building it took. */
function useCity(id: RealCity): City {
  const city = {} as City;
  beforeAll(async () => {
    const built = await readRealCity(id);
    console.log(`${id}: built in ${built.seconds} s, peak memory ${built.peakMegabytes} MB`);
    Object.assign(city, built);
  }, 300_000);
  return city;
}

function districtsOf({ content }: City, level: number): District[] {
  return content.districts.filter((district) => district.level === level);
}

function housesWith({ content }: City, ...services: ServiceId[]) {
  return content.houses.filter((house) => house.offers.some((offer) => services.includes(offer.service)));
}

/** Σ of the points of each district of a level: total first, then the bands. */
function sumsByDistrict({ content }: City, level: number): Map<string, number[]> {
  const points = new Map<string, DemandPoint[]>();
  for (const point of content.population.filter(({ outside }) => !outside)) {
    const id = point.districts[level - 1] as string;
    const own = points.get(id);
    if (own === undefined) points.set(id, [point]);
    else own.push(point);
  }
  return new Map(
    [...points].map(([id, own]) => [
      id,
      [
        sumPersons(own.map((point) => point.total)),
        ...content.identity.bands.map((_, i) => sumPersons(own.map((point) => point.persons[i] ?? null))),
      ],
    ]),
  );
}

function notesOf({ manifest }: City, code: string) {
  return manifest.notes.filter((note) => note.code === code);
}

/** Every person inside the city, and the worst grade. */
function inhabitantsOf({ content }: City): number {
  return sumPersons(content.population.filter((point) => !point.outside).map((point) => point.total));
}

describeWithShared('Neubrandenburg, from OpenStreetMap and the Zensus grid', () => {
  const city = useCity('neubrandenburg');

  it('has the inhabitants of the 1 km cells whose centre lies in the study area, to the person', () => {
    const [ring] = recipe.studyArea.polygon.coordinates;
    const expected = rawRows(';', 'zensus', 'neubrandenburg_zensus2011_1km.csv')
      .filter((row) => isInRing(ring!, ...degreesOfGrid(Number(row.x_mp_1km), Number(row.y_mp_1km))))
      .reduce((sum, row) => sum + Number(row.Einwohner), 0);
    expect(inhabitantsOf(city)).toBe(expected);
    // The census counted 63,761 in the city itself; cells cut by its border count whole.
    expect(Math.abs(expected - 63_761)).toBeLessThan(500);
  });

  it('has no districts: the city is the only level', () => {
    expect(city.content.districts).toEqual([]);
    expect(city.manifest.levels).toEqual([]);
    expect(notesOf(city, 'pipeline.part-missing').map((note) => note.params)).toEqual([{ part: 'districts' }]);
  });

  it('draws 15,335 buildings: 15,340 objects tagged so, less 1 with "building=no" and 4 outlines of buildings that are relations', () => {
    const file = city.manifest.files.find(({ path }) => path === 'base-buildings.fgb');
    expect(file?.features).toBe(15_340 - 1 - 4);
  });

  it('has the facilities of the extract, less those mapped twice', () => {
    const counts = {
      kitas: housesWith(city, 'kita-u3', 'kita-ue3').length,
      schools: housesWith(city, 'schule', 'grundschule', 'sek-1').length,
      doctors: housesWith(city, 'arzt', 'hausarzt', 'kinderarzt').length,
      nursingHomes: housesWith(city, 'pflege').length,
      libraries: housesWith(city, 'bibliothek').length,
      playgrounds: city.content.supplyAreas.filter((area) => area.kind === 'playground').length,
    };
    // Two schools are mapped twice (campus and building), and one playground as an area and as a point.
    expect(counts).toEqual({
      kitas: 21,
      schools: 31 - 2,
      doctors: 18,
      nursingHomes: 7,
      libraries: 3,
      playgrounds: 96 - 1,
    });
  });

  it('has a walking network of which the largest part holds at least 98.5 % of the nodes', () => {
    const { nodeCount, offsets, targets } = city.content.network!;
    const part = new Int32Array(nodeCount).fill(-1);
    const sizes: number[] = [];
    for (let start = 0; start < nodeCount; start++) {
      if (part[start] !== -1) continue;
      const stack = [start];
      part[start] = sizes.length;
      let size = 0;
      while (stack.length > 0) {
        const node = stack.pop()!;
        size++;
        for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
          const target = targets[arc]!;
          if (part[target] !== -1) continue;
          part[target] = sizes.length;
          stack.push(target);
        }
      }
      sizes.push(size);
    }
    expect(Math.max(...sizes) / nodeCount).toBeGreaterThanOrEqual(0.985);
    expect(nodeCount).toBeGreaterThan(30_000);
  });

  it('finds streets by name once in the city, and keeps the surroundings apart', () => {
    const streets = city.content.streets.filter(({ name }) => name === 'Friedrich-Engels-Ring');
    expect(streets).toHaveLength(1);
    const kitas = housesWith(city, 'kita-u3', 'kita-ue3');
    expect(kitas.filter((house) => house.outside)).toHaveLength(4);
    expect(kitas.every((house) => house.districts.length === 0)).toBe(true);
  });

  it('takes at most 1.5 GB of memory', () => {
    expect(city.peakMegabytes).toBeLessThan(1500);
  });
});

function ringsOf(area: Area): Position[][] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
}

/** Distance in metres from each position to the nearest edge of the areas. */
function distancesTo(areas: readonly Area[], positions: readonly (readonly number[])[]): number[] {
  const edges = areas
    .flatMap(ringsOf)
    .flatMap((ring) => ring.slice(1).map((end, i) => [...ring[i]!, ...end] as [number, number, number, number]));
  const index = new Flatbush(edges.length);
  for (const [ax, ay, bx, by] of edges)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  index.finish();
  const margin = 3e-4;
  return (positions as readonly [number, number][]).map(([lon, lat]) => {
    const scale = [111_320 * Math.cos((lat * Math.PI) / 180), 111_320] as const;
    const near = index.search(lon - margin, lat - margin, lon + margin, lat + margin);
    return Math.min(
      ...near.map((edge) => {
        const [ax, ay, bx, by] = edges[edge]!;
        const [dx, dy] = [(bx - ax) * scale[0], (by - ay) * scale[1]];
        const [px, py] = [(lon - ax) * scale[0], (lat - ay) * scale[1]];
        const t = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
        return Math.hypot(px - t * dx, py - t * dy);
      }),
    );
  });
}

describeWithShared('Köln, from shapefiles with an odd projection, a long table and the Zensus grid', () => {
  const city = useCity('koeln');

  it('has 9 Stadtbezirke, 86 Stadtteile and 371 Stadtviertel, nested and named with umlauts', () => {
    expect([1, 2, 3].map((level) => districtsOf(city, level).length)).toEqual([9, 86, 371]);
    const suelz = city.content.districts.find(({ name }) => name === 'Sülz');
    expect(suelz).toMatchObject({ id: 'stadtteil:302', level: 2, parent: 'stadtbezirk:3' });
  });

  it('has outlines within 0.1 m of the WGS 84 versions of the same files, but where neighbours overlap in them', () => {
    const { features } = rawJson<{ features: { geometry: Area }[] }>('koeln', 'stadtbezirke.geojson');
    const bezirke = features.flatMap(({ geometry }) => ringsOf(geometry).flat());
    const [first, second, third] = [
      bezirke,
      kmlPositions('koeln', 'stadtteile.kml'),
      kmlPositions('koeln', 'stadtviertel.kml'),
    ].map((positions, i) => {
      const outlines = districtsOf(city, i + 1).map(({ geometry }) => geometry);
      const meters = distancesTo(outlines, positions);
      return {
        positions: meters.length,
        beyond: meters.filter((distance) => distance > 0.1).length,
        worst: Math.max(...meters),
      };
    });
    // Slivers in which neighbours overlap are cut off one of them, and said: at most 2 m wide, 2 in 1,000 positions.
    for (const level of [first!, second!, third!]) {
      expect(level.positions).toBeGreaterThan(14_000);
      expect(level.beyond / level.positions).toBeLessThan(0.002);
      expect(level.worst).toBeLessThan(2);
    }
    const trimmed = notesOf(city, 'district.siblings-trimmed').map(({ where }) => where?.file);
    expect(trimmed).toEqual(['Stadtbezirk.shp', 'Stadtteil.shp', 'Stadtviertel.shp']);
  });

  it('keeps the 13 age bands of 2012 in every Stadtteil to the person', () => {
    const rows = rawRows(',', 'koeln', 'bevoelkerung.csv').filter(
      (row) => row.jahr === '2012' && row.raum_id! >= '100',
    );
    const expected = new Map<string, number[]>();
    for (const { raum_id, tab_id, zei_id, zahl } of rows) {
      // Table 005 counts everyone, table 020 by age: lines 10, 20 … 130.
      const place = tab_id === '005' ? 0 : tab_id === '020' ? Number(zei_id) / 10 : null;
      if (place === null) continue;
      const id = `stadtteil:${raum_id}`;
      expected.set(id, expected.get(id) ?? new Array<number>(14).fill(-1));
      expected.get(id)![place] = Number(zahl);
    }
    expect(expected.size).toBe(86);
    const found = sumsByDistrict(city, 2);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(inhabitantsOf(city)).toBe(sumPersons([...expected.values()].map(([total]) => total!)));
  });

  it('has the share of inhabitants with a migration background by Stadtteil and year', () => {
    const rows = rawRows(',', 'koeln', 'bevoelkerung.csv');
    const figure = (table: string) =>
      rows.find((row) => row.tab_id === table && row.zei_id === '10' && row.jahr === '2012' && row.raum_id === '101');
    const [social] = city.content.social;
    expect(social!.rows).toHaveLength(86 * 8);
    expect(social!.rows.find(({ district, year }) => district === 'stadtteil:101' && year === 2012)).toMatchObject({
      numerator: Number(figure('030')!.zahl),
      denominator: Number(figure('005')!.zahl),
      masked: false,
    });
  });

  it('has the facilities of the Flächennutzungsplan by kind', () => {
    const fromPlan = (...services: ServiceId[]) =>
      housesWith(city, ...services).filter(({ id }) => id.startsWith('fnp-signet:')).length;
    const playgrounds = city.content.supplyAreas.filter((area) => area.kind === 'playground').length;
    expect({
      kitas: fromPlan('kita-u3', 'kita-ue3'),
      schools: fromPlan('schule'),
      youth: fromPlan('jugendtreff'),
      elderly: fromPlan('pflege'),
      playgrounds,
    }).toEqual({ kitas: 589, schools: 269, youth: 127, elderly: 81, playgrounds: 685 });
    expect(city.content.plots).toHaveLength(279);
  });

  it('names the repaired areas and the odd false easting in the notes', () => {
    const repaired = notesOf(city, 'geodata.area-repaired').map(({ where }) => [where?.file, where?.feature]);
    expect(repaired).toContainEqual(['Stadtteil.shp', 'STT_NR=202']);
    expect(repaired).toContainEqual(['Stadtviertel.shp', 'STV_NR=20201']);
    expect(repaired).toContainEqual(['Stadtviertel.shp', 'STV_NR=20502']);
    expect(notesOf(city, 'geodata.crs-unusual')[0]?.params).toMatchObject({ eastingMeters: 2_500_000 });
  });

  it('has a base map of land use, and no network', () => {
    expect(city.content.network).toBeNull();
    expect(city.content.base!.water).toHaveLength(90);
    expect(city.content.base!.green.filter(({ kind }) => kind === 'forest')).toHaveLength(21);
    expect(notesOf(city, 'pipeline.part-missing').map((note) => note.params)).toEqual([{ part: 'network' }]);
  });

  it('gives people and houses outside the settled Stadtviertel to the nearest one', () => {
    const inside = [...city.content.population, ...city.content.houses].filter((object) => !object.outside);
    expect(inside.every(({ districts }) => districts.every((id) => id !== null))).toBe(true);
    expect(notesOf(city, 'pipeline.nearest-district').map(({ params }) => params)).toEqual([
      { kind: 'population' },
      { kind: 'houses' },
    ]);
  });
});

describeWithShared('Berlin, from TopoJSON areas, the population register and the Kitas with places', () => {
  const city = useCity('berlin');
  const lookup = new Map<string, string>();
  beforeAll(() => {
    type Node = { id: string | number; fid: string; c?: Record<string, Node> };
    const visit = (nodes: Record<string, Node>): void => {
      for (const node of Object.values(nodes)) {
        lookup.set(String(node.id), node.fid);
        if (node.c) visit(node.c);
      }
    };
    visit(rawJson<Record<string, Node>>('berlin', 'lor_dict.json'));
  });

  it('has four nested levels; two of the 140 outlines of Bezirksregionen lie outside Berlin, have no key and are named', () => {
    expect([1, 2, 3, 4].map((level) => districtsOf(city, level).length)).toEqual([12, 60, 140 - 2, 447]);
    expect(notesOf(city, 'district.without-key')).toMatchObject([{ params: { rows: '139, 140' }, count: 2 }]);
    const byId = new Map(city.content.districts.map((district) => [district.id, district]));
    for (const { level, parent } of city.content.districts) {
      if (level > 1) expect(byId.get(parent!)?.level).toBe(level - 1);
    }
    expect(byId.get('lor-planungsraum:01011101')).toMatchObject({
      name: 'Stülerstr.',
      parent: 'lor-bezirksregion:010111',
    });
  });

  it('has 3,670,622 inhabitants and keeps everyone under 6 in every Planungsraum; other ages are not invented', () => {
    const expected = Object.fromEntries(
      rawRows(',', 'berlin', 'EWR.csv').map((row) => [
        `lor-planungsraum:${lookup.get(row.id!)}`,
        ['2016_E_E', '2016_E_E00_01', '2016_E_E01_02', '2016_E_E02_03', '2016_E_E03_05', '2016_E_E05_06'].map(
          (column) => Number(row[column]),
        ),
      ]),
    );
    expect(Object.keys(expected)).toHaveLength(447);
    const found = Object.fromEntries(sumsByDistrict(city, 4));
    const uninhabited = Object.entries(expected).filter(([id]) => !(id in found));
    expect(uninhabited.every(([, figures]) => figures.every((figure) => figure === 0))).toBe(true);
    expect({ ...Object.fromEntries(uninhabited), ...found }).toEqual(expected);
    expect(inhabitantsOf(city)).toBe(3_670_622);
    expect(city.manifest.bands).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 5 },
      { from: 5, to: 6 },
    ]);
    const underThree = [36_966, 38_034, 37_503];
    const fromThree = [70_609, 33_532];
    const sums = city.content.identity.bands.map((_, i) =>
      sumPersons(city.content.population.map((point) => point.persons[i] ?? null)),
    );
    expect(sums).toEqual([...underThree, ...fromThree]);
  });

  it('has 161,083 places in 2,552 Kitas, of which 42,594 for under threes and 109,903 for the older, the rest undivided', () => {
    const { houses } = city.content;
    expect(houses).toHaveLength(2552);
    const sumOf = (service: ServiceId) =>
      sumPersons(
        houses.flatMap((house) =>
          house.offers.filter((offer) => offer.service === service).map((offer) => offer.capacityApproved.value),
        ),
      );
    const undivided = sumPersons(houses.map((house) => house.capacityTotal?.value ?? null));
    expect([sumOf('kita-u3'), sumOf('kita-ue3')]).toEqual([42_594, 109_903]);
    expect(undivided).toBe(161_083 - 42_594 - 109_903);
  });

  it('keeps places missing where the list states none or 0, or no division, and lists those Kitas', () => {
    const rows = rawRows(',', 'berlin', 'kitas_clean.csv');
    const none = rows.filter(({ all }) => all === 'NaN' || all === '0').map(({ id }) => `kitas:${id}`);
    const undivided = rows
      .filter(({ all, over }) => all !== 'NaN' && all !== '0' && over === 'NaN')
      .map(({ id }) => `kitas:${id}`);
    expect([none.length, undivided.length]).toEqual([24 + 6, 210]);
    expect(notesOf(city, 'pipeline.houses-without-places')).toMatchObject([{ params: { houses: none }, count: 30 }]);
    expect(notesOf(city, 'pipeline.houses-without-split')).toMatchObject([
      { params: { houses: undivided }, count: 210 },
    ]);
    const byId = new Map(city.content.houses.map((house) => [house.id, house]));
    for (const id of [...none, ...undivided]) {
      expect(byId.get(id)!.offers.every((offer) => offer.capacityApproved.value === null)).toBe(true);
    }
    // No Kita of the list states parts that contradict its total.
    expect(notesOf(city, 'pipeline.houses-contradictory')).toEqual([]);
  });

  it('takes at most 2 GB of memory', () => {
    expect(city.peakMegabytes).toBeLessThan(2000);
  });
});

describeWithShared('Stuttgart, without network, grid and buildings', () => {
  const city = useCity('stuttgart');

  it('has 23 Stadtbezirke with the ages of 1986, spread evenly and said to be assumed', () => {
    const expected: Record<string, number[]> = {};
    const idByName = new Map(districtsOf(city, 1).map(({ id, name }) => [name, id]));
    for (const row of rawRows(';', 'stuttgart', 'einwohner_altersgruppen_stadtbezirke_1986-06-30.csv')) {
      const id = idByName.get(row.Stadtbezirk!)!;
      expected[id] = [...(expected[id] ?? []), Number(row.Einwohner)];
    }
    expect(Object.keys(expected)).toHaveLength(23);
    const withTotals = Object.fromEntries(
      Object.entries(expected).map(([id, bands]) => [id, [sumPersons(bands), ...bands]]),
    );
    expect(Object.fromEntries(sumsByDistrict(city, 1))).toEqual(withTotals);
    expect(new Set(city.content.population.map((point) => point.grade))).toEqual(new Set(['assumed']));
    expect(notesOf(city, 'population.spread-evenly')).toMatchObject([{ severity: 'warning', count: 23 }]);
  });

  it('has 95 Grundschulen and 80 further schools, all within their Stadtbezirk by coordinates', () => {
    expect(housesWith(city, 'grundschule')).toHaveLength(95);
    expect(housesWith(city, 'sek-1')).toHaveLength(80);
    expect(city.content.houses.every((house) => !house.outside)).toBe(true);
    const names = new Map(districtsOf(city, 1).map(({ id, name }) => [id, name]));
    const rows = rawRows(',', 'stuttgart', 'stuttgart_primary_schools.csv');
    const stated = new Map(rows.map((row) => [`grundschulen:${row.schulnummer}`, row.ortsteil!]));
    const differing = housesWith(city, 'grundschule').filter(
      (house) => names.get(house.districts[0]!) !== stated.get(house.id),
    );
    // The list names the Stadtbezirk of each school; nearly all coordinates lie in it.
    expect(differing.length).toBeLessThanOrEqual(5);
  });

  it('says what is missing', () => {
    const missing = notesOf(city, 'pipeline.part-missing').map(({ params }) => (params as { part: string }).part);
    expect(missing).toEqual(['network', 'base']);
  });
});

describeWithShared('Leipzig, without network, grid and buildings', () => {
  const city = useCity('leipzig');

  it('has 10 Stadtbezirke and 63 Ortsteile with the inhabitants of 2023, ages unknown', () => {
    expect([1, 2].map((level) => districtsOf(city, level).length)).toEqual([10, 63]);
    type Figures = Record<string, { value: number; district: string }[]>;
    const { data } = rawJson<{ data: Record<string, Figures> }>('leipzig', 'leipzig-einwohner-insgesamt.json');
    const idByName = new Map(districtsOf(city, 2).map(({ id, name }) => [name, id]));
    const expected = data['2023']!['Einwohner insgesamt']!.map(({ district, value }) => [
      idByName.get(district),
      [value],
    ]);
    expect(Object.fromEntries(sumsByDistrict(city, 2))).toEqual(Object.fromEntries(expected));
    expect(city.manifest.bands).toEqual([]);
  });

  it('has its Kitas, schools and playgrounds', () => {
    expect(housesWith(city, 'kita-ue3')).toHaveLength(311);
    expect(housesWith(city, 'grundschule')).toHaveLength(65);
    expect(housesWith(city, 'sek-1')).toHaveLength(18);
    // One of the 304 playgrounds lies more than 1,500 m beyond the city and is left out, and counted.
    expect(city.content.supplyAreas).toHaveLength(304 - 1);
    expect(notesOf(city, 'pipeline.beyond-surroundings')).toMatchObject([
      { params: { kind: 'supply-areas' }, count: 1 },
    ]);
  });
});
