import { useState } from 'react';
import { addSite } from '../../plan/actions/add-site.ts';
import { lonLat } from '../../shared/coordinates.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { selectObject } from '../common/select-object.ts';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import type { SiteValues } from './site-draft.ts';
import { setSites, showSitesScreen } from './sites-store.ts';
import { useSigner } from './use-signer.ts';

/** Puts a site into the plan as one change, and opens its dossier. One that does not lie in the city is refused. */
export function useKeepSite() {
  const t = useTexts();
  const app = useApp();
  const signed = useSigner();
  const { saving, problem: refused, apply } = usePlanChange();
  const [outside, setOutside] = useState<Problem | null>(null);
  const keep = async ({ phases, leftOut: _, ...values }: SiteValues) => {
    const [lon, lat] = interiorPoint(values.geometry);
    const facts = await app.measureSession.placeAt(lonLat(lon!, lat!), null).catch(() => null);
    setOutside(facts?.outside === true ? problem('site.outside-city', {}) : null);
    if (facts?.outside === true) return;
    const id = app.siteSession.newId();
    // One step is the first year itself.
    const site = { id, grade: 'estimated' as const, ...values };
    const steps = { phases: phases.length > 1 ? phases : [], ...signed() };
    void apply(
      addSite,
      // The plan keeps positions as plain numbers.
      {
        site: { ...site, geometry: values.geometry as Parameters<typeof addSite>[1]['site']['geometry'] },
        phases: steps,
      },
      { code: 'change.added', params: { collection: 'sites', name: values.name } },
      () => {
        setSites({ tab: 'demand' });
        showSitesScreen({ kind: 'list' }, t('sites.added', { name: values.name }));
        selectObject(app, { kind: 'site', id });
      },
    );
  };
  return { saving, problem: outside ?? refused, keep };
}
