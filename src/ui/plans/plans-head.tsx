import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { showPlansScreen } from './plans-screen.ts';

/** Head of a page inside the panel: the way back, and a heading that takes the focus when the page appears. */
export function PlansHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, []);
  return (
    <div className="plans-head">
      <button type="button" className="text-button plans-back" onClick={() => showPlansScreen('overview')}>
        <Icon name="back" />
        {t('plans.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}
