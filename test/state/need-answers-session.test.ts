import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError, problem } from '../../src/shared/problem.ts';
import { createNeedAnswersSession } from '../../src/state/need-answers-session.ts';
import type { CallOptions, WorkerClient } from '../../src/worker/client.ts';

function scene() {
  const asked: { signal: AbortSignal; answer(output: unknown): void; refuse(problem: Problem): void }[] = [];
  const call = ((_name: string, _input: unknown, options: CallOptions = {}) =>
    new Promise((resolve, reject) => {
      const refuse = (found: Problem) => reject(new ProblemError(found));
      asked.push({ signal: options.signal!, answer: resolve, refuse });
    })) as WorkerClient['call'];
  const session = createNeedAnswersSession({ call });
  const ask = (key: string) => session.ask('needGround', key, { scenarioId: null, needs: [] });
  return { asked, ask, state: () => session.store.getState().needGround };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));
const ground = (id: string) => ({
  placed: [],
  districts: [{ id, name: id, burden: null, indicators: 0 }],
  indicators: [],
});

describe('answers about needs', () => {
  it('belong to their question: while a newer one is asked the old one is kept, and stale', async () => {
    const { asked, ask, state } = scene();
    ask('one');
    asked[0]!.answer(ground('1'));
    await tick();
    expect(state()).toEqual({ value: ground('1'), key: 'one', wanted: 'one', problem: null, share: null });
    ask('two');
    expect(state()).toEqual({ value: ground('1'), key: 'one', wanted: 'two', problem: null, share: null });
    asked[1]!.answer(ground('2'));
    await tick();
    expect(state()).toMatchObject({ value: ground('2'), key: 'two' });
  });

  it('are asked for once, and the older question ends with a newer one', async () => {
    const { asked, ask, state } = scene();
    ask('one');
    ask('one');
    expect(asked.length).toBe(1);
    ask('two');
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[1]!.answer(ground('2'));
    asked[0]!.answer(ground('1'));
    await tick();
    expect(state()).toMatchObject({ value: ground('2'), key: 'two' });
  });

  it('say what stood in the way, and may be asked for again', async () => {
    const { asked, ask, state } = scene();
    ask('one');
    asked[0]!.refuse(problem('app.worker-crashed', { detail: 'x' }));
    await tick();
    expect(state().problem?.code).toBe('app.worker-crashed');
    ask('one');
    expect(asked.length).toBe(2);
    expect(state().problem).toBeNull();
  });
});
