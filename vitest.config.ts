import { defineConfig } from 'vitest/config';

/**
 * Two projects: everything that runs in Node, and the journeys, which share one server and one browser. Both share two workers, so that
 * one journey's waiting is another file's time. Files of a worker share the modules they import: no test may leave a module changed.
 */
export default defineConfig({
  test: {
    // Only what hangs is ended: a busy machine may take minutes for what takes seconds on a quiet one.
    testTimeout: 180_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/e2e/setup.ts'],
        },
      },
    ],
  },
});
