import { useEffect } from 'react';
import { useApp } from '../common/app-context.ts';
import { closeDetails } from '../common/select-object.ts';

/** Keys that work everywhere: Ctrl+K or ⌘K search, / search, ? help, Escape puts the details away. */
export function useShortcuts(): void {
  const app = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { dialog, selection, rule, singleKeys } = app.view.getState();
      if (event.defaultPrevented || dialog !== null) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        app.view.setState({ dialog: 'search' });
      } else if (event.key === 'Escape' && rule !== null) {
        app.view.setState({ rule: null });
      } else if (event.key === 'Escape' && selection !== null) {
        closeDetails(app);
      } else if (singleKeys && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
        if (event.key !== '/' && event.key !== '?') return;
        event.preventDefault();
        app.view.setState({ dialog: event.key === '/' ? 'search' : 'help' });
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null;
}
