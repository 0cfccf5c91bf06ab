import { useState } from 'react';
import { changeObject } from '../../../plan/actions/change-object.ts';
import { removeObject } from '../../../plan/actions/remove-object.ts';
import type { ObjectOf, Plan } from '../../../plan/plan.ts';
import { needsOfBundle } from '../../../plan/readers/needs.ts';
import { visibleObjects } from '../../../plan/readers/visible-objects.ts';
import { bundleTotals } from '../../../questions/needs/bundle-totals.ts';
import { areaText, codeWord, departmentName } from '../../../report/needs-joint/words.ts';
import { useTexts } from '../../common/app-context.ts';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm } from '../joint/form-parts.tsx';
import { fieldNumber, readNumber } from '../joint/read-number.ts';
import { useSigned } from '../joint/use-signed.ts';
import { setNeedsUi, showNeedsScreen } from '../needs-store.ts';
import { BundleMeasure } from './bundle-measure.tsx';
import { DissolveForm } from './dissolve-form.tsx';

type Bundle = ObjectOf<'bundles'>;

/** What was accepted, with its totals, and what was refused, with its reason. */
export function DecidedBundles({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const bundles = visibleObjects(plan, 'bundles');
  const of = (decision: Bundle['decision']) => bundles.filter((bundle) => bundle.decision === decision);
  return (
    <>
      <section className="gap-section">
        <h3>{t('joint.accepted')}</h3>
        {of('accepted').length === 0 ? <p>{t('joint.accepted-none')}</p> : null}
        <ul className="joint-list" data-bundles="accepted">
          {of('accepted').map((bundle) => (
            <AcceptedBundle key={bundle.id} plan={plan} bundle={bundle} />
          ))}
        </ul>
      </section>
      <section className="gap-section">
        <h3>{t('joint.refused')}</h3>
        {of('refused').length === 0 ? <p>{t('joint.refused-none')}</p> : null}
        <ul className="joint-list" data-bundles="refused">
          {of('refused').map((bundle) => (
            <RefusedBundle key={bundle.id} plan={plan} bundle={bundle} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Members({ plan, bundle }: { readonly plan: Plan; readonly bundle: Bundle }) {
  const t = useTexts();
  return (
    <ul className="joint-members">
      {needsOfBundle(plan, bundle.id).map((need) => (
        <li key={need.id}>
          <button
            type="button"
            className="text-button"
            data-need={need.id}
            onClick={() => showNeedsScreen({ kind: 'need', id: need.id })}
          >
            {need.title}
          </button>{' '}
          <span className="secondary">
            ({departmentName(plan, need.departmentId)}, {codeWord(need.status, t)})
          </span>
        </li>
      ))}
    </ul>
  );
}

function AcceptedBundle({ plan, bundle }: { readonly plan: Plan; readonly bundle: Bundle }) {
  const t = useTexts();
  const [form, setForm] = useState<'shared' | 'dissolve' | null>(null);
  const shared = bundle.sharedSquareMeters ?? 0;
  const totals = bundleTotals(needsOfBundle(plan, bundle.id), shared);
  const close = () => setForm(null);
  return (
    <li>
      <h4>{bundle.name}</h4>
      <Members plan={plan} bundle={bundle} />
      <p>
        {t('joint.bundle-totals', {
          rooms: areaText(totals.roomSquareMeters, t),
          plot: areaText(totals.plotSquareMeters, t),
          shared: areaText(bundle.sharedSquareMeters, t),
        })}
      </p>
      {bundle.reason === null ? null : <p className="secondary">{bundle.reason}</p>}
      <div className="site-form-buttons">
        <BundleMeasure plan={plan} bundle={bundle} />
        {(['shared', 'dissolve'] as const).map((name) => {
          const label = t(name === 'shared' ? 'joint.change-shared' : 'joint.dissolve');
          return (
            <button
              key={name}
              type="button"
              className="text-button"
              aria-label={`${label}: ${bundle.name}`}
              onClick={() => setForm(name)}
            >
              {label}
            </button>
          );
        })}
      </div>
      {form === 'shared' ? <SharedForm bundle={bundle} onDone={close} /> : null}
      {form === 'dissolve' ? <DissolveForm plan={plan} bundle={bundle} onDone={close} /> : null}
    </li>
  );
}

function SharedForm({ bundle, onDone }: { readonly bundle: Bundle; readonly onDone: () => void }) {
  const t = useTexts();
  const { saving, problem, apply } = usePlanChange();
  const [text, setText] = useState(fieldNumber(bundle.sharedSquareMeters ?? 0, t));
  const value = readNumber(text, 0, 1_000_000, t);
  const save = () => {
    if (value === null) return;
    const label = { code: 'change.changed', params: { collection: 'bundles', name: bundle.name } } as const;
    const args = { collection: 'bundles', id: bundle.id, fields: { sharedSquareMeters: value } } as const;
    void apply(changeObject, args, label, () => {
      setNeedsUi({ said: t('joint.shared-said') });
      onDone();
    });
  };
  return (
    <SmallForm title={t('joint.change-shared')} saving={saving} problem={problem} onSave={save} onCancel={onDone}>
      <Field
        label={t('joint.accept-shared')}
        value={text}
        onChange={setText}
        wrong={value === null ? t('joint.value-wrong', { found: text }) : null}
        autoFocus
      />
    </SmallForm>
  );
}

function RefusedBundle({ plan, bundle }: { readonly plan: Plan; readonly bundle: Bundle }) {
  const t = useTexts();
  const signed = useSigned();
  const { apply } = usePlanChange();
  const again = () => {
    const { at, by } = signed();
    const { id, name } = bundle;
    const label = { code: 'change.removed', params: { collection: 'bundles', name } } as const;
    void apply(removeObject, { collection: 'bundles', id, at, by, why: t('joint.propose-again-why') }, label, () =>
      setNeedsUi({ said: t('joint.propose-again-said', { name }) }),
    );
  };
  return (
    <li>
      <h4>{bundle.name}</h4>
      <Members plan={plan} bundle={bundle} />
      <p className="secondary">{bundle.reason}</p>
      <button
        type="button"
        className="text-button"
        aria-label={`${t('joint.propose-again')}: ${bundle.name}`}
        onClick={again}
      >
        {t('joint.propose-again')}
      </button>
    </li>
  );
}
