import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { type AppParts, useApp, useTexts } from '../common/app-context.ts';
import { prefetchScreens } from '../shell/prefetch.ts';
import { bindMap } from './bind-map.ts';
import { followSize } from './follow-size.ts';
import { HoverLabel, type MapHover } from './hover-label.tsx';
import './map-pane.css';

/** Readable from outside: how far the map is. Journeys wait for it instead of for time. */
function setMapState(state: 'loading' | 'painted' | 'idle'): void {
  document.documentElement.dataset.mapState = state;
}

/** The map, its buttons and its sources. */
export function MapPane() {
  const t = useTexts();
  const app = useApp();
  const container = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<MapHover | null>(null);

  useEffect(() => {
    if (container.current === null) return;
    const life = new AbortController();
    startMap(app, container.current, life.signal, setHover).catch((thrown) => {
      if (!life.signal.aborted) app.city.setState({ mapProblem: problemOf(thrown) });
    });
    return () => life.abort();
  }, [app]);

  return (
    <div className="map-pane">
      <p id="map-keyboard" className="sr-only">
        {t('map.keyboard')}
      </p>
      <div id="map" ref={container} className="map" tabIndex={-1} />
      {hover === null ? null : <HoverLabel hover={hover} />}
    </div>
  );
}

/** Makes the map, ties it to the stores, and reads the rest of the city once the first picture is there. */
async function startMap(
  app: AppParts,
  container: HTMLElement,
  life: AbortSignal,
  onHover: (hover: MapHover | null) => void,
): Promise<void> {
  // In development React mounts everything twice: the first life ends before a map is made.
  await Promise.resolve();
  if (life.aborted) return;
  const { view, notices, session } = app;
  setMapState('loading');
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
  let isShown = false;
  const map = await app.createMap(container, {
    language: view.getState().language,
    reducedMotion: reduced.matches,
    onSelect: (selection) => view.setState({ selection }),
    onHover: (hover) => {
      onHover(hover);
      view.setState({ hovered: hover?.ref ?? null });
    },
    // Where the map looks before the city is on it is nobody's choice.
    onCamera: (camera) => {
      if (isShown) view.setState({ camera });
    },
    onError: (found) => addNotice(notices, found),
  });
  if (life.aborted) {
    map.destroy();
    return;
  }
  const followMotion = () => map.camera.setReducedMotion(reduced.matches);
  reduced.addEventListener('change', followMotion);
  const stopFollowing = followSize(map, container);
  app.map.current = map;

  let unbindGaps: (() => void) | null = null;
  let unbindMeasures: (() => void) | null = null;
  let stopWatching: (() => void) | null = null;
  const onPainted = async () => {
    isShown = true;
    view.setState({ camera: map.camera.get() });
    performance.mark('gb:first-map');
    app.city.setState({ mapShown: true });
    setMapState('painted');
    // Nothing of the gap map is needed before the first picture.
    const { bindGapMap } = await import('../gap-map/bind-gap-map.ts');
    if (life.aborted) return;
    unbindGaps?.();
    unbindGaps = bindGapMap(map, app);
    // What is seen comes before what is only read ahead.
    await map.whenIdle();
    performance.mark('gb:all-layers');
    const { bindMeasures } = await import('../measures/bind-measures.ts');
    if (life.aborted) return;
    unbindMeasures?.();
    unbindMeasures = bindMeasures(map, app);
    await session.loadRest();
    await map.whenIdle();
    if (life.aborted) return;
    setMapState('idle');
    stopWatching = watchCamera();
    prefetchScreens();
  };
  /** A map that moved is idle again once it has drawn what is there. */
  const watchCamera = () => {
    let moves = 0;
    const stop = view.subscribe((now, before) => {
      if (now.camera === before.camera) return;
      const move = ++moves;
      setMapState('painted');
      void map.whenIdle().then(() => {
        if (move === moves) setMapState('idle');
      });
    });
    return () => {
      moves++;
      stop();
    };
  };
  const unbind = bindMap(map, app, {
    onStart: () => {
      stopWatching?.();
      stopWatching = null;
      setMapState('loading');
    },
    onPainted: () => void onPainted(),
    onFailed: (thrown) => addNotice(notices, problemOf(thrown)),
  });
  life.addEventListener('abort', () => {
    unbind();
    unbindGaps?.();
    unbindMeasures?.();
    stopWatching?.();
    stopFollowing();
    reduced.removeEventListener('change', followMotion);
    app.map.current = null;
    map.destroy();
  });
}
