import type { HistoryEntry } from '../document/history.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import { fail } from '../shared/problem.ts';
import type { PlanDesk } from './plan-desk.ts';

/** The plans that this browser keeps, and the versions of the open one. */
export interface PlanShelf {
  /** Reads the list of kept plans into the plan's state. */
  refreshKept(): Promise<void>;
  /**
   * Opens a kept plan of the open city. One of another city is opened as soon as that city is: the answer is the city's folder, for the
   * view to go to; else `null`. Throws `plan.not-kept`.
   */
  openKept(planId: string): Promise<string | null>;
  /** Makes an empty plan of the open city and opens it. */
  create(name: string): Promise<void>;
  /** Makes a plan of its own that begins as a kept one is, history included, and opens it. */
  duplicate(planId: string, name: string): Promise<void>;
  /** Removes a plan from this browser, in all its tabs. Files of it stay what they are. */
  forget(planId: string): Promise<void>;
  /** The changes of the open plan, oldest first. About 15 µs per change. */
  history(): readonly HistoryEntry[];
  /** Opens a copy of the open plan as it was at a version. */
  openVersion(heads: readonly string[], name: string): Promise<void>;
}

export function createPlanShelf(desk: PlanDesk, openLater: (planId: string) => void): PlanShelf {
  const { parts } = desk;
  const openDocument = () => desk.document() ?? fail('plan.not-kept', {});
  const keptDocument = async (planId: string): Promise<PlanDocument> =>
    (await (await desk.kept()).open(planId, desk.signed())) ?? fail('plan.not-kept', {});

  /** Keeps a new plan, shows it, and tells the other tabs. */
  const keepAndShow = async (made: PlanDocument): Promise<void> => {
    const store = await desk.kept();
    const { document } = await store.keep(made.save(), desk.signed());
    const { planId, city } = document.plan.header;
    desk.show(document);
    await store.flush();
    parts.tabs.post({ kind: 'kept', planId, cityId: city.id });
    await desk.refreshKept();
  };
  const copy = (document: PlanDocument, heads: readonly string[], name: string) =>
    keepAndShow(document.copyAt([...heads], parts.newId(), name, desk.signed()));

  return {
    refreshKept: desk.refreshKept,
    openKept: async (planId) => {
      await desk.ready();
      const entry = (await (await desk.kept()).list()).find((plan) => plan.planId === planId);
      if (entry === undefined) return fail('plan.not-kept', {});
      if (entry.cityId === desk.city().identity.id) {
        desk.show(await keptDocument(planId));
        return null;
      }
      openLater(planId);
      return parts.memory.cityFolder(entry.cityId);
    },
    create: async (name) => {
      await desk.ready();
      const { identity, edition } = desk.city();
      const { author, department } = parts.signer();
      const { createDocument } = await parts.loadDocuments();
      const header = {
        planId: parts.newId(),
        name,
        description: '',
        city: { id: identity.id, name: identity.name, edition, checksum: null },
        createdAt: parts.now(),
        createdBy: author,
        copiedFrom: null,
      };
      await keepAndShow(createDocument(header, department));
    },
    duplicate: async (planId, name) => {
      const document = await keptDocument(planId);
      await copy(document, document.heads, name);
    },
    forget: async (planId) => {
      const store = await desk.kept();
      const isOpen = desk.document()?.plan.header.planId === planId;
      // First: what still waits to be read of it would find nothing.
      if (isOpen) desk.close();
      try {
        await store.forget(planId);
        parts.memory.forget(planId);
        parts.tabs.post({ kind: 'forgotten', planId });
      } finally {
        if (isOpen) await desk.reopen();
      }
      await desk.refreshKept();
    },
    history: () => desk.document()?.history() ?? [],
    openVersion: async (heads, name) => copy(openDocument(), heads, name),
  };
}
