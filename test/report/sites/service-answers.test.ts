import { describe, expect, it } from 'vitest';
import { answer, known } from './check-scene.ts';

describe('answers by demand and places', () => {
  it('says with numbers what is required where only a plan can answer', () => {
    // 120 dwellings: 30 + 20 + 15 + 90 m².
    expect(answer(13)).toEqual({ result: 'open', evidence: 'erforderlich 155\u202fm²', layer: null });
  });

  it('do not take years of which nothing is known for years in which all have one in reach', () => {
    const unknown = (service: 'spielplatz-0-6' | 'spielplatz-6-12') => {
      const impact = known.impacts.get(service)!;
      return [service, { ...impact, years: impact.years.map((year) => ({ ...year, missingOwn: null })) }] as const;
    };
    const impacts = new Map([...known.impacts, unknown('spielplatz-0-6'), unknown('spielplatz-6-12')]);
    expect(answer(9, { impacts })).toEqual({ result: 'open', evidence: null, layer: null });
  });
});
