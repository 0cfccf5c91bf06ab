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
const NEEDS_OFFER: Readonly<Record<MeasureKind, boolean>> = {
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
  checkMeasure(draft, measure, offers.length);
  insertObject(draft, 'measures', measure);
  for (const offer of offers) insertObject(draft, 'measureOffers', { ...offer, measureId: measure.id });
}

/**
 * What every measure must hold, new or changed: offers where its kind needs them, and a house of the city package or one that an `add`
 * measure of the same scenario brings. Throws `plan.measure-without-offer`, `plan.reference-unknown`.
 */
export function checkMeasure(
  draft: Plan,
  { id, kind, houseId, scenarioId }: Pick<NewObject<'measures'>, 'id' | 'kind' | 'houseId' | 'scenarioId'>,
  offerCount: number,
): void {
  if (NEEDS_OFFER[kind] && offerCount === 0)
    fail('plan.measure-without-offer', { kind: kind as 'add' | 'enlarge' | 'reopen' });
  const house = houseId === null ? null : findObject(draft, 'measures', houseId);
  if (house === null) return;
  const brings = house.kind === 'add' && house.scenarioId === scenarioId && house.removed === null && house.id !== id;
  if (!brings) fail('plan.reference-unknown', { collection: 'measures', id: house.id });
}
