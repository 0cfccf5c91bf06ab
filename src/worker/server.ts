import { type Problem, ProblemError, problem } from '../shared/problem.ts';
import { type PortLike, transferablesOf } from './port.ts';
import type { CallName, Calls, ClientMessage, Progress, ServerMessage } from './protocol.ts';

export interface CallContext {
  /** Aborted when the client cancels; a handler that goes on is heard by nobody. */
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

export type Handlers = {
  readonly [N in CallName]: (input: Calls[N]['input'], context: CallContext) => Promise<Calls[N]['output']>;
};

/** At most this often is progress sent; the last state before an answer is always that of the answer itself. */
const PROGRESS_MILLISECONDS = 50;

/** The problem in whatever was thrown; what is no `ProblemError` becomes `app.unexpected`. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return problem('app.unexpected', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}

/** Answers calls that arrive on the port until the port falls silent. Calls run side by side; each can be cancelled. */
export function serve(port: PortLike, handlers: Handlers): void {
  const running = new Map<number, AbortController>();
  const send = (message: ServerMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

  const run = async (id: number, name: CallName, input: unknown) => {
    const controller = new AbortController();
    running.set(id, controller);
    let lastSent = Number.NEGATIVE_INFINITY;
    const progress = (state: Progress) => {
      const now = performance.now();
      if (controller.signal.aborted || now - lastSent < PROGRESS_MILLISECONDS) return;
      lastSent = now;
      send({ kind: 'progress', id, progress: state });
    };
    try {
      const handler = handlers[name] as (input: unknown, context: CallContext) => Promise<unknown>;
      const output = await handler(input, { signal: controller.signal, progress });
      if (!controller.signal.aborted) send({ kind: 'done', id, output }, transferablesOf(output));
    } catch (thrown) {
      if (!controller.signal.aborted) send({ kind: 'failed', id, problem: problemOf(thrown) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', (event) => {
    const message = event.data as ClientMessage;
    if (message.kind === 'call') void run(message.id, message.name, message.input);
    else running.get(message.id)?.abort();
  });
  port.start?.();
  send({ kind: 'ready' });
}
