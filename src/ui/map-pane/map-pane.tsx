import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { type AppParts, useApp, useCity, useTexts } from '../common/app-context.ts';
import { ProblemCard } from '../problems/problem-card.tsx';
import { prefetchScreens } from '../shell/prefetch.ts';
import { Attribution } from './attribution.tsx';
import { bindMap } from './bind-map.ts';
import { HoverLabel, type MapHover } from './hover-label.tsx';
import { MapControls } from './map-controls.tsx';
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
  const [problem, setProblem] = useState<Problem | null>(null);
  const [hover, setHover] = useState<MapHover | null>(null);
  const name = useCity((state) => state.summary?.identity.name ?? null);
  const failed = useCity((state) => state.phase === 'failed');

  useEffect(() => {
    if (container.current === null) return;
    const life = new AbortController();
    startMap(app, container.current, life.signal, setHover).catch((thrown) => {
      if (!life.signal.aborted) setProblem(problemOf(thrown));
    });
    return () => life.abort();
  }, [app]);

  return (
    <section className="map-pane" aria-label={t('map.label', { city: name ?? '' })}>
      <p id="map-keyboard" className="sr-only">
        {t('map.keyboard')}
      </p>
      <div id="map" ref={container} className="map" tabIndex={-1} />
      {problem !== null && !failed ? (
        <ProblemCard
          title={t('problem.map-title')}
          problem={problem}
          step={t(problem.code === 'app.no-webgl' ? 'problem.step-webgl' : 'problem.step-retry')}
          action={{ label: t('problem.retry'), run: () => window.location.reload() }}
        />
      ) : null}
      {hover === null ? null : <HoverLabel hover={hover} />}
      <MapControls />
      <Attribution />
    </section>
  );
}

/** Makes the map, ties it to the stores, and reads the rest of the city once the first picture is there. */
async function startMap(
  app: AppParts,
  container: HTMLElement,
  life: AbortSignal,
  onHover: (hover: MapHover | null) => void,
): Promise<void> {
  const { view, notices, session } = app;
  setMapState('loading');
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
  const map = await app.createMap(container, {
    language: view.getState().language,
    reducedMotion: reduced.matches,
    onSelect: (selection) => view.setState({ selection }),
    onHover,
    onCamera: (camera) => view.setState({ camera }),
    onError: (found) => addNotice(notices, found),
  });
  if (life.aborted) {
    map.destroy();
    return;
  }
  const followMotion = () => map.setReducedMotion(reduced.matches);
  reduced.addEventListener('change', followMotion);
  const resizing = new ResizeObserver(() => map.resize());
  resizing.observe(container);
  app.map.current = map;

  const onPainted = async () => {
    performance.mark('gb:first-map');
    setMapState('painted');
    await session.loadRest();
    await map.whenIdle();
    if (life.aborted) return;
    performance.mark('gb:all-layers');
    setMapState('idle');
    prefetchScreens();
  };
  const unbind = bindMap(map, app, {
    onPainted: () => void onPainted(),
    onFailed: (thrown) => addNotice(notices, problemOf(thrown)),
  });
  life.addEventListener('abort', () => {
    unbind();
    resizing.disconnect();
    reduced.removeEventListener('change', followMotion);
    app.map.current = null;
    map.destroy();
  });
}
