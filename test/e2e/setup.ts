import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildAppIfStale, buildDemoIfStale } from '../../src/cli/build-if-stale.ts';
import { createStaticServer, listenOnLoopback, type Mount } from '../../src/cli/static-server.ts';
import { BROWSER_ARGS, findOrInstallBrowser, NO_BROWSER_SENTENCE } from '../browser/find-browser.ts';
import { buildRealCity } from '../pipeline/build/real-city.ts';
import { hasSharedFolder } from '../shared-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port of the production server on 127.0.0.1. */
    port: number;
    browserEndpoint: string;
  }
}

const root = join(import.meta.dirname, '..', '..');

/** Real cities that journeys open, where their data is at hand. */
async function realCityMounts(): Promise<Mount[]> {
  if (!hasSharedFolder) return [];
  const mounts: Mount[] = [];
  for (const id of ['berlin', 'neubrandenburg', 'koeln'] as const) {
    mounts.push({ prefix: `/city/${id}/`, folder: (await buildRealCity(id)).folder });
  }
  return mounts;
}

/** What lies around the map is put together by the processor: the software that draws WebGL is slower at it. */
const ARGS = [...BROWSER_ARGS, '--disable-gpu-compositing'];

/** Builds what is stale, starts the production server and one browser for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findOrInstallBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER_SENTENCE);
  // Two lanes for two cores: the app beside the real cities.
  const [cities] = await Promise.all([realCityMounts(), buildDemoIfStale(root).then(() => buildAppIfStale(root))]);
  const server = createStaticServer([
    { prefix: '/', folder: join(root, 'dist') },
    { prefix: '/city/', folder: join(root, 'public', 'city') },
    ...cities,
  ]);
  const port = await listenOnLoopback(server, 0);
  const browser = await chromium.launchServer({ executablePath, args: ARGS, headless: true });
  project.provide('port', port);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
}
