import type { Map as MapLibreMap } from 'maplibre-gl';

/** Between two pictures while data is being read. */
export const SPACE_MILLISECONDS = 700;

/**
 * For maps drawn in software: while `isReading` and nobody moves the map, pictures come at a distance, for every one takes the
 * processor from the reading, and what each source adds is hardly seen before the rest.
 */
export function spaceFrames(
  map: Pick<MapLibreMap, 'triggerRepaint' | 'isMoving' | 'on'>,
  isReading: () => boolean,
): void {
  const askForFrame = map.triggerRepaint.bind(map);
  let last = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  let isGone = false;
  map.on('render', () => {
    last = performance.now();
  });
  map.on('remove', () => {
    isGone = true;
  });
  const askLater = (milliseconds: number) => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      if (!isGone) askForFrame();
    }, milliseconds);
  };
  map.triggerRepaint = () => {
    const left = isReading() && !map.isMoving() ? last + SPACE_MILLISECONDS - performance.now() : 0;
    if (left <= 0) askForFrame();
    else askLater(left);
  };
}
