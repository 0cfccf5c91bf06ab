import type { DemoProblems } from '../../shared/problems/pipeline-demo.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineDemoDe: ProblemMessages<DemoProblems> = {};
