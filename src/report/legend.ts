import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Indicator, Model } from '../indicators/indicator.ts';
import {
  CELL_STATES,
  CELL_STRENGTHS,
  type CellState,
  type GapCells,
  LOADS,
  type Load,
} from '../questions/gap-map/gap-calls.ts';
import { type DistrictClass, limitsOf, type MapMeasure } from '../questions/gap-map/gap-classes.ts';
import { targetWord } from './words.ts';

export interface DistrictLegendEntry {
  readonly cls: DistrictClass;
  readonly label: string;
}

/** The classes of a measure, worst first, then "keine Angabe" and the protected ones: always complete. */
export function districtLegend(measure: MapMeasure, indicator: Indicator, t: Texts): DistrictLegendEntry[] {
  const limits = limitsOf(measure).map((limit) => t.format.percent(limit));
  const of = measureOf(measure, indicator, t);
  const [first, second, third, fourth] = limits as [string, string, string, string];
  return [
    { cls: 0, label: t('report-legend.below', { to: first, of }) },
    { cls: 1, label: t('report-legend.between', { from: first, to: second }) },
    { cls: 2, label: t('report-legend.between', { from: second, to: third }) },
    { cls: 3, label: t('report-legend.between', { from: third, to: fourth }) },
    { cls: 4, label: t('report-legend.from', { from: fourth }) },
    { cls: 'unknown', label: t('missing.long') },
    { cls: 'small', label: t('report-legend.small') },
  ];
}

/** What the percentages are shares of, for the first entry. */
function measureOf(measure: MapMeasure, indicator: Indicator, t: Texts): string {
  switch (measure) {
    case 'balance':
      return t('report-legend.of-demand');
    case 'supply-rate':
      return t('report-legend.of-target');
    case 'demand-met':
      return indicator.model === 'area' ? t(`report-of.${targetWord(indicator)}`) : t('report-legend.of-demand');
    case 'coverage':
      return t(`report-of.${targetWord(indicator)}`);
  }
}

export interface CellLegendEntry {
  readonly state: CellState;
  readonly label: string;
}

/** What the states of cells mean: by what the cells tell (`GapCells.tells`), or by the model where there are no cells yet. */
export function cellLegend(of: Model | GapCells['tells'], t: Texts): CellLegendEntry[] {
  const tells = of === 'area' ? 'area' : of === 'allocation' || of === 'places' ? 'places' : 'reach';
  const states = tells === 'reach' ? CELL_STATES.filter((state) => state !== 'no-place') : CELL_STATES;
  return states.map((state) => ({ state, label: cellLabel(state, tells, t) }));
}

function cellLabel(state: CellState, tells: GapCells['tells'], t: Texts): string {
  if (state === 'unknown') return t('missing.long');
  if (tells === 'reach') return t(state === 'served' ? 'report-cells.reach-served' : 'report-cells.reach-out-of-reach');
  return t(`report-cells.${tells}-${state}`);
}

/** Share of the largest state in a cell, weakest first: three steps. */
export function strengthLegend(t: Texts): { readonly strength: 0 | 1 | 2; readonly label: string }[] {
  const [first, second] = CELL_STRENGTHS.map((share) => t.format.percent(share)) as [string, string];
  return [
    { strength: 0, label: t('report-legend.under', { to: first }) },
    { strength: 1, label: t('report-legend.between', { from: first, to: second }) },
    { strength: 2, label: t('report-legend.from', { from: second }) },
  ];
}

/** How full houses are, in the order of `LOADS`. */
export function loadLegend(t: Texts): { readonly load: Load; readonly label: string }[] {
  return LOADS.map((load) => ({ load, label: t(`report-load.${load}`) }));
}
