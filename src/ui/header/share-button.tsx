import { useEffect, useId, useRef, useState } from 'react';
import { encodeView } from '../../state/url.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';

const DONE_SHOWN_MILLISECONDS = 4000;

/** Copies the link to this view. Where the page may not write to the clipboard (plain http), the link is shown selected instead. */
export function ShareButton() {
  const t = useTexts();
  const { view } = useApp();
  const [done, setDone] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), DONE_SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [done]);

  const share = async () => {
    const address = new URL(encodeView(view.getState()), window.location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setDone(true);
    } catch {
      setLink(address);
    }
  };

  const close = () => {
    setLink(null);
    button.current?.focus();
  };

  return (
    <div className="share">
      <button type="button" ref={button} className="header-button" onClick={share}>
        <Icon name={done ? 'check' : 'link'} />
        <span>{t('header.share')}</span>
      </button>
      <span role="status" className={done ? 'share-done' : 'sr-only'}>
        {done ? t('header.share-done') : ''}
      </span>
      {link === null ? null : <LinkByHand link={link} onClose={close} />}
    </div>
  );
}

function LinkByHand({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const labelId = useId();
  useEffect(() => field.current?.select(), []);
  return (
    <div
      className="share-by-hand sheet"
      role="dialog"
      aria-labelledby={labelId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p id={labelId}>{t('header.share-by-hand')}</p>
      <input ref={field} readOnly value={link} aria-labelledby={labelId} />
      <button type="button" className="button" onClick={onClose}>
        {t('app.close')}
      </button>
    </div>
  );
}
