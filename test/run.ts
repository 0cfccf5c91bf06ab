import { startVitest } from 'vitest/node';
import { findOrInstallBrowser, NO_BROWSER_SENTENCE } from './browser/find-browser.ts';

/** `npm test [filter …]`: all tests, then the time, the slowest twenty and one closing line. */
const filters = process.argv.slice(2);
const needsBrowser = filters.length === 0 || filters.some((filter) => filter.includes('e2e'));
if (needsBrowser && findOrInstallBrowser() === null) {
  console.error(NO_BROWSER_SENTENCE);
  process.exit(1);
}

const startedAt = performance.now();
const vitest = await startVitest('test', filters, { run: true, watch: false });
let passed = 0;
let failed = 0;
let skipped = 0;
const durations: { readonly name: string; readonly milliseconds: number }[] = [];
for (const file of vitest.state.getTestModules()) {
  if (file.errors().length > 0) failed++;
  for (const test of file.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed++;
    else if (state === 'failed') failed++;
    else skipped++;
    durations.push({
      name: `${file.relativeModuleId} > ${test.fullName}`,
      milliseconds: test.diagnostic()?.duration ?? 0,
    });
  }
}
const unhandled = vitest.state.getUnhandledErrors().length;
await vitest.close();

console.log('\nSlowest 20 tests:');
for (const { name, milliseconds } of durations.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 20)) {
  console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`);
}
console.log(`\nTime: ${Math.round((performance.now() - startedAt) / 1000)} s`);
if (unhandled > 0) console.log(`Errors outside tests: ${unhandled}`);
console.log(`${passed} passed, ${failed + unhandled} failed, ${skipped} skipped`);
process.exit(failed + unhandled > 0 || passed === 0 ? 1 : 0);
