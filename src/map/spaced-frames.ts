import type { Map as MapLibreMap } from 'maplibre-gl';

/** Between two pictures while data is being read. */
export const SPACE_MILLISECONDS = 700;

export interface Pace {
  /** A person holds the map, or something on it. */
  isHeld(): boolean;
  /** Some of what the next picture is to show has not come yet. */
  isReading(): boolean;
  /** Resolves when what was given to the graphics so far is drawn. */
  drawn(): Promise<void>;
}

/**
 * For maps drawn in software, as long as nobody moves anything on them: no picture begins before the last one is drawn, for its first new
 * shader would block the page until then; and while data is being read they come at a distance, for every one takes the processor
 * from the reading, and what each source adds is hardly seen before the rest.
 */
export function spaceFrames(map: Pick<MapLibreMap, 'triggerRepaint' | 'isMoving' | 'on'>, pace: Pace): void {
  const askForFrame = map.triggerRepaint.bind(map);
  let last = Number.NEGATIVE_INFINITY;
  let isDrawing = false;
  let isWanted = false;
  let isWaiting = false;
  let isGone = false;

  const isLed = () => map.isMoving() || pace.isHeld();
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
    if (!isDrawing && !isLed()) void draw();
  });
  map.on('remove', () => {
    isGone = true;
  });
  map.triggerRepaint = () => {
    if (isLed()) return askForFrame();
    if (isDrawing) {
      isWanted = true;
      return;
    }
    const left = pace.isReading() ? last + SPACE_MILLISECONDS - performance.now() : 0;
    if (left > 0) askLater(left);
    else askForFrame();
  };
}
