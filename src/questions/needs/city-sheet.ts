import type { Indicator } from '../../indicators/indicator.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import type { ServiceId } from '../../shared/services.ts';
import { askingNeeds, type ComputedFigure, type NeedSheet, type ReportedFigure, reportedFigure } from './need-sheet.ts';

/** Agreed or decided figures of several boroughs as one: a sum of those in the unit of the row. */
export interface SummedFigure {
  /** `null` = no borough has one. */
  readonly value: number | null;
  /** Boroughs that have one. */
  readonly districts: number;
}

export interface CitySheetRow {
  readonly service: ServiceId;
  readonly year: number;
  readonly unit: Indicator['unit'];
  /** Sums over the boroughs; `null` as soon as one of them has no figure. */
  readonly computed: ComputedFigure;
  /** Everything reported, needs of the whole city included. */
  readonly reported: ReportedFigure;
  readonly agreed: SummedFigure;
  readonly decided: SummedFigure;
}

/** The Bedarfsblatt of the whole city: what its boroughs' sheets come to. */
export interface CitySheet {
  readonly rows: readonly CitySheetRow[];
  readonly districts: number;
  /** The latest day on which a figure was set (ISO); `null` before the first. */
  readonly on: string | null;
}

/** Adds up the sheets of all boroughs, in the order of their rows. O(rows + needs). */
export function citySheet(plan: Plan, sheets: readonly NeedSheet[]): CitySheet {
  const needs = askingNeeds(plan);
  const groups = new Map<string, NeedSheet['rows'][number][]>();
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const key = `${row.service} ${row.year}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const services = [...new Set(sheets.flatMap(({ rows }) => rows.map(({ service }) => service)))];
  const rows = [...groups.values()].map((own): CitySheetRow => {
    const { service, year, unit } = own[0]!;
    return {
      service,
      year,
      unit,
      computed: summedComputed(
        own.map(({ computed }) => computed),
        sheets.length,
      ),
      reported: reportedFigure(needs, service, year, unit),
      agreed: summed(
        own.map(({ agreed }) => agreed),
        unit,
      ),
      decided: summed(
        own.map(({ decided }) => decided),
        unit,
      ),
    };
  });
  rows.sort((a, b) => services.indexOf(a.service) - services.indexOf(b.service) || a.year - b.year);
  const days = sheets.flatMap(({ on }) => on ?? []).sort();
  return { rows, districts: sheets.length, on: days.at(-1) ?? null };
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function summedComputed(own: readonly ComputedFigure[], districts: number): ComputedFigure {
  const sum = (key: 'value' | 'demand' | 'capacity') => {
    const known = own.flatMap((computed) => computed[key] ?? []);
    return known.length < districts ? null : tenths(known.reduce((total, value) => total + value, 0));
  };
  const value = sum('value');
  const figure = value === null ? 'none' : (own.find((computed) => computed.figure !== 'missing')?.figure ?? 'missing');
  return { value, figure, demand: sum('demand'), capacity: sum('capacity') };
}

function summed(figures: readonly (ObjectOf<'agreedFigures'> | null)[], unit: string): SummedFigure {
  const values = figures.flatMap((figure) => (figure !== null && figure.unit === unit ? figure.value : []));
  return {
    value: values.length === 0 ? null : tenths(values.reduce((total, value) => total + value, 0)),
    districts: values.length,
  };
}
