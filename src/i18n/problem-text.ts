import type { Problem, ProblemCatalogue, ProblemCode, Where } from '../shared/problem.ts';
import { appDe } from './de/app.ts';
import { cityDe } from './de/city.ts';
import { engineDe } from './de/engine.ts';
import { indicatorProblemsDe } from './de/indicator-problems.ts';
import { measureProblemsDe } from './de/measure-problems.ts';
import { needProblemsDe } from './de/need-problems.ts';
import { pipelineBuildDe } from './de/pipeline-build.ts';
import { pipelineDemoDe } from './de/pipeline-demo.ts';
import { pipelineGeodataDe } from './de/pipeline-geodata.ts';
import { pipelineOsmDe } from './de/pipeline-osm.ts';
import { pipelinePopulationDe } from './de/pipeline-population.ts';
import { planDe } from './de/plan.ts';
import { siteProblemsDe } from './de/site-problems.ts';
import { appEn } from './en/app.ts';
import { cityEn } from './en/city.ts';
import { engineEn } from './en/engine.ts';
import { indicatorProblemsEn } from './en/indicator-problems.ts';
import { measureProblemsEn } from './en/measure-problems.ts';
import { needProblemsEn } from './en/need-problems.ts';
import { pipelineBuildEn } from './en/pipeline-build.ts';
import { pipelineDemoEn } from './en/pipeline-demo.ts';
import { pipelineGeodataEn } from './en/pipeline-geodata.ts';
import { pipelineOsmEn } from './en/pipeline-osm.ts';
import { pipelinePopulationEn } from './en/pipeline-population.ts';
import { planEn } from './en/plan.ts';
import { siteProblemsEn } from './en/site-problems.ts';
import { createFormat, type Format, type Language } from './format.ts';

/** One sentence per code, with its parameters. */
export type ProblemMessages<Codes> = { readonly [C in keyof Codes]: (params: Codes[C], format: Format) => string };

const GERMAN: ProblemMessages<ProblemCatalogue> = {
  ...appDe,
  ...cityDe,
  ...engineDe,
  ...indicatorProblemsDe,
  ...measureProblemsDe,
  ...needProblemsDe,
  ...pipelineBuildDe,
  ...pipelineDemoDe,
  ...pipelineGeodataDe,
  ...pipelineOsmDe,
  ...pipelinePopulationDe,
  ...planDe,
  ...siteProblemsDe,
};

const ENGLISH: ProblemMessages<ProblemCatalogue> = {
  ...appEn,
  ...cityEn,
  ...engineEn,
  ...indicatorProblemsEn,
  ...measureProblemsEn,
  ...needProblemsEn,
  ...pipelineBuildEn,
  ...pipelineDemoEn,
  ...pipelineGeodataEn,
  ...pipelineOsmEn,
  ...pipelinePopulationEn,
  ...planEn,
  ...siteProblemsEn,
};

const WHERE_WORDS: Record<Language, Record<keyof Where, string>> = {
  de: { file: 'Datei', layer: 'Ebene', row: 'Zeile', column: 'Spalte', feature: 'Objekt' },
  en: { file: 'file', layer: 'layer', row: 'row', column: 'column', feature: 'feature' },
};

/** "Datei EWR.csv, Zeile 12, Spalte Anzahl", or an empty text. */
export function whereText(where: Where | undefined, language: Language): string {
  if (where === undefined) return '';
  const words = WHERE_WORDS[language];
  const keys: (keyof Where)[] = ['file', 'layer', 'row', 'column', 'feature'];
  return keys
    .filter((key) => where[key] !== undefined)
    .map((key) => `${words[key]} ${where[key]}`)
    .join(', ');
}

/** The sentence for a problem or note, the place in front. An unknown code (a newer package's note) is shown as it is. */
export function problemText(found: Pick<Problem, 'code' | 'params' | 'where'>, language: Language): string {
  const messages = language === 'de' ? GERMAN : ENGLISH;
  const message = messages[found.code as ProblemCode] as ((params: unknown, format: Format) => string) | undefined;
  const sentence = message === undefined ? found.code : message(found.params, createFormat(language));
  const where = whereText(found.where, language);
  return where === '' ? sentence : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${sentence}`;
}
