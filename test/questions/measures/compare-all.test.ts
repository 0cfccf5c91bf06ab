import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../../src/questions/gaps/gap-request.ts';
import { compareAll, yearsToCompare } from '../../../src/questions/measures/compare-all.ts';
import { createPlanModels } from '../../../src/worker/plan-models.ts';
import { at, house, offer } from '../../fixtures/tiny-city.ts';
import { kita, smallPlan } from '../../plan/plan-fixtures.ts';
import { pointOf, townOf } from '../gap-map/small-town.ts';

/** Ten cells along a street with ten children of every band each, and one Kita with a single place. */
const town = townOf(
  Array.from({ length: 10 }, (_, i) => pointOf(50 + 100 * i, 50, 10)),
  [house('alt', 'Alte Kita', 50, 50, [offer('kita-u3', 1)])],
);
const models = createPlanModels(town);
const request: Omit<GapRequest, 'service' | 'limitMeters' | 'year'> = {
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  profile: 'all',
  scenarioId: 'a',
};
const [first, second] = [town.identity.years[0]!, town.identity.years[1]!];

/** Bestand against a scenario with a Kita of 20 places from the second year on. */
function compared() {
  const plan = smallPlan();
  const { measure, offers } = kita('k', { position: [...at(950, 50)] as [number, number], from: `${second}-08-01` });
  addMeasure(plan, { measure, offers: offers.filter(({ service }) => service === 'kita-u3') });
  const one = models.prepareOnce(plan, 'a', 'all');
  const other = models.prepareOnce(smallPlan(), 'a', 'all');
  const indicators = DEFAULT_CATALOGUE.filter(({ service }) => ['kita-u3', 'bibliothek'].includes(service));
  const steps = compareAll({ one, other }, indicators, request, [first, second], DEFAULT_CATALOGUE);
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { cells: step.value, shares };
    shares.push(step.value);
  }
}

describe('two scenarios in all services and years', () => {
  it('differ where a measure counts: 20 places more from its year on, nothing before and for nobody else', () => {
    const { cells, shares } = compared();
    const city = (service: string, year: number) =>
      cells.find((cell) => cell.service === service && cell.year === year)!.rows.find(({ level }) => level === 0);
    expect(city('kita-u3', first)).toMatchObject({ capacity: 0, closed: 0, balance: 0 });
    // 62 % of 100 children along the street want a place: all 20 are taken.
    expect(city('kita-u3', second)).toMatchObject({ capacity: 20, balance: 20 });
    expect(city('kita-u3', second)!.closed).toBeCloseTo(20, 6);
    expect(city('bibliothek', second)?.capacity ?? null).toBeNull();
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('are looked at in the first, the last and every fifth year, and in the one that is shown', () => {
    expect(yearsToCompare([2026, 2027, 2028, 2029, 2030, 2031, 2032], 2028)).toEqual([2026, 2028, 2030, 2032]);
    expect(yearsToCompare([2025], 2025)).toEqual([2025]);
  });
});
