import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openCity } from '../city/open-city.ts';
import { memoryPackageSource } from '../city/package-source.ts';
import { readCity, readDistricts, readPopulation } from '../city/read-city.ts';
import { type WrittenCity, writeCity } from '../city/write-city.ts';
import { createFormat, type Language } from '../i18n/format.ts';
import { problemText } from '../i18n/problem-text.ts';
import { catalogueJsonSchema } from '../indicators/catalogue-json-schema.ts';
import { buildCity } from '../pipeline/build/build-city.ts';
import { checkRecipe } from '../pipeline/build/read-recipe.ts';
import { recipeJsonSchema } from '../pipeline/build/recipe.ts';

import type { BuildContext } from '../pipeline/types.ts';
import { ProblemError, problem } from '../shared/problem.ts';
import { type CityArguments, readCityArguments } from './arguments.ts';
import { buildReport, countInhabitants, editionReport } from './build-report.ts';
import { type CityTexts, cityTexts } from './city-texts.ts';
import { compareEditions } from './compare-editions.ts';
import { createNodeHost } from './node-host.ts';
import { folderPackageSource, inspectFolder, writePackageFolder } from './package-folder.ts';

/** What the command is given from outside, so that tests can run it in the same process. */
export interface CityRun {
  readonly argv: readonly string[];
  /** Root of the project: default place of packages. */
  readonly root: string;
  /** Folder that relative paths of the arguments start from. */
  readonly workingFolder: string;
  readonly locale?: string;
  readonly signal: AbortSignal;
  print(line: string): void;
  printError(line: string): void;
  showProgress(text: string): void;
  seconds(): number;
  peakBytes(): number;
}

interface Run extends CityRun {
  readonly args: CityArguments;
  readonly language: Language;
  readonly texts: CityTexts;
}

/** A sentence that ends the command with exit code 1. */
class Refusal extends Error {
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    super(sentences.join(' '));
    this.sentences = sentences;
  }
}

function contextOf(run: Run): BuildContext {
  return {
    signal: run.signal,
    progress: (step, fraction) => run.showProgress(`${run.texts.steps[step]} ${Math.round(fraction * 100)} %`),
  };
}

async function buildFromRecipe(run: Run, path: string): Promise<WrittenCity> {
  const file = resolve(run.workingFolder, path);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(run.texts.recipeUnreadable(path));
  });
  const { recipe, problems } = checkRecipe(text, path.split('/').at(-1) as string);
  if (recipe === null) throw new Refusal(...problems.map((problem) => problemText(problem, run.language)));
  const folder =
    run.args.sources === null ? join(dirname(file), recipe.base) : resolve(run.workingFolder, run.args.sources);
  return buildCity(recipe, createNodeHost(folder), contextOf(run));
}

async function build(run: Run): Promise<WrittenCity> {
  const { task } = run.args;
  if (task.kind === 'recipe') return buildFromRecipe(run, task.path);
  const { generateDemoCity } = await import('../pipeline/demo/generate-demo-city.ts');
  const size = task.kind === 'demo' ? { scale: task.scale, seed: task.seed } : { scale: 1, seed: 1 };
  return writeCity(generateDemoCity(size, contextOf(run)));
}

async function reportContents(run: Run, { files, manifest }: WrittenCity): Promise<void> {
  const opened = await openCity(memoryPackageSource(files));
  const inhabitants = countInhabitants(await readPopulation(opened));
  const districts = await readDistricts(opened);
  const byLevel = manifest.levels.map(({ level }) => districts.filter((district) => district.level === level).length);
  for (const line of buildReport(manifest, inhabitants, byLevel, run.language)) run.print(line);
}

async function reportChanges(run: Run, folder: string, { files }: WrittenCity): Promise<void> {
  try {
    const opened = await openCity(folderPackageSource(folder));
    const previous = await readCity(opened);
    const next = await readCity(await openCity(memoryPackageSource(files)));
    const comparisons = compareEditions(previous, next);
    for (const line of editionReport(opened.manifest.edition, comparisons, run.language)) run.print(line);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    run.print(run.texts.previousUnreadable);
    run.print(`  ${problemText(error.problem, run.language)}`);
  }
}

/** What stands in the folder beside the package: the demo city has an example plan. */
async function filesBeside(run: Run, { files }: WrittenCity): Promise<ReadonlyMap<string, Uint8Array>> {
  if (run.args.task.kind !== 'demo') return new Map();
  const [{ DEMO_PLAN_FILE }, { planOfPackage }] = await Promise.all([
    import('./demo-plan/make-demo-plan.ts'),
    import('./demo-plan/plan-of-package.ts'),
  ]);
  return new Map([[DEMO_PLAN_FILE, (await planOfPackage(memoryPackageSource(files))).bytes]]);
}

async function write(run: Run, folder: string, built: WrittenCity): Promise<void> {
  const format = createFormat(run.language);
  const files = new Map([...built.files, ...(await filesBeside(run, built))]);
  await writePackageFolder(folder, files).catch((error: Error) => {
    throw new Refusal(run.texts.cannotWrite(folder, error.message));
  });
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  run.print(run.texts.written(folder, files.size, format.bytes(bytes)));
}

async function makeCity(run: Run): Promise<void> {
  const { args, texts } = run;
  const wished = args.out === null ? null : resolve(run.workingFolder, args.out);
  if (wished !== null && (await inspectFolder(wished)) === 'something-else')
    throw new Refusal(texts.folderTaken(wished));
  const built = await build(run);
  run.showProgress('');
  await reportContents(run, built);
  run.print('');
  if (args.checkOnly) {
    run.print(texts.notWritten);
  } else {
    const folder = wished ?? join(run.root, 'public', 'city', built.manifest.id);
    const standing = await inspectFolder(folder);
    if (standing === 'something-else') throw new Refusal(texts.folderTaken(folder));
    if (standing === 'package') await reportChanges(run, folder, built);
    await write(run, folder, built);
  }
  const format = createFormat(run.language);
  run.print(texts.spent(format.unit(run.seconds(), 's', 1), format.bytes(run.peakBytes())));
}

/** The published schemas of what people write: recipes of cities and catalogues of indicators. */
async function writeSchemas(run: Run): Promise<void> {
  const schemas = { 'recipe.schema.json': recipeJsonSchema(), 'indicators.schema.json': catalogueJsonSchema() };
  for (const [name, schema] of Object.entries(schemas))
    await writeFile(join(run.root, 'data', name), `${JSON.stringify(schema, null, 2)}\n`);
  run.print(run.texts.schemaWritten);
}

function sentencesOf(error: unknown, run: Run): readonly string[] {
  if (error instanceof Refusal) return error.sentences;
  if (error instanceof ProblemError) return [problemText(error.problem, run.language)];
  if (run.signal.aborted) return [problemText(problem('pipeline.cancelled', {}), run.language)];
  return [`${run.texts.unexpected} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
}

/** `npm run city`: returns the exit code, 1 after bad input, with a sentence for each reason and nothing half written. */
export async function runCity(city: CityRun): Promise<0 | 1> {
  const args = readCityArguments(city.argv, city.locale);
  if ('option' in args) {
    const texts = cityTexts(readLanguage(city));
    city.printError(texts.mistake(args));
    city.printError(texts.usage);
    return 1;
  }
  const run: Run = { ...city, args, language: args.language, texts: cityTexts(args.language) };
  try {
    if (args.task.kind === 'help') run.print(run.texts.usage);
    else if (args.task.kind === 'schema') await writeSchemas(run);
    else await makeCity(run);
    return 0;
  } catch (error) {
    run.showProgress('');
    run.printError(run.texts.failed);
    for (const sentence of sentencesOf(error, run)) run.printError(`  ${sentence}`);
    return 1;
  }
}

/** The language of a message about the arguments themselves. */
function readLanguage(city: CityRun): Language {
  const alone = readCityArguments(['--help'], city.locale);
  return 'language' in alone ? alone.language : 'de';
}
