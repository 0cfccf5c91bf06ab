import type { CityContent } from '../../src/city/types.ts';
import type { Need } from '../../src/plan/types/needs.ts';
import { type CityModel, createCityModel } from '../../src/questions/gaps/city-model.ts';
import type { Land } from '../../src/questions/needs/bundle-places.ts';
import { DEFAULT_BUNDLE_RULES } from '../../src/questions/needs/bundle-rules.ts';
import type { NeedToBundle } from '../../src/questions/needs/need-calls.ts';
import { proposeBundles } from '../../src/questions/needs/propose-bundles.ts';
import { type RankEntry, rankNeeds, weightChanges } from '../../src/questions/needs/rank-needs.ts';
import { DEFAULT_WEIGHTS, RANK_PARTS } from '../../src/questions/needs/rank-parts.ts';
import { type Random, seededRandom } from '../../src/shared/random.ts';
import type { ServiceId } from '../../src/shared/services.ts';
import { type Timing, time } from './measure.ts';

const NEEDS = 2000;
const PLOTS = 500;
const SITES = 200;

const SERVICES: readonly ServiceId[] = [
  'kita-u3',
  'kita-ue3',
  'grundschule',
  'ganztag',
  'jugendtreff',
  'begegnung',
  'familienzentrum',
  'bibliothek',
  'pflege',
  'tagespflege',
  'sporthalle',
  'hausarzt',
  'unterkunft',
];

const between = (random: Random, least: number, most: number) => least + random.below(most - least);

/** Needs, plots and sites where people live: 2,000 needs of all uses, dates from 2027 to 2036. */
function scene(city: CityContent) {
  const random = seededRandom(11);
  const homes = city.population.filter(({ outside, total }) => !outside && (total ?? 0) > 0);
  const home = () => random.pick(homes).position;
  const needs = Array.from({ length: NEEDS }, (_, i): NeedToBundle => {
    const [lon, lat] = home();
    return {
      id: `n${String(i).padStart(4, '0')}`,
      place: { kind: 'point', position: [lon, lat], searchRadiusMeters: 800 },
      service: random.pick(SERVICES),
      status: 'reported',
      targetGroup: null,
      roomSquareMeters: between(random, 150, 900),
      plotSquareMeters: between(random, 150, 2500),
      requirements: random.below(3) === 0 ? ['ground-floor'] : [],
      neededBy: `${between(random, 2027, 2037)}-09-01`,
      combinable: true,
    };
  });
  const land = Array.from({ length: PLOTS + SITES }, (_, i): Land => {
    const isPlot = i < PLOTS;
    return {
      kind: isPlot ? 'plot' : 'site',
      id: `l${String(i).padStart(3, '0')}`,
      name: null,
      position: home(),
      areaSquareMeters: isPlot ? between(random, 500, 8000) : between(random, 5000, 60_000),
      owner: null,
      reservedFor: null,
      stage: isPlot ? null : 4,
      isOpen: true,
    };
  });
  return { needs, land };
}

function entries(): readonly RankEntry[] {
  const random = seededRandom(12);
  const urgencies: readonly Need['urgency'][] = ['duty', 'should', 'wish'];
  return Array.from({ length: NEEDS }, (_, i) => ({
    need: { id: `n${i}`, urgency: random.pick(urgencies), departmentId: 'd' },
    parts: Object.fromEntries(
      RANK_PARTS.map((part) => {
        const value = random.below(5) === 0 ? null : random.below(10_000) / 10_000;
        return [part, { figure: value, value }];
      }),
    ) as RankEntry['parts'],
  }));
}

type Report = (city: string, work: string, timing: Timing | null, note?: string) => void;

/** Times what 2,000 needs of all departments ask: proposals on 500 plots and 200 sites, the joint list, half weights. */
export function timeNeeds(report: Report, city: CityContent, model: CityModel = createCityModel(city)): void {
  const { needs, land } = scene(city);
  const question = { scenarioId: null, needs, bundledIds: [], refused: [], rules: DEFAULT_BUNDLE_RULES };
  const { proposals, compared } = proposeBundles(model, land, question);
  const name = 'needs';
  const note = `${compared} needs, ${PLOTS} plots, ${SITES} sites: ${proposals.length} proposals`;
  report(
    name,
    'bundling proposals (500 ms allowed)',
    time(9, () => proposeBundles(model, land, question)),
    note,
  );
  const list = entries();
  const hand = list.slice(0, 20).map(({ need }, i) => ({ needId: need.id, rank: i * 50 + 1 }));
  report(
    name,
    'joint ranking (50 ms allowed)',
    time(25, () => rankNeeds(list, DEFAULT_WEIGHTS, hand)),
    `${NEEDS} needs, 20 of them by hand`,
  );
  report(
    name,
    'places that change with half a weight, ten lists',
    time(9, () => weightChanges(list, DEFAULT_WEIGHTS, hand)),
  );
}
