import { describe, expect, it } from 'vitest';
import { compareSite } from '../../../src/questions/sites/compare-site.ts';
import { surroundingsOf } from '../../../src/questions/sites/impact-surroundings.ts';
import { indicatorOf } from '../gaps/ask.ts';
import { garden, oneKita, townWith, within } from './site-scene.ts';

describe('what lies around a site', () => {
  const compared = compareSite(oneKita(10), garden);
  const { points } = compared.with;

  it('are the houses in reach with their distance, and everyone who reaches them', () => {
    const { around, own, houses, points: reached } = surroundingsOf(compared, within('kita-u3', 700));
    expect(around).toBe('reach');
    // (810 − 350) × 1.2 = 552 m to the edge of the garden, (890 − 350) × 1.2 = 648 m to its far side; in decimetres.
    expect([...houses.keys()]).toEqual([0]);
    expect(houses.get(0)).toBeGreaterThanOrEqual(5520);
    expect(houses.get(0)).toBeLessThanOrEqual(6480);
    expect([...own].every((p) => points.site[p] === compared.number)).toBe(true);
    expect(reached.size).toBeGreaterThan(own.size);
  });

  it('are only its own people where no house is in reach', () => {
    const { own, houses, points: reached } = surroundingsOf(compared, within('kita-u3', 500));
    expect(houses.size).toBe(0);
    expect([...reached]).toEqual([...own]);
  });

  it('follow the model: a catchment, the area of a balance, or the site’s own people', () => {
    const town = compareSite(townWith(), garden);
    expect(surroundingsOf(town, indicatorOf('grundschule')).around).toBe('catchment');
    expect(surroundingsOf(town, indicatorOf('sek-1', { balanceLevel: null }))).toMatchObject({
      around: 'area',
      name: 'Zehnblock',
      row: { level: 0 },
      rows: [0],
    });
    expect(surroundingsOf(town, indicatorOf('sek-1', { balanceLevel: 1 }))).toMatchObject({
      name: 'Ost',
      row: { level: 1, id: 'amt:2' },
      rows: [1],
    });
    expect(surroundingsOf(town, indicatorOf('bibliothek'))).toMatchObject({ around: 'own', row: null, rows: [] });
    expect(surroundingsOf(town, indicatorOf('gruen-nah'))).toMatchObject({ around: 'own', rows: [0] });
  });
});
