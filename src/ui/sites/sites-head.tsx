import { useEffect, useRef } from 'react';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { showSitesScreen } from './sites-store.ts';

/** Head of a page inside the panel: the way back to the register, and a heading that takes the focus when it appears. */
export function SitesHead({ title }: { readonly title: string }) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, []);
  return (
    <div className="sites-head">
      <button type="button" className="text-button" onClick={() => showSitesScreen({ kind: 'list' })}>
        <Icon name="back" />
        {t('sites.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
    </div>
  );
}
