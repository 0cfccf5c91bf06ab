import type { needsDe } from '../de/needs.ts';

export const needsEn: Readonly<Record<keyof typeof needsDe, string>> = {
  'needs.title': 'Needs',
  'needs.tabs': 'Views of the needs',
  'needs.tab-list': 'List',
  'needs.tab-board': 'Board',
  'needs.tab-bundles': 'Bundles',
  'needs.tab-ranking': 'Ranking',
  'needs.tab-sheet': 'Need sheet',
  'needs.none': 'No need has been reported in the plan yet.',
};
