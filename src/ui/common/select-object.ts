import { flushSync } from 'react-dom';
import type { FlyTarget } from '../../map/map-camera.ts';
import type { ObjectRef } from '../../questions/describe-object.ts';
import type { AppParts } from './app-context.ts';

/**
 * Selects an object by keyboard or from a list: its details open and take the focus, and closing them gives the focus back to where
 * it was. A click on the map goes through the map's own callback and leaves the focus alone.
 */
export function selectObject(app: AppParts, ref: ObjectRef): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.closest('#details') === null) app.detailsOpener.current = active;
  app.focusDetails.current = true;
  app.view.setState({ selection: ref });
}

/** Selects an object and moves the map to it. */
export async function selectAndShow(app: AppParts, ref: ObjectRef): Promise<void> {
  selectObject(app, ref);
  const place = await app.session.locate(ref).catch(() => null);
  if (place !== null) showOnMap(app, { bbox: place.bbox });
}

/** Moves the map, once the sheets lie as they will lie: two frames after whatever opened or closed them. */
export function showOnMap(app: AppParts, target: FlyTarget): void {
  requestAnimationFrame(() => requestAnimationFrame(() => app.map.current?.camera.flyTo(target)));
}

/** Puts the details away and gives the focus back if they had it. */
export function closeDetails(app: AppParts): void {
  const hadFocus = document.activeElement?.closest('#details') != null;
  // At once, because on small screens the opener is hidden until the details are gone.
  flushSync(() => app.view.setState({ selection: null }));
  if (!hadFocus) return;
  const opener = app.detailsOpener.current;
  if (opener?.isConnected) opener.focus();
  else focusMap();
}

/** Puts the focus on the map, where the arrow keys move it. */
export function focusMap(): void {
  const map = document.getElementById('map');
  (map?.querySelector('canvas') ?? map)?.focus();
}
