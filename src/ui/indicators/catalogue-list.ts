import { citation, type Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../../plan/plan.ts';
import { decisionOfIndicator } from '../../plan/readers/decision-of-indicator.ts';
import { indicatorsInForce, versionsOfIndicator } from '../../plan/readers/indicators-in-force.ts';
import { localVersions } from '../../plan/readers/local-versions.ts';
import { removedObjects } from '../../plan/readers/visible-objects.ts';
import type { Decision } from '../../plan/types/agreements.ts';
import type { Removal } from '../../plan/types/common.ts';
import type { ServiceId } from '../../shared/services.ts';

/** A Kennwert as the list shows it. */
export interface ListedIndicator {
  /** The record in force; where none is yet, the first that will be. */
  readonly indicator: Indicator;
  /** Whether it is in force on the day. */
  readonly inForce: boolean;
  /** Whether it was made in this plan. */
  readonly local: boolean;
  /** The decision that names the record. */
  readonly decision: Decision | null;
  /** The decided record, where another one is in force. */
  readonly decidedInstead: { readonly version: number; readonly decision: Decision } | null;
  /** A version that comes into force later. */
  readonly later: Indicator | null;
  /** Citations of the versions that a reset would withdraw. */
  readonly resettable: readonly string[];
}

/** Every Kennwert of the catalogue on a day (ISO), those in force first. `plan: null` = the shipped ones alone. */
export function listIndicators(plan: Plan | null, shipped: readonly Indicator[], day: string): ListedIndicator[] {
  const ids = [
    ...new Set([
      ...shipped.map(({ id }) => id),
      ...Object.values(plan?.indicatorVersions ?? {}).map(({ indicator }) => indicator.id),
    ]),
  ];
  return ids.flatMap((id) => {
    const found = listIndicator(plan, shipped, day, id);
    return found === null ? [] : [found];
  });
}

/** A Kennwert by id; `null` where no version of it is left. */
export function listIndicator(
  plan: Plan | null,
  shipped: readonly Indicator[],
  day: string,
  id: string,
): ListedIndicator | null {
  const versions = versionsOf(plan, shipped, id);
  const isValid = (indicator: Indicator) => indicator.validFrom === null || indicator.validFrom <= day;
  const valid =
    plan === null
      ? versions.filter(isValid).at(-1)
      : indicatorsInForce(plan, shipped, day).find((indicator) => indicator.id === id);
  const indicator = valid ?? versions[0];
  if (indicator === undefined) return null;
  const decision = plan === null ? null : decisionOfIndicator(plan, indicator);
  const decided = plan === null || decision !== null ? null : decidedAmong(plan, versions);
  return {
    indicator,
    inForce: valid !== undefined,
    local: !shipped.some((known) => citation(known) === citation(indicator)),
    decision,
    decidedInstead: decided,
    later: versions.find((version) => version.version > indicator.version && !isValid(version)) ?? null,
    resettable: plan === null ? [] : localVersions(plan, shipped, id),
  };
}

function decidedAmong(plan: Plan, versions: readonly Indicator[]): ListedIndicator['decidedInstead'] {
  for (const { id, version } of [...versions].reverse()) {
    const decision = decisionOfIndicator(plan, { id, version });
    if (decision !== null) return { version, decision };
  }
  return null;
}

function versionsOf(plan: Plan | null, shipped: readonly Indicator[], id: string): Indicator[] {
  return plan === null ? shipped.filter((indicator) => indicator.id === id) : versionsOfIndicator(plan, shipped, id);
}

/** A version of a Kennwert in its history; `removal` says who withdrew it and why. */
export interface HistoryLine {
  readonly indicator: Indicator;
  readonly removal: Removal | null;
}

/** All versions of a Kennwert, newest first, with those withdrawn for a stated reason. */
export function historyOf(plan: Plan | null, shipped: readonly Indicator[], id: string): HistoryLine[] {
  const withdrawn =
    plan === null
      ? []
      : removedObjects(plan, 'indicatorVersions').filter(
          ({ indicator, removed }) => indicator.id === id && removed!.why !== null,
        );
  return [
    ...versionsOf(plan, shipped, id).map((indicator) => ({ indicator, removal: null })),
    ...withdrawn.map(({ indicator, removed }) => ({ indicator, removal: removed })),
  ].sort((a, b) => b.indicator.version - a.indicator.version);
}

/** Kennwerte under their heading; `key: null` = those of no group. */
export interface IndicatorGroup<Key extends string> {
  readonly key: Key | null;
  readonly indicators: readonly ListedIndicator[];
}

/** Sorts the list into groups of services; empty groups are left out. */
export function groupIndicators<Key extends string>(
  listed: readonly ListedIndicator[],
  groups: readonly (readonly [Key, readonly ServiceId[]])[],
): IndicatorGroup<Key>[] {
  const named = groups.map(([key, services]) => ({
    key,
    indicators: services.flatMap((service) => listed.filter(({ indicator }) => indicator.service === service)),
  }));
  const grouped = new Set(groups.flatMap(([, services]) => services));
  const rest = { key: null, indicators: listed.filter(({ indicator }) => !grouped.has(indicator.service)) };
  return [...named, rest].filter(({ indicators }) => indicators.length > 0);
}
