import { type ReactNode, useId } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { HelpMark } from '../common/help-mark.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it; stands under the field and is read with it. */
  readonly problem?: Problem | undefined;
  readonly inputMode?: 'decimal' | 'url';
  readonly wide?: boolean;
  readonly required?: boolean;
}

/** A field of a form with its sentence under it. What cannot be read stays in it. */
export function TextField({ label, value, onChange, problem, inputMode, wide, required }: TextFieldProps) {
  const id = useId();
  const hasProblem = problem !== undefined;
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(inputMode === undefined ? {} : { inputMode })}
        {...(required ? { 'aria-required': true } : {})}
        {...(hasProblem ? { 'aria-invalid': true, 'aria-describedby': `${id}p` } : {})}
      />
      {hasProblem ? (
        <p id={`${id}p`} className="warning-text field-problem">
          <ProblemSentence problem={problem} />
        </p>
      ) : null}
    </div>
  );
}

interface SelectFieldProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly problem?: Problem | undefined;
  /** As wide as its form. */
  readonly wide?: boolean;
}

export function SelectField<T extends string>({ label, value, options, onChange, problem, wide }: SelectFieldProps<T>) {
  const id = useId();
  const hasProblem = problem !== undefined;
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        {...(hasProblem ? { 'aria-invalid': true, 'aria-describedby': `${id}p` } : {})}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hasProblem ? (
        <p id={`${id}p`} className="warning-text field-problem">
          <ProblemSentence problem={problem} />
        </p>
      ) : null}
    </div>
  );
}

interface FieldGroupProps {
  readonly title: string;
  /** Help in place. */
  readonly help: string;
  readonly children: ReactNode;
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, help, children }: FieldGroupProps) {
  return (
    <fieldset className="gap-section indicator-fields">
      <legend>
        <span className="field-head">
          {title}
          <HelpMark name={title} text={help} />
        </span>
      </legend>
      {children}
    </fieldset>
  );
}

interface SaveButtonProps {
  readonly label: string;
  /** Why it cannot be pressed yet; stands beside it and is read with it. */
  readonly blocked: string | null;
  readonly onSave: () => void;
}

/** A button that stays reachable while it is blocked, says why, and leads to the first field that needs something. */
export function SaveButton({ label, blocked, onSave }: SaveButtonProps) {
  const id = useId();
  return (
    <>
      <p id={id} className="indicator-blocked" role="status">
        {blocked}
      </p>
      <button
        type="submit"
        className="button button-main"
        aria-disabled={blocked !== null}
        aria-describedby={id}
        onClick={(event) => {
          event.preventDefault();
          if (blocked === null) onSave();
          else event.currentTarget.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      >
        {label}
      </button>
    </>
  );
}
