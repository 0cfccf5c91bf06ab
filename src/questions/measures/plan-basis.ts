import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { emptyPlan, type ObjectOf, type Plan } from '../../plan/plan.ts';
import { scenarioFacilities } from '../../plan/readers/scenario-facilities.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';

/** A plan as questions are given it, with the Kennwerte in force. */
export interface PlanInUse {
  /** `null` = none is open. */
  readonly plan: Plan | null;
  /** One per service. */
  readonly catalogue: readonly Indicator[];
}

export const NO_PLAN_IN_USE: PlanInUse = { plan: null, catalogue: DEFAULT_CATALOGUE };

/** The collections that say something about the city. */
const ASKED = [
  'scenarios',
  'measures',
  'measureOffers',
  'sites',
  'sitePhases',
  'siteParameters',
  'stageSettings',
  'plots',
  'edits',
  'assumptions',
] as const;

/** A plan with nothing but what questions need: it is copied to the worker with every change. */
export function planForQuestions(plan: Plan): Plan {
  const asked = Object.fromEntries(ASKED.map((name) => [name, plan[name]]));
  return { ...emptyPlan(plan.header), ...asked, schemaVersion: plan.schemaVersion } as Plan;
}

type Scoped = { readonly scenarioId: string | null; readonly removed: unknown };

/**
 * A key of everything that a plan says about the city in a scenario (`null` = Bestand): equal keys, equal figures. So a change elsewhere in
 * the plan makes nothing stale, and undo finds the figures there were. `null` where it says nothing. O(objects).
 */
export function basisOf({ plan, catalogue }: PlanInUse, scenarioId: string | null): string | null {
  const shipped = new Set(DEFAULT_CATALOGUE.map(citation));
  const own = catalogue.map(citation).filter((cited) => !shipped.has(cited));
  const said = plan === null ? [] : saidOfCity(plan, scenarioId);
  if (own.length === 0 && said.every((part) => part.length === 0)) return null;
  return hashText(JSON.stringify([own, said]));
}

function saidOfCity(plan: Plan, scenarioId: string | null): readonly (readonly unknown[])[] {
  const inScope = (object: Scoped) => object.scenarioId === null || object.scenarioId === scenarioId;
  const { changes, incomplete } = scenarioFacilities(plan, scenarioId);
  return [
    [...changes, ...incomplete],
    visibleObjects(plan, 'sites'),
    visibleObjects(plan, 'sitePhases', inScope),
    visibleObjects(plan, 'siteParameters', inScope),
    visibleObjects(plan, 'stageSettings'),
    visibleObjects(plan, 'edits', (edit: ObjectOf<'edits'>) => edit.kind === 'site' && inScope(edit)),
    visibleObjects(plan, 'assumptions'),
  ];
}

/** 64 bits of a text in two halves (FNV-1a with different primes), hexadecimal. It tells states of one plan apart and protects nothing. */
function hashText(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
