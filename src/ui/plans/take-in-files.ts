import { problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import type { IncomingFile } from '../../state/plan-files.ts';
import type { PlanSession } from '../../state/plan-session.ts';
import { plansScreen } from './plans-screen.ts';

const ENDING = '.gemeinbedarf';

type NamedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/**
 * Hands files over and shows what became of each. Of several, those that do not end as plan files do are passed over and counted: a
 * folder holds other things too. A single file is always tried, so that its refusal says why.
 */
export async function takeInFiles(session: Pick<PlanSession, 'openFiles'>, files: readonly NamedFile[]): Promise<void> {
  if (files.length === 0) return;
  const plans = files.length === 1 ? files : files.filter(({ name }) => name.endsWith(ENDING));
  const skipped = files.length - plans.length;
  plansScreen.setState({ reading: true, reports: [], skipped: 0, said: '', screen: 'overview' });
  try {
    const reports =
      plans.length === 0
        ? [{ kind: 'refused' as const, file: '', problem: problem('plan.no-plan-files', { skipped }) }]
        : await session.openFiles(plans.map(incoming));
    plansScreen.setState({ reading: false, reports, skipped: plans.length === 0 ? 0 : skipped });
  } catch (thrown) {
    plansScreen.setState({ reading: false, reports: [{ kind: 'refused', file: '', problem: problemOf(thrown) }] });
  }
}

function incoming(file: NamedFile): IncomingFile {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
