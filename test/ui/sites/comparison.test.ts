import { describe, expect, it, vi } from 'vitest';
import type { ServiceId } from '../../../src/shared/services.ts';
import { type AskImpacts, createComparison, keepComparisons } from '../../../src/ui/sites/comparison.ts';

const [FIRST, ALL] = [['kita-u3'], ['kita-u3', 'pflege']] as const;

/** Somebody who answers each question when told to. */
function respondent() {
  const asked: { readonly services: readonly ServiceId[]; readonly signal: AbortSignal; answer(): Promise<void> }[] =
    [];
  const ask: AskImpacts = (services, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      const answer = async () => {
        resolve(services.map((service) => ({ problem: { code: service } }) as never));
        await new Promise((done) => setTimeout(done));
      };
      asked.push({ services, signal, answer });
    });
  return { asked, ask };
}

describe('a comparison', () => {
  it('asks nothing until somebody watches, then for all parts at once, each service once, and tells of each part', async () => {
    const { asked, ask } = respondent();
    const comparison = createComparison([FIRST, ALL], ask);
    expect(asked).toHaveLength(0);
    const changed = vi.fn();
    comparison.watch(changed);
    expect(asked.map(({ services }) => services)).toEqual([['kita-u3'], ['pflege']]);
    await asked[0]!.answer();
    expect(changed).toHaveBeenCalledTimes(1);
    expect([...comparison.answers().keys()]).toEqual(['kita-u3']);
    await asked[1]!.answer();
    expect(changed).toHaveBeenCalledTimes(2);
    expect([...comparison.answers().keys()]).toEqual(['kita-u3', 'pflege']);
    expect(asked).toHaveLength(2);
  });

  it('is shared: who comes later neither asks again nor stops it by leaving', async () => {
    const { asked, ask } = respondent();
    const comparison = createComparison([ALL], ask);
    const [ahead, shown] = [vi.fn(), vi.fn()];
    const stop = comparison.watch(ahead);
    comparison.watch(shown);
    stop();
    stop();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.signal.aborted).toBe(false);
    await asked[0]!.answer();
    expect(shown).toHaveBeenCalledOnce();
    expect(ahead).not.toHaveBeenCalled();
  });

  it('ends with the last who watches; the next one gets what has come and asks for the rest', async () => {
    const { asked, ask } = respondent();
    const comparison = createComparison([FIRST, ALL], ask);
    const stop = comparison.watch(() => {});
    await asked[0]!.answer();
    stop();
    expect(asked[1]!.signal.aborted).toBe(true);
    comparison.watch(() => {});
    expect(comparison.answers().has('kita-u3')).toBe(true);
    // What is known is not asked for again.
    expect(asked[2]!.services).toEqual(['pflege']);
    expect(asked).toHaveLength(3);
  });

  it('asks nothing when all is known', async () => {
    const { asked, ask } = respondent();
    const comparison = createComparison([FIRST], ask);
    const stop = comparison.watch(() => {});
    await asked[0]!.answer();
    stop();
    comparison.watch(() => {});
    expect(asked).toHaveLength(1);
  });
});

describe('kept comparisons', () => {
  it('are the same for the same key, and the oldest goes first', () => {
    const make = vi.fn(() => createComparison([], respondent().ask));
    const { of } = keepComparisons(2);
    const first = of('a', make);
    of('b', make);
    expect(of('a', make)).toBe(first);
    of('c', make);
    expect(of('a', make)).toBe(first);
    expect(make).toHaveBeenCalledTimes(3);
    of('b', make);
    expect(make).toHaveBeenCalledTimes(4);
  });
});
