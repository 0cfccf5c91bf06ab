import type { Map as MapLibreMap } from 'maplibre-gl';

/** Between two pictures while data is being read. */
export const SPACE_MILLISECONDS = 700;
/** So long pictures are held back at most: whoever waits for figures longer waits for them with the map. */
export const HOLD_MILLISECONDS = 500;

export interface Pace {
  /** A person holds the map, or something on it. */
  isHeld(): boolean;
  /** Some of what the next picture is to show has not come yet. */
  isReading(): boolean;
  /** Resolves when what was given to the graphics so far is drawn. */
  drawn(): Promise<void>;
}

export interface SpacedFrames {
  /** Somebody waits for figures, and the processor is theirs until the function that is given back is called: flights wait too. */
  holdBack(): () => void;
}

/**
 * For maps drawn in software, as long as nobody moves anything on them: no picture begins before the last one is drawn, for its first new
 * shader would block the page until then; and while data is being read they come at a distance, for every one takes the processor
 * from the reading, and what each source adds is hardly seen before the rest.
 */
export function spaceFrames(map: Pick<MapLibreMap, 'triggerRepaint' | 'isMoving' | 'on'>, pace: Pace): SpacedFrames {
  const askForFrame = map.triggerRepaint.bind(map);
  /** When each hold ends by itself. */
  const holds = new Set<{ readonly until: number }>();
  let last = Number.NEGATIVE_INFINITY;
  let isDrawing = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMovedByHand = false;
  let isGone = false;

  const heldUntil = () => Math.max(0, ...[...holds].map(({ until }) => until));
  const isHeldBack = () => heldUntil() > performance.now();
  const isLed = () => pace.isHeld() || isMovedByHand || (map.isMoving() && !isHeldBack());
  const draw = async () => {
    isDrawing = true;
    await pace.drawn();
    isDrawing = false;
    if (!isWanted || isGone) return;
    isWanted = false;
    map.triggerRepaint();
  };
  const ask = () => {
    timer = undefined;
    if (!isGone) map.triggerRepaint();
  };

  map.on('render', () => {
    last = performance.now();
    if (!isDrawing && !isLed()) void draw();
  });
  map.on('remove', () => {
    isGone = true;
  });
  map.on('movestart', ({ originalEvent }) => {
    isMovedByHand = originalEvent !== undefined;
  });
  map.on('moveend', () => {
    isMovedByHand = false;
  });
  map.triggerRepaint = () => {
    if (isLed()) return askForFrame();
    if (isDrawing) {
      isWanted = true;
      return;
    }
    const left = Math.max(heldUntil(), pace.isReading() ? last + SPACE_MILLISECONDS : 0) - performance.now();
    if (left > 0) timer ??= setTimeout(ask, left);
    else askForFrame();
  };
  return {
    holdBack() {
      const hold = { until: performance.now() + HOLD_MILLISECONDS };
      holds.add(hold);
      return () => {
        holds.delete(hold);
        if (timer === undefined) return;
        clearTimeout(timer);
        ask();
      };
    },
  };
}
