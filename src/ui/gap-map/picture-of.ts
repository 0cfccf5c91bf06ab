import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapDistrict, GapPicture } from '../../map/gap-picture.ts';
import type { CatchmentArea, GapAnswer, GapBands, GapFlows } from '../../questions/gap-map/gap-calls.ts';
import { type DistrictClass, districtClass, limitsOf } from '../../questions/gap-map/gap-classes.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';
import { roundToGrade } from '../../report/gap-sentence.ts';
import type { GapView } from '../../state/view-state.ts';
import { measureOf, rowsOfLevel } from './use-gaps.ts';

/** What the picture is made of. */
export interface PictureParts {
  readonly gap: GapView;
  readonly indicator: Indicator;
  /** The rows shown; from the years' rows while the answer's own are computed. */
  readonly result: GapResult;
  /** Cells and houses; `null` until they are there. */
  readonly answer: GapAnswer | null;
  readonly catchments: readonly CatchmentArea[] | null;
  readonly bands: GapBands | null;
  readonly flows: GapFlows | null;
  readonly smallNumberThreshold: number;
}

/** The state of the screen as what the map draws. */
export function pictureOf(parts: PictureParts, t: Texts): GapPicture {
  const { gap, indicator, result, answer, smallNumberThreshold } = parts;
  const rows = result.levels.length > 1 ? rowsOfLevel(result, gap.level) : [];
  const measure = measureOf(gap, indicator);
  const districts = rows.map((row): GapDistrict => {
    const cls: DistrictClass =
      measure === null ? 'unknown' : districtClass(row, measure, indicator.rate.value, smallNumberThreshold);
    const isHidden = cls === 'small';
    return {
      id: row.id,
      cls,
      label: isHidden ? null : labelOf(row, measure, result, t),
      missing: isHidden || indicator.model !== 'allocation' ? null : row.missing,
      free: isHidden || indicator.model !== 'allocation' ? null : row.free,
      atBorder: row.pointsAtBorder > 0,
    };
  });
  const byHouse = answer?.catchments ?? null;
  return {
    level: rows[0]?.level ?? 0,
    districts,
    symbols: gap.symbols && indicator.model === 'allocation',
    cells: answer?.cells ?? null,
    cellsWanted: gap.cells || rows.length === 0,
    services: [result.request.service],
    houses: answer?.houses ?? [],
    catchments: byHouse === null ? null : parts.catchments,
    catchmentClass:
      byHouse === null
        ? null
        : new Map(byHouse.map((row) => [row.houseId, catchmentClassOf(row.demand, row.capacity)] as const)),
    bands: parts.bands,
    flows: parts.flows?.lines ?? null,
  };
}

/** The class of a Schulbezirk: places in % of its demand. */
function catchmentClassOf(demand: number | null, capacity: number | null): DistrictClass {
  if (demand === null || capacity === null || demand === 0) return 'unknown';
  const found = limitsOf('balance').findIndex((limit) => capacity / demand < limit - 1e-9);
  return (found < 0 ? 4 : found) as DistrictClass;
}

/** The number written into a district: what is lacking or left over, or the share where the model counts no places. */
function labelOf(row: GapRow, measure: ReturnType<typeof measureOf>, result: GapResult, t: Texts): string | null {
  if (measure === 'coverage') return row.coverage === null ? null : t.format.percent(row.coverage);
  if (measure === 'demand-met') return row.demandMet === null ? null : t.format.percent(row.demandMet);
  if (measure === 'supply-rate') return row.supplyRate === null ? null : t.format.number(row.supplyRate, 0);
  if (row.balance === null) return null;
  // A map is read from afar, but a gap of 20 is none of 0: finer than a headline.
  const rounded = roundToGrade(row.balance, result.grade === 'measured' ? 'measured' : 'official');
  return `${rounded > 0 ? '+' : ''}${t.format.number(rounded, 0)}`;
}
