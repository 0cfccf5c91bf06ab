import { PANELS, type PanelName, type Role } from '../../state/view-state.ts';
import type { ViewStore } from '../../state/view-store.ts';

/** The tasks of a role, its own first; every other one follows. */
const FIRST_PANELS: Readonly<Record<Role, readonly PanelName[]>> = {
  planning: ['sites', 'measures', 'gaps', 'layers', 'houses'],
  department: ['gaps', 'needs', 'measures', 'indicators', 'houses'],
  office: ['gaps', 'needs', 'plans', 'indicators', 'data'],
  council: ['gaps', 'layers'],
};

/** All panels in the order of a role; in the usual order while nobody has said one. */
export function panelsOfRole(role: Role | null): readonly PanelName[] {
  const first = role === null ? [] : FIRST_PANELS[role];
  return [...first, ...PANELS.filter((panel) => !first.includes(panel))];
}

/** Takes a role and opens its first task. */
export function openRole(view: ViewStore, role: Role): void {
  view.setState({ role, panel: panelsOfRole(role)[0]! });
}
