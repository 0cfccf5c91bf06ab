import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { FIRST_NEED_FILTER, type NeedFilter, type NeedSort } from '../../report/needs/need-filter.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { NeedDraft } from './need-draft.ts';
import type { ReadAttachment } from './read-attachment.ts';

export const NEEDS_TABS = ['list', 'board', 'bundles', 'ranking', 'sheet'] as const;
export type NeedsTabName = (typeof NEEDS_TABS)[number];

/** What the panel shows: its tabs, one need, or a form for one. */
export type NeedsScreen =
  | { readonly kind: 'tabs' }
  | { readonly kind: 'need'; readonly id: string }
  | { readonly kind: 'report' }
  | { readonly kind: 'amend'; readonly id: string };

/** What is written in the symbols on the map; `none` = needs are not on the map. */
export type NeedMarks = 'department' | 'status' | 'none';

interface NeedsState {
  readonly tab: NeedsTabName;
  readonly screen: NeedsScreen;
  readonly filter: NeedFilter;
  readonly sort: NeedSort;
  readonly page: number;
  readonly marks: NeedMarks;
  /** What is being typed, so that looking elsewhere loses nothing: for a new need (`null`) or the amendment of one. */
  readonly draft: { readonly of: string | null; readonly fields: NeedDraft } | null;
  /** Files that a new need is to bring. */
  readonly files: readonly ReadAttachment[];
  /** Where the need that is being typed lies; marked on the map. */
  readonly sketch: LonLat | null;
  /** The plan that all this is of; `null` = none was open yet. */
  readonly planId: string | null;
  /** Own districts by city, once somebody has set them here; before that the settings say. */
  readonly districts: Readonly<Record<string, readonly string[]>> | null;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string | null;
  /** The need that was looked at before the tabs came back, '' = another page; `null` = none: it takes the focus again. */
  readonly back: string | null;
}

/** The state of the panel Bedarfe for the life of the page; the map shows part of it. */
export const needsStore = createStore<NeedsState>()(() => ({
  tab: 'list',
  screen: { kind: 'tabs' },
  filter: FIRST_NEED_FILTER,
  sort: 'urgency',
  page: 0,
  marks: 'department',
  draft: null,
  files: [],
  sketch: null,
  planId: null,
  districts: null,
  said: null,
  back: null,
}));

export function useNeedsUi<T>(select: (state: NeedsState) => T): T {
  return useStore(needsStore, select);
}

export function setNeedsUi(change: Partial<NeedsState>): void {
  needsStore.setState(change);
}

/** Narrows the list down; it begins at its first page again. */
export function setNeedFilter(change: Partial<NeedFilter>): void {
  needsStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, page: 0 }));
}

/** Opens a screen of the panel and says what was done before. */
export function showNeedsScreen(screen: NeedsScreen, said: string | null = null): void {
  const { screen: before } = needsStore.getState();
  const back = screen.kind !== 'tabs' || before.kind === 'tabs' ? null : 'id' in before ? before.id : '';
  needsStore.setState({ screen, said, back });
}

/** Gives up what was being typed, or has it in the plan now. */
export function dropDraft(): void {
  needsStore.setState({ draft: null, files: [], sketch: null });
}

/** Another plan is open: what was looked at, filtered and typed was the other's. */
export function followPlan(planId: string | null): void {
  const { planId: before } = needsStore.getState();
  if (planId === null || planId === before) return;
  if (before !== null) {
    dropDraft();
    needsStore.setState({ screen: { kind: 'tabs' }, filter: FIRST_NEED_FILTER, page: 0, said: null });
  }
  needsStore.setState({ planId });
}
