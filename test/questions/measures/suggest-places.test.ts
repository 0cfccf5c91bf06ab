import { describe, expect, it } from 'vitest';
import type { PlotBrief, Suggestions } from '../../../src/questions/measures/measure-calls.ts';
import {
  type SuggestInput,
  suggestAnywhere,
  suggestPlots,
  suggestSeveral,
} from '../../../src/questions/measures/suggest-places.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { at } from '../../fixtures/tiny-city.ts';
import { problemOf } from '../../plan/plan-fixtures.ts';
import { kitaAt, prepare, questionOf, ROW, townOf } from '../gap-map/small-town.ts';

const plot = (id: string, x: number): PlotBrief => ({
  id,
  name: id,
  position: at(x, 50),
  areaSquareMeters: 2000,
  use: null,
  reservedFor: null,
  district: 'West-Süd',
});
const quality = { verdict: null, stopMeters: null, greenMeters: null, supermarketMeters: null };

/** Children 10, 20, 0 and 30 along a street; a Kita with 10 places at its western end, reach 100 m by air distance × 1.2. */
const city = townOf(ROW, [kitaAt('alt', 50, 10)]);
const { indicator, request } = questionOf('kita-u3', 100);
const input = (capacity: number, more: Partial<SuggestInput> = {}): SuggestInput => ({
  state: prepare(city),
  request,
  offers: [{ service: 'kita-u3', capacity }],
  catalogue: [indicator],
  plots: [plot('west', 50), plot('middle', 150), plot('empty', 250), plot('east', 350)],
  locator: createDistrictLocator(city.districts),
  most: 2,
  qualityAt: () => quality,
  ...more,
});

function runToEnd(running: Generator<{ readonly share: number }, Suggestions>): Suggestions {
  let share = 0;
  for (let step = running.next(); ; step = running.next()) {
    if (step.done === true) return step.value;
    expect(step.value.share).toBeGreaterThanOrEqual(share);
    expect(step.value.share).toBeLessThanOrEqual(1);
    share = step.value.share;
  }
}

const gains = ({ places }: Suggestions) => places.map(({ key, gain }) => [key, gain]);

describe('places that are suggested', () => {
  it('are the plots by the missing places that a house on each closes alone', () => {
    // 25 places: of 30 children in the east 25, all 20 of the middle; the west is served, nobody lives at the empty one.
    const found = runToEnd(suggestPlots(input(25)));
    expect(gains(found)).toEqual([
      ['east', 25],
      ['middle', 20],
      ['west', 0],
      ['empty', 0],
    ]);
    expect(found).toMatchObject({ kind: 'plots', together: null, gapShare: 0, compared: 4 });
    expect(found.places[0]).toMatchObject({ plot: { id: 'east' }, district: 'West-Süd', quality });
  });

  it('sum up the services asked for', () => {
    const twice = [
      { service: 'kita-u3', capacity: 25 },
      { service: 'kita-u3', capacity: 10 },
    ] as const;
    expect(gains(runToEnd(suggestPlots(input(25, { offers: twice })))).slice(0, 2)).toEqual([
      ['east', 25 + 10],
      ['middle', 20 + 10],
    ]);
  });

  it('are several that close most together, proven where all were tried', () => {
    const found = runToEnd(suggestSeveral(input(25)));
    expect(gains(found)).toEqual([
      ['east', 25],
      ['middle', 20],
    ]);
    expect(found).toMatchObject({ kind: 'several', together: 45, gapShare: 0, compared: 4 });
  });

  it('are none anywhere without a network, and none for a service without places to give out', () => {
    expect(runToEnd(suggestAnywhere(input(25)))).toEqual({
      kind: 'anywhere',
      places: [],
      together: null,
      gapShare: null,
      compared: 0,
    });
    const problem = problemOf(() =>
      runToEnd(suggestPlots(input(25, { offers: [{ service: 'pflege', capacity: 5 }] }))),
    );
    expect(problem).toMatchObject({ code: 'measure.not-suggested', params: { service: 'pflege' } });
  });
});
