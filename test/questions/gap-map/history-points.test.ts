import { describe, expect, it } from 'vitest';
import type { PublishedFigure } from '../../../src/city/types.ts';
import { historyPoints } from '../../../src/questions/gap-map/history-points.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const published = (year: number, more: Partial<PublishedFigure> = {}): PublishedFigure => ({
  district: null,
  service: 'kita-u3',
  year,
  measure: 'supply-rate',
  value: 42,
  indicator: 'kita-u3@1',
  source: 0,
  ...more,
});

const ask = (history: readonly PublishedFigure[], citation?: string) =>
  historyPoints({ ...tinyCity(), history }, 'kita-u3', citation);

describe('published figures on the year axis', () => {
  it('are those of the city with a value, by year and measure', () => {
    const history = [
      published(2024, { measure: 'supply-rate' }),
      published(2024, { measure: 'capacity', value: 300, district: 'zehnblock' }),
      published(2023, { value: 40 }),
      published(2022, { value: null }),
      published(2022, { district: 'amt:1' }),
      published(2022, { service: 'kita-ue3' }),
    ];
    const comparable = { comparable: true, reason: null };
    expect(ask(history, 'kita-u3@1')).toEqual([
      { year: 2023, figure: 'supply-rate', value: 40, ...comparable },
      { year: 2024, figure: 'capacity', value: 300, ...comparable },
      { year: 2024, figure: 'supply-rate', value: 42, ...comparable },
    ]);
  });

  it('stand apart where they rest on another Kennwert, on none that is stated, or on an unknown distance', () => {
    const reasonsBy = (citation: string | undefined, more: Partial<PublishedFigure>) =>
      ask([published(2024, more)], citation)[0]!.reason;
    expect(reasonsBy('kita-u3@2', {})).toBe('indicator-differs');
    expect(reasonsBy(undefined, {})).toBe('indicator-differs');
    expect(reasonsBy('kita-u3@1', { indicator: null })).toBe('indicator-not-stated');
    expect(reasonsBy('kita-u3@1', { measure: 'missing' })).toBe('limit-and-network-not-stated');
    expect(ask([published(2024, { measure: 'missing' })], 'kita-u3@1')[0]!.comparable).toBe(false);
  });
});
