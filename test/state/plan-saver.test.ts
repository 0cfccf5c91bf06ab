import { describe, expect, it } from 'vitest';
import type { PlanStore } from '../../src/document/plan-store.ts';
import { problem } from '../../src/shared/problem.ts';
import { createPlanSaver, type Saving } from '../../src/state/plan-saver.ts';

/** A store whose writes end when the test says so. */
function slowStore() {
  const writes: (() => void)[] = [];
  const store = { flush: () => new Promise<void>((done) => void writes.push(done)) } as Partial<PlanStore> as PlanStore;
  return { store, writes };
}

function scene() {
  const said: Saving[] = [];
  const saver = createPlanSaver(
    (saving) => void said.push(saving),
    () => '2026-03-02T10:00:00Z',
  );
  return { saver, said, kinds: () => said.map(({ kind }) => kind) };
}

const full = problem('plan.storage-full', { detail: 'quota' });
const refused = problem('plan.storage-refused', { detail: 'policy' });

describe('what becomes of changes', () => {
  it('is said when it is written, and when', async () => {
    const { saver, said } = scene();
    const { store, writes } = slowStore();
    const written = saver.save(store);
    writes.shift()!();
    await written;
    expect(said).toEqual([{ kind: 'saving' }, { kind: 'saved', at: '2026-03-02T10:00:00Z' }]);
  });

  it('counts as saved only when what changed meanwhile is written too', async () => {
    const { saver, kinds } = scene();
    const { store, writes } = slowStore();
    const written = saver.save(store);
    void saver.save(store);
    writes.shift()!();
    await new Promise((turn) => setTimeout(turn));
    expect([kinds(), writes.length]).toEqual([['saving'], 1]);
    writes.shift()!();
    await written;
    expect(kinds()).toEqual(['saving', 'saved']);
  });

  it('is said loudly where the storage is full, until a write goes well again', async () => {
    const { saver, said, kinds } = scene();
    const { store, writes } = slowStore();
    const first = saver.save(store);
    saver.refuse(full);
    writes.shift()!();
    await first;
    expect(said.at(-1)).toEqual({ kind: 'full', problem: full });
    const second = saver.save(store);
    writes.shift()!();
    await second;
    expect(kinds().slice(-2)).toEqual(['saving', 'saved']);
  });

  it('stays in memory where the browser refuses to store at all', async () => {
    const { saver, said } = scene();
    const { store, writes } = slowStore();
    saver.refuse(refused);
    const written = saver.save(store);
    writes.shift()!();
    await written;
    expect(said).toEqual([{ kind: 'memory', problem: refused }]);
  });
});
