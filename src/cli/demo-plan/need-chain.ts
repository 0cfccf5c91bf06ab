import type { NeedStatus } from '../../plan/types/needs.ts';
import type { DepartmentId } from './departments.ts';
import { momentAfter } from './plan-days.ts';
import type { StatusChange } from './report-need.ts';

/** The clearly invented number of a council paper. */
export const EXAMPLE_PAPER = 'GRDrs 000/2025 (Beispiel)';
export const EXAMPLE_PAPER_2026 = 'GRDrs 000/2026 (Beispiel)';

/** Days after the report on which a need reaches a status, and who says so. */
const STEPS: readonly { readonly status: NeedStatus; readonly days: number; readonly by: DepartmentId | 'own' }[] = [
  { status: 'checked', days: 33, by: 'agsp' },
  { status: 'bundled', days: 61, by: 'agsp' },
  { status: 'ranked', days: 84, by: 'agsp' },
  { status: 'decided', days: 140, by: 'agsp' },
  { status: 'secured', days: 201, by: 'stadtplanungsamt' },
  { status: 'implemented', days: 560, by: 'own' },
];

const ALONE = 'Eigener Standort; kein anderer Bedarf passt dazu.';

/**
 * The way of a need to a status, from the day it was reported. A need that is in no bundle skips that step and says why; statuses beside
 * the order follow the check, with their reason.
 */
export function statusChain(
  until: NeedStatus,
  day: string,
  shift: number,
  why: string | null,
  own: DepartmentId,
  inBundle = false,
): readonly StatusChange[] {
  if (until === 'reported') return [];
  const at = (days: number) => momentAfter(day, shift + days, 25);
  const isBeside = until === 'deferred' || until === 'rejected' || until === 'settled';
  const last = isBeside ? 'checked' : until;
  const end = STEPS.findIndex(({ status }) => status === last);
  const chain = STEPS.slice(0, end + 1).flatMap(({ status, days, by }): StatusChange[] => {
    if (status === 'bundled' && !inBundle) return [];
    const skips = status === 'ranked' && !inBundle;
    const paper = status === 'decided' ? `Beschlossen mit ${EXAMPLE_PAPER}.` : null;
    const reason = skips ? ALONE : paper;
    return [{ status, at: at(days), by: by === 'own' ? own : by, ...(reason === null ? {} : { reason }) }];
  });
  if (!isBeside) return chain;
  return [...chain, { status: until, at: at(75), by: 'agsp', reason: why ?? ALONE }];
}
