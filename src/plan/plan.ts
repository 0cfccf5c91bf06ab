import type * as z from 'zod/mini';
import type { PlanCollection } from '../shared/problems/plan.ts';
import {
  agreedFigureSchema,
  bundleMemberSchema,
  bundleSchema,
  decisionSchema,
  rankPlaceSchema,
  rankWeightSchema,
} from './types/agreements.ts';
import { checkAnswerSchema, checkItemSchema, participationSchema } from './types/checks.ts';
import {
  attachmentSchema,
  needAnswerSchema,
  needSchema,
  needStepSchema,
  needVersionSchema,
  supportSchema,
} from './types/needs.ts';
import { departmentSchema, indicatorVersionSchema, type PlanHeader } from './types/records.ts';
import { measureOfferSchema, measureSchema, scenarioSchema } from './types/scenarios.ts';
import {
  assumptionSchema,
  type Edit,
  editSchema,
  plotSchema,
  siteParameterSchema,
  sitePhaseSchema,
  siteSchema,
  stageSettingSchema,
} from './types/sites.ts';

/** Version of the plan's shape; see `migrations.ts`. */
export const SCHEMA_VERSION = 1;

/** The shape of an object of each collection; `check-plan.ts` checks a plan by them. */
export const OBJECT_SCHEMAS = {
  scenarios: scenarioSchema,
  measures: measureSchema,
  measureOffers: measureOfferSchema,
  sites: siteSchema,
  sitePhases: sitePhaseSchema,
  siteParameters: siteParameterSchema,
  stageSettings: stageSettingSchema,
  plots: plotSchema,
  edits: editSchema,
  assumptions: assumptionSchema,
  needs: needSchema,
  needSteps: needStepSchema,
  needVersions: needVersionSchema,
  needAnswers: needAnswerSchema,
  supports: supportSchema,
  attachments: attachmentSchema,
  bundles: bundleSchema,
  bundleMembers: bundleMemberSchema,
  rankPlaces: rankPlaceSchema,
  rankWeights: rankWeightSchema,
  agreedFigures: agreedFigureSchema,
  checkItems: checkItemSchema,
  checkAnswers: checkAnswerSchema,
  participation: participationSchema,
  decisions: decisionSchema,
  indicatorVersions: indicatorVersionSchema,
  departments: departmentSchema,
} as const satisfies Record<PlanCollection, z.ZodMiniType>;

export type CollectionName = keyof typeof OBJECT_SCHEMAS;

export const COLLECTION_NAMES = Object.keys(OBJECT_SCHEMAS) as CollectionName[];

/** What a collection holds. */
export type ObjectOf<C extends CollectionName> = C extends 'edits' ? Edit : z.infer<(typeof OBJECT_SCHEMAS)[C]>;

/**
 * The plan: everything that people of a city decide, in collections by id. Objects are flat: what two people may add to is a collection
 * of its own, with the parent's id and a place (`order`). Nothing is deleted: `removed` says who, when and why. Whoever reads a plan
 * treats it as read-only; it changes through actions alone.
 */
export type Plan = {
  schemaVersion: number;
  header: PlanHeader;
} & { [C in CollectionName]: Record<string, ObjectOf<C>> };

/** An object of the plan by collection and id. */
export interface ObjectRef<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
}

/** A plan without anything in it. */
export function emptyPlan(header: PlanHeader): Plan {
  const collections = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, {}]));
  return { schemaVersion: SCHEMA_VERSION, header, ...collections } as Plan;
}

/** The objects of a collection by id, to read or, of a draft, to write. */
export function collectionOf<C extends CollectionName>(plan: Plan, collection: C): Record<string, ObjectOf<C>> {
  return plan[collection] as Record<string, ObjectOf<C>>;
}
