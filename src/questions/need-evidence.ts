import type { FrozenFigures } from '../plan/types/common.ts';
import type { GapRequest, GapResult, GapRow } from './gaps/gap-request.ts';

/** Version of the gap model; raised when equal questions give other figures. */
export const GAP_MODEL_VERSION = 'gaps-1';

/** Figures that a need may cite, in their order. */
export const EVIDENCE_FIGURES = [
  'persons',
  'demand',
  'capacity',
  'balance',
  'demandWithinReach',
  'missing',
  'free',
  'outOfReach',
  'coverage',
] as const satisfies readonly (keyof GapRow)[];
export type EvidenceFigure = (typeof EVIDENCE_FIGURES)[number];

const thousandths = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

/** Rows of the city and of the districts asked for, the city first. */
export function citedRows(result: GapResult, districtIds: readonly string[]): readonly GapRow[] {
  return result.levels.flat().filter(({ id, level }) => level === 0 || districtIds.includes(id));
}

/**
 * The figures of some districts beside the city's, as they are when a need is written: those that the model of the service defines. They
 * are kept in the plan and never computed again.
 */
export function freezeGaps(
  result: GapResult,
  districtIds: readonly string[],
  { at, edition }: { readonly at: string; readonly edition: string },
): FrozenFigures {
  const rows = citedRows(result, districtIds);
  const columns = EVIDENCE_FIGURES.filter((figure) => rows.some((row) => row[figure] !== null));
  const { pools: _, ...request } = result.request;
  return {
    at,
    edition,
    engineVersion: GAP_MODEL_VERSION,
    catalogue: [result.indicator],
    request: { question: 'gaps', ...request, counts: { ...request.counts } },
    columns: [...columns],
    rows: rows.map((row) => ({ id: row.id, name: row.name, values: columns.map((c) => thousandths(row[c])) })),
    grade: result.grade,
    missing: {
      housesWithoutCapacity: rows[0]?.housesWithoutCapacity ?? 0,
      pointsMissing: rows[0]?.pointsMissing ?? 0,
    },
  };
}

/** The question that frozen figures answered; `null` if it is no question about gaps. */
export function requestOf(frozen: FrozenFigures): GapRequest | null {
  const { question, ...request } = frozen.request;
  const isGaps = question === 'gaps' && typeof request.service === 'string' && typeof request.year === 'number';
  return isGaps ? (request as unknown as GapRequest) : null;
}
