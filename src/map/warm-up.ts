/** How long the map waits for the graphics at most; then it starts anyway, and merely blocks a little longer. */
const PATIENCE_MILLISECONDS = 4000;

/**
 * Starts the browser's graphics in a worker, so that the page is not blocked while the first WebGL context and shader come to life
 * (with software rendering that takes longer than all the rest). Never rejects: whether there is WebGL at all is asked by the map.
 */
export function warmUpGraphics(): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./warm-up-worker.ts', import.meta.url), { type: 'module', name: 'graphics' });
    const done = () => {
      worker.terminate();
      resolve();
    };
    worker.addEventListener('message', done);
    worker.addEventListener('error', done);
    setTimeout(done, PATIENCE_MILLISECONDS);
  });
}
