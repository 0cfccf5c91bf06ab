import { resolve } from 'node:path';
import { openCity } from '../city/open-city.ts';
import { readCity } from '../city/read-city.ts';
import type { CityContent } from '../city/types.ts';
import { problemText } from '../i18n/problem-text.ts';
import { type Indicator, isMeasureOf, MEASURES_BY_MODEL } from '../indicators/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { createCityModel } from '../questions/gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../questions/gaps/compute-gaps.ts';
import type { GapRequest, GapResult, GapRow } from '../questions/gaps/gap-request.ts';
import { isRowFigure, type MeasureTable, measureTable } from '../questions/gaps/measure-table.ts';
import { cityInScenario, findScenario, type PlanCity } from '../questions/gaps/scenario-of-plan.ts';
import { createReachStore } from '../questions/gaps/service-reach.ts';
import { fail, ProblemError } from '../shared/problem.ts';
import { type GapsArguments, readGapsArguments } from './gaps-arguments.ts';
import { catalogueOf, indicatorOf, readCatalogueFile, readPlanOf } from './gaps-files.ts';
import { folderPackageSource } from './package-folder.ts';
import { measureToCsv, pointsToPrint, rowsToCsv } from './print-gaps.ts';

/** What the command is given from outside, so that tests can run it in the same process. */
export interface GapsRun {
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly locale?: string;
  print(text: string): void;
  printError(text: string): void;
}

/** The indicator asked for, of a file, the plan or the shipped catalogue. */
async function chooseIndicator(
  args: GapsArguments,
  run: GapsRun,
  plan: Plan | null,
  year: number,
): Promise<{ readonly indicator: Indicator; readonly catalogue: readonly Indicator[] }> {
  const file =
    args.indicatorFile === null ? null : await readCatalogueFile(resolve(run.workingFolder, args.indicatorFile));
  const catalogue = catalogueOf(file, plan, year);
  const indicator = indicatorOf(catalogue, args.service);
  if (file !== null && !file.includes(indicator))
    fail('gap.indicator-file', { file: args.indicatorFile!, detail: args.service });
  if (args.measure !== null && !isMeasureOf(indicator.model, args.measure)) {
    const defined = MEASURES_BY_MODEL[indicator.model].join(', ');
    fail('gap.measure-undefined', { measure: args.measure, service: args.service, model: indicator.model, defined });
  }
  return { indicator, catalogue };
}

/** The plan and its scenario, applied to the city; what of it could not be applied is printed beside the result. */
interface PlanInUse {
  readonly plan: Plan;
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly applied: PlanCity;
}

async function openPlan(args: GapsArguments, run: GapsRun, city: CityContent): Promise<PlanInUse | null> {
  if (args.planFile === null) {
    return args.scenario === null ? null : fail('gap.scenario-without-plan', { found: args.scenario });
  }
  const plan = await readPlanOf(resolve(run.workingFolder, args.planFile), city.identity.id);
  const found = args.scenario === null ? null : findScenario(plan, args.scenario);
  return {
    plan,
    scenario: found === null ? null : { id: found.id, name: found.name },
    applied: cityInScenario(city, plan, found?.id ?? null),
  };
}

/** The city and the level asked for, or all levels. Throws `gap.level-unknown`. */
function wantedRows({ levels }: GapDetails['result'], level: number | null): readonly GapRow[] {
  if (level === null) return levels.flat();
  const [city, ...below] = levels;
  const wanted = below.filter((rows) => rows[0]?.level === level);
  if (level !== 0 && wanted.length === 0)
    fail('gap.level-unknown', { found: level, known: levels.map((rows) => rows[0]?.level ?? 0).join(', ') });
  return [...city!, ...wanted.flat()];
}

function planToPrint({ plan, scenario, applied: { city: _, ...applied } }: PlanInUse) {
  return { id: plan.header.planId, name: plan.header.name, scenario, ...applied };
}

async function answer(args: GapsArguments, run: GapsRun): Promise<string> {
  const base = await readCity(await openCity(folderPackageSource(resolve(run.workingFolder, args.folder))));
  const inUse = await openPlan(args, run, base);
  const city = inUse?.applied.city ?? base;
  const year = args.year ?? city.identity.years[0]!;
  const { indicator, catalogue } = await chooseIndicator(args, run, inUse?.plan ?? null, year);
  const profile = args.stepFree ? 'step-free' : 'all';
  const model = createCityModel(city, profile);
  const request: GapRequest = {
    service: indicator.service,
    year,
    variant: args.variant,
    counts: args.counts,
    limitMeters: args.limitMeters,
    profile,
    scenarioId: inUse?.scenario?.id ?? null,
    pools: args.pools,
  };
  const details = computeGaps(model, createReachStore(model), indicator, request, { catalogue });
  const rows = wantedRows(details.result, args.level);
  const measure =
    args.measure !== null && isMeasureOf(indicator.model, args.measure)
      ? measureTable(model, details, indicator, args.measure, args.level)
      : null;
  return args.format === 'csv'
    ? toTable(details.result, rows, measure, args)
    : toJson(details, rows, measure, inUse, args);
}

function toTable(
  result: GapResult,
  rows: readonly GapRow[],
  measure: MeasureTable | null,
  { language }: GapsArguments,
): string {
  const hasOwnTable = measure !== null && !isRowFigure(measure.measure);
  return hasOwnTable ? measureToCsv(measure, language) : rowsToCsv(result, rows, language);
}

function toJson(
  details: GapDetails,
  rows: readonly GapRow[],
  measure: MeasureTable | null,
  inUse: PlanInUse | null,
  args: GapsArguments,
): string {
  const { levels: _, ...about } = details.result;
  const printed = {
    ...about,
    ...(inUse === null ? {} : { plan: planToPrint(inUse) }),
    ...(measure === null ? {} : { measure: { name: measure.measure, rows: measure.rows } }),
    ...(details.catchments === null ? {} : { catchments: details.catchments }),
    rows,
    ...(args.points ? { points: pointsToPrint(details, measure) } : {}),
  };
  return JSON.stringify(printed, null, 2);
}

const USAGE =
  'npm run gaps -- <package folder> --service kita-u3 [--year 2030] [--level 1] [--variant low|middle|high] [--limit 600] [--counts planned|ideas|stage:5] [--capacity approved] [--pools all|none] [--plan file [--scenario name]] [--profile step-free] [--measure balance|strict|flows|catchment|area|count|2sfca|e2sfca|3sfca|gravity|…] [--indicator file] [--points] [--format json|csv] [--lang de|en]';

/** `npm run gaps`: prints provision and gaps of one service for the city and its districts. Returns the exit code. */
export async function runGaps(run: GapsRun): Promise<number> {
  const args = readGapsArguments(run.argv, run.locale);
  if ('expected' in args) {
    run.printError(`${args.option}: „${args.found}“ – ${args.expected}`);
    run.printError(USAGE);
    return 1;
  }
  try {
    run.print(await answer(args, run));
    return 0;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    run.printError(problemText(error.problem, args.language));
    return 1;
  }
}
