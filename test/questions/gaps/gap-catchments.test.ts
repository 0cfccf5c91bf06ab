import { describe, expect, it } from 'vitest';
import { house, offer, rectangle } from '../../fixtures/tiny-city.ts';
import { ask, plainCity } from './ask.ts';

describe('the catchments of schools', () => {
  const city = plainCity();

  it('puts pupils to the school of their Schulbezirk, wherever the nearest school is', () => {
    const { catchments } = ask(city, 'grundschule');
    expect(catchments!.withoutCatchments).toBe(false);
    const rows = catchments!.rows;
    const total = rows.reduce((all, row) => all + row.persons!, 0) + catchments!.personsWithoutHouse!;
    expect(total).toBeCloseTo(ask(city, 'grundschule').result.levels[0]![0]!.persons!, 6);
    for (const row of rows) {
      expect(row.balance).toBeCloseTo(row.capacity! - row.demand!, 9);
      expect(row.capacityZuege).toBeCloseTo(row.capacity! / 100, 9);
    }
  });

  it('takes the nearest school, says so and grades it assumed where the package has no Schulbezirke', () => {
    const { catchments, result } = ask({ ...city, catchments: [] }, 'grundschule');
    expect(catchments!.withoutCatchments).toBe(true);
    expect(result.grade).toBe('assumed');
  });

  it('leave pupils without a school where its Schulbezirk does not reach, or the school is closed', () => {
    const [markt, ufer] = city.catchments;
    const south = { ...city, catchments: [{ ...markt!, geometry: rectangle(0, 0, 500, 500) }, ufer!] };
    const all = ask(city, 'grundschule').catchments!;
    const west = all.rows.find(({ houseId }) => houseId === 'einrichtungen:gs-1')!;
    const less = ask(south, 'grundschule').catchments!;
    const markts = less.rows.find(({ houseId }) => houseId === 'einrichtungen:gs-1')!;
    expect(less.personsWithoutHouse).toBeCloseTo(west.persons! - markts.persons!, 9);
    expect(markts.persons).toBeGreaterThan(0);
    const closed = {
      ...city,
      houses: city.houses.map((each) =>
        each.id === 'einrichtungen:gs-1'
          ? { ...each, offers: [offer('grundschule', 200, { status: 'closed' })] }
          : each,
      ),
    };
    expect(ask(closed, 'grundschule').catchments!.personsWithoutHouse).toBeCloseTo(west.persons!, 9);
  });

  it('have no figure, not none, where the ages of all who live there are missing', () => {
    const unknown = city.population.map((point) => ({ ...point, persons: point.persons.map(() => null) }));
    const { rows, personsWithoutHouse } = ask({ ...city, population: unknown }, 'grundschule').catchments!;
    expect(personsWithoutHouse).toBeNull();
    expect(rows.map(({ persons, demand, balance }) => [persons, demand, balance])).toEqual(
      rows.map(() => [null, null, null]),
    );
    // One cell whose ages are stated: its pupils are known, as far as they go.
    const one = city.population.findIndex((point) => point.persons.every((persons) => (persons ?? 0) > 0));
    const some = unknown.map((point, i) => (i === one ? city.population[i]! : point));
    const found = ask({ ...city, population: some }, 'grundschule').catchments!.rows;
    const known = found.filter(({ persons }) => persons !== null);
    expect(known.length).toBe(1);
    expect(known[0]!.persons).toBeGreaterThan(0);
  });

  it('say how far pupils walk on average, weighted by where they live', () => {
    // One school on the street y = 400 with 30 pupils 100 m off and 10 pupils 300 m off along it: (30 × 100 + 10 × 300) / 40.
    const lives = (id: string, x: number, pupils: number) => {
      const point = city.population.find((each) => each.id === id)!;
      return { ...point, position: house(id, null, x, 400, []).position, total: pupils, persons: [0, 0, 0, pupils] };
    };
    const bands = [
      { from: 0, to: 3 },
      { from: 3, to: 6 },
      { from: 6, to: 6.5 },
      { from: 6.5, to: 10.5 },
    ];
    const street = {
      ...city,
      identity: { ...city.identity, bands },
      population: [lives('grid:2-4', 250, 30), lives('grid:4-4', 450, 10)],
      houses: [house('gs-1', 'Schule', 150, 400, [offer('grundschule', 80)])],
      catchments: [{ ...city.catchments[0]!, geometry: rectangle(0, 0, 1000, 1000) }],
    };
    const [row] = ask(street, 'grundschule').catchments!.rows;
    expect(row).toMatchObject({
      persons: 40,
      demand: 40,
      capacity: 80,
      balance: 40,
      demandZuege: 0.4,
      capacityZuege: 0.8,
    });
    expect(row!.meanMetersToHouse).toBeCloseTo((30 * 100 + 10 * 300) / 40, 0);
  });
});
