import type { BuildProblems } from '../../shared/problems/pipeline-build.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineBuildDe: ProblemMessages<BuildProblems> = {};
