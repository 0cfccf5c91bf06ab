import packageInfo from '../../../package.json' with { type: 'json' };
import type { CityContent } from '../../city/types.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { FrozenFigures } from '../../plan/types/common.ts';
import { createCityModel } from '../../questions/gaps/city-model.ts';
import { computeGaps } from '../../questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapResult, type GapRow } from '../../questions/gaps/gap-request.ts';
import { createReachStore } from '../../questions/gaps/service-reach.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';

/** Figures of the generated city by the program's own questions, to choose by and to cite. */
export interface DemoFigures {
  /** A district in a year; `null` where the service has no Kennwert or no house at all. */
  rowOf(service: ServiceId, year: number, districtId: string): GapRow | null;
  /** Districts of level 1, those that lack most first; ties and districts without a figure by name. */
  worstBoroughs(service: ServiceId, year: number): readonly GapRow[];
  /** The figures of a district beside the city's, as a need or decision cites them. */
  frozen(service: ServiceId, year: number, districtIds: readonly string[], at: string): FrozenFigures | null;
}

/** What lacks in a district: places without a taker within reach, else the shortfall of its own capacity; `null` = keine Angabe. */
export function lackOf(row: GapRow): number | null {
  if (row.missing !== null) return row.missing;
  return row.balance === null ? null : Math.max(0, -row.balance);
}

const COLUMNS = ['persons', 'demand', 'capacity', 'missing', 'balance'] as const;

const tenths = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

export function createDemoFigures(city: CityContent, edition: string): DemoFigures {
  const model = createCityModel(city);
  const reach = createReachStore(model);
  const answers = new Map<string, GapResult | null>();

  const answer = (service: ServiceId, year: number): GapResult | null => {
    const key = `${service} ${year}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const result = ask(service, year);
    answers.set(key, result);
    return result;
  };
  const ask = (service: ServiceId, year: number): GapResult | null => {
    const indicator = DEFAULT_CATALOGUE.find((candidate) => candidate.service === service);
    if (indicator === undefined) return null;
    const request: GapRequest = {
      service,
      year,
      variant: 'middle',
      counts: DEFAULT_COUNTS,
      limitMeters: null,
      profile: 'all',
      scenarioId: null,
    };
    try {
      return computeGaps(model, reach, indicator, request).result;
    } catch (error) {
      // A village has no house of some services.
      if (error instanceof ProblemError && error.problem.code === 'gap.nothing-of-service') return null;
      throw error;
    }
  };
  const rows = (service: ServiceId, year: number) => answer(service, year)?.levels.flat() ?? [];
  return {
    rowOf: (service, year, id) => rows(service, year).find((row) => row.id === id) ?? null,
    worstBoroughs: (service, year) =>
      rows(service, year)
        .filter(({ level }) => level === 1)
        .sort((a, b) => (lackOf(b) ?? -1) - (lackOf(a) ?? -1) || (a.name < b.name ? -1 : 1)),
    frozen: (service, year, districtIds, at) => {
      const result = answer(service, year);
      if (result === null) return null;
      const cited = result.levels.flat().filter(({ id, level }) => level === 0 || districtIds.includes(id));
      const count = (field: 'housesWithoutCapacity' | 'pointsMissing') => cited[0]?.[field] ?? 0;
      return {
        at,
        edition,
        engineVersion: packageInfo.version,
        catalogue: [result.indicator],
        request: { question: 'gaps', ...result.request, counts: { ...result.request.counts } },
        columns: [...COLUMNS],
        rows: cited.map((row) => ({ id: row.id, name: row.name, values: COLUMNS.map((c) => tenths(row[c])) })),
        grade: result.grade,
        missing: {
          housesWithoutCapacity: count('housesWithoutCapacity'),
          pointsMissing: count('pointsMissing'),
        },
      };
    },
  };
}
