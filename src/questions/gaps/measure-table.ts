import type { Indicator, Measure } from '../../indicators/indicator.ts';
import { flowsOfLevel } from '../gap-map/answer-flows.ts';
import type { CityModel } from './city-model.ts';
import type { GapDetails } from './compute-gaps.ts';
import type { CatchmentRow } from './gap-catchments.ts';
import type { GapRow } from './gap-request.ts';
import { meanByDistrict, pointScores } from './gap-scores.ts';
import { housesWanted } from './houses-wanted.ts';
import { strictShortage } from './strict-shortage.ts';

/** A measure as a table of its own: one object per line, all with the same keys; `null` = keine Angabe. */
export interface MeasureTable {
  readonly measure: Measure;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  /** Value per demand point where the measure has one; NaN = keine Angabe. */
  readonly points: Float64Array | null;
}

/** m² per person below which somebody has hardly any area in reach. Source: Berlin Umweltatlas 06.05. */
const HARDLY_ANY_SQUARE_METERS = 0.1;

/** Measures that are a figure of the rows themselves. */
const ROW_FIGURES = {
  coverage: 'coverage',
  'demand-met': 'demandMet',
  missing: 'missing',
  free: 'free',
  balance: 'balance',
  'supply-rate': 'supplyRate',
} as const satisfies Partial<Record<Measure, keyof GapRow>>;

const CATCHMENT_COLUMNS: readonly (keyof CatchmentRow)[] = [
  'houseId',
  'houseName',
  'persons',
  'demand',
  'capacity',
  'balance',
  'demandZuege',
  'capacityZuege',
  'meanMetersToHouse',
];

/** Whether a measure is a column of the rows of every result. */
export function isRowFigure(measure: Measure): measure is keyof typeof ROW_FIGURES {
  return Object.hasOwn(ROW_FIGURES, measure);
}

/**
 * The table of a measure that the indicator's model defines (see `MEASURES_BY_MODEL`), for the city and the level asked for (`null` = all
 * levels):
 * - figures of the rows, `strict` (city only) and the scores (mean over the district, weighted by persons): `value`
 * - `flows`: who uses whose places, of one level (`null` = the largest districts)
 * - `catchment`: one line per school; `area`: m² in reach per person and persons by class; `count`: houses against the number wanted
 */
export function measureTable(
  model: CityModel,
  details: GapDetails,
  indicator: Indicator,
  measure: Measure,
  level: number | null,
): MeasureTable {
  const rows = details.result.levels.flat().filter((row) => level === null || row.level === 0 || row.level === level);
  const table = (more: (row: GapRow) => Record<string, number | null>, points: Float64Array | null = null) => {
    const lines = rows.map((row) => ({ id: row.id, name: row.name, level: row.level, ...more(row) }));
    return { measure, points, columns: Object.keys(lines[0]!), rows: lines };
  };
  switch (measure) {
    case 'coverage':
    case 'demand-met':
    case 'missing':
    case 'free':
    case 'balance':
    case 'supply-rate':
      return table((row) => ({ value: row[ROW_FIGURES[measure]] }));
    case 'strict': {
      const value = strictShortage(details);
      const whole = table(() => ({ value }));
      return { ...whole, rows: whole.rows.slice(0, 1) };
    }
    case '2sfca':
    case 'e2sfca':
    case '3sfca':
    case 'gravity': {
      const scores = pointScores(details, measure);
      const mean = scores === null ? null : meansById(model, details, scores);
      return table((row) => ({ value: mean?.get(row.id) ?? null }), scores);
    }
    case 'flows': {
      const index = Math.max(0, level === null ? 1 : model.districts.findIndex((table) => table.level === level));
      const flows = flowsOfLevel(model, details, Math.min(index, model.districts.length - 1));
      return { measure, points: null, columns: ['from', 'to', 'amount'], rows: flows.map((flow) => ({ ...flow })) };
    }
    case 'catchment':
      return {
        measure,
        points: null,
        columns: CATCHMENT_COLUMNS,
        rows: (details.catchments?.rows ?? []).map((row) => ({ ...row })),
      };
    case 'area':
      return areaTable(model, details, indicator, table);
    case 'count':
      return table((row) => {
        const wanted = housesWanted(details.result, indicator, row);
        return { houses: row.houses, wanted, difference: wanted === null ? null : row.houses - wanted };
      });
  }
}

function meansById(model: CityModel, details: GapDetails, values: Float64Array): Map<string, number | null> {
  return new Map(
    model.districts.flatMap(({ ids }, index) => {
      const means = meanByDistrict(values, details.demand.persons, model.points.districtOf[index]!, ids.length);
      return ids.map((id, i) => [id, means[i]!] as const);
    }),
  );
}

type AddColumns = (more: (row: GapRow) => Record<string, number | null>, points: Float64Array | null) => MeasureTable;

/** Persons by how much of the rate they have in reach: all of it, half, less, hardly any. */
function areaTable(model: CityModel, details: GapDetails, indicator: Indicator, table: AddColumns): MeasureTable {
  const scores = pointScores(details, '2sfca');
  const rate = indicator.rate.value;
  const means = scores === null ? null : meansById(model, details, scores);
  const classes = new Map<string, number[]>();
  model.districts.forEach(({ ids }, index) => {
    for (const id of ids) classes.set(id, [0, 0, 0, 0]);
    scores?.forEach((score, p) => {
      const id = ids[model.points.districtOf[index]![p]!];
      if (id === undefined || Number.isNaN(score) || rate === null) return;
      const found = [rate, rate / 2, HARDLY_ANY_SQUARE_METERS].findIndex((limit) => score >= limit);
      classes.get(id)![found < 0 ? 3 : found]! += details.demand.persons[p]!;
    });
  });
  const known = scores !== null && rate !== null;
  return table((row) => {
    const [full, half, less, none] = classes.get(row.id)!;
    return {
      squareMetersPerPerson: means?.get(row.id) ?? null,
      personsFull: known ? full! : null,
      personsHalf: known ? half! : null,
      personsLess: known ? less! : null,
      personsHardlyAny: known ? none! : null,
      missing: row.missing,
    };
  }, scores);
}
