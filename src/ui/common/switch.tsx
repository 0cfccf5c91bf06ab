import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** A picture of what is switched, before the label. */
  readonly sample?: ReactNode;
  /** Second line, read after the name. */
  readonly note?: ReactNode;
}

/** An on/off switch with its name, a sample of what it switches and a second line. */
export function Switch({ label, checked, onChange, sample, note }: SwitchProps) {
  const id = useId();
  const noteId = useId();
  return (
    <div className="switch-row">
      <span className="switch-sample" aria-hidden="true">
        {sample}
      </span>
      <div className="switch-text">
        <label htmlFor={id}>{label}</label>
        {note === undefined ? null : (
          <div id={noteId} className="secondary">
            {note}
          </div>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        {...(note === undefined ? {} : { 'aria-describedby': noteId })}
      />
    </div>
  );
}
