import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const NEEDS_TABS = ['list', 'board', 'bundles', 'ranking', 'sheet'] as const;
export type NeedsTabName = (typeof NEEDS_TABS)[number];

/** What the panel shows over its tabs: nothing, or one need. */
export type NeedsScreen = { readonly kind: 'tabs' } | { readonly kind: 'need'; readonly id: string };

interface NeedsState {
  readonly tab: NeedsTabName;
  readonly screen: NeedsScreen;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string | null;
}

/** The state of the panel Bedarfe for the life of the page; the map shows part of it. */
export const needsStore = createStore<NeedsState>()(() => ({ tab: 'list', screen: { kind: 'tabs' }, said: null }));

export function useNeedsUi<T>(select: (state: NeedsState) => T): T {
  return useStore(needsStore, select);
}

export function setNeedsUi(change: Partial<NeedsState>): void {
  needsStore.setState(change);
}

/** Opens a screen of the panel and says what was done before. */
export function showNeedsScreen(screen: NeedsScreen, said: string | null = null): void {
  needsStore.setState({ screen, said });
}
