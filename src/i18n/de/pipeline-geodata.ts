import type { GeodataProblems } from '../../shared/problems/pipeline-geodata.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineGeodataDe: ProblemMessages<GeodataProblems> = {};
