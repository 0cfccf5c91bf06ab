import type { NeedProblems } from '../../shared/problems/needs.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const needProblemsEn: ProblemMessages<NeedProblems> = {
  'need.title-missing': () => 'The need requires a title.',
  'need.department-missing': () => 'The need requires a department that reports it.',
  'need.place-missing': () =>
    'The need requires a place: choose it on the map, draw it, search for it or take it from the list.',
  'need.own-department': () => 'The reporting department does not comment on its own need; it amends it.',
  'need.file-unreadable': (p) => `The file “${p.name}” could not be read.`,
};
