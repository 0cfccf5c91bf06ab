import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCity } from './run-city.ts';

/** `npm run city -- <recipe.json | demo | schema>`: builds a city package; see `--help`. */
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const startedAt = performance.now();
let shown = '';

process.exitCode = await runCity({
  argv: process.argv.slice(2),
  root: join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
  workingFolder: process.cwd(),
  locale: process.env.LC_ALL || process.env.LANG || '',
  signal: stopping.signal,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  showProgress: (text) => {
    if (!process.stderr.isTTY || text === shown) return;
    shown = text;
    process.stderr.write(`\r\u001b[2K${text}`);
  },
  seconds: () => (performance.now() - startedAt) / 1000,
  peakBytes: () => process.resourceUsage().maxRSS * 1024,
});
