import { PLAN_BEGINS, type PlanScript } from './plan-script.ts';

/** Departments of the invented city by id; roles, no people. The last one reports nothing itself: it keeps the list. */
export const DEPARTMENT_NAMES = {
  jugendamt: 'Jugendamt',
  schulverwaltungsamt: 'Schulverwaltungsamt',
  soziales: 'Amt für Soziales und Teilhabe',
  gesundheitsamt: 'Gesundheitsamt',
  sport: 'Amt für Sport und Bewegung',
  stadtplanungsamt: 'Stadtplanungsamt',
  agsp: 'Geschäftsstelle AGSP',
} as const;

export type DepartmentId = keyof typeof DEPARTMENT_NAMES;

const SHORTS: Readonly<Record<DepartmentId, string>> = {
  jugendamt: '51',
  schulverwaltungsamt: '40',
  soziales: '50',
  gesundheitsamt: '53',
  sport: '52',
  stadtplanungsamt: '61',
  agsp: 'AGSP',
};

/** Who to write to: a role. */
export const CONTACT_ROLES: Readonly<Record<DepartmentId, string>> = {
  jugendamt: 'Jugendhilfeplanung',
  schulverwaltungsamt: 'Schulentwicklungsplanung',
  soziales: 'Sozialplanung',
  gesundheitsamt: 'Gesundheitsplanung',
  sport: 'Sportentwicklungsplanung',
  stadtplanungsamt: 'Stadtentwicklung',
  agsp: 'Geschäftsstelle',
};

export function addDepartments(script: PlanScript): void {
  for (const id of Object.keys(DEPARTMENT_NAMES) as DepartmentId[]) {
    const object = { id, name: DEPARTMENT_NAMES[id], short: SHORTS[id], contactRole: CONTACT_ROLES[id] };
    script.add({ collection: 'departments', object }, object.name, 'agsp', PLAN_BEGINS);
  }
}
