import { useStore } from 'zustand';
import type { ProblemCode } from '../../shared/problem.ts';
import { dismissNotice } from '../../state/notice-store.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import './problems.css';

/** Problems of a plan that a file solves: the button stands beside the sentence. */
const SAVED_BY_A_FILE: ReadonlySet<string> = new Set([
  'plan.storage-refused',
  'plan.storage-full',
  'plan.export-due',
] satisfies ProblemCode[]);

function SavePlanButton({ onSaved }: { readonly onSaved: () => void }) {
  const t = useTexts();
  const { planState, planSession } = useApp();
  const isOpen = useStore(planState, (state) => state.plan !== null);
  if (!isOpen) return null;
  const save = () => {
    const file = planSession.saveFile();
    if (file === null) return;
    downloadFile(file.name, 'application/octet-stream', file.bytes);
    onSaved();
  };
  return (
    <button type="button" className="button" onClick={save}>
      {t('plans.save-file')}
    </button>
  );
}

/** Problems that do not stop the work, each as a sentence that can be put away. Read aloud when it appears. */
export function Notices() {
  const t = useTexts();
  const { notices } = useApp();
  const all = useStore(notices, (state) => state.notices);
  // What already stands in the middle of the page is not said twice.
  const inTheMiddle = JSON.stringify(useCity((state) => state.problem));
  const shown = all.filter((notice) => JSON.stringify(notice.problem) !== inTheMiddle);
  return (
    <section className="notices" aria-label={t('problem.notices')} aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className="notice sheet">
          <Icon name="info" />
          <p>
            <ProblemSentence problem={notice.problem} />
          </p>
          {SAVED_BY_A_FILE.has(notice.problem.code) ? (
            <SavePlanButton onSaved={() => dismissNotice(notices, notice.id)} />
          ) : null}
          <button
            type="button"
            className="icon-button"
            aria-label={t('problem.dismiss')}
            onClick={() => dismissNotice(notices, notice.id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
