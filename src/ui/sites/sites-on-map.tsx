import type { FeatureCollection } from 'geojson';
import { useEffect } from 'react';
import type { Area } from '../../city/types.ts';
import type { SiteProperties } from '../../questions/map-calls.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { useApp } from '../common/app-context.ts';
import { useRegister } from './use-register.ts';

function featuresOf(sites: readonly RegisterSite[]): FeatureCollection<Area, SiteProperties> {
  return {
    type: 'FeatureCollection',
    features: sites.map(({ id, name, stage, sideState, leftOut, geometry }) => ({
      type: 'Feature',
      properties: { id, name, stage, sideState: leftOut ? 'abandoned' : sideState },
      geometry,
    })),
  };
}

/** Draws the sites as the open plan has them, those it adds included. Nothing to be seen itself. */
export function SitesOnMap() {
  const { map, view } = useApp();
  const { register } = useRegister();
  useEffect(() => {
    const shown = map.current;
    if (shown === null || register === null) return;
    shown.sites.set(featuresOf(register.sites));
    // The outline of what is selected may be one of them.
    const { selection } = view.getState();
    if (selection?.kind === 'site') shown.select(selection);
  }, [map, view, register]);
  useEffect(() => () => map.current?.sites.set(null), [map]);
  return null;
}
