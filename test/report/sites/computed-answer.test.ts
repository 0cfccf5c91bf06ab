import { describe, expect, it } from 'vitest';
import { answer, site } from './check-scene.ts';

describe('what the checklist can say by itself', () => {
  it('answers what it can compute, with the evidence', () => {
    expect(answer(1)).toMatchObject({ result: 'met' });
    expect(answer(1).evidence).toContain('120 Wohnungen');
    // No playground from 6 on within 400 m, and none under 6 within 200 m of the garden.
    expect(answer(9)).toMatchObject({ result: 'unmet', layer: null });
    expect(answer(9).evidence).toContain('200\u202fm');
    expect(answer(28)).toMatchObject({ result: 'met', evidence: '30\u202f% gefördert' });
    expect(answer(40)).toMatchObject({ result: 'met', evidence: 'nächster Termin 30.11.2026' });
  });

  it('stays open where the package lacks a layer, and names it', () => {
    expect(answer(17)).toEqual({ result: 'open', evidence: null, layer: 'noise' });
    expect(answer(23).layer).toBe('slope');
    const noPlaces = { plots: [], nearest: {}, social: [], shelters: null, layersMissing: ['context' as const] };
    expect(answer(29, { surroundings: noPlaces }).layer).toBe('social');
    expect(answer(32, { surroundings: noPlaces }).layer).toBe('shelters');
    expect(answer(20, { surroundings: noPlaces })).toMatchObject({ result: 'open', layer: 'context' });
    // A supermarket is known, no pharmacy: what is known answers.
    expect(answer(20).result).toBe('met');
    expect(answer(28, { site: { ...site, subsidisedShare: null } })).toMatchObject({ result: 'open', layer: 'units' });
  });

  it('never says "met" before a comparison is there', () => {
    for (const number of [2, 3, 4, 5, 6, 9, 10, 11, 19]) {
      expect(answer(number, { impacts: new Map() }).result).toBe('open');
    }
    // The rate of all-day places is to be set by the city.
    expect(answer(4).result).toBe('open');
  });
});
