import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../src/indicators/indicator.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapResult, type GapRow } from '../../src/questions/gaps/gap-request.ts';
import type { ServiceId } from '../../src/shared/services.ts';

/** A shipped indicator, changed where a test needs it. */
export function indicatorOf(service: ServiceId, change: Partial<Indicator> = {}): Indicator {
  return { ...DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!, ...change };
}

/** A row with no figure but its name; tests state those that matter. */
export function rowOf(change: Partial<GapRow> = {}): GapRow {
  return {
    id: 'stadt',
    name: 'Musterstadt',
    level: 0,
    parent: null,
    persons: null,
    demand: null,
    personsWithinReach: null,
    demandWithinReach: null,
    served: null,
    noPlace: null,
    outOfReach: null,
    missing: null,
    free: null,
    capacity: null,
    capacitySecured: null,
    capacityPlanned: null,
    capacityNotAvailable: null,
    balance: null,
    supplyRate: null,
    demandMet: null,
    coverage: null,
    houses: 0,
    housesWithoutCapacity: 0,
    pointsMissing: 0,
    pointsNotConnected: 0,
    pointsAtBorder: 0,
    ...change,
  };
}

/** A consistent row of the allocation model: 20,000 children, 0.58 places each. */
export function kitaRow(change: Partial<GapRow> = {}): GapRow {
  return rowOf({
    persons: 20_000,
    demand: 11_600,
    personsWithinReach: 19_000,
    demandWithinReach: 11_020,
    served: 10_300,
    noPlace: 720,
    outOfReach: 580,
    missing: 1300,
    free: 500,
    capacity: 10_800,
    balance: -800,
    supplyRate: 54,
    demandMet: 10_300 / 11_600,
    coverage: 0.95,
    houses: 210,
    ...change,
  });
}

export function requestOf(service: ServiceId, change: Partial<GapRequest> = {}): GapRequest {
  return {
    service,
    year: 2030,
    variant: 'middle',
    counts: DEFAULT_COUNTS,
    limitMeters: null,
    profile: 'all',
    scenarioId: null,
    ...change,
  };
}

export function resultOf(indicator: Indicator, change: Partial<GapResult> = {}): GapResult {
  return {
    request: requestOf(indicator.service),
    indicator: citation(indicator),
    limitMeters: indicator.limitMeters?.value ?? null,
    levels: [[rowOf()]],
    grade: 'estimated',
    populationDate: '2025-12-31',
    capacityDate: '2026-03-01',
    availableShare: 0.8,
    placesWithoutLocation: 0,
    airDistance: false,
    pools: null,
    sites: null,
    stepFree: null,
    heldConstant: false,
    ...change,
    // What questions may add later is absent here.
  } as GapResult;
}

/** Narrow no-break spaces as plain ones: easier to read in expected sentences. */
export function plain(text: string): string {
  return text.replaceAll('\u202f', ' ');
}
