import { useId } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly problem?: Problem | undefined;
}

/** A field for sentences. */
export function TextArea({ label, value, onChange, rows = 3, problem }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}p` })}
      />
      {problem === undefined ? null : (
        <p id={`${id}p`} className="warning-text field-problem">
          <ProblemSentence problem={problem} />
        </p>
      )}
    </div>
  );
}
