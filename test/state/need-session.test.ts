import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { addNeed } from '../../src/plan/actions/add-need.ts';
import type { NeedPlace } from '../../src/questions/need-places.ts';
import { createNeedSession, placeKey } from '../../src/state/need-session.ts';
import { NOON, need, smallPlan } from '../plan/plan-fixtures.ts';

const at = (name: string) => ({ name, position: null, path: [], touches: [], outside: false, unknown: false });
const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp() {
  const plan = smallPlan();
  addNeed(plan, { need: need('n1'), at: NOON, by: 'x' });
  const call = vi.fn(async (_name: string, { places }: { places: readonly NeedPlace[] }) =>
    places.map((place) => at(place.kind === 'district' ? place.districtId : place.kind)),
  );
  const city = createStore(() => ({ phase: 'open', summary: { edition: 'e1' } }));
  const planState = createStore(() => ({ plan }));
  const scenarios = createStore(() => ({ ready: true }));
  let restart = () => {};
  const client = {
    call,
    onRestart: (again: () => void) => {
      restart = again;
      return () => {};
    },
  };
  const session = createNeedSession({ client, city, planState, scenarios } as never);
  /** The plan with one more need, as a change leaves it: what it does not touch stays the same object. */
  const addAnother = (id: string, more: Parameters<typeof need>[1]) => {
    const next = { ...planState.getState().plan, needs: { ...planState.getState().plan.needs } };
    addNeed(next, { need: need(id, more), at: NOON, by: 'x' });
    planState.setState({ plan: next });
    scenarios.setState({ ready: true });
  };
  return { call, city, planState, scenarios, session, addAnother, restart: () => restart() };
}

describe('where the needs of the plan lie', () => {
  it('is asked once for each place while somebody watches, and only for what is new', async () => {
    const { call, session, addAnother } = setUp();
    const stop = session.watch();
    await settle();
    addAnother('n2', { place: { kind: 'district', districtId: 'd:2' } });
    addAnother('n3', {});
    await settle();
    expect(call.mock.calls.map(([, { places }]) => places.length)).toEqual([1, 1]);
    const { places } = session.store.getState();
    expect(places.get(placeKey({ kind: 'district', districtId: 'd:2' }))?.name).toBe('d:2');
    expect(places.size).toBe(2);
    stop();
    addAnother('n4', { place: { kind: 'city' } });
    await settle();
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('is not asked before the worker has the plan', async () => {
    const { call, session, scenarios } = setUp();
    scenarios.setState({ ready: false });
    session.watch();
    await settle();
    expect(call).not.toHaveBeenCalled();
    scenarios.setState({ ready: true });
    await settle();
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('is asked anew when the sites of the plan change, in another edition, and of a worker that was started again', async () => {
    const { call, session, planState, scenarios, city, restart } = setUp();
    session.watch();
    await settle();
    planState.setState({ plan: { ...planState.getState().plan, sites: {} } });
    scenarios.setState({ ready: true });
    await settle();
    city.setState({ summary: { edition: 'e2' } });
    await settle();
    restart();
    await settle();
    expect(call).toHaveBeenCalledTimes(4);
  });

  it('is asked again at the next change where the worker could not say', async () => {
    const { call, session, scenarios } = setUp();
    call.mockRejectedValueOnce(new Error('gone'));
    session.watch();
    await settle();
    expect(session.store.getState().places.size).toBe(0);
    scenarios.setState({ ready: true });
    await settle();
    expect(session.store.getState().places.size).toBe(1);
  });
});
