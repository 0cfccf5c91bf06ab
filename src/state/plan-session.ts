import type { ChangeLabel } from '../document/change-info.ts';
import type { PlanDocument, Signer } from '../document/plan-document.ts';
import type { PlanStore } from '../document/plan-store.ts';
import type { Action } from '../plan/actions/action.ts';
import { problemOf } from './city-session.ts';
import type { CityStore } from './city-store.ts';
import { addNotice, type NoticeStore } from './notice-store.ts';
import { NO_PLAN, type PlanStateStore } from './plan-store.ts';

/** What screens do with the plan. */
export interface PlanSession {
  /** Opens the city's newest kept plan as soon as the map is there, and follows the city. */
  start(): void;
  /** Runs an action as one change of the open plan; makes the city's first plan if there is none yet. Rejects with the action's problem. */
  apply<Args>(action: Action<Args>, args: Args, label: ChangeLabel): Promise<void>;
  /**
   * Keeps a plan file of the open city and shows its plan: merged into the kept plan of the same origin if there is one. A file that is
   * refused (damaged, of another city) is said as a notice, and the plan that is open stays.
   */
  openFile(bytes: Uint8Array): Promise<void>;
  undo(): void;
  redo(): void;
}

interface Parts {
  readonly city: CityStore;
  readonly planState: PlanStateStore;
  readonly notices: NoticeStore;
  /** Loads the document library and opens the browser's plans. */
  openStore(): Promise<PlanStore>;
  /** Loads what makes a new plan. */
  loadDocuments(): Promise<typeof import('../document/plan-document.ts')>;
  newId(): string;
  now(): string;
  /** Who signs changes. */
  signer(): Omit<Signer, 'at'>;
  /** Name of a plan nobody has named yet. */
  firstName(cityName: string): string;
}

export function createPlanSession(parts: Parts): PlanSession {
  const { city, planState, notices } = parts;
  let store: Promise<PlanStore> | null = null;
  let document: PlanDocument | null = null;
  let openedFor: string | null = null;
  let opening: Promise<void> = Promise.resolve();

  const kept = () => {
    store ??= parts.openStore();
    return store;
  };
  const signed = (): Signer => ({ ...parts.signer(), at: parts.now() });

  const mirror = (shown: PlanDocument) => {
    document = shown;
    const tell = () =>
      planState.setState({
        plan: shown.plan,
        phase: 'open',
        undoLabel: shown.undoLabel,
        redoLabel: shown.redoLabel,
        problem: null,
      });
    shown.subscribe(({ source }) => {
      if (document !== shown) return;
      if (source === 'outdated') planState.setState({ phase: 'failed' });
      else tell();
    });
    tell();
  };

  const open = async (cityId: string) => {
    planState.setState({ ...NO_PLAN, phase: 'opening' });
    document = null;
    try {
      const plans = await (await kept()).list();
      const newest = plans.find((plan) => plan.cityId === cityId);
      const found = newest === undefined ? null : await (await kept()).open(newest.planId, signed());
      if (openedFor !== cityId) return;
      if (found === null) planState.setState(NO_PLAN);
      else mirror(found);
    } catch (thrown) {
      if (openedFor !== cityId) return;
      planState.setState({ ...NO_PLAN, phase: 'failed', problem: problemOf(thrown) });
      addNotice(notices, problemOf(thrown));
    }
  };

  const create = async (): Promise<PlanDocument> => {
    const { summary } = city.getState();
    if (summary === null) throw new Error('no city is open');
    const { identity, edition } = summary;
    const { author, department } = parts.signer();
    const { createDocument } = await parts.loadDocuments();
    const made = createDocument(
      {
        planId: parts.newId(),
        name: parts.firstName(identity.name),
        description: '',
        city: { id: identity.id, name: identity.name, edition, checksum: null },
        createdAt: parts.now(),
        createdBy: author,
        copiedFrom: null,
      },
      department,
    );
    const { document: keptDocument } = await (await kept()).keep(made.save(), signed());
    mirror(keptDocument);
    return keptDocument;
  };

  return {
    start() {
      const look = () => {
        const { phase, summary, mapShown, mapProblem } = city.getState();
        if (phase !== 'open' || summary === null || (!mapShown && mapProblem === null)) return;
        if (openedFor === summary.identity.id) return;
        openedFor = summary.identity.id;
        opening = open(openedFor);
      };
      city.subscribe((now) => {
        if (now.summary === null && openedFor !== null) {
          openedFor = null;
          document = null;
          planState.setState(NO_PLAN);
        }
        look();
      });
    },
    async apply(action, args, label) {
      await opening;
      const target = document ?? (await create());
      target.apply(action, args, { ...signed(), label });
    },
    async openFile(bytes) {
      await opening;
      const openCity = () => city.getState().summary?.identity.id;
      const cityId = openCity();
      if (cityId === undefined) throw new Error('no city is open');
      try {
        const { document: found } = await (await kept()).keep(bytes, signed(), cityId);
        if (openCity() === cityId && document !== found) mirror(found);
      } catch (thrown) {
        addNotice(notices, problemOf(thrown));
      }
    },
    undo: () => void document?.undo(signed()),
    redo: () => void document?.redo(signed()),
  };
}
