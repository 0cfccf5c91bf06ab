import type { Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../plan.ts';
import { nextVersion } from '../readers/next-version.ts';
import type { Circle } from '../types/common.ts';
import { addIndicatorVersion } from './add-indicator-version.ts';

export interface ImportIndicatorsArgs {
  /** Records of a file that say something else than the plan's; their version numbers are those of the file and are not kept. */
  readonly indicators: readonly Indicator[];
  readonly shipped: readonly Indicator[];
  readonly reason: string;
  readonly author: string;
  /** ISO day from which records hold that name none. */
  readonly validFrom: string;
  readonly at: string;
  readonly circle: Circle;
}

/** Takes records of a catalogue file over, each as the next version of its indicator. Throws what `addIndicatorVersion` throws. */
export function importIndicators(draft: Plan, args: ImportIndicatorsArgs): void {
  const { indicators, shipped, reason, author, at, circle } = args;
  for (const indicator of indicators) {
    const { id, validFrom } = indicator;
    const version = nextVersion(draft, shipped, id);
    addIndicatorVersion(draft, {
      indicator: { ...indicator, version, reason, author, validFrom: validFrom ?? args.validFrom },
      shippedVersion: shipped.find((known) => known.id === id)?.version ?? 0,
      at,
      circle,
      decisionId: null,
    });
  }
}
