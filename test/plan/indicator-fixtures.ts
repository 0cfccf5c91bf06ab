import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../src/indicators/indicator.ts';
import { addIndicatorVersion } from '../../src/plan/actions/add-indicator-version.ts';
import { decideIndicators } from '../../src/plan/actions/decide-indicators.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { indicatorsInForce } from '../../src/plan/readers/indicators-in-force.ts';
import { nextVersion } from '../../src/plan/readers/next-version.ts';
import { NOON } from './plan-fixtures.ts';

/** What the program ships, and of it Kita U3 (`kita-u3@1`). */
export const SHIPPED = DEFAULT_CATALOGUE;
export const KITA = SHIPPED.find(({ id }) => id === 'kita-u3')!;
export const shippedCitations = SHIPPED.map(citation);
export const DAY = '2026-11-22';

/** The next version of Kita U3, with another rate. */
export function addKita(plan: Plan, rate: number, more: Partial<Indicator> = {}): void {
  const version = nextVersion(plan, SHIPPED, 'kita-u3');
  const indicator = { ...KITA, version, rate: { ...KITA.rate, value: rate }, validFrom: '2026-01-01', ...more };
  addIndicatorVersion(plan, {
    indicator: { ...indicator, reason: 'neue Quote', author: 'Jugendamt' },
    shippedVersion: 1,
    at: NOON,
    circle: 'agsp',
    decisionId: null,
  });
}

/** A decision of the council that names records. */
export function decide(plan: Plan, citations: readonly string[], id = 'd1', date = '2026-03-12'): void {
  decideIndicators(plan, {
    id,
    title: 'Kennwerte',
    citations,
    shipped: shippedCitations,
    reference: 'GRDrs 12/2026',
    date,
    validFrom: '2026-04-01',
    body: 'Gemeinderat',
    circle: 'agsp',
  });
}

/** The record of an indicator that holds on {@link DAY}. */
export const inForce = (plan: Plan, id = 'kita-u3') =>
  indicatorsInForce(plan, SHIPPED, DAY).find((found) => found.id === id);
