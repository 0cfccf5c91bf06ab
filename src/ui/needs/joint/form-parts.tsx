import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../../shared/problem.ts';
import { FormEnd } from '../../common/form-end.tsx';
import { useFormFocus } from '../needs-focus.ts';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, shown under the field and read with it. */
  readonly wrong?: string | null;
  readonly note?: string | null;
  readonly autoFocus?: boolean;
}

/** A field with its label above, a note and its sentence below. */
export function Field({ label, value, onChange, wrong = null, note = null, autoFocus = false }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the form appears because somebody asked for it
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}n`}
        {...(wrong === null ? {} : { 'aria-invalid': true })}
      />
      <p id={`${id}n`} className={wrong === null ? 'secondary' : 'warning-text'}>
        {wrong ?? note}
      </p>
    </div>
  );
}

interface FormProps {
  readonly title: string;
  readonly saving: boolean;
  readonly problem: Problem | null;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form with its heading; saved with Enter, given up with Escape. */
export function SmallForm({ title, saving, problem, onSave, onCancel, children }: FormProps) {
  const form = useFormFocus();
  return (
    <form
      ref={form}
      className="site-form joint-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h4>{title}</h4>
      {children}
      <FormEnd problem={problem} saving={saving} onCancel={onCancel} />
    </form>
  );
}

/** Whether somebody has tried to save: before that nothing is called wrong. */
export function useTried(): readonly [boolean, () => void] {
  const [tried, setTried] = useState(false);
  return [tried, () => setTried(true)];
}
