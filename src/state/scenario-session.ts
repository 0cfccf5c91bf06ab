import type { WorkerClient } from '../worker/client.ts';
import type { CatalogueStore } from './catalogue-store.ts';
import type { PlanStateStore } from './plan-store.ts';
import { NO_SCENARIOS, type ScenarioStore } from './scenario-store.ts';

interface Parts {
  readonly client: WorkerClient;
  readonly planState: PlanStateStore;
  readonly catalogue: CatalogueStore;
  readonly scenarios: ScenarioStore;
}

/**
 * Hands the open plan to the worker whenever it changes, before anything is asked under it, and keeps what questions need to know of it.
 * Gives back a function that ends it.
 */
export function followScenarios({ client, planState, catalogue, scenarios }: Parts): () => void {
  let reader: typeof import('./scenario-reader.ts') | null = null;
  let turn = 0;

  const tell = (input: Parameters<typeof client.call<'setPlan'>>[1]) => {
    // A worker that died is started again, and told again then.
    client.call('setPlan', input).catch(() => {});
  };
  const follow = async () => {
    const now = ++turn;
    const { plan, phase } = planState.getState();
    if (plan === null) {
      tell({ plan: null, catalogue: catalogue.getState().indicators });
      scenarios.setState({ ...NO_SCENARIOS, ready: phase !== 'opening' });
      return;
    }
    if (reader === null) {
      // Which scenarios there are is not known before; once it is loaded, figures follow in the same turn.
      scenarios.setState(NO_SCENARIOS);
      reader = await import('./scenario-reader.ts');
      if (now !== turn) return;
    }
    const { inUse, state } = reader.readScenarios(plan, catalogue.getState().indicators);
    tell(inUse);
    scenarios.setState(state);
  };
  const stops = [
    planState.subscribe((now, before) => {
      if (now.plan !== before.plan || now.phase !== before.phase) void follow();
    }),
    catalogue.subscribe(() => void follow()),
    client.onRestart(() => void follow()),
  ];
  return () => {
    turn++;
    for (const stop of stops) stop();
  };
}
