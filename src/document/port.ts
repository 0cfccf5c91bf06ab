import type { Heads, Patch } from '@automerge/automerge/slim';
import * as A from '@automerge/automerge/slim';
import type { PlanDoc } from './stored-plan.ts';

/** Where the document lives: in memory, or in a repository that stores it and shares it between tabs. */
export interface DocPort {
  doc(): PlanDoc;
  /** Replaces the document by what `change` makes of it. */
  update(change: (doc: PlanDoc) => PlanDoc): void;
  /** Calls back with every update that came from elsewhere. Returns how to stop. */
  onForeign(listener: (patches: readonly Patch[]) => void): () => void;
}

export function createMemoryPort(initial: PlanDoc): DocPort {
  let doc = initial;
  return {
    doc: () => doc,
    update: (change) => {
      doc = change(doc);
    },
    onForeign: () => () => {},
  };
}

/** What a document handle of automerge-repo offers of what is needed here. */
export interface PlanHandle {
  doc(): PlanDoc;
  update(change: (doc: PlanDoc) => PlanDoc): void;
  on(event: 'change', listener: (payload: { readonly patches: Patch[] }) => void): unknown;
  off(event: 'change', listener: (payload: { readonly patches: Patch[] }) => void): unknown;
}

export function createHandlePort(handle: PlanHandle): DocPort {
  let updating = false;
  return {
    doc: () => handle.doc(),
    update: (change) => {
      updating = true;
      try {
        handle.update(change);
      } finally {
        updating = false;
      }
    },
    onForeign: (listener) => {
      const forward = ({ patches }: { readonly patches: Patch[] }) => {
        if (!updating && patches.length > 0) listener(patches);
      };
      handle.on('change', forward);
      return () => handle.off('change', forward);
    },
  };
}

/** Patches between two states of a document, for updates whose patches nobody else reports. */
export function patchesBetween(doc: PlanDoc, before: Heads): readonly Patch[] {
  return A.diff(doc, before, A.getHeads(doc));
}
