import { useId } from 'react';
import { HelpMark } from './help-mark.tsx';

interface SegmentsProps<T extends string | number> {
  readonly label: string;
  /** Help in place. */
  readonly help?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons that look like a row of buttons. */
export function Segments<T extends string | number>({ label, help, options, value, onChange }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>
        <span className="field-head">
          {label}
          {help === undefined ? null : <HelpMark name={label} text={help} />}
        </span>
      </legend>
      <div className="segments-row">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
