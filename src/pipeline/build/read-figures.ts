import type { DistrictFigure, PublishedFigure, SocialIndicator } from '../../city/types.ts';
import { fail } from '../../shared/problem.ts';
import { SERVICE_IDS } from '../../shared/services.ts';
import type { SourceSetting } from './build-state.ts';
import { type DistrictSetting, selectDistrictRows } from './district-keys.ts';
import { FIGURE_KINDS, PUBLISHED_MEASURES, type RoleOf } from './recipe-roles.ts';
import type { Row, SourceRows } from './source-rows.ts';

/** What figures by district are joined with. */
export interface FigureSetting extends SourceSetting, DistrictSetting {}

interface ColumnRule<T> {
  readonly column: string;
  readonly values?: Readonly<Record<string, T>>;
}

/** A fixed value, or the one that the text of a column stands for. Throws `pipeline.value-unknown`, naming the texts known. */
export function fixedOrRead<T extends string | number>(
  row: Row,
  rule: NoInfer<T | ColumnRule<T>>,
  read: (text: string) => T | null,
): T {
  if (typeof rule !== 'object') return rule;
  const found = row.text(rule.column) ?? '';
  const value = rule.values === undefined ? read(found) : (rule.values[found] ?? null);
  const known = Object.keys(rule.values ?? {}).join(', ');
  return value ?? fail('pipeline.value-unknown', { found, known }, row.where(rule.column));
}

/** The text itself, if it is one of the allowed ones. */
export function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T | null {
  return (text) => allowed.find((value) => value === text) ?? null;
}

/** A calendar year as a whole number. */
export function asYear(text: string): number | null {
  return /^(19|2[01])\d\d$/.test(text) ? Number(text) : null;
}

/** A whole number, e.g. the stage of a site. */
export function asWholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Places without a location, waiting lists and the like, by district and year. */
export function readDistrictFigures(
  rows: SourceRows,
  role: RoleOf<'district-figures'>,
  setting: FigureSetting,
): DistrictFigure[] {
  return selectDistrictRows(rows, role, setting).map(({ row, district }) => ({
    district: district as string,
    service: fixedOrRead(row, role.service, oneOf(SERVICE_IDS)),
    year: fixedOrRead(row, role.year, asYear),
    kind: fixedOrRead(row, role.kind, oneOf(FIGURE_KINDS)),
    value: row.count(role.value),
    source: setting.sourceIndex,
  }));
}

/** Denominators of a long table: rows of their own, by district and year. */
function readDenominators(
  rows: SourceRows,
  role: RoleOf<'social'>,
  setting: FigureSetting,
): Map<string, number | null> {
  if (role.denominatorRows === undefined) return new Map();
  const own = selectDistrictRows(rows, { ...role, filters: role.denominatorRows }, { ...setting, notes: [] });
  return new Map(
    own.map(({ row, district }) => [`${district} ${fixedOrRead(row, role.year, asYear)}`, row.count(role.numerator)]),
  );
}

/** One social indicator: numerator and denominator by district and year; masked values stay missing. */
export function readSocial(rows: SourceRows, role: RoleOf<'social'>, setting: FigureSetting): SocialIndicator {
  const denominators = readDenominators(rows, role, setting);
  return {
    id: role.id,
    de: role.de,
    en: role.en,
    date: setting.source.date,
    source: setting.sourceIndex,
    rows: selectDistrictRows(rows, role, setting).map(({ row, district }) => {
      const masked = role.masked?.includes(row.text(role.numerator) ?? '') ?? false;
      const year = fixedOrRead(row, role.year, asYear);
      return {
        district: district as string,
        year,
        numerator: masked ? null : row.count(role.numerator),
        denominator: row.count(role.denominator) ?? denominators.get(`${district} ${year}`) ?? null,
        masked,
      };
    }),
  };
}

/** Figures the city has published, with the Kennwert then in force. */
export function readHistory(rows: SourceRows, role: RoleOf<'history'>, setting: FigureSetting): PublishedFigure[] {
  return selectDistrictRows(rows, role, setting).map(({ row, district }) => ({
    district,
    service: fixedOrRead(row, role.service, oneOf(SERVICE_IDS)),
    year: fixedOrRead(row, role.year, asYear),
    measure: fixedOrRead(row, role.measure, oneOf(PUBLISHED_MEASURES)),
    value: row.figure(role.value),
    indicator: row.text(role.indicator),
    source: setting.sourceIndex,
  }));
}
