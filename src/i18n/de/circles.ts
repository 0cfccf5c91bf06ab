/** Who may see an object, and what an export leaves out of it. */
export const circlesDe = {
  'circle.title': 'Kreis',
  'circle.who': 'Wer das sehen darf',
  'circle.for': 'Für welchen Kreis',
  'circle.nothing-left-out': 'Nichts ist weggelassen.',
  'circle.left-out.one': '{count} Eintrag ist für diesen Kreis weggelassen.',
  'circle.left-out.other': '{count} Einträge sind für diesen Kreis weggelassen.',
  'circle.no-map': 'Die Karte fehlt, weil sie mehr zeigt, als dieser Kreis sehen darf.',
  'circle.scenario': '{name} (Kreis: {circle})',
  'circle.scenario-hidden': 'Bestand (das gewählte Szenario gehört einem engeren Kreis)',
  'circle.export': 'Ausgeben und drucken',
  'circle.print': 'Drucken',
  'circle.refused': 'Gehört zum Kreis „{own}“: Für den Kreis „{asked}“ wird nichts ausgegeben.',
} as const;
