import { useEffect, useId, useRef } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import './problems.css';

interface ProblemCardProps {
  readonly title: string;
  readonly problem: Problem;
  /** What to do about it, as a sentence; `null` where the problem's own says it. */
  readonly step: string | null;
  readonly action: { readonly label: string; readonly run: () => void };
}

/** What is wrong, the next step, and one button. */
export function ProblemCard({ title, problem, step, action }: ProblemCardProps) {
  const t = useTexts();
  const titleId = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section className="problem sheet" role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name="warning" />
        {title}
      </h2>
      <p>
        <ProblemSentence problem={problem} />
      </p>
      {step === null ? null : <p>{step}</p>}
      <button ref={button} type="button" className="button button-main" onClick={action.run}>
        {action.label}
      </button>
      <details>
        <summary>{t('problem.details')}</summary>
        <code>
          {problem.code} {JSON.stringify({ ...problem.params, ...problem.where })}
        </code>
      </details>
    </section>
  );
}
