import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';
import type { MeasureKind } from '../types/scenarios.ts';
import { insertObject, type NewObject } from './insert-object.ts';

export interface AddMeasureArgs {
  readonly measure: NewObject<'measures'>;
  readonly offers: readonly Omit<NewObject<'measureOffers'>, 'measureId'>[];
}

/** Kinds that do nothing without an offer. */
export const NEEDS_OFFER: Readonly<Record<MeasureKind, boolean>> = {
  add: true,
  enlarge: true,
  reopen: true,
  move: false,
  close: false,
};

/**
 * Adds a measure with the offers it brings. The house it acts on is one of the city package, or a house that an `add` measure of the same
 * scenario brings.
 */
export function addMeasure(draft: Plan, { measure, offers }: AddMeasureArgs): void {
  const { kind, houseId } = measure;
  if (NEEDS_OFFER[kind] && offers.length === 0)
    fail('plan.measure-without-offer', { kind: kind as 'add' | 'enlarge' | 'reopen' });
  const house = houseId === null ? null : findObject(draft, 'measures', houseId);
  if (house !== null && (house.kind !== 'add' || house.scenarioId !== measure.scenarioId || house.removed !== null))
    fail('plan.reference-unknown', { collection: 'measures', id: house.id });
  insertObject(draft, 'measures', measure);
  for (const offer of offers) insertObject(draft, 'measureOffers', { ...offer, measureId: measure.id });
}
