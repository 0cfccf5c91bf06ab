import { useState } from 'react';
import { dissolveBundle } from '../../../plan/actions/dissolve-bundle.ts';
import type { ObjectOf, Plan } from '../../../plan/plan.ts';
import { needsOfBundle } from '../../../plan/readers/needs.ts';
import { useApp, useTexts } from '../../common/app-context.ts';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm, useTried } from '../joint/form-parts.tsx';
import { useSigned } from '../joint/use-signed.ts';
import { setNeedsUi } from '../needs-store.ts';

interface DissolveFormProps {
  readonly plan: Plan;
  readonly bundle: ObjectOf<'bundles'>;
  readonly onDone: () => void;
}

/** Dissolves an accepted bundle with a reason. */
export function DissolveForm({ plan, bundle, onDone }: DissolveFormProps) {
  const t = useTexts();
  const { siteSession } = useApp();
  const signed = useSigned();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useTried();
  const [reason, setReason] = useState('');
  const save = () => {
    setTried();
    if (reason.trim() === '') return;
    const { id, name } = bundle;
    const stepIdOf = Object.fromEntries(needsOfBundle(plan, id).map((need) => [need.id, siteSession.newId()]));
    const label = { code: 'change.removed', params: { collection: 'bundles', name } } as const;
    void apply(dissolveBundle, { bundleId: id, why: reason.trim(), stepIdOf, ...signed() }, label, () => {
      setNeedsUi({ said: t('joint.dissolved-said', { name }) });
      onDone();
    });
  };
  return (
    <SmallForm
      title={`${t('joint.dissolve')}: ${bundle.name}`}
      saving={saving}
      problem={problem}
      onSave={save}
      onCancel={onDone}
    >
      <p className="secondary">{t('joint.dissolve-note')}</p>
      <Field
        label={t('joint.reason')}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === '' ? t('joint.reason-missing') : null}
        autoFocus
      />
    </SmallForm>
  );
}
