import type { Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../../plan/plan.ts';
import { partsOfScenario } from '../../plan/readers/scenario-parts.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import type { GapRequest } from '../gaps/gap-request.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { MeasureEffect } from './measure-calls.ts';

/** A city in one state of the plan. */
export interface PreparedState {
  readonly model: CityModel;
  readonly reach: ReachStore;
}

/** A plan whose scenario has some of its measures only. */
export function planWithMeasures(plan: Plan, scenarioId: string, keep: (measureId: string) => boolean): Plan {
  const measures = Object.fromEntries(
    Object.entries(plan.measures).filter(([id, measure]) => measure.scenarioId !== scenarioId || keep(id)),
  );
  return { ...plan, measures };
}

/** A measure of a scenario, and the services that it changes. */
export interface MeasureToWeigh {
  readonly id: string;
  readonly services: readonly ServiceId[];
  /** The measure that brings the house it acts on; `null` = the house is the city's. */
  readonly restsOn: string | null;
}

/**
 * The measures of a scenario that change something. What a move or the closing of a whole house changes is what the house offers:
 * `servicesOfHouse` says it.
 */
export function measuresToWeigh(
  plan: Plan,
  scenarioId: string,
  servicesOfHouse: (houseId: string) => readonly ServiceId[],
): MeasureToWeigh[] {
  const { measures, offersOf } = partsOfScenario(plan, scenarioId);
  const own = (measureId: string) => offersOf(measureId).map(({ service }) => service);
  return measures
    .filter(({ status }) => status !== 'dropped')
    .map(({ id, houseId }) => {
      const brought = houseId !== null && measures.some((measure) => measure.id === houseId && measure.kind === 'add');
      const named = own(id);
      const ofHouse = houseId === null ? [] : brought ? own(houseId) : servicesOfHouse(houseId);
      const services = [...new Set(named.length > 0 ? named : ofHouse)];
      return { id, services, restsOn: brought ? houseId : null };
    });
}

/** The effect of one state against another for one service; both `null` where the service has no figures. Throws as `computeGaps`. */
export function effectOf(
  before: PreparedState,
  after: PreparedState,
  indicator: Indicator,
  request: GapRequest,
  catalogue: readonly Indicator[],
): MeasureEffect {
  const own = { ...request, service: indicator.service, limitMeters: null };
  const rowOf = ({ model, reach }: PreparedState) =>
    computeGaps(model, reach, indicator, own, { catalogue }).result.levels[0]![0]!;
  const [was, is] = [rowOf(before), rowOf(after)];
  const fall = (from: number | null, to: number | null) => (from === null || to === null ? null : from - to);
  const rise = fall(is.capacity, was.capacity);
  return { service: indicator.service, closes: fall(was.missing, is.missing), places: rise };
}
