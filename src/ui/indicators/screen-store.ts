import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IndicatorDraft } from './indicator-draft.ts';

/** What the panel shows. */
export type IndicatorScreen =
  | { readonly kind: 'list' }
  | { readonly kind: 'record' | 'edit'; readonly id: string }
  | { readonly kind: 'reset'; readonly ids: readonly string[] }
  | { readonly kind: 'decide' | 'import' };

interface ScreenState {
  readonly screen: IndicatorScreen;
  /** Where the focus goes back to in the list. */
  readonly lastOpened: string | null;
  /** Begun changes by city and Kennwert: they outlive a look at the map, until they are accepted or discarded. */
  readonly drafts: Readonly<Record<string, IndicatorDraft>>;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string | null;
}

/** The state of the panel Kennwerte for the life of the page. */
const screenStore = createStore<ScreenState>()(() => ({
  screen: { kind: 'list' },
  lastOpened: null,
  drafts: {},
  said: null,
}));

export function useScreen<T>(select: (state: ScreenState) => T): T {
  return useStore(screenStore, select);
}

export function showScreen(screen: IndicatorScreen, said: string | null = null): void {
  screenStore.setState(({ lastOpened }) => ({
    screen,
    said,
    lastOpened: 'id' in screen ? screen.id : lastOpened,
  }));
}

/** The focus has gone back to the list. */
export function forgetLastOpened(): void {
  screenStore.setState({ lastOpened: null });
}

/** Keeps a draft, or forgets it (`null`). */
export function keepDraft(key: string, draft: IndicatorDraft | null): void {
  screenStore.setState(({ drafts }) => {
    const { [key]: _, ...others } = drafts;
    return { drafts: draft === null ? others : { ...others, [key]: draft } };
  });
}

export function draftKey(cityId: string, id: string): string {
  return `${cityId} ${id}`;
}
