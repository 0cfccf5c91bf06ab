import { type ReactNode, useId } from 'react';
import { useTexts } from './app-context.ts';
import { Icon } from './icon.tsx';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  /** There is little to focus in it: the keyboard scrolls the sheet itself. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A sheet of paper on the map with a heading and a way to put it away. */
export function Panel({ id, title, className, onClose, isText, children }: PanelProps) {
  const t = useTexts();
  const headingId = useId();
  return (
    <section id={id} className={`sheet panel ${className ?? ''}`} aria-labelledby={headingId} tabIndex={-1}>
      <header className="sheet-head">
        <h2 id={headingId}>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={`${title}: ${t('app.close')}`}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body" {...(isText ? { role: 'group', tabIndex: 0, 'aria-labelledby': headingId } : {})}>
        {children}
      </div>
    </section>
  );
}
