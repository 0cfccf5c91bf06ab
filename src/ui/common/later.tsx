import { type ComponentType, useEffect, useReducer, useState } from 'react';
import { useTexts } from './app-context.ts';
import './later.css';

/** A screen whose code is fetched when it is first shown, or ahead of that. */
export type LaterScreen<P extends object> = ComponentType<P> & {
  /** Fetches it; a failure shows itself when it is opened. */
  fetch(): void;
};

/**
 * Shows nothing until the code is there, then the screen at once; where it cannot be fetched, says so and offers to try again. React's
 * own `lazy` would let the empty place stand for 300 ms, and take the whole page away when the server has gone.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterScreen<P> {
  let Found: ComponentType<P> | null = null;
  let fetching: Promise<void> | null = null;
  const fetchIt = (): Promise<void> => {
    fetching ??= load().then(
      (screen) => {
        Found = screen;
      },
      (reason) => {
        fetching = null;
        throw reason;
      },
    );
    return fetching;
  };
  const fetchAhead = () => void fetchIt().catch(() => {});

  function Later(props: P) {
    const [, showAgain] = useReducer((count: number) => count + 1, 0);
    const [hasFailed, setFailed] = useState(false);
    // While it is drawn, not after: it is under way a frame earlier.
    if (Found === null && !hasFailed) fetchAhead();
    useEffect(() => {
      if (Found !== null || hasFailed) return;
      let isWanted = true;
      fetchIt().then(
        () => isWanted && showAgain(),
        () => isWanted && setFailed(true),
      );
      return () => {
        isWanted = false;
      };
    }, [hasFailed]);
    if (Found !== null) return <Found {...props} />;
    return hasFailed ? <NotLoaded onAgain={() => setFailed(false)} /> : null;
  }
  return Object.assign(Later, { fetch: fetchAhead });
}

function NotLoaded({ onAgain }: { readonly onAgain: () => void }) {
  const t = useTexts();
  return (
    <div className="sheet not-loaded" role="alert">
      <p>{t('app.not-loaded')}</p>
      <div className="not-loaded-ways">
        <button type="button" className="button" onClick={onAgain}>
          {t('app.try-again')}
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('app.reload')}
        </button>
      </div>
    </div>
  );
}
