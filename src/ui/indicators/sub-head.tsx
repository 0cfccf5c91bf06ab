import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { showScreen } from './screen-store.ts';

interface SubHeadProps {
  readonly title: string;
  /** Where "back" leads; default: the list. */
  readonly back?: { readonly label: string; readonly onBack: () => void };
  readonly children?: ReactNode;
}

/** Head of a page inside the panel: the way back, and a heading that takes the focus when the page appears. */
export function SubHead({ title, back, children }: SubHeadProps) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, []);
  return (
    <div className="indicator-head">
      <button
        type="button"
        className="text-button indicator-back"
        onClick={back?.onBack ?? (() => showScreen({ kind: 'list' }))}
      >
        <Icon name="back" />
        {back?.label ?? t('indicators.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}
