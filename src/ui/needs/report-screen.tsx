import '../../i18n/later-texts.ts';
import { useMemo, useState } from 'react';
import { amendNeed } from '../../plan/actions/amend-need.ts';
import { reportNeed } from '../../plan/actions/report-need.ts';
import { withDepartment } from '../../plan/actions/with-department.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useNumberStyle } from '../sites/site-form.tsx';
import { useSigner } from '../sites/use-signer.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { chosenDepartment } from './department-field.tsx';
import { draftOfNeed, EMPTY_NEED } from './need-draft.ts';
import { NeedForm } from './need-form.tsx';
import { NeedsHead } from './needs-head.tsx';
import { dropDraft, setNeedsUi, showNeedsScreen, useNeedsUi } from './needs-store.ts';
import type { ReadAttachment } from './read-attachment.ts';
import { TextArea } from './text-area.tsx';
import { useDepartments, useMyDepartment, usePlan } from './use-needs.ts';

/** Reports a need: everything it says, the figures of its place, its attachments; one change of the plan. */
export function ReportScreen() {
  const t = useTexts();
  const { needSession, settings } = useApp();
  const signed = useSigner();
  const departments = useDepartments();
  const mine = useMyDepartment();
  const { saving, problem, apply } = usePlanChange();
  const files = useNeedsUi((state) => state.files);
  const setFiles = (next: readonly ReadAttachment[]) => setNeedsUi({ files: next });
  const first = useMemo(() => {
    const said = settings.read().department ?? '';
    const departmentId = mine?.id ?? (said === '' ? '' : 'new');
    return { ...EMPTY_NEED, departmentId, departmentName: said, contactRole: mine?.contactRole ?? '' };
  }, [mine, settings]);
  return (
    <>
      <NeedsHead title={t('needs.report')} />
      <NeedForm
        first={first}
        of={null}
        saving={saving}
        refused={problem}
        onCancel={() => {
          dropDraft();
          showNeedsScreen({ kind: 'tabs' });
        }}
        onSave={(values, draft, evidence) => {
          const { newId } = needSession;
          const { id: departmentId, department } = chosenDepartment(departments, draft, newId);
          const id = newId();
          const sign = signed();
          const need = { id, departmentId, circle: values.circle, ...values.content, evidence };
          const attachments = files.map((file) => ({ id: newId(), ...file, ...sign }));
          void apply(
            withDepartment(reportNeed),
            { department, args: { need, attachments, ...sign } },
            { code: 'change.added', params: { collection: 'needs', name: need.title } },
            () => {
              dropDraft();
              showNeedsScreen({ kind: 'need', id }, t('needs.reported', { name: need.title }));
            },
          );
        }}
      >
        {files.length === 0 ? null : (
          <ul className="needs-files">
            {files.map((file, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <li key={`${i} ${file.name}`}>
                {file.name} <span className="secondary">{t.format.bytes(file.bytes.length)}</span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('needs.attachment-remove', { name: file.name })}
                  onClick={() => setFiles(files.filter((other) => other !== file))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <AttachmentsField onRead={(read) => setFiles([...files, ...read])} />
      </NeedForm>
    </>
  );
}

/** Fortschreibung: the need as it is now to be, and why; what it said before stays readable. */
export function AmendScreen({ id }: { readonly id: string }) {
  const t = useTexts();
  const { needSession } = useApp();
  const signed = useSigner();
  const style = useNumberStyle();
  const need = usePlan()?.needs[id];
  const { saving, problem, apply } = usePlanChange();
  const [reason, setReason] = useState('');
  const [isFresh, setFresh] = useState(true);
  const back = { kind: 'need', id } as const;
  const first = useMemo(
    () => (need === undefined ? EMPTY_NEED : draftOfNeed(need, style, t.format.date)),
    [need, style, t],
  );
  if (need === undefined) return null;
  return (
    <>
      <NeedsHead title={t('needs.amend-title', { name: need.title })} back={back} />
      <NeedForm
        first={first}
        of={id}
        saving={saving}
        refused={problem}
        blocked={reason.trim() === '' ? t('needs.amend-why') : null}
        onCancel={() => {
          dropDraft();
          showNeedsScreen(back);
        }}
        onSave={({ content }, _draft, evidence) => {
          const fields = { ...content, evidence: isFresh ? evidence : need.evidence };
          void apply(
            amendNeed,
            { id, versionId: needSession.newId(), fields, reason: reason.trim(), ...signed() },
            { code: 'change.changed', params: { collection: 'needs', name: content.title } },
            () => {
              dropDraft();
              showNeedsScreen(back, t('needs.amended', { name: content.title }));
            },
          );
        }}
      >
        <label className="site-check">
          <input type="checkbox" checked={isFresh} onChange={(event) => setFresh(event.target.checked)} />
          {t('needs.evidence-again')}
        </label>
        <TextArea label={t('needs.amend-reason')} value={reason} onChange={setReason} rows={2} />
      </NeedForm>
    </>
  );
}
