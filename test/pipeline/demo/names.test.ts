import { describe, expect, it } from 'vitest';
import { adjectiveOf, createNames } from '../../../src/pipeline/demo/names.ts';
import { seededRandom } from '../../../src/shared/random.ts';

describe('names of the demo city', () => {
  it('never come twice, not even among ten thousand streets', () => {
    const names = createNames(seededRandom(1));
    const streets = Array.from({ length: 10_000 }, (_, k) => names.street(k % 3 === 0 ? 'road' : 'lane'));
    expect(new Set(streets).size).toBe(streets.length);
    const places = Array.from({ length: 1500 }, () => names.place());
    expect(new Set(places).size).toBe(places.length);
  });

  it('bend as German does', () => {
    expect(['Lindenau', 'Rehhausen', 'Altenhofen', 'Rosenhöhe'].map(adjectiveOf)).toEqual([
      'Lindenauer',
      'Rehhauser',
      'Altenhofer',
      'Rosenhöher',
    ]);
  });
});
