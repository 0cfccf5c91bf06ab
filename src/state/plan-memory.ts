import type { RememberedPlaces } from '../plan/readers/city-references.ts';

/** The last file of a plan that was saved from this browser. */
export interface SavedFile {
  /** ISO. */
  readonly at: string;
  /** Changes that the plan had then. */
  readonly changes: number;
}

/** What this browser remembers beside the plans themselves. Nothing is lost with it but comfort. */
export interface PlanMemory {
  /** The plan that was open last in a city. */
  openPlan(cityId: string): string | null;
  rememberOpen(cityId: string, planId: string): void;
  /** The folder in which a city was last opened, by the id that its package states; the id itself where none was. */
  cityFolder(cityId: string): string;
  rememberFolder(cityId: string, folder: string): void;
  savedFile(planId: string): SavedFile | null;
  rememberFile(planId: string, file: SavedFile): void;
  /** When a department's changes were last sent as a file of changes, ISO; `null` = never. `department: null` = everybody's. */
  sentAt(planId: string, department: string | null): string | null;
  rememberSent(planId: string, department: string | null, at: string): void;
  /** Where the city's objects that a plan speaks of lay, and what they were called. */
  places(planId: string): RememberedPlaces | null;
  rememberPlaces(planId: string, places: RememberedPlaces): void;
  forget(planId: string): void;
}

const KEY = 'gemeinbedarf.plans.';

/** Keeps it in the browser's local storage; where that is refused or full, until the page is closed. */
export function createPlanMemory(getStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): PlanMemory {
  const known = new Map<string, unknown>();
  const read = <T>(key: string): T | null => {
    if (known.has(key)) return known.get(key) as T;
    try {
      return JSON.parse(getStorage().getItem(KEY + key) ?? 'null') as T | null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: unknown) => {
    known.set(key, value);
    try {
      getStorage().setItem(KEY + key, JSON.stringify(value));
    } catch {
      // Refused or full: remembered until the page is closed.
    }
  };
  const forget = (key: string) => {
    known.delete(key);
    try {
      getStorage().removeItem(KEY + key);
    } catch {
      // There is nothing to forget.
    }
  };
  return {
    openPlan: (cityId) => read(`open.${cityId}`),
    rememberOpen: (cityId, planId) => write(`open.${cityId}`, planId),
    cityFolder: (cityId) => read(`city.${cityId}`) ?? cityId,
    rememberFolder: (cityId, folder) => write(`city.${cityId}`, folder),
    savedFile: (planId) => read(`file.${planId}`),
    rememberFile: (planId, file) => write(`file.${planId}`, file),
    sentAt: (planId, department) => read<Record<string, string>>(`sent.${planId}`)?.[department ?? ''] ?? null,
    rememberSent: (planId, department, at) =>
      write(`sent.${planId}`, { ...read<Record<string, string>>(`sent.${planId}`), [department ?? '']: at }),
    places: (planId) => read(`places.${planId}`),
    rememberPlaces: (planId, places) => write(`places.${planId}`, places),
    forget: (planId) => {
      forget(`file.${planId}`);
      forget(`sent.${planId}`);
      forget(`places.${planId}`);
    },
  };
}
