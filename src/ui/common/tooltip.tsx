import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';

interface TooltipProps {
  /** The sentence shown on hover and on focus. */
  readonly text: string;
  readonly className: string;
  readonly children: ReactNode;
}

const MARGIN_PIXELS = 8;

/**
 * A word that opens to a sentence on hover, focus and tap. The sentence stays while the pointer is on it and closes with Escape; it is
 * placed on the page itself, so that no scrolling panel cuts it off.
 */
export function Tooltip({ text, className, children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    if (!open || anchor.current === null || tip.current === null) return;
    const { left, top, bottom } = anchor.current.getBoundingClientRect();
    const { width, height } = tip.current.getBoundingClientRect();
    const above = bottom + height + MARGIN_PIXELS > window.innerHeight;
    tip.current.style.left = `${Math.max(MARGIN_PIXELS, Math.min(left, window.innerWidth - width - MARGIN_PIXELS))}px`;
    tip.current.style.top = `${above ? top - height - 2 : bottom + 2}px`;
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only keeps the sentence open; the button inside is the control
    <span
      className="tooltip-around"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button
        type="button"
        ref={anchor}
        className={className}
        aria-describedby={id}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {children}
      </button>
      <span ref={tip} id={id} role="tooltip" className="tooltip" hidden={!open}>
        {text}
      </span>
    </span>
  );
}
