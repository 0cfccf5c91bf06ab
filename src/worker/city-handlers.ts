import { openCity } from '../city/open-city.ts';
import type { PackageSource } from '../city/package-source.ts';
import { identityOf } from '../city/read-city.ts';
import type { ObjectRef } from '../questions/describe-object.ts';
import type { GapCalls } from '../questions/gap-map/gap-calls.ts';
import { findHousesNear } from '../questions/houses-near.ts';
import { districtLayer, houseLayer, plotLayer, siteLayer, supplyAreaLayer } from '../questions/map-layers.ts';
import type { MeasureCalls } from '../questions/measures/measure-calls.ts';
import type { PlanInUse } from '../questions/measures/plan-basis.ts';
import type { NeedCalls } from '../questions/needs/need-calls.ts';
import type { SiteCalls } from '../questions/sites/site-calls.ts';
import { summarizeCity } from '../questions/summarize-city.ts';
import { fail } from '../shared/problem.ts';
import { type HeldCity, holdCity, type TableName } from './held-city.ts';
import type { CallContext, Handlers } from './server.ts';

/**
 * Questions that need projections are loaded when they are first asked: the base map is drawn without them, and the first map loads
 * 43 kB less.
 */
const objects = () => import('../questions/describe-object.ts');
const places = () => import('../questions/object-at.ts');
const cells = () => import('../questions/population-cells.ts');
const search = () => import('../questions/search-city.ts');

/** The tables in which an object of a kind is found and described. */
const TABLES_BY_KIND: Readonly<Record<ObjectRef['kind'], readonly TableName[]>> = {
  district: ['districts', 'population', 'houses'],
  house: ['districts', 'houses'],
  'supply-area': ['districts', 'supplyAreas'],
  site: ['districts', 'sites'],
  plot: ['districts', 'plots'],
  cell: ['districts', 'population'],
};

/** The one table an object's outline is in. */
const TABLE_BY_KIND: Readonly<Record<ObjectRef['kind'], TableName>> = {
  district: 'districts',
  house: 'houses',
  'supply-area': 'supplyAreas',
  site: 'sites',
  plot: 'plots',
  cell: 'population',
};

/** Answers every call about one city at a time: the newest that was opened. `sourceAt` gives the files behind an address. */
export function createCityHandlers(sourceAt: (baseUrl: string) => PackageSource): Handlers {
  let current: Promise<HeldCity> | null = null;
  let inUse: PlanInUse | null = null;
  const held = () => current ?? fail('app.no-city-open', {});
  const tables = async (...names: TableName[]) => (await held()).tables(names);
  const referenceDate = async () => (await held()).opened.manifest.referenceDate;

  const askDesk =
    <N extends keyof GapCalls>(name: N) =>
    async (input: GapCalls[N]['input'], context: CallContext): Promise<GapCalls[N]['output']> => {
      // The plan of the moment when the question came: a newer one may be set while the city is still being read.
      const under = inUse;
      const deskUnder = await (await held()).gapDesk();
      return deskUnder(under)[name](input, context);
    };

  const askMeasureDesk =
    <N extends keyof MeasureCalls>(name: N) =>
    async (input: MeasureCalls[N]['input'], context: CallContext): Promise<MeasureCalls[N]['output']> => {
      const under = inUse;
      const deskUnder = await (await held()).measureDesk();
      return deskUnder(under)[name](input, context);
    };

  const askSiteDesk =
    <N extends keyof SiteCalls>(name: N) =>
    async (input: SiteCalls[N]['input'], context: CallContext): Promise<SiteCalls[N]['output']> => {
      const under = inUse;
      const deskUnder = await (await held()).siteDesk();
      return deskUnder(under)[name](input, context);
    };

  const askNeedDesk =
    <N extends keyof NeedCalls>(name: N) =>
    async (input: NeedCalls[N]['input'], context: CallContext): Promise<NeedCalls[N]['output']> => {
      const under = inUse;
      const deskUnder = await (await held()).needDesk();
      return deskUnder(under)[name](input, context);
    };

  return {
    async openCity({ baseUrl }, { signal, progress }) {
      void current?.then(
        (before) => before.drop(),
        () => {},
      );
      progress({ what: 'manifest.json', doneBytes: 0, totalBytes: 0 });
      const opening = openCity(sourceAt(baseUrl), signal).then(holdCity);
      current = opening;
      const city = await opening;
      // While the page makes its map, the ground is read. After the answer, which is not to wait for it.
      setTimeout(() => city.tiles.prepare());
      const { manifest } = city.opened;
      return summarizeCity(manifest, identityOf(manifest), null);
    },
    async loadCity(_input, { progress }) {
      const city = await held();
      const all = await city.loadAll(progress);
      const { manifest } = city.opened;
      return summarizeCity(manifest, identityOf(manifest), all);
    },
    districts: async () => districtLayer((await tables('districts')).districts),
    houses: async () => houseLayer((await tables('houses')).houses, await referenceDate()),
    supplyAreas: async () => supplyAreaLayer((await tables('supplyAreas')).supplyAreas),
    sites: async () => siteLayer((await tables('sites')).sites),
    plots: async () => plotLayer((await tables('plots')).plots),
    async populationCells() {
      const { population, identity } = await tables('population');
      return (await cells()).computeCellGrid(population, identity);
    },
    baseTile: async ({ part, z, x, y }, { signal }) => (await held()).tiles.tile(part, { z, x, y }, signal),
    async objectAt(question) {
      const names = question.kinds.map((kind) => TABLE_BY_KIND[kind]);
      return (await places()).findObjectAt(await tables(...names), question);
    },
    async locate({ ref }) {
      return (await objects()).locateObject(await tables(TABLE_BY_KIND[ref.kind]), ref);
    },
    describe: async (ref) => (await objects()).describeObject(await tables(...TABLES_BY_KIND[ref.kind]), ref),
    async findPlaces({ refs }) {
      const names = new Set(refs.map(({ kind }) => TABLE_BY_KIND[kind]));
      const { findPlaces } = await import('../questions/find-places.ts');
      return findPlaces(await tables(...names), refs);
    },
    search: async ({ text, limit }) => (await search()).searchCity(await (await held()).searchIndex(), text, limit),
    async needPlaces({ places: asked }) {
      const under = inUse;
      const city = await tables('districts', 'sites', 'plots');
      return (await import('../questions/need-places.ts')).needPlaces(city, under?.plan ?? null, asked);
    },
    listDistricts: async () =>
      (await import('../questions/need-places.ts')).listDistricts((await tables('districts')).districts),
    async setPlan(given) {
      inUse = given;
      return null;
    },
    gaps: askDesk('gaps'),
    gapYears: askDesk('gapYears'),
    gapRule: askDesk('gapRule'),
    gapFlows: askDesk('gapFlows'),
    gapBands: askDesk('gapBands'),
    gapStatus: askDesk('gapStatus'),
    catchmentAreas: askDesk('catchmentAreas'),
    houseBriefs: askMeasureDesk('houseBriefs'),
    plotList: askMeasureDesk('plotList'),
    placeAt: askMeasureDesk('placeAt'),
    gapPreview: askMeasureDesk('gapPreview'),
    catchmentGround: askMeasureDesk('catchmentGround'),
    measureEffects: askMeasureDesk('measureEffects'),
    compareAll: askMeasureDesk('compareAll'),
    suggestPlaces: askMeasureDesk('suggestPlaces'),
    siteRegister: askSiteDesk('siteRegister'),
    siteRegisterForCircle: askSiteDesk('siteRegisterForCircle'),
    siteImpacts: askSiteDesk('siteImpacts'),
    siteSurroundings: askSiteDesk('siteSurroundings'),
    siteDistricts: askSiteDesk('siteDistricts'),
    housesNear: async (request) => findHousesNear((await tables('houses')).houses, request),
    bundleProposals: askNeedDesk('bundleProposals'),
    bundleVerdict: askNeedDesk('bundleVerdict'),
    needGround: askNeedDesk('needGround'),
    horizonFigures: askNeedDesk('horizonFigures'),
  };
}
