import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { SiteRegister } from '../../questions/sites/site-calls.ts';
import type { Problem } from '../../shared/problem.ts';
import { useApp } from '../common/app-context.ts';

export interface ShownRegister {
  readonly register: SiteRegister | null;
  /** A newer one is being asked for. */
  readonly stale: boolean;
  readonly problem: Problem | null;
}

/** The register of sites, current as long as somebody shows it. */
export function useRegister(): ShownRegister {
  const { siteSession } = useApp();
  useEffect(() => siteSession.watch(), [siteSession]);
  const { register, key, wanted, problem } = useStore(siteSession.store);
  return useMemo(
    () => ({ register, stale: register !== null && key !== wanted, problem }),
    [register, key, wanted, problem],
  );
}
