import { useState } from 'react';
import { addObject } from '../../plan/actions/add-object.ts';
import { withDepartment } from '../../plan/actions/with-department.ts';
import type { Need, Support } from '../../plan/types/needs.ts';
import { codeText } from '../../report/needs/need-text.ts';
import { type Problem, problem as problemMade } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { FormEnd } from '../common/form-end.tsx';
import { SelectField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSigner } from '../sites/use-signer.ts';
import { chosenDepartment, DepartmentField } from './department-field.tsx';
import { useFormFocus } from './needs-focus.ts';
import { TextArea } from './text-area.tsx';
import { useDepartments, useMyDepartment } from './use-needs.ts';

interface NeedVoicesProps {
  readonly need: Need;
  readonly voices: readonly Support[];
}

const KINDS = ['supports', 'adds', 'objects'] as const;

/** What other departments say: unterstützt, ergänzt, Bedenken, each with a sentence. */
export function NeedVoices({ need, voices }: NeedVoicesProps) {
  const t = useTexts();
  const departments = useDepartments();
  const [adding, setAdding] = useState(false);
  return (
    <section className="gap-section">
      <h3>{t('needs.voices')}</h3>
      {voices.length === 0 ? <p className="secondary">{t('needs.voices-none')}</p> : null}
      <ul className="needs-records">
        {voices.map(({ id, kind, departmentId, sentence, by, at }) => (
          <li key={id}>
            <strong>{codeText(kind, t)}</strong>{' '}
            {departments.find((department) => department.id === departmentId)?.name ?? departmentId}, {by},{' '}
            {t.format.date(at.slice(0, 10))}
            <span className="needs-why">{sentence}</span>
          </li>
        ))}
      </ul>
      {adding ? (
        <VoiceForm need={need} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" className="button" data-focus="voice" onClick={() => setAdding(true)}>
          {t('needs.voice-add')}
        </button>
      )}
    </section>
  );
}

function VoiceForm({ need, onDone }: { readonly need: Need; readonly onDone: () => void }) {
  const t = useTexts();
  const { needSession, settings } = useApp();
  const signed = useSigner();
  const departments = useDepartments();
  const mine = useMyDepartment();
  const { saving, problem, apply } = usePlanChange();
  const form = useFormFocus('[data-focus="voice"]');
  const [tried, setTried] = useState(false);
  const [kind, setKind] = useState<Support['kind']>('supports');
  const [sentence, setSentence] = useState('');
  const said = settings.read().department ?? '';
  const [who, setWho] = useState({
    departmentId: mine !== null ? (mine.id === need.departmentId ? '' : mine.id) : said === '' ? '' : 'new',
    departmentName: mine === null ? said : '',
  });
  const chosen = chosenDepartment(departments, who, needSession.newId);
  const isUnsaid = who.departmentId === '' || (who.departmentId === 'new' && who.departmentName.trim() === '');
  const faults: { readonly department?: Problem; readonly sentence?: Problem } = {
    ...(isUnsaid
      ? { department: problemMade('need.department-missing', {}) }
      : chosen.id === need.departmentId
        ? { department: problemMade('need.own-department', {}) }
        : {}),
    ...(sentence.trim() === '' ? { sentence: problemMade('site.text-missing', {}) } : {}),
  };
  const save = () => {
    setTried(true);
    if (saving || Object.keys(faults).length > 0) return;
    const object = {
      id: needSession.newId(),
      needId: need.id,
      departmentId: chosen.id,
      kind,
      sentence: sentence.trim(),
      ...signed(),
    };
    const label = { code: 'change.added', params: { collection: 'supports', name: object.sentence } } as const;
    void apply(
      withDepartment<Parameters<typeof addObject>[1]>(addObject),
      { department: chosen.department, args: { collection: 'supports', object } },
      label,
      onDone,
    );
  };
  return (
    <form
      ref={form}
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DepartmentField
        label={t('needs.voice-department')}
        id={who.departmentId}
        name={who.departmentName}
        without={need.departmentId}
        onChange={setWho}
        problem={tried ? faults.department : undefined}
      />
      <SelectField
        label={t('needs.voice-kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: codeText(value, t) }))}
        onChange={setKind}
      />
      <TextArea
        label={t('needs.voice-sentence')}
        value={sentence}
        onChange={setSentence}
        rows={2}
        problem={tried ? faults.sentence : undefined}
      />
      <FormEnd problem={problem} saving={saving} saveLabel={t('needs.voice-save')} onCancel={onDone} />
    </form>
  );
}
