import { describe, expect, it } from 'vitest';
import { rectangle } from '../../fixtures/tiny-city.ts';
import { answer, around, known, site } from './check-scene.ts';

describe('answers by what lies around a site', () => {
  it('gives the evidence that the package has where only a person can judge', () => {
    // The garden lies in Ost, whose figure is masked: the large districts have no other. In the west 31 of 310 children.
    expect(answer(29)).toMatchObject({ result: 'open', layer: 'social' });
    const west = around(rectangle(100, 100, 200, 200));
    expect(west.social).toMatchObject([{ district: 'West', year: 2025, share: 31 / 310, cityShare: 31 / 310 }]);
    expect(answer(29, { surroundings: west }).evidence).toBe(
      'Kinder unter 15 im SGB II (2025): West 10,0\u202f%, Stadt 10,0\u202f%',
    );
    expect(answer(33, { site: { ...site, owner: 'Stadt' } })).toMatchObject({
      evidence: 'Eigentum: Stadt',
      layer: null,
    });
    const shelters = { district: 'Ost', places: 100, share: 0.2, peopleShare: 0.5 };
    expect(answer(32, { surroundings: { ...west, shelters } })).toMatchObject({ result: 'partly', layer: null });
  });

  it('calls an area multi-burdened where little green and poverty meet, and stays open for noise and heat otherwise', () => {
    const green = known.impacts.get('gruen-nah')!;
    const withGreen = (score: number) =>
      new Map([...known.impacts, ['gruen-nah', { ...green, squareMetersPerPerson: [score] }] as const]);
    const poor = { id: 'sgb2-u15', de: 'Kinder im SGB II', en: 'x', year: 2025, district: 'West', cityShare: 0.2 };
    const withPoor = (share: number) => ({ ...known.surroundings!, social: [{ ...poor, share }] });
    // 25 % is a quarter more than 20 %; the target is 6 m² of green.
    expect(answer(21, { impacts: withGreen(3), surroundings: withPoor(0.25) })).toEqual({
      result: 'unmet',
      evidence:
        'schon mehrfach belastet: Grün 3,0\u202fm² je Person in Reichweite, Richtwert 6,0\u202fm²; Kinder im SGB II (2025): West 25,0\u202f%, Stadt 20,0\u202f%; Lärm und Hitze sind nicht bekannt',
      layer: null,
    });
    expect(answer(21, { impacts: withGreen(3), surroundings: withPoor(0.24) })).toMatchObject({
      result: 'open',
      layer: 'burden',
    });
    expect(answer(21, { impacts: withGreen(7), surroundings: withPoor(0.25) })).toMatchObject({
      result: 'open',
      layer: 'burden',
    });
    expect(answer(21, { surroundings: { ...known.surroundings!, social: [] } }).layer).toBe('burden-social');
    // Not looked at yet is not missing.
    expect(answer(21, { surroundings: null })).toEqual({ result: 'open', evidence: null, layer: null });
  });

  it('tells the way to the next public toilet, and that nothing says how it is equipped', () => {
    const near = { ...known.surroundings!, nearest: { toilet: 420 } };
    expect(answer(26, { surroundings: near })).toEqual({
      result: 'open',
      evidence: 'öffentliche Toilette 420\u202fm Luftlinie',
      layer: 'attributes',
    });
    expect(answer(26, { surroundings: { ...near, nearest: {} } })).toMatchObject({ layer: 'attributes-toilets' });
  });
});
