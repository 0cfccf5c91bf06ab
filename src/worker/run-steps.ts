import type { Progress } from './protocol.ts';
import type { CallContext } from './server.ts';

/** A slice of a long computation: short enough that a newer question is heard between two of them. */
const SLICE_MILLISECONDS = 12;

/** Goes to the end of the queue and comes back. A timer would too, but browsers let one after the other wait 4 ms each. */
function waitingMessagesHeard(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a generator of the core in slices: between two of them the progress is told and waiting messages are heard, so that a
 * cancelled call ends there (it rejects with the signal's reason) and a newer one is answered first.
 */
export async function runSteps<Step, Answer>(
  steps: Generator<Step, Answer>,
  { signal, progress }: CallContext,
  toProgress: (step: Step) => Progress,
): Promise<Answer> {
  let pauseAt = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < pauseAt) continue;
    progress(toProgress(step.value));
    await waitingMessagesHeard();
    pauseAt = performance.now() + SLICE_MILLISECONDS;
  }
}
