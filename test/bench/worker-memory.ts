import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildDemoIfStale } from '../../src/cli/build-if-stale.ts';
import { folderPackageSource } from '../../src/cli/package-folder.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { createCityHandlers } from '../../src/worker/city-handlers.ts';
import { createWorkerClient } from '../../src/worker/client.ts';
import { createTestWorker } from '../worker/node-worker.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes (10^6 bytes) that live in this process: objects and arrays, what is no longer used taken away. */
function megabytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/**
 * Megabytes that the city worker holds after a full run on the demo city: everything read, all services asked for one year, one service
 * for all years. To be called before anything else of the bench.
 */
export async function workerMegabytes(root: string): Promise<number> {
  await buildDemoIfStale(root);
  const before = megabytesInUse();
  const worker = createTestWorker(() => createCityHandlers(() => folderPackageSource(join(root, 'public/city/demo'))));
  const client = createWorkerClient(worker.spawn);
  const { identity } = await client.call('openCity', { baseUrl: '/demo/' });
  await client.call('loadCity', {});
  for (const indicator of DEFAULT_CATALOGUE) {
    const request = {
      service: indicator.service,
      year: identity.years[0]!,
      variant: 'middle' as const,
      counts: DEFAULT_COUNTS,
      limitMeters: null,
      profile: 'all' as const,
      scenarioId: null,
    };
    await client.call('gaps', { indicator, request });
    if (indicator.service === 'kita-u3') await client.call('gapYears', { indicator, request });
  }
  const megabytes = megabytesInUse() - before;
  client.close();
  worker.stop();
  return megabytes;
}
