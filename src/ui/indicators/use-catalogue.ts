import { useMemo } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Plan } from '../../plan/plan.ts';
import { useApp, useCity } from '../common/app-context.ts';
import { type ListedIndicator, listIndicators } from './catalogue-list.ts';

/** The day that decides which versions are in force, ISO. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Moment of a change, UTC. */
export function now(): string {
  return new Date().toISOString();
}

export function usePlan(): Plan | null {
  return useStore(useApp().planState, (state) => state.plan);
}

/** Every Kennwert of the open plan as the list shows it. */
export function useListedIndicators(): readonly ListedIndicator[] {
  const plan = usePlan();
  return useMemo(() => listIndicators(plan, DEFAULT_CATALOGUE, today()), [plan]);
}

/** Name of the open city, `null` while none is. */
export function useCityName(): string | null {
  return useCity((state) => state.summary?.identity.name ?? null);
}
