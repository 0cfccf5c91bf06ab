import { type RefObject, useEffect, useRef, useState } from 'react';

/** Gives the focus to the tab that is shown: where what had it is gone. */
export function focusNeedsTab(): void {
  document.querySelector<HTMLElement>('.needs-tabs [aria-selected="true"]')?.focus();
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * For a form that opens inside a page: its first field takes the focus if nothing else in it has, and when it goes the focus goes back to
 * what opened it, or to `home` (a selector) where that is another element now; else to the tab.
 */
export function useFormFocus(home: string | null = null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const shown = form.current;
    if (shown?.contains(document.activeElement) === false)
      shown.querySelector<HTMLElement>('select, input, textarea')?.focus();
    return () => {
      // A frame later: what was saved has then changed the page.
      requestAnimationFrame(() => {
        if (!isNowhere()) return;
        const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        const target = isThere ? opener : home === null ? null : document.querySelector<HTMLElement>(home);
        if (target === null) focusNeedsTab();
        else target.focus();
      });
    };
  }, [opener, home]);
  return form;
}

/** After a page of its own the focus goes back to the need that it was about (`''`: to the tab); `null` = there was none. */
export function useFocusReturned(to: string | null): void {
  // Only when the tabs appear.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (to === null) return;
    const frame = requestAnimationFrame(() => {
      if (!isNowhere()) return;
      const row = document.querySelector<HTMLElement>(`[data-need="${CSS.escape(to)}"]`);
      if (row === null) focusNeedsTab();
      else row.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
