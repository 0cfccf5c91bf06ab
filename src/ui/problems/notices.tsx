import { useStore } from 'zustand';
import { dismissNotice } from '../../state/notice-store.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import './problems.css';

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
