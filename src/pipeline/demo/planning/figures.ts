import type { DistrictFigure, House, PublishedFigure, SocialIndicator } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import type { ServiceId } from '../../../shared/services.ts';
import { DEMO_SOURCE } from '../identity.ts';
import type { People } from '../people.ts';
import type { Town } from '../town.ts';

/** Persons by band of each Stadtbezirk. */
export function peopleByBorough(town: Town, people: People): Float64Array[] {
  const sums = Array.from(
    { length: town.territory.boroughCount },
    () => new Float64Array(people.byQuarter[0]?.length ?? 0),
  );
  people.byQuarter.forEach((persons, quarter) => {
    const borough = sums[town.territory.boroughOfQuarter[quarter]!]!;
    persons.forEach((value, band) => {
      borough[band]! += value;
    });
  });
  return sums;
}

/** Kindertagespflege, waiting lists and vacancies by Stadtbezirk, some not reported. */
export function createDistrictFigures(town: Town, people: People, random: Random): DistrictFigure[] {
  const figures: DistrictFigure[] = [];
  peopleByBorough(town, people).forEach((persons, k) => {
    const district = town.districts.boroughIds[k]!;
    const under3 = persons[0]! + persons[1]!;
    const over3 = persons[2]!;
    for (const year of [2023, 2024, 2025]) {
      const add = (service: ServiceId, kind: DistrictFigure['kind'], value: number, missing: number) => {
        figures.push({
          district,
          service,
          year,
          kind,
          value: random.next() < missing ? null : Math.round(value),
          source: DEMO_SOURCE,
        });
      };
      add('kita-u3', 'places-without-location', under3 * random.between(0.03, 0.075), 0.03);
      add('kita-u3', 'waiting-list', under3 * random.between(0.02, 0.11), 0.06);
      add('kita-ue3', 'waiting-list', over3 * random.between(0.01, 0.06), 0.06);
      add('kita-u3', 'staff-vacancies', (under3 / 90) * random.between(0.2, 1), 0.15);
    }
  });
  return figures;
}

/** Places of a service by Stadtbezirk, as the houses of today have them. */
function placesByBorough(houses: readonly House[], service: ServiceId): Map<string, number> {
  const places = new Map<string, number>();
  for (const house of houses) {
    const district = house.districts[0];
    if (!district) continue;
    for (const o of house.offers) {
      if (o.service !== service || o.status !== 'existing') continue;
      places.set(district, (places.get(district) ?? 0) + (o.capacityApproved.value ?? 0));
    }
  }
  return places;
}

const PUBLISHED: readonly {
  readonly service: ServiceId;
  readonly group: readonly number[];
  readonly rate: number;
  readonly indicator: string;
}[] = [
  { service: 'kita-u3', group: [0, 1], rate: 0.62, indicator: 'kita_u3_quote' },
  { service: 'kita-ue3', group: [2], rate: 1, indicator: 'kita_ue3_quote' },
  { service: 'grundschule', group: [3], rate: 1, indicator: 'grundschule_plaetze' },
];

/** What the city printed for the last three years: capacity, demand and supply rate, by Stadtbezirk and city. */
export function createHistory(town: Town, people: People, houses: readonly House[], random: Random): PublishedFigure[] {
  const persons = peopleByBorough(town, people);
  const rows: PublishedFigure[] = [];
  for (const { service, group, rate, indicator } of PUBLISHED) {
    const places = placesByBorough(houses, service);
    for (const year of [2022, 2023, 2024]) {
      const back = 2025 - year;
      let cityPlaces = 0;
      let cityChildren = 0;
      const add = (district: string | null, measure: PublishedFigure['measure'], value: number) => {
        rows.push({ district, service, year, measure, value, indicator, source: DEMO_SOURCE });
      };
      const addAll = (district: string | null, capacity: number, children: number) => {
        add(district, 'capacity', capacity);
        add(district, 'demand', Math.round(children * rate));
        if (children > 0) add(district, 'supply-rate', Math.round((capacity / children) * 1000) / 10);
      };
      town.districts.boroughIds.forEach((id, k) => {
        const children = Math.round(group.reduce((sum, band) => sum + persons[k]![band]!, 0) * (1 + 0.006 * back));
        const capacity = Math.round(((places.get(id) ?? 0) * (1 - back * random.between(0.005, 0.035))) / 5) * 5;
        cityPlaces += capacity;
        cityChildren += children;
        addAll(id, capacity, children);
      });
      addAll(null, cityPlaces, cityChildren);
    }
  }
  return rows;
}

interface SocialKind {
  readonly id: string;
  readonly de: string;
  readonly en: string;
  /** Bands that make the base, `null` = all. */
  readonly base: readonly number[] | null;
  readonly mean: number;
  readonly spread: number;
}

const SOCIAL: readonly SocialKind[] = [
  {
    id: 'sgb2-unter-15',
    de: 'Kinder unter 15 in Haushalten mit SGB-II-Bezug',
    en: 'children under 15 in households on SGB II benefits',
    base: [0, 1, 2, 3, 4],
    mean: 0.14,
    spread: 1,
  },
  {
    id: 'alleinerziehende',
    de: 'Personen in Haushalten Alleinerziehender',
    en: 'people in single-parent households',
    base: null,
    mean: 0.052,
    spread: 0.4,
  },
  {
    id: 'migration',
    de: 'Menschen mit Migrationsgeschichte',
    en: 'people with a history of migration',
    base: null,
    mean: 0.43,
    spread: 0.35,
  },
  {
    id: 'grundsicherung-65',
    de: 'Menschen ab 65 in Grundsicherung',
    en: 'people of 65 and over on basic income support',
    base: [9, 10],
    mean: 0.062,
    spread: 0.7,
  },
  { id: 'arbeitslose', de: 'Arbeitslose', en: 'unemployed people', base: [6, 7, 8], mean: 0.041, spread: 0.5 },
  {
    id: 'mietbelastung',
    de: 'Haushalte mit Mietbelastung über 40 Prozent',
    en: 'households paying over 40 percent of income as rent',
    base: [7, 8, 9],
    mean: 0.12,
    spread: 0.4,
  },
];

const MASKED_BELOW = 5;

/** Social indicators by Stadtbezirk and Stadtteil for three years; small counts are masked. */
export function createSocial(town: Town, people: People, random: Random): SocialIndicator[] {
  const noise = town.layout.terrain.noise;
  const burden = town.territory.quarters.map(
    ({ at, kind }) => noise(at[0] + 8000, at[1] - 8000, 4200) + (kind === 'slab' ? 0.9 : kind === 'villa' ? -0.6 : 0),
  );
  return SOCIAL.map((kind): SocialIndicator => {
    const stream = random.fork(kind.id);
    const rows: SocialIndicator['rows'][number][] = [];
    const add = (district: string, year: number, numerator: number, denominator: number) => {
      const masked = numerator < MASKED_BELOW;
      rows.push({ district, year, numerator: masked ? null : numerator, denominator, masked });
    };
    for (const year of [2023, 2024, 2025]) {
      const sums = Array.from({ length: town.territory.boroughCount }, () => [0, 0] as [number, number]);
      people.byQuarter.forEach((persons, quarter) => {
        const base = Math.round(
          persons.reduce((sum, value, band) => sum + (kind.base === null || kind.base.includes(band) ? value : 0), 0),
        );
        const share = Math.max(0.005, kind.mean * (1 + kind.spread * burden[quarter]!) * stream.between(0.85, 1.15));
        const numerator = Math.round(base * Math.min(0.9, share));
        const sum = sums[town.territory.boroughOfQuarter[quarter]!]!;
        sum[0] += numerator;
        sum[1] += base;
        add(town.districts.quarterIds[quarter]!, year, numerator, base);
      });
      sums.forEach(([numerator, base], k) => {
        add(town.districts.boroughIds[k]!, year, numerator, base);
      });
    }
    return { id: kind.id, de: kind.de, en: kind.en, date: '2025-12-31', source: DEMO_SOURCE, rows };
  });
}
