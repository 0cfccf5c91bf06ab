import { useState } from 'react';
import { putObject } from '../../../plan/actions/put-object.ts';
import { rankInDepartment } from '../../../plan/actions/rank-in-department.ts';
import { removeObject } from '../../../plan/actions/remove-object.ts';
import type { Plan } from '../../../plan/plan.ts';
import { JOINT_LIST, type JointList } from '../../../questions/needs/joint-list.ts';
import { useTexts } from '../../common/app-context.ts';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm, useTried } from '../joint/form-parts.tsx';
import { readNumber } from '../joint/read-number.ts';
import { useSigned } from '../joint/use-signed.ts';
import { setNeedsUi } from '../needs-store.ts';

interface OverrideFormProps {
  readonly plan: Plan;
  readonly list: JointList;
  readonly needId: string;
  readonly onDone: () => void;
}

/** Sets the place of a need by hand, with a reason; takes it back; moves it in the order of its own department. */
export function OverrideForm({ plan, list, needId, onDone }: OverrideFormProps) {
  const t = useTexts();
  const signed = useSigned();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useTried();
  const item = list.ranked.find(({ entry }) => entry.need.id === needId);
  const [text, setText] = useState(String(item?.place ?? 1));
  const [reason, setReason] = useState('');
  const need = plan.needs[needId];
  if (item === undefined || need === undefined) return null;
  const last = list.ranked.length;
  const read = readNumber(text, 1, last, t);
  const rank = read !== null && Number.isInteger(read) ? read : null;
  const label = { code: 'change.reordered', params: { collection: 'needs', name: need.title } } as const;
  const said = (sentence: string) => () => {
    setNeedsUi({ said: sentence });
    onDone();
  };
  const save = () => {
    setTried();
    if (rank === null || reason.trim() === '') return;
    const { at, by } = signed();
    const object = { list: JOINT_LIST, needId, rank, reason: reason.trim(), at, by };
    const done = said(t('joint.override-said', { need: need.title, place: String(rank) }));
    void apply(putObject, { collection: 'rankPlaces', object }, label, done);
  };
  const takeBack = () => {
    const { at, by } = signed();
    const why = t('joint.override-off-why');
    const args = { collection: 'rankPlaces', id: item.entry.hand!.id, at, by, why } as const;
    void apply(removeObject, args, label, said(t('joint.override-off-said', { need: need.title })));
  };
  const own = ownOrder(list, need.departmentId);
  const moveInDepartment = (step: -1 | 1) => {
    const { at, by } = signed();
    const place = Math.min(own.length, Math.max(1, own.indexOf(needId) + 1 + step));
    const done = said(t('joint.own-said', { need: need.title, place: String(place) }));
    void apply(rankInDepartment, { needId, step, needIds: own, at, by }, label, done);
  };
  return (
    <SmallForm
      title={t('joint.override', { need: need.title })}
      saving={saving}
      problem={problem}
      onSave={save}
      onCancel={onDone}
    >
      <Field
        label={t('joint.override-place', { last: String(last) })}
        value={text}
        onChange={setText}
        wrong={rank === null ? t('joint.number-wrong', { found: text, from: 1, to: last }) : null}
        autoFocus
      />
      <Field
        label={t('joint.reason')}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === '' ? t('joint.reason-missing') : null}
      />
      <div className="site-form-buttons">
        {item.entry.hand === null ? null : (
          <button type="button" className="button" onClick={takeBack}>
            {t('joint.override-off')}
          </button>
        )}
        <button type="button" className="button" onClick={() => moveInDepartment(-1)}>
          {t('joint.own-up')}
        </button>
        <button type="button" className="button" onClick={() => moveInDepartment(1)}>
          {t('joint.own-down')}
        </button>
      </div>
    </SmallForm>
  );
}

/** The needs of a department: by its own order, then by their places in the joint list. */
function ownOrder(list: JointList, departmentId: string): readonly string[] {
  return list.ranked
    .filter(({ entry }) => entry.need.departmentId === departmentId)
    .sort(
      (a, b) =>
        (a.entry.ownPlace ?? Number.POSITIVE_INFINITY) - (b.entry.ownPlace ?? Number.POSITIVE_INFINITY) ||
        a.place - b.place,
    )
    .map(({ entry }) => entry.need.id);
}
