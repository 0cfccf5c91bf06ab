import type { AddMeasureArgs } from '../../src/plan/actions/add-measure.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import type { NewObject } from '../../src/plan/actions/insert-object.ts';
import { emptyPlan, type Plan } from '../../src/plan/plan.ts';
import type { PlanHeader } from '../../src/plan/types/records.ts';
import { type Problem, ProblemError } from '../../src/shared/problem.ts';

export const NOON = '2026-03-01T12:00:00Z';

export const header: PlanHeader = {
  planId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  name: 'Kitas West',
  description: '',
  city: { id: 'musterstadt', name: 'Musterstadt', edition: '2025-12-31-aaaaaaaaaaaa', checksum: null },
  createdAt: NOON,
  createdBy: 'Stadtplanung',
  copiedFrom: null,
};

/** A square of 0.001° around a corner. */
export function square(lon: number, lat: number): { type: 'Polygon'; coordinates: number[][][] } {
  const [east, north] = [lon + 0.001, lat + 0.001];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [east, lat],
        [east, north],
        [lon, north],
        [lon, lat],
      ],
    ],
  };
}

export function scenario(id: string, more: Partial<NewObject<'scenarios'>> = {}): NewObject<'scenarios'> {
  return { id, name: `Szenario ${id}`, description: '', circle: 'agsp', copiedFrom: null, ...more };
}

export function measure(id: string, more: Partial<NewObject<'measures'>> = {}): NewObject<'measures'> {
  return {
    id,
    scenarioId: 'a',
    circle: 'agsp',
    kind: 'add',
    name: `Kita ${id}`,
    houseId: null,
    position: [9.18, 48.78],
    plotId: null,
    siteId: null,
    from: '2029-09-01',
    to: null,
    status: 'planned',
    costEuro: null,
    funding: null,
    fundingNote: null,
    reason: null,
    pilot: false,
    needId: null,
    bundleId: null,
    ...more,
  };
}

/** A four-group Kita: 20 places U3 and 40 Ü3. */
export function kita(id: string, more: Partial<NewObject<'measures'>> = {}): AddMeasureArgs {
  return {
    measure: measure(id, more),
    offers: [
      { id: `${id}-u3`, service: 'kita-u3', form: 'Krippe', capacity: 20, groups: 2 },
      { id: `${id}-ue3`, service: 'kita-ue3', form: 'GT', capacity: 40, groups: 2 },
    ],
  };
}

export function site(id: string, more: Partial<NewObject<'sites'>> = {}): NewObject<'sites'> {
  return {
    id,
    circle: 'agsp',
    name: 'Am Güterbahnhof',
    geometry: square(9.18, 48.78),
    stage: 4,
    sideState: null,
    infill: false,
    dwellings: 300,
    dwellingsLost: null,
    floorAreaSquareMeters: null,
    subsidisedShare: null,
    dwellingType: 'MFH',
    firstOccupancy: null,
    owner: null,
    inForecast: false,
    nextStep: null,
    nextDate: null,
    contactRole: null,
    grade: 'official',
    ...more,
  };
}

export function need(id: string, more: Partial<NewObject<'needs'>> = {}): Omit<NewObject<'needs'>, 'status'> {
  return {
    id,
    circle: 'agsp',
    departmentId: 'jugend',
    title: 'Jugendraum',
    place: { kind: 'district', districtId: 'd:1' },
    service: 'jugendtreff',
    topic: null,
    targetGroup: null,
    quantity: 40,
    unit: 'places',
    roomSquareMeters: null,
    plotSquareMeters: null,
    requirements: [],
    requirementNote: null,
    neededBy: null,
    urgency: 'should',
    reasonKind: null,
    reason: null,
    reference: null,
    evidence: null,
    combinable: null,
    combinableNote: null,
    contactRole: null,
    links: [],
    ...more,
  };
}

/** A plan with two departments and the empty scenarios a and b. */
export function smallPlan(): Plan {
  const plan = emptyPlan(structuredClone(header));
  for (const id of ['jugend', 'schule'])
    addObject(plan, { collection: 'departments', object: { id, name: `Amt ${id}`, short: null, contactRole: null } });
  for (const id of ['a', 'b']) addObject(plan, { collection: 'scenarios', object: scenario(id) });
  return plan;
}

/** A small plan whose scenario a adds one Kita, `k1`. */
export function planWithKita(): Plan {
  const plan = smallPlan();
  addMeasure(plan, kita('k1'));
  return plan;
}

/** The problem that a call throws; an error if it throws none. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}
