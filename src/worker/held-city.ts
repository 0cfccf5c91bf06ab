import type { OpenedCity, ReadOptions } from '../city/open-city.ts';
import { PACKAGE_FILES, type PackageFile } from '../city/package-files.ts';
import {
  identityOf,
  readBaseLayer,
  readCatchments,
  readContext,
  readDistrictFigures,
  readDistricts,
  readForecast,
  readHistory,
  readHouses,
  readNetwork,
  readPlots,
  readPopulation,
  readSites,
  readSocial,
  readStreets,
  readSupplyAreas,
} from '../city/read-city.ts';
import type { CityTables } from '../questions/city-tables.ts';
import type { SearchIndex } from '../questions/search-city.ts';
import { type BaseTiles, createBaseTiles } from './base-tiles.ts';
import type { GapDeskUnder } from './gap-desk.ts';
import type { MeasureDeskUnder } from './measure-desk.ts';
import type { NeedDeskUnder } from './need-desk.ts';
import { once } from './once.ts';
import type { Progress } from './protocol.ts';
import type { SiteDeskUnder } from './site-desk.ts';

export type TableName = Exclude<keyof CityTables, 'identity' | 'sources'>;

/** The open city: each table is read when first asked for, once. */
export interface HeldCity {
  readonly opened: OpenedCity;
  readonly tiles: BaseTiles;
  /** The asked tables; those not asked for are empty. */
  tables(names: readonly TableName[]): Promise<CityTables>;
  searchIndex(): Promise<SearchIndex>;
  /** Who answers questions about gaps: reads network, forecast and catchments when first asked for. */
  gapDesk(): Promise<GapDeskUnder>;
  /** Who answers questions about measures, on the same prepared city. */
  measureDesk(): Promise<MeasureDeskUnder>;
  /** Who answers questions about sites, on the same prepared city. */
  siteDesk(): Promise<SiteDeskUnder>;
  /** Who answers questions about needs of several departments, on the same prepared city. */
  needDesk(): Promise<NeedDeskUnder>;
  /** Reads all tables and the search index; progress by file. */
  loadAll(onProgress: (progress: Progress) => void): Promise<CityTables>;
  /** Stops what is being read: another city is opened. */
  drop(): void;
}

const TABLE_FILES: Readonly<Record<TableName, PackageFile>> = {
  districts: 'districts',
  houses: 'facilities',
  supplyAreas: 'supplyAreas',
  sites: 'sites',
  plots: 'plots',
  population: 'population',
};

export const TABLE_NAMES = Object.keys(TABLE_FILES) as readonly TableName[];

export function holdCity(opened: OpenedCity): HeldCity {
  const stop = new AbortController();
  const listeners = new Set<(file: PackageFile, doneBytes: number) => void>();
  const options = (file: PackageFile): ReadOptions => ({
    signal: stop.signal,
    onProgress: (doneBytes) => {
      for (const listener of listeners) listener(file, doneBytes);
    },
  });

  const readers: { readonly [N in TableName]: () => Promise<CityTables[N]> } = {
    districts: once(() => readDistricts(opened, options('districts'))),
    houses: once(() => readHouses(opened, options('facilities'))),
    supplyAreas: once(() => readSupplyAreas(opened, options('supplyAreas'))),
    sites: once(() => readSites(opened, options('sites'))),
    plots: once(() => readPlots(opened, options('plots'))),
    population: once(() => readPopulation(opened, options('population'))),
  };
  const streets = once(() => readStreets(opened, options('streets')));
  const places = once(() => readBaseLayer(opened, 'places', options('basePlaces')));

  const tables = async (names: readonly TableName[]): Promise<CityTables> => {
    const get = async <N extends TableName>(name: N): Promise<CityTables[N] | readonly never[]> =>
      names.includes(name) ? await readers[name]() : [];
    // One after the other: a server and a disk are not faster with six at once, and progress reads better.
    return {
      identity: identityOf(opened.manifest),
      sources: opened.manifest.sources,
      districts: await get('districts'),
      houses: await get('houses'),
      supplyAreas: await get('supplyAreas'),
      sites: await get('sites'),
      plots: await get('plots'),
      population: await get('population'),
    };
  };

  const searchIndex = once(async () => {
    const city = await tables(['districts', 'houses', 'sites']);
    const { buildSearchIndex } = await import('../questions/search-city.ts');
    return buildSearchIndex({ ...city, streets: await streets(), places: await places() });
  });

  const gapCity = once(async () => {
    const network = readNetwork(opened, options('network'));
    return {
      ...(await tables(TABLE_NAMES)),
      forecast: await readForecast(opened, options('forecast')),
      catchments: await readCatchments(opened, options('catchments')),
      districtFigures: await readDistrictFigures(opened, options('districtFigures')),
      history: await readHistory(opened, options('history')),
      network: await network,
    };
  });
  const context = once(() => readContext(opened, options('context')));
  const planModels = once(async () => {
    const loading = import('./plan-models.ts');
    const city = await gapCity();
    return (await loading).createPlanModels(city);
  });
  const gapDesk = once(async () => {
    const loading = import('./gap-desk.ts');
    const models = await planModels();
    return (await loading).createGapDesk(await gapCity(), models);
  });
  const measureDesk = once(async () => {
    const loading = import('./measure-desk.ts');
    const models = await planModels();
    const city = { ...(await gapCity()), context: await context() };
    return (await loading).createMeasureDesk(city, models);
  });
  const siteDesk = once(async () => {
    const loading = import('./site-desk.ts');
    const models = await planModels();
    const social = await readSocial(opened, options('social'));
    const city = { ...(await gapCity()), context: await context(), social };
    return (await loading).createSiteDesk(city, models);
  });
  const needDesk = once(async () => {
    const loading = import('./need-desk.ts');
    const models = await planModels();
    const city = { ...(await gapCity()), social: await readSocial(opened, options('social')) };
    return (await loading).createNeedDesk(city, models);
  });

  return {
    opened,
    gapDesk,
    measureDesk,
    siteDesk,
    needDesk,
    tiles: createBaseTiles(opened, { places, signal: stop.signal }),
    tables,
    searchIndex,
    async loadAll(onProgress) {
      const wanted = [...Object.values(TABLE_FILES), 'streets' as const, 'basePlaces' as const];
      const bytesOf = (file: PackageFile) =>
        opened.manifest.files.find(({ path }) => path === PACKAGE_FILES[file])?.bytes ?? 0;
      const totalBytes = wanted.reduce((sum, file) => sum + bytesOf(file), 0);
      const done = new Map<PackageFile, number>();
      const listen = (file: PackageFile, doneBytes: number) => {
        if (!wanted.includes(file)) return;
        done.set(file, doneBytes);
        const sum = [...done.values()].reduce((a, b) => a + b, 0);
        onProgress({ what: PACKAGE_FILES[file], doneBytes: sum, totalBytes });
      };
      listeners.add(listen);
      try {
        const all = await tables(TABLE_NAMES);
        await searchIndex();
        return all;
      } finally {
        listeners.delete(listen);
      }
    },
    drop: () => stop.abort(),
  };
}
