import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../common/app-context.ts';

const NONE: ReadonlySet<string> = new Set();

/** Ids of the sites that the plan made or changed since a day (ISO), with their phases, parameters, answers and log; empty for `null`. */
export function useChangedSites(since: string | null): ReadonlySet<string> {
  const { planState, planSession } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [ids, setIds] = useState(NONE);
  useEffect(() => {
    if (since === null || plan === null) {
      setIds(NONE);
      return;
    }
    let wanted = true;
    import('./changed-sites.ts').then(({ changedSites }) => {
      if (wanted) setIds(changedSites(plan, planSession.history(), since));
    });
    return () => {
      wanted = false;
    };
  }, [plan, planSession, since]);
  return ids;
}
