import { useMemo } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import { type JointList, jointList } from '../../../questions/needs/joint-list.ts';
import type { JointGround } from '../joint/use-joint.ts';

/** Today as an ISO date; a list is of one day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The joint list of a plan; follows every change of it. */
export function useJointList(plan: Plan, joint: JointGround | null): JointList | null {
  const day = today();
  return useMemo(() => {
    if (joint === null) return null;
    const { ground, figures } = joint;
    return jointList({ plan, ground, figures, today: day });
  }, [plan, joint, day]);
}
