import { useState } from 'react';
import { putObject } from '../../../plan/actions/put-object.ts';
import type { JointList } from '../../../questions/needs/joint-list.ts';
import type { NeedGround } from '../../../questions/needs/need-calls.ts';
import { DEFAULT_WEIGHTS, RANK_PARTS, type RankPart } from '../../../questions/needs/rank-parts.ts';
import { listText } from '../../../report/words.ts';
import { useTexts } from '../../common/app-context.ts';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm, useTried } from '../joint/form-parts.tsx';
import { fieldNumber, readNumber } from '../joint/read-number.ts';
import { setNeedsUi } from '../needs-store.ts';

interface WeightsProps {
  readonly list: JointList;
  readonly ground: NeedGround;
}

/** The parts of the score with what they mean and weigh; a weight is changed with a reason. */
export function WeightsSection({ list, ground }: WeightsProps) {
  const t = useTexts();
  const [editing, setEditing] = useState<RankPart | null>(null);
  const set = new Map(list.setWeights.map((weight) => [weight.part, weight]));
  return (
    <details className="joint-details">
      <summary>{t('joint.weights')}</summary>
      <p className="secondary">{t('joint.weights-note')}</p>
      <ul className="joint-list">
        {RANK_PARTS.map((part) => (
          <li key={part}>
            <div className="joint-head">
              <span>
                {t(`joint.part-${part}`)}: {t('joint.weight', { weight: t.format.number(list.weights[part]) })}
              </span>
              <button type="button" className="text-button" onClick={() => setEditing(part)}>
                {t('joint.weight-change', { part: t(`joint.part-${part}`) })}
              </button>
            </div>
            <p className="joint-note">{whyOf(part, ground, t)}</p>
            <p className="joint-note">
              {t('joint.weight-default', { weight: t.format.number(DEFAULT_WEIGHTS[part]) })}
              {set.get(part)?.reason ? `; ${t('joint.weight-set', { reason: set.get(part)!.reason! })}` : ''}
            </p>
            {editing === part ? (
              <WeightForm part={part} weight={list.weights[part]} onDone={() => setEditing(null)} />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a part says, and what it is made of. */
export function whyOf(part: RankPart, { indicators }: NeedGround, t: ReturnType<typeof useTexts>): string {
  if (part !== 'priority') return t(`joint.why-${part}`);
  if (indicators.length === 0) return t('joint.why-priority-none');
  return t('joint.why-priority', {
    indicators: listText(
      indicators.map((indicator) => indicator[t.language]),
      t,
    ),
  });
}

const MOST = 10;

interface WeightFormProps {
  readonly part: RankPart;
  readonly weight: number;
  readonly onDone: () => void;
}

function WeightForm({ part, weight, onDone }: WeightFormProps) {
  const t = useTexts();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useTried();
  const [text, setText] = useState(fieldNumber(weight, t));
  const [reason, setReason] = useState('');
  const value = readNumber(text, 0, MOST, t);
  const name = t(`joint.part-${part}`);
  const save = () => {
    setTried();
    if (value === null || reason.trim() === '') return;
    const object = { part, weight: value, reason: reason.trim() };
    const label = { code: 'change.changed', params: { collection: 'rankWeights', name } } as const;
    void apply(putObject, { collection: 'rankWeights', object }, label, () => {
      setNeedsUi({ said: t('joint.weight-said', { part: name, weight: t.format.number(value) }) });
      onDone();
    });
  };
  return (
    <SmallForm
      title={t('joint.weight-change', { part: name })}
      saving={saving}
      problem={problem}
      onSave={save}
      onCancel={onDone}
    >
      <Field
        label={t('joint.weight-new')}
        value={text}
        onChange={setText}
        wrong={value === null ? t('joint.number-wrong', { found: text, from: 0, to: MOST }) : null}
        autoFocus
      />
      <Field
        label={t('joint.reason')}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === '' ? t('joint.reason-missing') : null}
      />
    </SmallForm>
  );
}
