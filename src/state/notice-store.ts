import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../shared/problem.ts';

/** A problem that was said once and does not stop the work. */
export interface Notice {
  readonly id: number;
  readonly problem: Problem;
}

export interface NoticeState {
  readonly notices: readonly Notice[];
  readonly lastId: number;
}

export type NoticeStore = StoreApi<NoticeState>;

export function createNoticeStore(): NoticeStore {
  return createStore<NoticeState>()(() => ({ notices: [], lastId: 0 }));
}

/** Says a problem; one with the same code replaces its predecessor, so that repetition does not pile up. */
export function addNotice(store: NoticeStore, problem: Problem): void {
  store.setState(({ notices, lastId }) => ({
    notices: [...notices.filter((notice) => notice.problem.code !== problem.code), { id: lastId + 1, problem }],
    lastId: lastId + 1,
  }));
}

export function dismissNotice(store: NoticeStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
