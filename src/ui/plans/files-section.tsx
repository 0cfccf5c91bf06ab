import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import type { FileReport } from '../../state/plan-files.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { UnknownDepartments } from '../needs/unknown-departments.tsx';
import { momentText } from './moment-text.ts';
import { senderText } from './plan-names.ts';
import { sayInPlans, usePlansScreen } from './plans-screen.ts';
import { takeInFiles } from './take-in-files.ts';

/** Files and folders of plans: handed in, and what became of each. */
export function FilesSection() {
  const t = useTexts();
  const id = useId();
  const reading = usePlansScreen((state) => state.reading);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('plans.files')}</h3>
      <p className="secondary">{t('plans.files-why')}</p>
      <div className="plans-actions">
        <FileButton label={t('plans.choose-files')} />
        <FileButton label={t('plans.choose-folder')} isFolder />
      </div>
      <div role="status">{reading ? <p className="secondary">{t('plans.reading')}</p> : <Reports />}</div>
    </section>
  );
}

/** A button that opens the browser's choice of files; the field behind it says nothing of its own. */
function FileButton({ label, isFolder }: { readonly label: string; readonly isFolder?: boolean }) {
  const { planSession } = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple
        // Not every browser knows folders; there it offers files.
        {...(isFolder ? { webkitdirectory: '' } : { accept: '.gemeinbedarf' })}
        onChange={async (event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          await takeInFiles(planSession, files);
        }}
      />
    </>
  );
}

function Reports() {
  const t = useTexts();
  const reports = usePlansScreen((state) => state.reports);
  const skipped = usePlansScreen((state) => state.skipped);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (reports.length > 0) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [reports]);
  if (reports.length === 0) return null;
  return (
    <>
      <h4 ref={heading} className="plans-sub plans-result">
        {t('plans.reports')}
      </h4>
      <ul className="plans-reports">
        {reports.map((report, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the list never changes
          <li key={i} data-report={report.kind}>
            <strong className="plans-file">{report.file}</strong>
            <Report report={report} />
          </li>
        ))}
      </ul>
      <UnknownDepartments />
      {skipped === 0 ? null : <p className="secondary">{t.count('plans.skipped', skipped)}</p>}
      <BackButton reports={reports} />
    </>
  );
}

function Report({ report }: { readonly report: FileReport }) {
  const t = useTexts();
  if (report.kind === 'refused') {
    return (
      <p className="warning-text">
        <Icon name="warning" />
        {t('plans.refused')}: <ProblemSentence problem={report.problem} />
      </p>
    );
  }
  const isSame = report.kind === 'merged' && report.senders.length === 0;
  return (
    <>
      <p>
        {report.kind === 'opened'
          ? t('plans.report-opened', { name: report.planName })
          : t('plans.report-merged', { name: report.planName })}
        {isSame ? ` · ${t('plans.report-same')}` : null}
      </p>
      <Senders report={report} />
      {report.kind === 'merged' && report.conflicts > 0 ? (
        <p className="warning-text">{t.count('plans.report-conflicts', report.conflicts)}</p>
      ) : null}
    </>
  );
}

function Senders({ report }: { readonly report: Exclude<FileReport, { kind: 'refused' }> }) {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  return (
    <ul className="secondary">
      {report.senders.map((sender) => (
        <li key={`${sender.author} ${sender.department}`}>
          {t('plans.report-sender', {
            sender: plan === null ? (sender.author ?? '') : senderText(sender, { plan, t }),
            added: sender.added,
            changed: sender.changed,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Opens the open plan as it was before the first of the files came in. */
function BackButton({ reports }: { readonly reports: readonly FileReport[] }) {
  const t = useTexts();
  const { planState, planSession } = useApp();
  const header = useStore(planState, (state) => state.plan?.header ?? null);
  const first = reports.find(
    (report) => report.kind === 'merged' && report.planId === header?.planId && report.senders.length > 0,
  );
  if (first?.kind !== 'merged' || header === null) return null;
  const back = async () => {
    const date = momentText(new Date().toISOString(), t);
    const name = t('plans.version-name', { name: header.name, date });
    await planSession.openVersion(first.before, name);
    sayInPlans(t('plans.copied', { name }));
  };
  return (
    <div className="plans-back-to">
      <button type="button" className="button" onClick={() => void back()}>
        <Icon name="undo" />
        {t('plans.back-to-before')}
      </button>
      <p className="secondary">{t('plans.back-why')}</p>
    </div>
  );
}
