import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { strictShortage } from '../../../src/questions/gaps/strict-shortage.ts';
import { at, house, offer } from '../../fixtures/tiny-city.ts';
import { ask, cityRow, indicatorOf, plainCity } from './ask.ts';

/**
 * On the street y = 400: Kita Q at 50 m, 10 children at 250 m, Kita P at 350 m, 10 children at 650 m. Within 320 m the first reach both
 * Kitas, the others P alone.
 */
function street(atQ: number | null, atP: number | null): CityContent {
  const city = plainCity();
  const lives = (id: string, x: number) => ({
    ...city.population.find((point) => point.id === id)!,
    position: at(x, 400),
    total: 10,
    persons: [10, 0, 0, 0, 0, 0],
  });
  return {
    ...city,
    population: [lives('grid:2-4', 250), lives('grid:6-4', 650)],
    houses: [
      house('q', 'Kita', 50, 400, [offer('kita-u3', atQ)]),
      house('p', 'Kita', 350, 400, [offer('kita-u3', atP)]),
    ],
  };
}

describe('strict shortage in a city', () => {
  const { rate } = indicatorOf('kita-u3');
  const askFor = (atQ: number | null, atP: number | null) =>
    ask(street(atQ, atP), 'kita-u3', { limitMeters: 320 }, { rate: { ...rate, value: 1 } });

  it('is 0 where a better distribution would serve everyone, though the nearest Kita is full', () => {
    const details = askFor(10, 10);
    // The first 10 take all of P; the others find it full.
    expect(cityRow(details).missing).toBeCloseTo(10, 9);
    expect(strictShortage(details)).toBeCloseTo(0, 9);
  });

  it('is what lacks whatever the distribution', () => {
    // 20 children, 2 × 6 places.
    expect(strictShortage(askFor(6, 6))).toBeCloseTo(20 - 2 * 6, 9);
    // Only the first 10 reach the 30 places of Q; of the others P takes 6.
    expect(strictShortage(askFor(30, 6))).toBeCloseTo(10 - 6, 9);
  });

  it('is keine Angabe without known places, and for services that are not allotted', () => {
    expect(strictShortage(askFor(null, null))).toBeNull();
    expect(strictShortage(ask(plainCity(), 'spielplatz-0-6'))).toBeNull();
  });
});
