import { useEffect, useState } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { useApp } from '../common/app-context.ts';
import { useSiteWaves } from './demand-section.tsx';
import { useImpacts } from './use-impacts.ts';

interface Ahead {
  readonly site: RegisterSite;
  /** Somebody has opened the site: the figures come first, the map goes there then. */
  readonly isOpen?: boolean;
}

/** Compares a city with and without a site before anybody asks: shows nothing. */
export function ComparedAhead({ site, isOpen = false }: Ahead) {
  const { map } = useApp();
  const waves = useSiteWaves(site);
  const isAwaited = useImpacts(typeof waves === 'string' ? null : site).waiting > 0 && isOpen;
  useEffect(() => (isAwaited ? map.current?.giveWay() : undefined), [isAwaited, map]);
  return null;
}

/** How long somebody points at a site before it counts as a wish to see it. */
const INTENT_MILLISECONDS = 60;

/** The one of many things that a person points at or has the focus on, and what its element is to listen to. */
export function usePointed<T>(): { readonly pointed: T | null; readonly listen: (thing: T) => object } {
  const [now, setNow] = useState<T | null>(null);
  const [pointed, setPointed] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setPointed(now), INTENT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [now]);
  const leave = () => setNow(null);
  return {
    pointed,
    listen: (thing) => {
      const come = () => setNow(thing);
      return { onPointerEnter: come, onPointerLeave: leave, onFocus: come, onBlur: leave };
    },
  };
}
