import { useEffect } from 'react';

/** Words that only open to a sentence are no place to go on from. */
const FOCUSABLE = 'a[href], button:not(.tooltip-around > *), input, select, textarea, summary, [tabindex="0"]';
const SHEETS = '#panel, #details';

/** What has the focus in a sheet, and the way from the sheet down to it, as it was then. */
interface Held {
  readonly element: Element;
  /** From the element's parent up to the sheet; `index` = which child the way goes on with. */
  readonly way: readonly { readonly parent: Element; readonly index: number }[];
}

/**
 * Keeps the focus where the work is: when a form takes the place of the button that opened it, or a line goes with its button, the focus
 * would fall to the page's beginning. It goes to what stands in that place now, else to what stands nearest.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      held = target instanceof Element ? hold(target) : null;
    };
    const onBlur = ({ target }: FocusEvent) => {
      // Whoever leaves by hand has left; what has been taken away, or is hidden while a part is loaded, is gone by then.
      queueMicrotask(() => {
        if (held?.element === target && isShown(held.element) && hasNoFocus()) held = null;
      });
    };
    const watch = new MutationObserver(() => {
      if (held === null || held.element.isConnected || !hasNoFocus()) return;
      const lost = held;
      held = null;
      // What opens may take the focus by itself.
      requestAnimationFrame(() => {
        if (!hasNoFocus()) return;
        const next = nearest(lost.way);
        // Nothing stands there yet: once something does.
        if (next === null) held ??= lost;
        else next.focus();
      });
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      watch.disconnect();
    };
  }, []);
}

const isShown = (element: Element) => element.isConnected && element.getClientRects().length > 0;

const hasNoFocus = () => document.activeElement === null || document.activeElement === document.body;

function hold(element: Element): Held | null {
  const sheet = element.closest(SHEETS);
  const way: { parent: Element; index: number }[] = [];
  for (let child = element; sheet !== null && child !== sheet; child = child.parentElement!) {
    const parent = child.parentElement!;
    way.push({ parent, index: [...parent.children].indexOf(child) });
  }
  return way.length === 0 ? null : { element, way };
}

/** The first thing to be focused from where the way breaks off, going on, then back, then further up. */
function nearest(way: Held['way']): HTMLElement | null {
  for (const { parent, index } of way) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    for (const child of [...children.slice(index), ...children.slice(0, index).reverse()]) {
      const found = firstFocusable(child);
      if (found !== null) return found;
    }
  }
  return null;
}

function firstFocusable(element: Element): HTMLElement | null {
  const all = [...(element.matches(FOCUSABLE) ? [element] : []), ...element.querySelectorAll(FOCUSABLE)];
  const found = all.find((own) => !own.matches(':disabled') && isShown(own));
  return found instanceof HTMLElement ? found : null;
}
