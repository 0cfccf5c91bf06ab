import { useEffect } from 'react';
import { useApp } from '../common/app-context.ts';

/** Asks before the page is left while changes of the plan are nowhere but in its memory. */
export function useUnsavedWarning(): void {
  const { planState } = useApp();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { saving, unfiled } = planState.getState();
      if ((saving.kind === 'memory' || saving.kind === 'full') && unfiled.changes > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [planState]);
}
