import type { PopulationProblems } from '../../shared/problems/pipeline-population.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelinePopulationEn: ProblemMessages<PopulationProblems> = {};
