import { useState } from 'react';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation } from '../../indicators/indicator.ts';
import { resetIndicators } from '../../plan/actions/reset-indicators.ts';
import { decidedIndicators } from '../../plan/readers/decided-indicators.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { listIndicator } from './catalogue-list.ts';
import { SaveButton, TextField } from './form-fields.tsx';
import { showScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { now, today, usePlan } from './use-catalogue.ts';
import { usePlanChange } from './use-plan-change.ts';

/** Takes Kennwerte back to what is decided, else to what is shipped, with a reason. */
export function ResetForm({ ids }: { readonly ids: readonly string[] }) {
  const t = useTexts();
  const plan = usePlan();
  const { settings } = useApp();
  const { saving, problem, apply } = usePlanChange();
  const [reason, setReason] = useState('');
  const lines = ids.flatMap((id) => {
    const listed = listIndicator(plan, DEFAULT_CATALOGUE, today(), id);
    if (plan === null || listed === null || listed.resettable.length === 0) return [];
    const target = decidedIndicators(plan, DEFAULT_CATALOGUE).find((indicator) => indicator.id === id);
    return [{ listed, target }];
  });
  const [only] = lines;
  const name = only !== undefined && lines.length === 1 ? only.listed.indicator.name[t.language] : null;
  const save = () => {
    const args = {
      ids,
      shipped: DEFAULT_CATALOGUE,
      at: now(),
      by: settings.read().person ?? t('plan.nobody'),
      why: reason,
    };
    const label = {
      code: 'change.removed',
      params: { collection: 'indicatorVersions', name: name ?? t.count('indicators.all-name', lines.length) },
    } as const;
    void apply(resetIndicators, args, label, () =>
      showScreen({ kind: 'list' }, t.count('indicators.reset-said', lines.length)),
    );
  };
  return (
    <form className="indicator-form" noValidate>
      <SubHead
        title={name === null ? t('indicators.reset-title') : `${name}: ${t('indicators.reset-title')}`}
        {...(name === null ? {} : { back: { label: name, onBack: () => showScreen({ kind: 'record', id: ids[0]! }) } })}
      >
        <p className="secondary">{t('indicators.reset-why')}</p>
      </SubHead>
      {lines.length === 0 ? (
        <p>{t('indicators.reset-none')}</p>
      ) : (
        <>
          <ul className="indicator-changes">
            {lines.map(({ listed, target }) => (
              <li key={listed.indicator.id}>
                <strong>{listed.indicator.name[t.language]}</strong>
                <span className="secondary">
                  {target === undefined
                    ? t('indicators.reset-gone', { from: listed.resettable.join(', ') })
                    : t('indicators.reset-line', { from: listed.resettable.join(', '), to: citation(target) })}
                </span>
              </li>
            ))}
          </ul>
          <TextField label={t('indicators.reset-reason')} value={reason} required onChange={setReason} />
          <div className="indicator-accept">
            {problem === null ? null : (
              <p className="warning-text" role="alert">
                <ProblemSentence problem={problem} />
              </p>
            )}
            <SaveButton
              label={t.count('indicators.reset-save', lines.length)}
              blocked={
                reason.trim() === '' ? t.count('indicators.blocked-faults', 1) : saving ? t('indicators.saving') : null
              }
              onSave={save}
            />
          </div>
        </>
      )}
    </form>
  );
}
