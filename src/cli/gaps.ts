import { runGaps } from './run-gaps.ts';

/** `npm run gaps -- <package folder> --service …`: see `run-gaps.ts`. */
process.exitCode = await runGaps({
  argv: process.argv.slice(2),
  workingFolder: process.cwd(),
  locale: process.env.LC_ALL || process.env.LANG || '',
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
