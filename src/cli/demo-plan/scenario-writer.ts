import type { House } from '../../city/types.ts';
import { type AddMeasureArgs, addMeasure } from '../../plan/actions/add-measure.ts';
import type { ServiceId } from '../../shared/services.ts';
import { type DemoGround, type Ground, placesOf } from './demo-ground.ts';
import type { DepartmentId } from './departments.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';

type NewMeasure = AddMeasureArgs['measure'];

/** Places of a service that a measure brings, and in how many groups or Züge. */
export interface Places {
  readonly service: ServiceId;
  readonly form?: string;
  readonly capacity: number;
  readonly groups?: number;
}

export type MeasureDraft = Partial<NewMeasure> &
  Pick<NewMeasure, 'kind' | 'name'> & {
    readonly places?: readonly Places[];
  };

/** Cost per unit of the service, as the invented city reckons in 2026. */
const COST_EURO: Partial<Record<ServiceId, number>> = {
  'kita-u3': 128_000,
  'kita-ue3': 96_000,
  grundschule: 74_000,
  ganztag: 21_000,
  jugendtreff: 38_000,
  sporthalle: 8_400,
  pflege: 165_000,
  begegnung: 31_000,
  familienzentrum: 1_350_000,
  bibliothek: 2_700_000,
  hausarzt: 540_000,
  unterkunft: 52_000,
};

/** Of all places, to the nearest 50,000 euros; `null` for what has no figure. */
function costOf(places: readonly Places[]): number | null {
  if (places.length === 0) return null;
  const sum = places.reduce((total, { service, capacity }) => total + (COST_EURO[service] ?? 0) * capacity, 0);
  return Math.round(sum / 50_000) * 50_000;
}

const FUNDING_NOTES = {
  funded: 'Im Doppelhaushalt 2026/27 enthalten.',
  partly: 'Planungsmittel bewilligt, Baukosten offen.',
  unfunded: 'Nicht finanziert.',
} as const;

/** Writes one scenario, measure by measure. */
export interface ScenarioWriter {
  add(draft: MeasureDraft): void;
}

export function beginScenario(
  script: PlanScript,
  scenario: { readonly id: string; readonly name: string; readonly description: string },
  by: DepartmentId,
  day: string,
): ScenarioWriter {
  const object = { ...scenario, circle: 'agsp' as const, copiedFrom: null };
  script.add({ collection: 'scenarios', object }, scenario.name, by, momentAfter(day, 0));
  let count = 0;
  return {
    add: ({ places = [], ...draft }) => {
      count++;
      const id = `${scenario.id}-${count}`;
      const funding = draft.funding ?? null;
      const measure: NewMeasure = {
        scenarioId: scenario.id,
        circle: 'agsp',
        houseId: null,
        position: null,
        plotId: null,
        siteId: null,
        from: null,
        to: null,
        status: 'planned',
        costEuro: costOf(places),
        funding,
        fundingNote: funding === null ? null : FUNDING_NOTES[funding],
        reason: null,
        pilot: false,
        needId: null,
        bundleId: null,
        ...draft,
        id,
      };
      const offers = places.map(({ form = null, groups = null, ...rest }, i) => ({
        id: `${id}-${i + 1}`,
        form,
        groups,
        ...rest,
      }));
      const label = { code: 'change.added', params: { collection: 'measures', name: draft.name } } as const;
      script.act(addMeasure, { measure, offers }, label, by, momentAfter(day, 0, 12 * count));
    },
  };
}

/** Where a new house stands. */
export function standsOn({ kind, id, position }: Ground): Pick<NewMeasure, 'position' | 'plotId' | 'siteId'> {
  return {
    position: [position[0], position[1]],
    plotId: kind === 'plot' ? id : null,
    siteId: kind === 'site' ? id : null,
  };
}

/** Houses of a district that state their places of a service, the largest first. */
export function statedHouses(ground: DemoGround, boroughId: string, service: ServiceId): readonly House[] {
  return ground
    .housesIn(boroughId, service)
    .filter((house) => placesOf(house, service) !== null && house.pools.length === 0)
    .sort((a, b) => placesOf(b, service)! - placesOf(a, service)! || (a.id < b.id ? -1 : 1));
}
