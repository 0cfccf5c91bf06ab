import type { PlanDocument, Signer } from '../document/plan-document.ts';
import type { PlanStore } from '../document/plan-store.ts';
import type { CityPlace, CityRef } from '../plan/readers/city-references.ts';
import type { CitySummary } from '../questions/city-summary.ts';
import type { Problem } from '../shared/problem.ts';
import type { CityStore } from './city-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PlanMemory } from './plan-memory.ts';
import type { PlanStateStore } from './plan-store.ts';
import type { TabChannel } from './tab-channel.ts';

/** What the plan session is given. */
export interface PlanSessionParts {
  readonly city: CityStore;
  readonly planState: PlanStateStore;
  readonly notices: NoticeStore;
  readonly memory: PlanMemory;
  readonly tabs: TabChannel;
  /** Loads the document library and opens the browser's plans; `report` is told when something cannot be stored. */
  openStore(report: (found: Problem) => void): Promise<PlanStore>;
  /** Loads what makes a new plan. */
  loadDocuments(): Promise<typeof import('../document/plan-document.ts')>;
  newId(): string;
  now(): string;
  /** Does work when the page has time for it. */
  later(work: () => void): void;
  /** Who signs changes. */
  signer(): Omit<Signer, 'at'>;
  /** Name of a plan nobody has named yet. */
  firstName(cityName: string): string;
  /** Asks the open city for objects; `null` where it does not have one. */
  findPlaces(refs: readonly CityRef[]): Promise<readonly (CityPlace | null)[]>;
}

/** What the parts of the plan session share: the open document, and the plans this browser keeps. */
export interface PlanDesk {
  readonly parts: PlanSessionParts;
  /** Resolves once the plan of the open city is open, or none is. */
  ready(): Promise<void>;
  /** The kept plans; loads the document library. */
  kept(): Promise<PlanStore>;
  /** The open document; `null` = none. */
  document(): PlanDocument | null;
  /** Shows a document of the open city in place of the one before. */
  show(document: PlanDocument): void;
  /** Leaves the open document: nobody reads it any more. */
  close(): void;
  /** Closes what is open and opens the city's next plan. */
  reopen(): Promise<void>;
  signed(): Signer;
  /** The open city. Throws if none is. */
  city(): CitySummary;
  /** Reads the list of kept plans anew. */
  refreshKept(): Promise<void>;
  /** Counts what no file has yet anew. */
  refreshUnfiled(): void;
}
