import { useEffect, useState } from 'react';
import { useCity, useTexts } from '../common/app-context.ts';
import './loading.css';

/** Quick steps are not worth a notice. */
const SHOWN_AFTER_MILLISECONDS = 300;

/** What is being read and how far it is, as long as something is read. */
export function LoadingStrip() {
  const t = useTexts();
  const phase = useCity((state) => state.phase);
  const progress = useCity((state) => state.progress);
  const busy = phase === 'loading' || (phase === 'open' && progress !== null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [busy]);

  if (!busy || !shown) return null;
  return (
    <div className="loading sheet">
      <div className="loading-line">
        <span>{progress === null ? t('loading.start') : progress.what}</span>
        {progress === null ? null : (
          <span className="secondary figure">
            {t('loading.of', {
              done: t.format.bytes(progress.doneBytes),
              total: t.format.bytes(progress.totalBytes),
            })}
          </span>
        )}
      </div>
      <progress
        aria-label={t('loading.bar')}
        max={1}
        {...(progress === null ? {} : { value: progress.doneBytes / Math.max(1, progress.totalBytes) })}
      />
    </div>
  );
}
