import type { startDe } from '../de/start.ts';

export const startEn: Readonly<Record<keyof typeof startDe, string>> = {
  'start.welcome': 'I work in …',
  'start.title': 'About me',
  'start.why': 'The sections on the left then begin with your tasks. Everything else stays one click away.',
  'start.later': 'Say later',
  'start.role': 'Field of work',
  'start.role-planning': 'Urban planning',
  'start.role-planning-why': 'Sites, measures, gaps',
  'start.role-department': 'A department',
  'start.role-department-why': 'Youth, school, social affairs, health, sport, integration',
  'start.role-office': 'Office of the working group',
  'start.role-office-why': 'Sessions, bundling, follow-up',
  'start.role-council': 'City council',
  'start.role-council-why': 'Where are places missing, and what can be done?',
  'start.person': 'Name',
  'start.department': 'Department or office',
  'start.local':
    'Name and department stand beside your changes in the plan. They stay in this browser and in files that you pass on yourself.',
  'start.done': 'Done',
  'header.person': 'Me',
  'header.person-why': 'Field of work, name and department',
  'header.undo': 'Undo',
  'header.redo': 'Redo',
};
