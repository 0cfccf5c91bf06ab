import { describe, expect, it } from 'vitest';
import { cityFigure, classChanges, effectFigures, tellingFigure } from '../../../src/ui/indicators/effect.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, indicatorOf } from '../../questions/gaps/ask.ts';

const city = tinyCity();
const kita = indicatorOf('kita-u3');
const sideOf = (change: Parameters<typeof ask>[3]) => ({
  indicator: indicatorOf('kita-u3', change),
  result: ask(city, 'kita-u3', {}, change).result,
});
const today = sideOf({});

describe('the effect of a changed Kennwert', () => {
  it('is shown in the figures that the models of both sides define', () => {
    expect(effectFigures('allocation', 'allocation')).toEqual([
      'persons',
      'demand',
      'capacity',
      'balance',
      'missing',
      'demandMet',
      'coverage',
    ]);
    expect(effectFigures('allocation', 'balance').at(-1)).toBe('supplyRate');
    const balance = sideOf({ model: 'balance', limitMeters: null, largestLimitMeters: null });
    expect(cityFigure(balance, 'missing')).toBeNull();
    expect(cityFigure(balance, 'capacity')).toBe(cityFigure(today, 'capacity'));
  });

  it('half the rate is half the demand of the city', () => {
    const half = sideOf({ rate: { ...kita.rate, value: 0.31 } });
    expect(cityFigure(half, 'demand')).toBeCloseTo(cityFigure(today, 'demand')! / 2, 6);
    expect(cityFigure(half, 'persons')).toBe(cityFigure(today, 'persons'));
  });

  it('counts the districts whose class changes, by direction', () => {
    const rows = today.result.levels[1]!;
    const row = (share: number) => ({ ...rows[0]!, persons: 100, demand: 100, capacity: share * 100 });
    const of = (...shares: number[]) => ({
      indicator: kita,
      result: {
        ...today.result,
        levels: [
          today.result.levels[0]!,
          shares.map((share, i) => ({ ...row(share), id: `${i}`, name: `Bezirk ${i}` })),
        ],
      },
    });
    // Classes by places in % of demand: < 50, 50–80, 80–100, 100–110, > 110.
    const changes = classChanges(of(0.4, 0.9, 1.05, 0.95), of(0.6, 0.7, 1.05, 0.99), 1, 0);
    expect(changes).toEqual({ measure: 'balance', of: 4, worse: ['Bezirk 1'], better: ['Bezirk 0'], other: [] });
  });

  it('takes the measure that the map shows, if both models have it', () => {
    expect(classChanges(today, today, 1, 0, 'coverage')?.measure).toBe('coverage');
    const balance = sideOf({ model: 'balance', limitMeters: null, largestLimitMeters: null });
    expect(classChanges(today, balance, 1, 0, 'coverage')?.measure).toBe('balance');
  });

  it('is told by the balance, or by what changes where the balance stays', () => {
    expect(tellingFigure(today, sideOf({ rate: { ...kita.rate, value: 0.31 } }))).toBe('balance');
    // A shorter way changes neither demand nor places, but who finds one.
    const short = sideOf({ limitMeters: { ...kita.limitMeters!, value: 100 } });
    expect(cityFigure(short, 'balance')).toBe(cityFigure(today, 'balance'));
    expect(tellingFigure(today, short)).toBe('missing');
    expect(tellingFigure(today, today)).toBe('balance');
  });

  it('has no classes to compare without districts, or where the models share no measure', () => {
    const whole = { indicator: kita, result: { ...today.result, levels: [today.result.levels[0]!] } };
    expect(classChanges(whole, whole, 1, 0)).toBeNull();
    const count = { ...today, indicator: { ...kita, model: 'count' as const } };
    expect(classChanges(today, count, 1, 0)).toBeNull();
  });

  it('puts districts that lose or gain a figure apart', () => {
    const open = sideOf({ rate: { ...kita.rate, value: null } });
    const changes = classChanges(today, open, 1, 0)!;
    expect(changes.other.length).toBeGreaterThan(0);
    expect([changes.worse, changes.better]).toEqual([[], []]);
  });
});
