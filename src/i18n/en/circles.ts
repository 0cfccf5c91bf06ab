import type { circlesDe } from '../de/circles.ts';

export const circlesEn: Readonly<Record<keyof typeof circlesDe, string>> = {
  'circle.title': 'Circle',
  'circle.who': 'Who may see it',
  'circle.for': 'For which circle',
  'circle.nothing-left-out': 'Nothing is left out.',
  'circle.left-out.one': '{count} entry is left out for this circle.',
  'circle.left-out.other': '{count} entries are left out for this circle.',
  'circle.no-map': 'The map is left out, for it shows more than this circle may see.',
  'circle.scenario': '{name} (circle: {circle})',
  'circle.scenario-hidden': 'existing (the chosen scenario belongs to a narrower circle)',
  'circle.export': 'Export and print',
  'circle.print': 'Print',
  'circle.refused': 'Belongs to the circle “{own}”: nothing is given out for the circle “{asked}”.',
};
