import { beforeEach, describe, expect, it } from 'vitest';
import type { FileReport, IncomingFile } from '../../../src/state/plan-files.ts';
import { plansScreen } from '../../../src/ui/plans/plans-screen.ts';
import { takeInFiles } from '../../../src/ui/plans/take-in-files.ts';

const file = (name: string) => ({ name, size: 3, arrayBuffer: async () => new Uint8Array([1, 2, 3]).buffer });

/** A session that notes what it is handed. */
function session() {
  const handed: IncomingFile[] = [];
  const openFiles = async (files: readonly IncomingFile[]): Promise<FileReport[]> => {
    handed.push(...files);
    return files.map(({ name }) => ({ kind: 'opened', file: name, planName: 'Plan', senders: [] }));
  };
  return { handed, openFiles };
}

beforeEach(() => plansScreen.setState({ reports: [], skipped: 0, reading: false }));

describe('files handed in', () => {
  it('of a folder are those that end as plans do; the others are counted', async () => {
    const { handed, openFiles } = session();
    await takeInFiles({ openFiles }, [file('a.gemeinbedarf'), file('notiz.txt'), file('b.gemeinbedarf')]);
    expect(handed.map(({ name }) => name)).toEqual(['a.gemeinbedarf', 'b.gemeinbedarf']);
    expect([...(await handed[0]!.bytes())]).toEqual([1, 2, 3]);
    const { reports, skipped, reading } = plansScreen.getState();
    expect([reports.length, skipped, reading]).toEqual([2, 1, false]);
  });

  it('alone are always tried, so that their refusal says why', async () => {
    const { handed, openFiles } = session();
    await takeInFiles({ openFiles }, [file('notiz.txt')]);
    expect(handed.map(({ name }) => name)).toEqual(['notiz.txt']);
  });

  it('without any plan among them are answered with a sentence', async () => {
    const { handed, openFiles } = session();
    await takeInFiles({ openFiles }, [file('a.txt'), file('b.txt')]);
    expect(handed).toEqual([]);
    expect(plansScreen.getState().reports).toEqual([
      { kind: 'refused', file: '', problem: { code: 'plan.no-plan-files', params: { skipped: 2 } } },
    ]);
  });
});
