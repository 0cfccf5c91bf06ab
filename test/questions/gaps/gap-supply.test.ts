import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTS, type GapRow } from '../../../src/questions/gaps/gap-request.ts';
import {
  computeGapSupply,
  countedAreas,
  isOffered,
  placesWithoutLocation,
  statedPlaces,
} from '../../../src/questions/gaps/gap-supply.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, plainCity, requestOf } from './ask.ts';

describe('the houses that count', () => {
  const city = plainCity();

  it('tell how sure the places are: secured ones to come, planned ones, and approved ones without staff', () => {
    const figure = (value: number) => ({ value, date: '2025-03-01' });
    const houses = [
      house('a', 'Kita', 300, 300, [
        // 30 of 40 approved places have staff.
        offer('kita-u3', 40, { capacityApproved: figure(40), capacityAvailable: figure(30) }),
        offer('kita-u3', 10, { status: 'secured' }),
      ]),
      house('b', 'Kita', 600, 300, [offer('kita-u3', 20, { status: 'planned' })]),
    ];
    const row = (facilities: 'secured' | 'planned') =>
      ask({ ...city, houses }, 'kita-u3', { counts: { ...DEFAULT_COUNTS, facilities } }).result.levels[0]![0]!;
    const parts = ({ capacity, capacitySecured, capacityPlanned, capacityNotAvailable }: GapRow) => [
      capacity,
      capacitySecured,
      capacityPlanned,
      capacityNotAvailable,
    ];
    expect(parts(row('secured'))).toEqual([30 + 10, 10, 0, 40 - 30]);
    expect(parts(row('planned'))).toEqual([30 + 10 + 20, 10, 20, 40 - 30]);
  });

  it('count a house from its opening on and until its closing', () => {
    const opened = {
      ...city,
      identity: { ...city.identity, years: [2025, 2026, 2027, 2028] },
      houses: [
        house('x', 'Kita', 500, 500, [
          offer('kita-u3', 30, { from: '2026-12-31', to: '2028-01-01', status: 'secured' }),
        ]),
      ],
    };
    const capacities = [2025, 2026, 2027, 2028].map(
      (year) => ask(opened, 'kita-u3', { year }).result.levels[0]![0]!.capacity,
    );
    expect(capacities).toEqual([0, 30, 30, 0]);
  });

  it('count planned houses and ideas only where asked', () => {
    const houses = (['existing', 'planned', 'idea', 'closed'] as const).map((status, i) =>
      house(status, status, 200 + 100 * i, 500, [offer('kita-u3', 10 ** i, { status })]),
    );
    const capacity = (facilities: 'secured' | 'planned' | 'ideas') =>
      ask({ ...city, houses }, 'kita-u3', { counts: { ...DEFAULT_COUNTS, facilities } }).result.levels[0]![0]!.capacity;
    expect([capacity('secured'), capacity('planned'), capacity('ideas')]).toEqual([1, 1 + 10, 1 + 10 + 100]);
  });

  it('lose the places that a measure takes away, never more than they have, and are none where nothing else is left', () => {
    const capacityOf = (...places: readonly number[]) => {
      const offers = places.map((each) => offer('kita-u3', each));
      return [
        ...computeGapSupply([house('x', 'Kita', 500, 500, offers)], 'kita-u3', requestOf(city, 'kita-u3')).capacity,
      ];
    };
    expect(capacityOf(30, -12)).toEqual([30 - 12]);
    expect(capacityOf(30, -40)).toEqual([0]);
    expect(capacityOf(-12)).toEqual([]);
    const away = house('y', 'Kita', 500, 500, [offer('kita-u3', -12)]);
    expect(isOffered(away, 'kita-u3', { year: 2025, counts: DEFAULT_COUNTS })).toBe(false);
  });

  it('have no stated places outside the city, and carry the newest date and the worst grade of those that count', () => {
    const dated = (value: number, date: string) => offer('kita-u3', value, { capacityAvailable: { value, date } });
    const supply = computeGapSupply(
      [
        house('a', 'Kita', 300, 300, [dated(10, '2024-09-01')]),
        house('b', 'Kita', 400, 300, [dated(20, '2025-03-01')], { grade: 'estimated' }),
        house('c', 'Kita', 1200, 300, [dated(40, '2026-01-01')]),
        house('d', 'Hort', 500, 300, [offer('ganztag', 90)], { grade: 'assumed' }),
      ],
      'kita-u3',
      requestOf(city, 'kita-u3'),
    );
    expect([...supply.houses]).toEqual([0, 1, 2]);
    expect([...supply.capacity]).toEqual([10, 20, Number.NaN]);
    expect([supply.statedAvailable, supply.date, supply.grade]).toEqual([10 + 20, '2025-03-01', 'estimated']);
  });
});

describe('the houses that state their places', () => {
  it('are named among the counted ones, with what they state', () => {
    const houses = [
      house('a', 'Kita', 300, 300, [offer('kita-u3', null)]),
      house('b', 'Kita', 600, 300, [offer('kita-u3', 20)]),
      house('c', 'Kita', 700, 300, [offer('kita-ue3', 60)]),
      house('d', 'Kita', 800, 300, [offer('kita-u3', 0)]),
    ];
    const supply = computeGapSupply(houses, 'kita-u3', { year: 2025, counts: DEFAULT_COUNTS });
    expect([...supply.houses]).toEqual([0, 1, 3]);
    const stated = statedPlaces(supply);
    expect([...stated.at]).toEqual([1, 2]);
    expect([...stated.capacity]).toEqual([20, 0]);
  });
});

describe('places without a location', () => {
  it('are those of the latest year stated up to the one asked for', () => {
    const [figure] = tinyCity().districtFigures;
    const stated = [2023, 2025, 2026].map((year) => ({ ...figure!, year, value: year - 2000 }));
    const inYear = (year: number) => [...placesWithoutLocation(stated, { service: 'kita-u3', year })];
    expect(inYear(2022)).toEqual([]);
    expect(inYear(2024)).toEqual([['amt:1', 23]]);
    expect(inYear(2025)).toEqual([['amt:1', 25]]);
    expect([...placesWithoutLocation([{ ...figure!, value: null }], { service: 'kita-u3', year: 2025 })]).toEqual([]);
    expect([...placesWithoutLocation(stated, { service: 'kita-ue3', year: 2025 })]).toEqual([]);
  });
});

describe('the areas that count', () => {
  it('are of the service and large enough; those of unknown size count only where no size is asked for', () => {
    // Stadtpark's playground has 600 m², the one in Ost-Süd states no size.
    const { supplyAreas } = tinyCity();
    const counted = (min: number | null) => countedAreas(supplyAreas, 'spielplatz-0-6', min);
    expect([counted(null), counted(600), counted(601)]).toEqual([[1, 2], [1], []]);
    expect(countedAreas(supplyAreas, 'gruen-nah', 10_000)).toEqual([0]);
  });
});
