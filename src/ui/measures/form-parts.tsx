import { type ReactNode, useId } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { measureUi, showScreen } from './measure-ui.ts';

/** Back to the list; what was begun is given up. */
export function BackButton() {
  const t = useTexts();
  return (
    <button
      type="button"
      className="text-button measure-back"
      onClick={() => {
        measureUi.setState({ form: null });
        showScreen('list');
      }}
    >
      <Icon name="back" />
      {t('measures.back')}
    </button>
  );
}

export function ProblemText({ problem, id }: { readonly problem: Problem | null | undefined; readonly id?: string }) {
  if (problem === null || problem === undefined) return null;
  return (
    <p {...(id === undefined ? {} : { id })} className="warning-text" role="alert">
      <ProblemSentence problem={problem} />
    </p>
  );
}

interface FieldProps {
  readonly label: string;
  readonly problem?: Problem | undefined;
  readonly children: (given: {
    readonly id: string;
    readonly 'aria-invalid'?: true;
    readonly 'aria-describedby'?: string;
  }) => ReactNode;
}

/** A field with its label above and its sentence below. */
export function Field({ label, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(problem === undefined ? { id } : { id, 'aria-invalid': true, 'aria-describedby': `${id}p` })}
      <ProblemText problem={problem} id={`${id}p`} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      {(given) => (
        <select {...given} className="select" value={value} onChange={({ target }) => onChange(target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
