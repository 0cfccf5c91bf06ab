import { withoutNetwork } from '../../../src/engine/network/attach.ts';
import type { Land } from '../../../src/questions/needs/bundle-places.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import type { BundleQuestion, NeedToBundle } from '../../../src/questions/needs/need-calls.ts';
import type { WalkModel } from '../../../src/questions/needs/propose-bundles.ts';
import type { LonLat } from '../../../src/shared/coordinates.ts';

/** A flat town without a network whose positions are metres: a walk is the air distance × 1.2. */
export const FLAT: WalkModel = {
  graph: null,
  attach: withoutNetwork,
  project: (positions) => ({
    x: Float64Array.from(positions, ([x]) => x),
    y: Float64Array.from(positions, ([, y]) => y),
  }),
};

/** A plot at x metres on the only street. */
export function plotAt(id: string, x: number, more: Partial<Land> = {}): Land {
  return {
    kind: 'plot',
    id,
    name: `Fläche ${id}`,
    position: [x, 0] as unknown as LonLat,
    areaSquareMeters: 3000,
    owner: null,
    reservedFor: null,
    stage: null,
    isOpen: true,
    ...more,
  };
}

/** A library of 500 m² that is needed at x metres in September 2030. */
export function needAt(id: string, x: number, more: Partial<NeedToBundle> = {}): NeedToBundle {
  return {
    id,
    place: { kind: 'point', position: [x, 0], searchRadiusMeters: null },
    service: 'bibliothek',
    status: 'reported',
    targetGroup: null,
    roomSquareMeters: 400,
    plotSquareMeters: 500,
    requirements: [],
    neededBy: '2030-09-01',
    combinable: null,
    ...more,
  };
}

/** As {@link needAt}, a meeting place. */
export function meetingAt(id: string, x: number, more: Partial<NeedToBundle> = {}): NeedToBundle {
  return needAt(id, x, { service: 'begegnung', ...more });
}

export function questionOf(needs: readonly NeedToBundle[], more: Partial<BundleQuestion> = {}): BundleQuestion {
  return { scenarioId: null, needs, bundledIds: [], refused: [], rules: DEFAULT_BUNDLE_RULES, ...more };
}
