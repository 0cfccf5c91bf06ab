import type { Variant } from '../city/types.ts';
import type { Language } from '../i18n/format.ts';
import { DEFAULT_COUNTS, POOL_USES, type PoolUse, type WhatCounts } from '../questions/gaps/gap-request.ts';
import { languageOfSystem } from './arguments.ts';
import { readOptions } from './read-options.ts';

/** What `npm run gaps` was asked. */
export interface GapsArguments {
  readonly folder: string;
  readonly service: string;
  /** `null` = the base year of the package. */
  readonly year: number | null;
  readonly level: number | null;
  readonly variant: Variant;
  readonly counts: WhatCounts;
  readonly limitMeters: number | null;
  readonly pools: PoolUse;
  readonly measure: string | null;
  readonly indicatorFile: string | null;
  readonly planFile: string | null;
  /** Id or name of a scenario of the plan; `null` = Bestand. */
  readonly scenario: string | null;
  readonly stepFree: boolean;
  readonly points: boolean;
  readonly format: 'json' | 'csv';
  readonly language: Language;
}

export interface GapsMistake {
  readonly option: string;
  readonly found: string;
  readonly expected: string;
}

class Mistake extends Error {
  readonly mistake: GapsMistake;

  constructor(mistake: GapsMistake) {
    super(mistake.option);
    this.mistake = mistake;
  }
}

const VALUES = [
  '--service',
  '--year',
  '--level',
  '--variant',
  '--indicator',
  '--plan',
  '--scenario',
  '--limit',
  '--counts',
  '--capacity',
  '--pools',
  '--measure',
  '--profile',
  '--format',
  '--lang',
];

function countsOf(text: string | undefined, capacity: string | undefined): WhatCounts {
  let counts = DEFAULT_COUNTS;
  for (const part of (text ?? '').split(',').filter((word) => word !== '')) {
    const stage = /^stage:(\d{1,2})$/.exec(part);
    if (stage !== null && Number(stage[1]) <= 14) counts = { ...counts, sitesFromStage: Number(stage[1]) };
    else if (part === 'planned' || part === 'ideas' || part === 'secured') counts = { ...counts, facilities: part };
    else
      throw new Mistake({
        option: '--counts',
        found: part,
        expected: 'secured | planned | ideas | stage:0 … stage:14',
      });
  }
  if (capacity === undefined || capacity === 'available' || capacity === 'approved') {
    return { ...counts, capacity: capacity ?? counts.capacity };
  }
  throw new Mistake({ option: '--capacity', found: capacity, expected: 'available | approved' });
}

function oneOf<T extends string>(option: string, found: string | undefined, known: readonly T[], otherwise: T): T {
  if (found === undefined) return otherwise;
  const word = known.find((candidate) => candidate === found);
  if (word === undefined) throw new Mistake({ option, found, expected: known.join(' | ') });
  return word;
}

function wholeNumberOf(option: string, found: string | undefined): number | null {
  if (found === undefined) return null;
  if (!/^\d{1,9}$/.test(found)) throw new Mistake({ option, found, expected: '0, 1, 2, …' });
  return Number(found);
}

/** Reads the arguments of `npm run gaps`; the first mistake is returned. */
export function readGapsArguments(argv: readonly string[], systemLocale?: string): GapsArguments | GapsMistake {
  try {
    return readArguments(argv, systemLocale);
  } catch (error) {
    if (error instanceof Mistake) return error.mistake;
    throw error;
  }
}

function readArguments(argv: readonly string[], systemLocale: string | undefined): GapsArguments {
  const options = readOptions(argv, VALUES, ['--points']);
  if ('expected' in options) throw new Mistake({ ...options, found: options.option });
  const { values, flags, words } = options;
  if (words.length !== 1)
    throw new Mistake({ option: 'package', found: words.join(' '), expected: '<package folder>' });
  const service = values.get('--service');
  if (service === undefined) throw new Mistake({ option: '--service', found: '', expected: 'kita-u3 | kita-ue3 | …' });
  return {
    folder: words[0]!,
    service,
    year: wholeNumberOf('--year', values.get('--year')),
    level: wholeNumberOf('--level', values.get('--level')),
    limitMeters: wholeNumberOf('--limit', values.get('--limit')),
    variant: oneOf('--variant', values.get('--variant'), ['low', 'middle', 'high'], 'middle'),
    counts: countsOf(values.get('--counts'), values.get('--capacity')),
    stepFree: oneOf('--profile', values.get('--profile'), ['all', 'step-free'], 'all') === 'step-free',
    pools: oneOf('--pools', values.get('--pools'), POOL_USES, 'split'),
    measure: values.get('--measure') ?? null,
    indicatorFile: values.get('--indicator') ?? null,
    planFile: values.get('--plan') ?? null,
    scenario: values.get('--scenario') ?? null,
    points: flags.has('--points'),
    format: oneOf('--format', values.get('--format'), ['json', 'csv'], 'json'),
    language: oneOf('--lang', values.get('--lang'), ['de', 'en'], languageOfSystem(systemLocale)),
  };
}
