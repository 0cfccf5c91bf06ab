import type { SpawnedWorker } from './port.ts';

/** Starts the city worker of the page. */
export function spawnCityWorker(): SpawnedWorker {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'city' });
  return {
    port: worker,
    onCrash(listener) {
      worker.addEventListener('error', (event) => {
        worker.terminate();
        listener(event.message ?? '');
      });
      worker.addEventListener('messageerror', () => {
        worker.terminate();
        listener('messageerror');
      });
    },
    stop: () => worker.terminate(),
  };
}
