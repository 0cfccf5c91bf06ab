import type { RegisterSite, SiteImpact, SiteSurroundings } from '../../questions/sites/site-calls.ts';
import type { NoWaves, SiteWaves } from '../../questions/sites/site-waves.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CheckLayer, CheckResult } from './check-questions.ts';

/** What is known when the checklist is read. */
export interface CheckEvidence {
  readonly site: RegisterSite;
  readonly waves: SiteWaves | NoWaves;
  /** By service; those that are not compared (yet) are absent. */
  readonly impacts: ReadonlyMap<ServiceId, SiteImpact>;
  /** Services of which no effect is known, with the reason as a sentence. */
  readonly unknown: ReadonlyMap<ServiceId, string>;
  readonly surroundings: SiteSurroundings | null;
  /** Bundles of needs that name the site. */
  readonly bundles: number;
  /** Services of the needs reported for the site. */
  readonly needServices: readonly ServiceId[];
}

/** What the program itself can say about a question; `layer` = what is missing for it. */
export interface ComputedAnswer {
  readonly result: CheckResult;
  readonly evidence: string | null;
  readonly layer: CheckLayer | null;
}

/** Nothing can be said, and no layer is to blame. */
export const OPEN: ComputedAnswer = { result: 'open', evidence: null, layer: null };

/** Several results as one: partly met where they differ, open where one of them is. */
export function worstOf(results: readonly CheckResult[]): CheckResult {
  if (results.length === 0 || results.includes('open')) return 'open';
  if (results.every((result) => result === 'met')) return 'met';
  return results.every((result) => result === 'unmet') ? 'unmet' : 'partly';
}
