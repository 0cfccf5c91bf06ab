import { type WrittenCity, writeCity } from '../../../src/city/write-city.ts';
import { buildCity } from '../../../src/pipeline/build/build-city.ts';
import { checkRecipe } from '../../../src/pipeline/build/read-recipe.ts';
import { generateDemoCity } from '../../../src/pipeline/demo/generate-demo-city.ts';
import type { BuildContext, PipelineHost } from '../../../src/pipeline/types.ts';

/** A city to be made in both engines. */
export type CityJob =
  | { readonly kind: 'recipe'; readonly name: string; readonly recipe: string }
  | { readonly kind: 'demo'; readonly name: string; readonly scale: number };

/** Makes the package of a job; the same code in Node and in the worker. */
export async function makeCity(job: CityJob, host: PipelineHost): Promise<WrittenCity> {
  const context: BuildContext = { signal: new AbortController().signal, progress: () => {} };
  if (job.kind === 'demo') return writeCity(generateDemoCity({ scale: job.scale }, context));
  const { recipe, problems } = checkRecipe(job.recipe, 'recipe.json');
  if (recipe === null) throw new Error(`${job.name}: ${JSON.stringify(problems)}`);
  return buildCity(recipe, host, context);
}
