import type { AgeBand, Catchment, DistrictFigure, House, PublishedFigure, SocialIndicator } from '../../city/types.ts';
import { fail, type Note } from '../../shared/problem.ts';
import { type KeyedDistrict, type LookupTables, type RoleInSource, rolesOf } from './build-state.ts';
import { readCatchments } from './read-areas.ts';
import { type FigureSetting, readDistrictFigures, readHistory, readSocial } from './read-figures.ts';
import { type ReadForecast, readForecast } from './read-forecast.ts';
import type { Recipe } from './recipe.ts';
import type { RoleName } from './recipe-roles.ts';
import type { SourceRows } from './source-rows.ts';
import type { SourceTables } from './source-tables.ts';

export interface FigureParts {
  readonly recipe: Recipe;
  readonly tables: SourceTables;
  readonly lookups: LookupTables;
  readonly districts: readonly KeyedDistrict[];
  readonly bands: readonly AgeBand[];
  readonly houses: readonly House[];
  readonly notes: Note[];
}

/** Figures that are joined with districts or houses. */
export interface CityFigures {
  readonly forecast: ReadForecast | null;
  readonly catchments: readonly Catchment[];
  readonly districtFigures: readonly DistrictFigure[];
  readonly social: readonly SocialIndicator[];
  readonly history: readonly PublishedFigure[];
}

/** Calls `read` for each role of a kind with its rows. */
async function eachRole<N extends RoleName, T>(
  parts: FigureParts,
  name: N,
  read: (rows: SourceRows, found: RoleInSource<N>, setting: FigureSetting) => T,
): Promise<T[]> {
  const { districts, lookups, notes } = parts;
  const all: T[] = [];
  for (const found of rolesOf(parts.recipe, name)) {
    const rows = await parts.tables.rows(found.setting.source);
    all.push(read(rows, found, { ...found.setting, districts, lookups, notes }));
  }
  return all;
}

const NEED_DISTRICTS = ['forecast', 'district-figures', 'social'] as const;

/** Forecast, catchments, district figures, social indicators and published history. */
export async function buildFigures(parts: FigureParts): Promise<CityFigures> {
  const { recipe, bands, houses, notes, districts } = parts;
  for (const role of NEED_DISTRICTS)
    if (districts.length === 0 && rolesOf(recipe, role).length > 0)
      fail('pipeline.figures-without-districts', { role });
  const [forecast] = await eachRole(parts, 'forecast', (rows, { role }, setting) =>
    readForecast(rows, role, setting, bands),
  );
  const catchments = await eachRole(parts, 'catchments', (rows, { role }, setting) =>
    readCatchments(rows, role, setting, houses),
  );
  notes.push(...(forecast?.notes ?? []), ...catchments.flatMap((found) => found.notes));
  const figures = await eachRole(parts, 'district-figures', (rows, { role }, setting) =>
    readDistrictFigures(rows, role, setting),
  );
  const social = await eachRole(parts, 'social', (rows, { role }, setting) => readSocial(rows, role, setting));
  const history = await eachRole(parts, 'history', (rows, { role }, setting) => readHistory(rows, role, setting));
  return {
    forecast: forecast?.data ?? null,
    catchments: catchments.flatMap((found) => found.data),
    districtFigures: figures.flat(),
    social,
    history: history.flat(),
  };
}
