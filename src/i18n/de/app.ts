import type { AppProblems } from '../../shared/problems/app.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const appDe: ProblemMessages<AppProblems> = {
  'app.unexpected': (p) => `Unerwarteter Fehler: ${p.detail}`,
};
