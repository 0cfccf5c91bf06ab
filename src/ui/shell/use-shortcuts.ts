import { useEffect } from 'react';
import { type AppParts, useApp } from '../common/app-context.ts';
import { closeDetails } from '../common/select-object.ts';

/**
 * Keys that work everywhere: Ctrl+K or ⌘K search, / search, ? help, Escape puts the details away; outside fields, which have an undo of
 * their own, Ctrl+Z takes back the plan's last change, Ctrl+Shift+Z and Ctrl+Y bring it back.
 */
export function useShortcuts(): void {
  const app = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || app.view.getState().dialog !== null) return;
      const isCommand = event.ctrlKey || event.metaKey;
      const act = event.altKey ? null : (isCommand ? commandOf : keyOf)(app, event);
      if (act === null) return;
      if (event.key !== 'Escape') event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app]);
}

type Act = (() => void) | null;

/** What a key does together with Ctrl or ⌘. */
function commandOf({ view, planState, planSession }: AppParts, { key, shiftKey, target }: KeyboardEvent): Act {
  const letter = key.toLowerCase();
  if (letter === 'k') return () => view.setState({ dialog: 'search' });
  if ((letter !== 'z' && letter !== 'y') || isTyping(target)) return null;
  const { undoLabel, redoLabel } = planState.getState();
  const isBack = letter === 'z' && !shiftKey;
  if ((isBack ? undoLabel : redoLabel) === null) return null;
  return isBack ? () => planSession.undo() : () => planSession.redo();
}

/** What a key does alone. */
function keyOf(app: AppParts, { key, target }: KeyboardEvent): Act {
  const { selection, rule, singleKeys } = app.view.getState();
  if (key === 'Escape' && rule !== null) return () => app.view.setState({ rule: null });
  if (key === 'Escape' && selection !== null) return () => closeDetails(app);
  if (!singleKeys || isTyping(target)) return null;
  if (key === '/') return () => app.view.setState({ dialog: 'search' });
  return key === '?' ? () => app.view.setState({ dialog: 'help' }) : null;
}

function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';
  return target instanceof HTMLElement && target.closest(fields) !== null;
}
