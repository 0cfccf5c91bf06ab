import type { CityContent, House } from '../../city/types.ts';
import { note } from '../../shared/problem.ts';
import type { BuildContext } from '../types.ts';
import { createBaseMap, listStreets } from './base-map.ts';
import { createFootways } from './footways.ts';
import { demoIdentity, demoSources } from './identity.ts';
import { createLakes } from './lakes.ts';
import { SUPPRESSED_BELOW, settlePeople } from './people.ts';
import { createDistrictFigures, createHistory, createSocial } from './planning/figures.ts';
import { createForecast } from './planning/forecast.ts';
import { createPlots, createSites } from './planning/sites.ts';
import { createContextPoints } from './services/context-points.ts';
import { createKitas } from './services/kitas.ts';
import { createOtherHouses } from './services/other-houses.ts';
import { createServiceGround } from './services/places.ts';
import { createSchools } from './services/schools.ts';
import { createSupplyAreas } from './services/supply-areas.ts';
import { areaOf } from './shapes.ts';
import { buildTown, type Town } from './town.ts';
import { createWalking } from './walking.ts';
import { createWays } from './ways.ts';

export interface DemoOptions {
  /** 1 = 600,000 inhabitants; from 0.005 (a village) upwards. */
  readonly scale?: number;
  /** Same seed and scale, same city, byte by byte. */
  readonly seed?: number;
}

function districtsOf(town: Town): CityContent['districts'] {
  const { territory, merger, geo, districts } = town;
  const boroughOfFace = Int32Array.from(territory.quarterOfFace, (q) => (q < 0 ? -1 : territory.boroughOfQuarter[q]!));
  const boroughs = merger.merge(boroughOfFace, territory.boroughCount).map((rings, k) => ({
    id: districts.boroughIds[k]!,
    level: 1,
    parent: null,
    name: districts.boroughNames[k]!,
    geometry: areaOf(geo, rings),
  }));
  const quarters = merger.merge(territory.quarterOfFace, territory.quarters.length).map((rings, k) => ({
    id: districts.quarterIds[k]!,
    level: 2,
    parent: districts.boroughIds[territory.boroughOfQuarter[k]!]!,
    name: districts.quarterNames[k]!,
    geometry: areaOf(geo, rings),
  }));
  return [...boroughs, ...quarters];
}

/** Offers of existing houses that should state their places and do not. */
function countMissing(houses: readonly House[]): number {
  return houses.reduce(
    (sum, house) =>
      sum + house.offers.filter((o) => o.status === 'existing' && o.capacityAvailable.value === null).length,
    0,
  );
}

/**
 * Generates Musterstadt, an invented city: land, streets, houses, people, services, plans. Deterministic from scale and seed, the same
 * in every engine. Takes some seconds at scale 1. Throws `pipeline.demo.scale`, and the signal's reason when stopped.
 */
export function generateDemoCity(options: DemoOptions, context: BuildContext): CityContent {
  const scale = options.scale ?? 1;
  const seed = options.seed ?? 1;
  let step = 0;
  const advance = () => {
    context.signal.throwIfAborted();
    step++;
    context.progress('generate', Math.min(1, step / 11));
  };
  const town = buildTown(scale, seed, advance);
  const people = settlePeople(town);
  advance();
  const ways = createWays(town);
  const footways = createFootways(town);
  const lakes = createLakes(town, town.random.fork('lakes'));
  const walking = createWalking(town, footways);
  advance();
  const base = createBaseMap(town, ways, footways, lakes);
  advance();
  const ground = createServiceGround(town, people, ways);
  const schools = createSchools(ground, town.random.fork('schools'));
  const kitas = createKitas(ground, town.random.fork('kitas'));
  const houses = [...kitas, ...schools.houses, ...createOtherHouses(ground, town.random.fork('houses'))];
  const sites = createSites(town, lakes, town.random.fork('sites'));
  advance();
  return {
    identity: demoIdentity(town),
    sources: demoSources(scale, seed),
    notes: [
      note('info', 'pipeline.demo.invented', { seed, scale }),
      note('info', 'pipeline.demo.suppressed-cells', { below: SUPPRESSED_BELOW }, { count: people.suppressedCells }),
      note('info', 'pipeline.demo.places-missing', { offers: countMissing(houses) }),
      ...walking.notes,
    ],
    districts: districtsOf(town),
    population: people.population,
    forecast: createForecast(town, sites, town.random.fork('forecast')),
    houses,
    catchments: schools.catchments,
    districtFigures: createDistrictFigures(town, people, town.random.fork('figures')),
    context: createContextPoints(ground, ways, town.random.fork('context')),
    social: createSocial(town, people, town.random.fork('social')),
    history: createHistory(town, people, houses, town.random.fork('history')),
    supplyAreas: createSupplyAreas(town, footways, town.random.fork('areas')),
    sites,
    plots: createPlots(town, town.random.fork('plots')),
    network: walking.data,
    base,
    streets: listStreets(town, ways),
  };
}
