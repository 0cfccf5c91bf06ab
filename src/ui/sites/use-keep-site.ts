import { addSite } from '../../plan/actions/add-site.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { selectObject } from '../common/select-object.ts';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import type { SiteValues } from './site-draft.ts';
import { setSites, showSitesScreen } from './sites-store.ts';
import { useSigner } from './use-signer.ts';

/** Puts a site into the plan as one change, and opens its dossier. */
export function useKeepSite() {
  const t = useTexts();
  const app = useApp();
  const signed = useSigner();
  const { saving, problem, apply } = usePlanChange();
  const keep = ({ phases, leftOut: _, ...values }: SiteValues) => {
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
  return { saving, problem, keep };
}
