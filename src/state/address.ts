import { problem } from '../shared/problem.ts';
import type { NoticeStore } from './notice-store.ts';
import { addNotice } from './notice-store.ts';
import { decodeView, encodeView } from './url.ts';
import { FIRST_LINKED_VIEW, type LinkedView } from './view-state.ts';
import type { ViewStore } from './view-store.ts';

/** The part of `window` that the address needs; tests give their own. */
export interface AddressWindow {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(handle: number): void;
}

/** Browsers refuse more than about a hundred address changes in half a minute. */
const WRITE_EVERY_MILLISECONDS = 400;

/**
 * Keeps the page's address and the view the same. Another city or another selection is a step that the browser's back button undoes;
 * everything else rewrites the present step, at most every 0.4 s. Gives back a function that ends it.
 */
export function linkViewToAddress(view: ViewStore, notices: NoticeStore, win: AddressWindow): () => void {
  let written = win.location.search;
  let timer: number | null = null;

  const write = (shown: LinkedView, asStep: boolean) => {
    if (timer !== null) win.clearTimeout(timer);
    timer = null;
    const query = encodeView(shown);
    if (query === written) return;
    written = query;
    const url = `${win.location.pathname}${query}${win.location.hash}`;
    if (asStep) win.history.pushState(null, '', url);
    else win.history.replaceState(null, '', url);
  };

  const stopListening = view.subscribe((now, before) => {
    if (encodeView(now) === written) return;
    if (now.cityId !== before.cityId || now.selection !== before.selection) {
      write(before, false);
      write(now, true);
    } else timer ??= win.setTimeout(() => write(view.getState(), false), WRITE_EVERY_MILLISECONDS);
  });

  const onPopState = () => {
    if (timer !== null) win.clearTimeout(timer);
    timer = null;
    const link = decodeView(win.location.search);
    sayWhatWasNotUnderstood(notices, link.unknownParts);
    const next: LinkedView = { ...FIRST_LINKED_VIEW, language: view.getState().language, ...link.view };
    written = encodeView(next);
    view.setState(next);
  };
  win.addEventListener('popstate', onPopState);

  write(view.getState(), false);
  return () => {
    stopListening();
    if (timer !== null) win.clearTimeout(timer);
    win.removeEventListener('popstate', onPopState);
  };
}

/** Says which parts of a link were left out, if any. */
export function sayWhatWasNotUnderstood(notices: NoticeStore, unknownParts: readonly string[]): void {
  if (unknownParts.length === 0) return;
  addNotice(notices, problem('app.link-not-understood', { parts: unknownParts.join(', ') }));
}
