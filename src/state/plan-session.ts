import type { ChangeLabel, Touched } from '../document/change-info.ts';
import type { Conflict } from '../document/conflicts.ts';
import type { Choice, PlanDocument, Signer } from '../document/plan-document.ts';
import type { PlanStore } from '../document/plan-store.ts';
import type { Action } from '../plan/actions/action.ts';
import { problem } from '../shared/problem.ts';
import { problemOf } from './city-session.ts';
import { addNotice } from './notice-store.ts';
import type { PlanDesk, PlanSessionParts } from './plan-desk.ts';
import { createPlanEdition, type PlanEdition } from './plan-edition.ts';
import { createPlanFiles, type PlanFiles } from './plan-files.ts';
import { createPlanSaver } from './plan-saver.ts';
import { createPlanShelf, type PlanShelf } from './plan-shelf.ts';
import { NO_PLAN } from './plan-store.ts';

/** What screens do with the plan. */
export interface PlanSession extends PlanFiles, PlanShelf, Omit<PlanEdition, 'rememberPlaces'> {
  /** Opens the city's plan as soon as the map is there (the one open last, else the newest kept), and follows the city. */
  start(): void;
  /** Runs an action as one change of the open plan; makes the city's first plan if there is none yet. Rejects with the action's problem. */
  apply<Args>(action: Action<Args>, args: Args, label: ChangeLabel): Promise<void>;
  /** Takes one file in, as `openFiles` does; a refusal is said as a notice. */
  openFile(bytes: Uint8Array): Promise<void>;
  /** Settles conflicts, all as one change. Throws `plan.version-newer`. */
  settle(choices: readonly Choice[], label: ChangeLabel): void;
  undo(): void;
  redo(): void;
}

/** After so many changes, or days since the last one saved, a file is suggested. */
const EXPORT_AFTER_CHANGES = 25;
const EXPORT_AFTER_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;

export function createPlanSession(parts: PlanSessionParts): PlanSession {
  const { city, planState, notices, memory, tabs } = parts;
  let store: Promise<PlanStore> | null = null;
  let document: PlanDocument | null = null;
  let openedFor: string | null = null;
  let opening: Promise<void> = Promise.resolve();
  let wanted: string | null = null;
  let unfollow = () => {};
  /** Changes without a file when a file was last suggested. */
  let remindedAt = 0;

  const saver = createPlanSaver((saving) => planState.setState({ saving }), parts.now);
  const kept = () => {
    store ??= parts
      .openStore((found) => {
        saver.refuse(found);
        addNotice(notices, found);
      })
      .catch((thrown) => {
        store = null;
        throw thrown;
      });
    return store;
  };
  const signed = (): Signer => ({ ...parts.signer(), at: parts.now() });
  const refreshKept = async () => {
    const plans = await (await kept()).list();
    const withFile = plans.map((plan) => ({ ...plan, filedAt: memory.savedFile(plan.planId)?.at ?? null }));
    planState.setState({ kept: withFile });
  };
  const atNextPause = createPause(parts.later);

  const unfiledOf = (shown: PlanDocument) => {
    const file = memory.savedFile(shown.plan.header.planId);
    return { changes: Math.max(0, shown.changeCount - (file?.changes ?? 0)), lastAt: file?.at ?? null };
  };
  const lookForConflicts = (shown: PlanDocument) =>
    atNextPause('conflicts', () => {
      if (document === shown) planState.setState({ conflicts: shown.conflicts() });
    });
  const rememberPlaces = () =>
    atNextPause('places', () => {
      // Comfort for the next edition: without it, moved objects cannot be named.
      edition.rememberPlaces().catch(() => {});
    });
  const mirror = (shown: PlanDocument) =>
    planState.setState({
      plan: shown.plan,
      phase: 'open',
      undoLabel: shown.undoLabel,
      redoLabel: shown.redoLabel,
      problem: null,
      lastChange: shown.lastChange,
      unfiled: unfiledOf(shown),
    });
  const keep = () => {
    const save = async () => {
      await saver.save(await kept());
      await refreshKept();
    };
    save().catch((thrown) => addNotice(notices, problemOf(thrown)));
  };
  const sayOutdated = (shown: PlanDocument) => {
    try {
      shown.checkVersion();
    } catch (thrown) {
      planState.setState({ phase: 'outdated', problem: problemOf(thrown) });
      addNotice(notices, problemOf(thrown));
    }
  };

  const show = (shown: PlanDocument) => {
    unfollow();
    document = shown;
    remindedAt = 0;
    planState.setState({ conflicts: [] });
    mirror(shown);
    keep();
    unfollow = shown.subscribe(({ source }) => {
      if (source === 'outdated') {
        sayOutdated(shown);
        return;
      }
      mirror(shown);
      if (source === 'own') {
        planState.setState(({ conflicts }) => ({ conflicts: unsettled(conflicts, shown.lastChange?.touched ?? []) }));
        remindOfFile(shown);
      } else lookForConflicts(shown);
      rememberPlaces();
      keep();
    });
    const { planId, city: planCity } = shown.plan.header;
    memory.rememberOpen(planCity.id, planId);
    lookForConflicts(shown);
    rememberPlaces();
    const opened = city.getState().summary?.edition;
    if (opened !== undefined && opened !== planCity.edition)
      addNotice(notices, problem('plan.edition-differs', { found: planCity.edition, expected: opened }));
  };
  const close = () => {
    unfollow();
    document = null;
    planState.setState(NO_PLAN);
  };

  const remindOfFile = (shown: PlanDocument) => {
    const { changes, lastAt } = unfiledOf(shown);
    const since = lastAt ?? shown.plan.header.createdAt;
    const days = (Date.parse(parts.now()) - Date.parse(since)) / DAY_MILLISECONDS;
    const isDue = remindedAt === 0 ? days >= EXPORT_AFTER_DAYS : false;
    if (changes < remindedAt + EXPORT_AFTER_CHANGES && !isDue) return;
    remindedAt = changes;
    addNotice(notices, problem('plan.export-due', { changes, lastAt: lastAt?.slice(0, 10) ?? null }));
  };

  const open = async (cityId: string) => {
    close();
    planState.setState({ phase: 'opening' });
    try {
      const plans = (await (await kept()).list()).filter((plan) => plan.cityId === cityId);
      const chosen = [wanted, memory.openPlan(cityId)].map((id) => plans.find(({ planId }) => planId === id));
      const next = chosen.find((plan) => plan !== undefined) ?? plans[0];
      const found = next === undefined ? null : await (await kept()).open(next.planId, signed());
      if (openedFor !== cityId) return;
      wanted = null;
      if (found === null) planState.setState(NO_PLAN);
      else show(found);
      await refreshKept();
    } catch (thrown) {
      if (openedFor !== cityId) return;
      planState.setState({ ...NO_PLAN, phase: 'failed', problem: problemOf(thrown) });
      addNotice(notices, problemOf(thrown));
    }
  };
  const reopen = () => {
    openedFor = city.getState().summary?.identity.id ?? null;
    opening = openedFor === null ? Promise.resolve() : open(openedFor);
    return opening;
  };

  const begin = (cityId: string) => {
    openedFor = cityId;
    memory.rememberFolder(cityId, city.getState().cityId);
    opening = open(cityId);
    return opening;
  };
  /** Whoever is faster than the map does not begin a second plan beside the one that is kept. */
  const ready = () => {
    const { summary } = city.getState();
    return openedFor === null && document === null && summary !== null ? begin(summary.identity.id) : opening;
  };

  const desk: PlanDesk = {
    parts,
    ready,
    kept,
    document: () => document,
    show,
    close,
    reopen,
    signed,
    city: () => {
      const { summary } = city.getState();
      if (summary === null) throw new Error('no city is open');
      return summary;
    },
    refreshKept,
    refreshUnfiled: () => {
      remindedAt = 0;
      if (document !== null) planState.setState({ unfiled: unfiledOf(document) });
      void refreshKept();
    },
  };
  const files = createPlanFiles(desk);
  const shelf = createPlanShelf(desk, (planId) => {
    wanted = planId;
  });
  const edition = createPlanEdition(desk);

  const followTabs = () =>
    tabs.listen((message) => {
      if (store === null) return;
      const isOpenCity = message.kind === 'kept' && message.cityId === openedFor;
      const isOpenPlan = message.planId === document?.plan.header.planId;
      if (isOpenCity && document === null) void reopen();
      else if (message.kind === 'forgotten' && isOpenPlan) {
        addNotice(notices, problem('plan.forgotten-elsewhere', { name: document!.plan.header.name }));
        close();
        void kept().then((plans) => plans.forget(message.planId).then(reopen));
      } else void refreshKept();
    });
  /** Undoes or redoes; a refusal (an outdated tab) is said. */
  const takeBack = (turn: () => unknown) => {
    try {
      turn();
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };

  return {
    ...files,
    ...shelf,
    compareEdition: edition.compareEdition,
    carryOver: edition.carryOver,
    start() {
      const look = () => {
        const { phase, summary, mapShown, mapProblem } = city.getState();
        if (phase !== 'open' || summary === null || (!mapShown && mapProblem === null)) return;
        if (openedFor === summary.identity.id) return;
        void begin(summary.identity.id);
      };
      city.subscribe((now) => {
        if (now.summary === null && openedFor !== null) {
          openedFor = null;
          close();
        }
        look();
      });
      followTabs();
    },
    async apply(action, args, label) {
      await ready();
      if (document === null) await shelf.create(parts.firstName(desk.city().identity.name));
      document!.apply(action, args, { ...signed(), label });
    },
    async openFile(bytes) {
      const [report] = await files.openFiles([{ name: '', size: bytes.length, bytes: async () => bytes }]);
      if (report?.kind === 'refused') addNotice(notices, report.problem);
    },
    settle(choices, label) {
      if (document === null) return;
      document.settleAll(choices, { ...signed(), label });
    },
    undo: () => takeBack(() => document?.undo(signed())),
    redo: () => takeBack(() => document?.redo(signed())),
  };
}

/** The conflicts that a change of one's own leaves: what it wrote is settled by that. Spares a walk through the history. */
function unsettled(conflicts: readonly Conflict[], touched: readonly Touched[]): readonly Conflict[] {
  if (conflicts.length === 0) return conflicts;
  const written = new Set(
    touched.flatMap(({ collection, id, fields }) =>
      (fields ?? []).map((field) => JSON.stringify([collection, id, field])),
    ),
  );
  return conflicts.filter((conflict) => {
    const { kind, collection, id } = conflict;
    // One of two whole objects is chosen by writing it whole, its id too.
    const field = kind === 'field' ? conflict.field : kind === 'removal' ? 'removed' : 'id';
    return !written.has(JSON.stringify([collection, id, field]));
  });
}

/** Collects work by name until the page has time; what is asked for twice is done once. */
function createPause(later: (work: () => void) => void): (name: string, work: () => void) => void {
  const waiting = new Map<string, () => void>();
  return (name, work) => {
    const isNew = !waiting.has(name);
    waiting.set(name, work);
    if (!isNew) return;
    later(() => {
      const latest = waiting.get(name);
      waiting.delete(name);
      latest?.();
    });
  };
}
