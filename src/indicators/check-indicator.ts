import { parseDate } from '../shared/german-numbers.ts';
import { type Problem, problem } from '../shared/problem.ts';
import { houseGroupByService, type ServiceId } from '../shared/services.ts';
import type { Indicator, Model, SourcedValue, Unit } from './indicator.ts';
import { rateScale, scaled } from './rate-scale.ts';

/** The three sourced values of a record. */
export type SourcedName = 'rate' | 'limit' | 'share';

/** What a sentence about a record stands beside: the field of the editor, the place in a file. */
export type IndicatorField =
  | `${SourcedName}.${'value' | 'low' | 'high' | 'title' | 'url'}`
  | 'model'
  | 'unit'
  | 'largest-limit'
  | 'ages-from'
  | 'ages-to'
  | 'group-size'
  | 'phase-in'
  | 'valid-from'
  | 'reason'
  | 'author';

export interface IndicatorFault {
  readonly field: IndicatorField;
  readonly problem: Problem;
}

/** Units in which a model can count. */
export const UNITS_BY_MODEL: Readonly<Record<Model, readonly Unit[]>> = {
  allocation: ['places', 'pupils'],
  catchment: ['pupils', 'places'],
  balance: ['places', 'pupils', 'square-meters'],
  area: ['square-meters'],
  reach: ['persons'],
  count: ['houses'],
};

/** Models that can answer for a service: playgrounds and green are areas, everything else houses. */
export function modelsOfService(service: ServiceId): readonly Model[] {
  return houseGroupByService(service) === null
    ? ['area', 'reach']
    : ['allocation', 'catchment', 'balance', 'reach', 'count'];
}

/** Whether a model has a walking limit. */
export function hasReach(model: Model): boolean {
  return model !== 'balance' && model !== 'count';
}

/** The most a rate may be, per person: more is a slip of the keyboard, no need. */
const LARGEST_RATE: Readonly<Record<Unit, number>> = {
  places: 2,
  pupils: 2,
  persons: 1,
  'square-meters': 100,
  houses: 0.1,
};
const LIMIT_METERS = { least: 50, most: 5000 };
const OLDEST = 110;

type Fault = (field: IndicatorField, problem: Problem) => void;

function checkOutside(fault: Fault, field: IndicatorField, value: number | null, least: number, most: number): void {
  if (value !== null && (value < least || value > most))
    fault(field, problem('indicator.outside', { found: value, least, most }));
}

/** Range and source of a sourced value; `scale` turns it into what people read. */
function checkSourced(
  fault: Fault,
  name: SourcedName,
  sourced: SourcedValue,
  scale: number,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  const shown = (value: number | null) => (value === null ? null : scaled(value, scale));
  const [low, value, high] = [shown(sourced.low), shown(sourced.value), shown(sourced.high)];
  checkOutside(fault, `${name}.value`, value, least, most);
  checkOutside(fault, `${name}.low`, low, least, most);
  checkOutside(fault, `${name}.high`, high, least, most);
  if (value === null) {
    if (low !== null || high !== null) fault(`${name}.value`, problem('indicator.range-alone', {}));
  } else if ((low !== null && low > value) || (high !== null && value > high)) {
    fault(`${name}.value`, problem('indicator.bounds-crossed', { low, value, high }));
  }
  const url = sourced.source?.url ?? null;
  if (url !== null && !isWebAddress(url)) fault(`${name}.url`, problem('indicator.link-wrong', { found: url }));
}

/** An address that may become a link on the page. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/.test(text);
}

function checkAges(fault: Fault, { from, to }: Indicator['target']): void {
  checkOutside(fault, 'ages-from', from, 0, OLDEST);
  checkOutside(fault, 'ages-to', to, 0, OLDEST);
  for (const [field, age] of [
    ['ages-from', from],
    ['ages-to', to],
  ] as const) {
    if (age !== null && !Number.isInteger(age * 2)) fault(field, problem('indicator.ages-step', { found: age }));
  }
  if (to !== null && from >= to) fault('ages-to', problem('indicator.ages-crossed', { from, to }));
}

function checkLimit(fault: Fault, { model, limitMeters, largestLimitMeters }: Indicator): void {
  if (!hasReach(model)) return;
  const limit = limitMeters?.value ?? null;
  if (limit === null) fault('limit.value', problem('indicator.missing', { what: 'limit' }));
  if (limitMeters !== null) checkSourced(fault, 'limit', limitMeters, 1, LIMIT_METERS);
  checkOutside(fault, 'largest-limit', largestLimitMeters, LIMIT_METERS.least, LIMIT_METERS.most);
  if (limit !== null && largestLimitMeters !== null && limit > largestLimitMeters)
    fault('limit.value', problem('indicator.limit-above-largest', { found: limit, largest: largestLimitMeters }));
}

/**
 * What is wrong with a record beyond its shape, each with its field: a unit or model that does not fit, crossed bounds, values no city
 * means, a link that is none, years of a claim out of order. An empty list = nothing.
 */
export function checkIndicator(indicator: Indicator): IndicatorFault[] {
  const faults: IndicatorFault[] = [];
  const fault: Fault = (field, found) => {
    if (!faults.some((known) => known.field === field)) faults.push({ field, problem: found });
  };
  const { service, model, unit, rate, targetShare, rounding, phaseIn, validFrom } = indicator;
  const models = modelsOfService(service);
  const units = UNITS_BY_MODEL[model];
  if (!models.includes(model))
    fault('model', problem('indicator.model-wrong', { found: model, expected: models, service }));
  if (!units.includes(unit)) fault('unit', problem('indicator.unit-wrong', { found: unit, expected: units, model }));
  const scale = rateScale(unit);
  checkSourced(fault, 'rate', rate, scale, { least: 0, most: scaled(LARGEST_RATE[unit], scale) });
  checkLimit(fault, indicator);
  if (targetShare !== null) checkSourced(fault, 'share', targetShare, 100, { least: 0, most: 100 });
  checkAges(fault, indicator.target);
  if (rounding.kind === 'groups' || rounding.kind === 'zuege') {
    if (rounding.size === null) fault('group-size', problem('indicator.missing', { what: 'group-size' }));
    else checkOutside(fault, 'group-size', rounding.size, 1, 1000);
  }
  if (validFrom !== null && (!/^\d{4}-/.test(validFrom) || parseDate(validFrom).kind !== 'value'))
    fault('valid-from', problem('indicator.date-unreadable', { found: validFrom }));
  const wrongPhase = phaseIn?.find(
    (phase, i) => i > 0 && (phase.schoolYear <= phaseIn[i - 1]!.schoolYear || phase.share < phaseIn[i - 1]!.share),
  );
  if (wrongPhase !== undefined)
    fault('phase-in', problem('indicator.phase-order', { schoolYear: wrongPhase.schoolYear }));
  return faults;
}
