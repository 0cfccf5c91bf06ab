import type { MapInsets } from '../../map/map-camera.ts';
import type { MapView } from '../../map/map-view.ts';

/**
 * Tells the map how large it is and what sheets cover of it, now and whenever that changes. Style sheets alone decide how large the
 * clear area is. Gives back a function that ends it.
 */
export function followSize(map: MapView, container: HTMLElement): () => void {
  const clear = document.getElementById('clear-area');
  let known = '';
  const tell = () => {
    const insets = clear === null ? NO_INSETS : insetsBetween(container, clear);
    const text = JSON.stringify(insets);
    if (text === known) return;
    known = text;
    map.camera.setInsets(insets);
    // The scale bar belongs to the map and keeps clear of what lies below.
    container.style.setProperty('--covered-below', `${insets.bottom}px`);
  };
  const observer = new ResizeObserver((entries) => {
    if (entries.some((entry) => entry.target === container)) map.resize();
    tell();
  });
  observer.observe(container);
  if (clear !== null) observer.observe(clear);
  tell();
  return () => observer.disconnect();
}

const NO_INSETS: MapInsets = { top: 0, right: 0, bottom: 0, left: 0 };

function insetsBetween(outer: Element, inner: Element): MapInsets {
  const a = outer.getBoundingClientRect();
  const b = inner.getBoundingClientRect();
  const covered = (pixels: number) => Math.max(0, Math.round(pixels));
  return {
    top: covered(b.top - a.top),
    right: covered(a.right - b.right),
    bottom: covered(a.bottom - b.bottom),
    left: covered(b.left - a.left),
  };
}
