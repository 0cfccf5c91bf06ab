/** Texts of Bedarfe: list, board, report, one need and what others say to it. */
export const needsDe = {
  'needs.title': 'Bedarfe',
  'needs.tabs': 'Ansichten der Bedarfe',
  'needs.tab-list': 'Liste',
  'needs.tab-board': 'Tafel',
  'needs.tab-bundles': 'Bündel',
  'needs.tab-ranking': 'Reihung',
  'needs.tab-sheet': 'Bedarfsblatt',
  'needs.none': 'Im Plan ist noch kein Bedarf gemeldet.',
} as const;
