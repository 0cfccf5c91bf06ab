/** Texts of the example plan that comes with the invented city. German leads. */
export const demoPlanDe = {
  'demo-plan.title': 'Beispielplan',
  'demo-plan.why':
    'Zur erfundenen Stadt gehört ein erfundener Plan: Bedarfsmeldungen von sechs Ämtern, drei Szenarien, Prüfungen, Zahlen einer Sitzung. Er wird in diesem Browser behalten; Ihre Änderungen daran bleiben.',
  'demo-plan.open': 'Beispielplan öffnen',
  'demo-plan.opening': 'Beispielplan wird geöffnet …',
  'demo-plan.opened': 'Geöffneter Plan: {name}',
  'demo-plan.needs': 'Bedarfsmeldungen',
  'demo-plan.scenarios': 'Szenarien',
  'demo-plan.measures': 'Maßnahmen',
  'demo-plan.figures': 'vereinbarte und beschlossene Zahlen',
  'demo-plan.decisions': 'Beschlüsse',
} as const;
