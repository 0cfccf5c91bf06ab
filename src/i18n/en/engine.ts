import type { EngineProblems } from '../../shared/problems/engine.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const engineEn: ProblemMessages<EngineProblems> = {};
