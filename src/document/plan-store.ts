import * as A from '@automerge/automerge/slim';
import {
  type DocHandle,
  type DocumentId,
  interpretAsDocumentId,
  type Repo,
  type StorageAdapterInterface,
} from '@automerge/automerge-repo/slim';
import { sha256 } from '@noble/hashes/sha2.js';
import { migrationsFor } from '../plan/migrations.ts';
import type { Plan } from '../plan/plan.ts';
import { fail } from '../shared/problem.ts';
import { isChangeFile, readChangeFile } from './change-file.ts';
import { migrateDocument } from './migrate-document.ts';
import { type MergeReport, PlanDocument, type Signer } from './plan-document.ts';
import { checkCity, readPlanFile } from './plan-file.ts';
import { createHandlePort, type PlanHandle } from './port.ts';
import type { StoredPlan } from './stored-plan.ts';

/** A plan that this browser keeps. */
export interface KeptPlan {
  readonly planId: string;
  readonly name: string;
  readonly cityId: string;
  readonly cityName: string;
  /** Moment of the last change made or received here, ISO. */
  readonly changedAt: string;
}

export interface PlanStore {
  /** What is kept, latest change first. */
  list(): Promise<KeptPlan[]>;
  /** Opens a kept plan, an older version migrated; `null` if it is not kept here. It saves itself, and follows other tabs. */
  open(planId: string, opener: Signer): Promise<PlanDocument | null>;
  /**
   * Takes a plan file in: into the kept plan of the same origin if there is one, else as a plan of its own. With `cityId` it must be a plan
   * of that city, else nothing is kept. A file of changes needs the plan that they are made on to be kept. Throws what reading throws,
   * `plan.other-city` and `plan.changes-without-plan`.
   */
  keep(
    bytes: Uint8Array,
    opener: Signer,
    cityId?: string,
  ): Promise<{ readonly document: PlanDocument; readonly merged: MergeReport | null }>;
  forget(planId: string): Promise<void>;
  /** Resolves when everything is written. */
  flush(): Promise<void>;
}

/** Key of the list of plans in the storage; documents lie under their own ids. */
const LIST = 'plans';

/** The document's id follows from the plan's: a file of the same origin finds the kept plan in every tab. */
function documentIdOf(planId: string): DocumentId {
  return interpretAsDocumentId(sha256(new TextEncoder().encode(planId)).slice(0, 16) as never);
}

function listEntry({ plan }: PlanDocument, changedAt: string): Uint8Array {
  const { planId, name, city } = plan.header;
  const kept: KeptPlan = { planId, name, cityId: city.id, cityName: city.name, changedAt };
  return new TextEncoder().encode(JSON.stringify(kept));
}

/**
 * Keeps plans in a repository (storage and network between tabs are the repository's) and a list of them in its storage. `now` is the
 * clock, ISO.
 */
export function createPlanStore(repo: Repo, storage: StorageAdapterInterface, now: () => string): PlanStore {
  const open = new Map<string, PlanDocument>();

  /** `plan` is what the document holds, if that was read already. */
  const adopt = (handle: DocHandle<StoredPlan>, plan?: Plan): PlanDocument => {
    const document = new PlanDocument(createHandlePort(handle as PlanHandle), plan);
    const { planId } = document.plan.header;
    document.subscribe(() => {
      // A refused write is reported by the storage itself, as the document's own is.
      storage.save([LIST, planId], listEntry(document, now())).catch(() => {});
    });
    open.set(planId, document);
    return document;
  };
  const find = async (planId: string, opener: Signer): Promise<PlanDocument | null> => {
    const known = open.get(planId);
    if (known !== undefined) return known;
    const handle = await repo.find<StoredPlan>(documentIdOf(planId)).catch(() => null);
    if (handle === null) return null;
    if (migrationsFor(handle.doc()).length > 0) handle.update((doc) => migrateDocument(doc, opener));
    return adopt(handle);
  };
  const listed = async (): Promise<KeptPlan[]> => {
    const chunks = await storage.loadRange([LIST]);
    return chunks.flatMap(({ data }) =>
      data === undefined ? [] : [JSON.parse(new TextDecoder().decode(data)) as KeptPlan],
    );
  };
  const isListed = async (planId: string) => (await listed()).some((kept) => kept.planId === planId);
  const isKept = async (planId: string) => open.has(planId) || (await isListed(planId));
  return {
    list: async () => (await listed()).sort((a, b) => (a.changedAt > b.changedAt ? -1 : 1)),
    open: async (planId, opener) => {
      return (await isListed(planId)) ? find(planId, opener) : null;
    },
    keep: async (bytes, opener, cityId) => {
      if (isChangeFile(bytes)) {
        const { planId, planName, cityId: made, cityName } = readChangeFile(bytes).header;
        if (cityId !== undefined && made !== cityId)
          fail('plan.other-city', { found: cityName || made, expected: cityId });
        const document = (await isKept(planId)) ? await find(planId, opener) : null;
        if (document === null) return fail('plan.changes-without-plan', { name: planName });
        return { document, merged: document.merge(bytes, opener) };
      }
      const { doc, plan } = readPlanFile(bytes, opener);
      if (cityId !== undefined) checkCity(plan, cityId);
      const { planId } = plan.header;
      const document = (await isKept(planId)) ? await find(planId, opener) : null;
      if (document !== null) return { document, merged: document.merge(bytes, opener) };
      const docId = documentIdOf(planId);
      // The document is read already: the repository gets it as it is, under its id.
      const handle = repo.import<StoredPlan>(A.save(A.init()), { docId });
      handle.update(() => doc);
      const made = adopt(handle, plan);
      try {
        await repo.flush([docId]);
        await storage.save([LIST, planId], listEntry(made, now()));
      } catch {
        // The storage itself reports a refused write; the plan is then open in this session only.
      }
      return { document: made, merged: null };
    },
    forget: async (planId) => {
      open.get(planId)?.close();
      open.delete(planId);
      repo.delete(documentIdOf(planId));
      await storage.remove([LIST, planId]);
    },
    flush: () => repo.flush(),
  };
}
