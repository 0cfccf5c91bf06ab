import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { openCity } from '../city/open-city.ts';
import { readCity } from '../city/read-city.ts';
import type { Language } from '../i18n/format.ts';
import { problemText } from '../i18n/problem-text.ts';
import { DEFAULT_CATALOGUE } from '../indicators/default-catalogue.ts';
import { catalogueSchema, type Indicator, isMeasureOf, MEASURES_BY_MODEL } from '../indicators/indicator.ts';
import { createCityModel } from '../questions/gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../questions/gaps/compute-gaps.ts';
import type { GapRow } from '../questions/gaps/gap-request.ts';
import { createReachStore } from '../questions/gaps/service-reach.ts';
import { strictShortage } from '../questions/gaps/strict-shortage.ts';
import { fail, ProblemError } from '../shared/problem.ts';
import { type GapsArguments, readGapsArguments } from './gaps-arguments.ts';
import { folderPackageSource } from './package-folder.ts';

/** What the command is given from outside, so that tests can run it in the same process. */
export interface GapsRun {
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly locale?: string;
  print(text: string): void;
  printError(text: string): void;
}

/** Reads an own catalogue file; the first record of the service is taken. */
async function indicatorFrom(path: string, service: string): Promise<Indicator> {
  const text = await readFile(path, 'utf8').catch(() => fail('gap.indicator-file', { file: path, detail: 'ENOENT' }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail('gap.indicator-file', { file: path, detail: (error as Error).message });
  }
  const parsed = z.safeParse(catalogueSchema, json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return fail('gap.indicator-file', { file: path, detail: `${issue.path.join('.')}: ${issue.message}` });
  }
  const found = parsed.data.indicators.find((indicator) => indicator.service === service);
  return found ?? fail('gap.indicator-file', { file: path, detail: service });
}

async function indicatorOf(args: GapsArguments, run: GapsRun): Promise<Indicator> {
  const known = DEFAULT_CATALOGUE.find((indicator) => indicator.service === args.service);
  if (known === undefined) {
    return fail('gap.service-unknown', {
      found: args.service,
      known: DEFAULT_CATALOGUE.map((i) => i.service).join(', '),
    });
  }
  const indicator =
    args.indicatorFile === null
      ? known
      : await indicatorFrom(resolve(run.workingFolder, args.indicatorFile), args.service);
  if (args.measure !== null && !isMeasureOf(indicator.model, args.measure)) {
    const defined = MEASURES_BY_MODEL[indicator.model].join(', ');
    return fail('gap.measure-undefined', {
      measure: args.measure,
      service: args.service,
      model: indicator.model,
      defined,
    });
  }
  return indicator;
}

const COLUMNS: readonly (keyof GapRow)[] = [
  'id',
  'name',
  'level',
  'persons',
  'demand',
  'personsWithinReach',
  'demandWithinReach',
  'served',
  'noPlace',
  'outOfReach',
  'missing',
  'free',
  'capacity',
  'balance',
  'supplyRate',
  'demandMet',
  'coverage',
  'houses',
  'housesWithoutCapacity',
  'pointsMissing',
  'pointsNotConnected',
  'pointsAtBorder',
];

function csvCell(value: string | number | null, language: Language): string {
  if (value === null) return language === 'de' ? 'k. A.' : 'n/a';
  if (typeof value === 'number') return language === 'de' ? String(value).replace('.', ',') : String(value);
  // A leading sign would be read as a formula by spreadsheets.
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function asCsv(rows: readonly GapRow[], language: Language): string {
  const lines = rows.map((row) => COLUMNS.map((column) => csvCell(row[column], language)).join(';'));
  return [COLUMNS.join(';'), ...lines].join('\n');
}

function asJson(details: GapDetails, rows: readonly GapRow[], args: GapsArguments): string {
  const { result } = details;
  const { levels: _levels, ...about } = result;
  const points = args.points
    ? Array.from(details.demand.persons, (persons, p) => ({
        persons: Number.isNaN(persons) ? null : persons,
        decimetersToNearest: details.nearest[p] === 0xffffffff ? null : details.nearest[p],
        served: details.allocation?.served[p] ?? null,
      }))
    : undefined;
  const catchments = details.catchments === null ? {} : { catchments: details.catchments };
  const strict = args.measure === 'strict' ? { strictMissing: strictShortage(details) } : {};
  return JSON.stringify(
    { ...about, ...strict, ...catchments, rows, ...(points === undefined ? {} : { points }) },
    null,
    2,
  );
}

async function answer(args: GapsArguments, run: GapsRun): Promise<string> {
  const indicator = await indicatorOf(args, run);
  const city = await readCity(await openCity(folderPackageSource(resolve(run.workingFolder, args.folder))));
  const model = createCityModel(city, args.stepFree ? 'step-free' : 'all');
  const details = computeGaps(model, createReachStore(model), indicator, {
    service: indicator.service,
    year: args.year ?? city.identity.years[0]!,
    variant: args.variant,
    counts: args.counts,
    limitMeters: args.limitMeters,
    profile: args.stepFree ? 'step-free' : 'all',
    scenarioId: null,
  });
  const wanted =
    args.level === null
      ? details.result.levels
      : [
          details.result.levels[0]!,
          ...details.result.levels.filter((rows) => rows[0]?.level === args.level && args.level !== 0),
        ];
  if (args.level !== null && args.level !== 0 && wanted.length < 2) {
    const known = details.result.levels.map((rows) => rows[0]?.level ?? 0).join(', ');
    fail('gap.level-unknown', { found: args.level, known });
  }
  return args.format === 'csv' ? asCsv(wanted.flat(), args.language) : asJson(details, wanted.flat(), args);
}

const USAGE =
  'npm run gaps -- <package folder> --service kita-u3 [--year 2030] [--level 1] [--variant low|middle|high] [--limit 600] [--counts planned|ideas|stage:5] [--capacity approved] [--profile step-free] [--measure strict|…] [--indicator file] [--points] [--format json|csv] [--lang de|en]';

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
