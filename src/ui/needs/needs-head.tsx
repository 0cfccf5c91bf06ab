import { useEffect, useRef } from 'react';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { type NeedsScreen, showNeedsScreen } from './needs-store.ts';

interface NeedsHeadProps {
  readonly title: string;
  /** Where the way back leads. */
  readonly back?: NeedsScreen;
}

/** Head of a page inside the panel: the way back, and a heading that takes the focus when it appears. */
export function NeedsHead({ title, back = { kind: 'tabs' } }: NeedsHeadProps) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page takes the focus as well
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, [title]);
  return (
    <div className="sites-head">
      <button type="button" className="text-button" onClick={() => showNeedsScreen(back)}>
        <Icon name="back" />
        {t(back.kind === 'need' ? 'needs.back-need' : 'needs.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
    </div>
  );
}
