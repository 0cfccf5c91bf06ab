import { fail } from '../../shared/problem.ts';
import type { BuildContext } from '../types.ts';

/** Throws `pipeline.cancelled` if a person stopped the building. Asked between steps. */
export function stopIfCancelled(context: BuildContext): void {
  if (context.signal.aborted) fail('pipeline.cancelled', {});
}
