import { editSite } from '../../plan/actions/edit-site.ts';
import { removeObject } from '../../plan/actions/remove-object.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { closeDetails } from '../common/select-object.ts';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { draftOfSite, editsOf, readSiteDraft, type SiteValues } from './site-draft.ts';
import { SiteForm, useNumberStyle } from './site-form.tsx';
import { useSigner } from './use-signer.ts';

/** Edits a site: in Bestand for all scenarios, else in the scenario in force. One change of the plan. */
export function EditSite({ site, onDone }: { readonly site: RegisterSite; readonly onDone: () => void }) {
  const t = useTexts();
  const app = useApp();
  const style = useNumberStyle();
  const scenarioId = useView((state) => state.scenarioId);
  const { saving, problem, apply } = usePlanChange();
  const signed = useSigner();
  const first = draftOfSite(site, style);
  const named = { collection: 'sites' as const, name: site.name };

  const save = (values: SiteValues) => {
    const before = readSiteDraft(first, style);
    const { edits, phasesChanged } =
      'values' in before ? editsOf(before.values, values) : { edits: [], phasesChanged: true };
    const circle = values.circle === site.circle ? {} : { circle: values.circle };
    if (edits.length === 0 && !phasesChanged && values.circle === site.circle) {
      onDone();
      return;
    }
    const phases = phasesChanged ? { phases: { phases: values.phases, ...signed() } } : {};
    void apply(
      editSite,
      { siteId: site.id, scenarioId, edits, ...phases, ...circle },
      { code: 'change.changed', params: named },
      onDone,
    );
  };
  const remove = () => {
    void apply(
      removeObject,
      { collection: 'sites', id: site.id, ...signed(), why: '' },
      { code: 'change.removed', params: named },
      () => closeDetails(app),
    );
  };
  return (
    <SiteForm
      first={first}
      saveLabel={t('sites.save')}
      saving={saving}
      refused={problem}
      onSave={save}
      onCancel={onDone}
      inScenario={scenarioId !== null}
    >
      {scenarioId === null ? null : <p className="secondary">{t('sites.edit-in-scenario')}</p>}
      {site.origin === 'plan' && scenarioId === null ? (
        <button type="button" className="text-button" onClick={remove}>
          {t('sites.remove')}
        </button>
      ) : null}
    </SiteForm>
  );
}
