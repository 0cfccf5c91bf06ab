import type { Map as MapLibreMap } from 'maplibre-gl';

/** Between two pictures while data is being read. */
export const SPACE_MILLISECONDS = 700;

export interface Pace {
  /** First pictures are on their way. */
  isOpening(): boolean;
  /** Some of what they are to show has not come yet. */
  isReading(): boolean;
  /** Resolves when what was given to the graphics so far is drawn. */
  drawn(): Promise<void>;
}

/**
 * For maps drawn in software: as long as first pictures are on their way and nobody moves the map, they come at a distance while data
 * is being read, for every one takes the processor from the reading, and what each source adds is hardly seen before the rest. And
 * none begins before the last one is drawn: its first new shader would block the page until then.
 */
export function spaceFrames(map: Pick<MapLibreMap, 'triggerRepaint' | 'isMoving' | 'on'>, pace: Pace): void {
  const askForFrame = map.triggerRepaint.bind(map);
  let last = Number.NEGATIVE_INFINITY;
  let isDrawing = false;
  let isWanted = false;
  let isWaiting = false;
  let isGone = false;

  const draw = async () => {
    isDrawing = true;
    await pace.drawn();
    isDrawing = false;
    if (!isWanted || isGone) return;
    isWanted = false;
    map.triggerRepaint();
  };
  const askLater = (milliseconds: number) => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      if (!isGone) map.triggerRepaint();
    }, milliseconds);
  };

  map.on('render', () => {
    last = performance.now();
    if (pace.isOpening()) void draw();
  });
  map.on('remove', () => {
    isGone = true;
  });
  map.triggerRepaint = () => {
    if (!pace.isOpening() || map.isMoving()) return askForFrame();
    if (isDrawing) {
      isWanted = true;
      return;
    }
    const left = pace.isReading() ? last + SPACE_MILLISECONDS - performance.now() : 0;
    if (left > 0) askLater(left);
    else askForFrame();
  };
}
