import { useState } from 'react';
import { asksForReason, setNeedStatus } from '../../plan/actions/set-need-status.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { NEED_SIDE_STATUSES, NEED_STATUSES, NEED_STEPS, type Need, type NeedStatus } from '../../plan/types/needs.ts';
import { codeText, fieldText } from '../../report/needs/need-text.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSigner } from '../sites/use-signer.ts';
import { useDepartments, useMyDepartment } from './use-needs.ts';

interface NeedStatusProps {
  readonly need: Need;
  readonly steps: readonly ObjectOf<'needSteps'>[];
}

/** Moves a need to a status as one change of the plan. */
export function useSetStatus(need: Need) {
  const { needSession } = useApp();
  const signed = useSigner();
  const departmentId = useMyDepartment()?.id ?? null;
  const { saving, problem, apply } = usePlanChange();
  const setStatus = (status: NeedStatus, reason: string | null, done: () => void) =>
    void apply(
      setNeedStatus,
      { id: need.id, stepId: needSession.newId(), status, departmentId, reason, ...signed() },
      { code: 'change.status', params: { collection: 'needs', name: need.title, status } },
      done,
    );
  return { saving, problem, setStatus };
}

/** The way of a need so far, each step with date, who and why, and its next one. */
export function NeedStatusSection({ need, steps }: NeedStatusProps) {
  const t = useTexts();
  const departments = useDepartments();
  const { problem, setStatus } = useSetStatus(need);
  const step = NEED_STEPS.indexOf(need.status as (typeof NEED_STEPS)[number]);
  const next = NEED_STEPS[step + 1] ?? null;
  const [chosen, setChosen] = useState<NeedStatus | null>(null);
  const [reason, setReason] = useState('');
  const offered = NEED_STATUSES.filter((status) => status !== need.status);
  const to = chosen !== null && chosen !== need.status ? chosen : (next ?? NEED_SIDE_STATUSES[2]);
  const asks = to !== need.status && asksForReason(need.status, to);
  return (
    <section className="gap-section">
      <h3>{fieldText('status', t)}</h3>
      <ol className="needs-records">
        {steps.map(({ id, status, at, by, departmentId, reason: why }) => (
          <li key={id}>
            <strong>{codeText(status, t)}</strong> {t.format.date(at.slice(0, 10))} ·{' '}
            {[by, departments.find((department) => department.id === departmentId)?.name ?? null]
              .filter((part) => part !== null && part !== '')
              .join(', ')}
            {why === null ? null : <span className="needs-why">{why}</span>}
          </li>
        ))}
      </ol>
      <form
        className="site-form"
        onSubmit={(event) => {
          event.preventDefault();
          setStatus(to, reason.trim() === '' ? null : reason.trim(), () => {
            setReason('');
            setChosen(null);
          });
        }}
      >
        <SelectField
          label={t('needs.status-next')}
          value={to}
          options={offered.map((value) => ({ value, label: codeText(value, t) }))}
          onChange={setChosen}
        />
        <TextField
          wide
          label={t(asks ? 'needs.status-reason-asked' : 'needs.status-reason')}
          value={reason}
          onChange={setReason}
          required={asks}
        />
        {problem === null ? null : (
          <p className="warning-text" role="alert">
            <ProblemSentence problem={problem} />
          </p>
        )}
        <button type="submit" className="button">
          {t('needs.status-set')}
        </button>
      </form>
    </section>
  );
}
