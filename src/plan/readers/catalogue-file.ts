import { checkIndicator } from '../../indicators/check-indicator.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { catalogueSchema } from '../../indicators/indicator-schema.ts';
import { fail, ProblemError } from '../../shared/problem.ts';
import { shapeFault } from '../check-object.ts';
import { equalData } from '../equal-data.ts';

/** No catalogue of a city comes near it. */
export const CATALOGUE_LIMIT_BYTES = 2_000_000;
const SCHEMA_VERSION = 1;

/** A catalogue as the text of a file. */
export function writeCatalogue(indicators: readonly Indicator[]): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, indicators }, null, 2)}\n`;
}

/**
 * The records of a catalogue file. Throws `catalogue.not-json`, `catalogue.version-newer`, `catalogue.shape` with the place and what is
 * expected there, `catalogue.id-twice`, `indicator.service-twice`, and what `checkIndicator` finds, with the Kennwert's id.
 */
export function readCatalogue(text: string): readonly Indicator[] {
  const found = parseJson(text);
  const version = (found as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === 'number' && version > SCHEMA_VERSION)
    fail('catalogue.version-newer', { found: version, known: SCHEMA_VERSION });
  const fault = shapeFault(catalogueSchema, found);
  if (fault !== null) fail('catalogue.shape', fault);
  const { indicators } = found as { indicators: Indicator[] };
  indicators.forEach((indicator, i) => {
    const { id } = indicator;
    const before = indicators.slice(0, i);
    if (before.some((other) => other.id === id)) fail('catalogue.id-twice', { id });
    requireServiceFree(indicator, before);
    const [first] = checkIndicator(indicator);
    if (first !== undefined) throw new ProblemError({ ...first.problem, where: { feature: `${id}, ${first.field}` } });
  });
  return indicators;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    return fail('catalogue.not-json', { detail: (thrown as Error).message });
  }
}

function requireServiceFree({ id, service }: Indicator, others: readonly Indicator[]): void {
  const other = others.find((known) => known.service === service && known.id !== id);
  if (other !== undefined) fail('indicator.service-twice', { service, id: other.id }, { feature: id });
}

/** Whether two records say the same, whoever made them and when they became valid. */
export function saysTheSame(a: Indicator, b: Indicator): boolean {
  const content = ({ version: _, validFrom: __, reason: ___, author: ____, ...rest }: Indicator) => rest;
  return equalData(content(a), content(b));
}

/** What a file would change: records that differ from the one in force (`before: null` = new), and how many say the same. */
export interface CatalogueChanges {
  readonly changed: readonly { readonly before: Indicator | null; readonly after: Indicator }[];
  readonly same: number;
}

/**
 * Compares the records of a file with those in force. Throws `indicator.service-twice` for a new one whose service has a Kennwert already.
 */
export function compareCatalogue(found: readonly Indicator[], inForce: readonly Indicator[]): CatalogueChanges {
  const changed = found.flatMap((after) => {
    const before = inForce.find(({ id }) => id === after.id) ?? null;
    requireServiceFree(after, inForce);
    return before !== null && saysTheSame(before, after) ? [] : [{ before, after }];
  });
  return { changed, same: found.length - changed.length };
}
