import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { answerYears, type YearsProgress } from '../../../src/questions/gap-map/answer-years.ts';
import type { GapQuestion, GapYears } from '../../../src/questions/gap-map/gap-calls.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { prepare, questionOf } from './small-town.ts';

function ask(city: CityContent, question: GapQuestion): { answer: GapYears; steps: YearsProgress[] } {
  const { model, reach } = prepare(city);
  const running = answerYears(model, reach, question);
  const steps: YearsProgress[] = [];
  for (;;) {
    const step = running.next();
    if (step.done === true) return { answer: step.value, steps };
    steps.push(step.value);
  }
}

const tiny = tinyCity();
const years = [2028, 2029, 2030, 2031];
const withYears: CityContent = { ...tiny, forecast: null, identity: { ...tiny.identity, years } };

describe('all years of a service', () => {
  it('are the variants of the forecast in each year of the package, and progress by one after each', () => {
    const { answer, steps } = ask(tiny, questionOf('kita-u3', 900));
    expect(answer.rows.map(({ year, variant }) => [year, variant])).toEqual([
      [2025, 'middle'],
      [2030, 'middle'],
    ]);
    expect(steps).toEqual([
      { done: 1, of: 2 },
      { done: 2, of: 2 },
    ]);
  });

  it('are low, middle and high without a forecast, for what sites may bring', () => {
    const { answer } = ask(withYears, questionOf('kita-u3', 900));
    expect(answer.rows.length).toBe(4 * 3);
    const demand = answer.rows.slice(-3).map(({ result }) => result.levels[0]![0]!.demand!);
    expect(answer.rows.slice(-3).map(({ variant }) => variant)).toEqual(['low', 'middle', 'high']);
    // No site counts from Aufstellungsbeschluss on: the town's only live one is at stage 4.
    expect(demand).toEqual([demand[0], demand[0], demand[0]]);
    const early = questionOf('kita-u3', 900, { counts: { ...DEFAULT_COUNTS, sitesFromStage: 4 } });
    const [low, middle, high] = ask(withYears, early)
      .answer.rows.slice(-3)
      .map(({ result }) => result.levels[0]![0]!.demand!) as [number, number, number];
    expect(low).toBeGreaterThan(demand[0]!);
    expect(middle).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(middle);
  });

  it('equal the single questions, for a service with places, with Schulbezirke, with m² and with reach alone', () => {
    for (const service of ['kita-u3', 'grundschule', 'gruen-nah', 'spielplatz-0-6'] as const) {
      const question = questionOf(service, null);
      const { model, reach } = prepare(tiny);
      for (const { year, variant, result } of ask(tiny, question).answer.rows) {
        expect(result).toEqual(
          computeGaps(model, reach, question.indicator, { ...question.request, year, variant }).result,
        );
      }
    }
  });
});

it('what the city has published comes with the years, judged by the Kennwert asked for', () => {
  const { model, reach } = prepare(tiny);
  const published = { ...tiny.history[0]!, district: null };
  const history = (version: number) => {
    const running = answerYears(model, reach, questionOf('kita-u3', 900, {}, { version }), [published]);
    for (;;) {
      const step = running.next();
      if (step.done === true) return step.value.history;
    }
  };
  const point = { year: 2024, figure: 'supply-rate', value: 0.42 };
  expect(history(1)).toEqual([{ ...point, comparable: true, reason: null }]);
  expect(history(2)).toEqual([{ ...point, comparable: false, reason: 'indicator-differs' }]);
});

describe('dwellings of sites on the year axis', () => {
  const dwellingsOf = (city: CityContent, sitesFromStage: number) =>
    ask(city, questionOf('kita-u3', 900, { counts: { ...DEFAULT_COUNTS, sitesFromStage } })).answer.siteDwellings;

  it('are those of the sites that count, by phase: 120 dwellings half in 2029, half in 2030', () => {
    expect(dwellingsOf(withYears, 5)).toEqual([]);
    expect(dwellingsOf(withYears, 4)).toEqual([
      { year: 2029, dwellings: 60, sites: 1 },
      { year: 2030, dwellings: 60, sites: 1 },
    ]);
  });

  it('stand in the first year of occupancy where no phases are stated, and count a site of unknown size without dwellings', () => {
    const [site] = tiny.sites;
    const sites = [
      { ...site!, id: 'a', phases: [] },
      { ...site!, id: 'b', dwellings: null, floorAreaSquareMeters: null, phases: [{ year: 2029, share: 1 }] },
      { ...site!, id: 'c', dwellings: null, floorAreaSquareMeters: 9_000, phases: [{ year: 2031, share: 1 }] },
      { ...site!, id: 'd', phases: [{ year: 2050, share: 1 }] },
    ];
    expect(dwellingsOf({ ...withYears, sites }, 4)).toEqual([
      { year: 2029, dwellings: 120, sites: 2 },
      { year: 2031, dwellings: 9_000 / 90, sites: 1 },
    ]);
  });
});
