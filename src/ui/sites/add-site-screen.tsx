import { useTexts } from '../common/app-context.ts';
import { EMPTY_DRAFT } from './site-draft.ts';
import { SiteForm } from './site-form.tsx';
import { SitesHead } from './sites-head.tsx';
import { showSitesScreen } from './sites-store.ts';
import { useKeepSite } from './use-keep-site.ts';

/** A new site with everything that is known of it. */
export function AddSiteScreen() {
  const t = useTexts();
  const { saving, problem, keep } = useKeepSite();
  return (
    <>
      <SitesHead title={t('sites.add')} />
      <SiteForm
        first={EMPTY_DRAFT}
        saveLabel={t('sites.add-save')}
        saving={saving}
        refused={problem}
        onSave={(values) => void keep(values)}
        onCancel={() => showSitesScreen({ kind: 'list' })}
        inScenario={false}
      />
    </>
  );
}
