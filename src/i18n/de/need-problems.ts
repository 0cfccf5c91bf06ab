import type { NeedProblems } from '../../shared/problems/needs.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const needProblemsDe: ProblemMessages<NeedProblems> = {
  'need.title-missing': () => 'Der Bedarf braucht einen Titel.',
  'need.department-missing': () => 'Der Bedarf braucht ein Amt, das ihn meldet.',
  'need.place-missing': () =>
    'Der Bedarf braucht einen Ort: auf der Karte wählen, zeichnen, suchen oder aus der Liste nehmen.',
  'need.own-department': () => 'Das meldende Amt nimmt zu seinem eigenen Bedarf nicht Stellung; es schreibt ihn fort.',
  'need.file-unreadable': (p) => `Die Datei „${p.name}“ konnte nicht gelesen werden.`,
};
