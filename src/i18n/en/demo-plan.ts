import type { demoPlanDe } from '../de/demo-plan.ts';

/** English texts of the example plan. */
export const demoPlanEn: Readonly<Record<keyof typeof demoPlanDe, string>> = {
  'demo-plan.title': 'Example plan',
  'demo-plan.why':
    'The invented city comes with an invented plan: needs reported by six departments, three scenarios, checks, figures of a session. It is kept in this browser; your changes to it stay.',
  'demo-plan.open': 'Open the example plan',
  'demo-plan.opening': 'Opening the example plan …',
  'demo-plan.opened': 'Open plan: {name}',
  'demo-plan.needs': 'Reported needs',
  'demo-plan.scenarios': 'Scenarios',
  'demo-plan.measures': 'Measures',
  'demo-plan.figures': 'agreed and decided figures',
  'demo-plan.decisions': 'Decisions',
};
