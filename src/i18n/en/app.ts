import type { AppProblems } from '../../shared/problems/app.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const appEn: ProblemMessages<AppProblems> = {
  'app.unexpected': (p) => `Unexpected error: ${p.detail}`,
};
