import type { Camera } from '../../state/view-state.ts';
import { servicesOfGroups } from '../../state/view-store.ts';
import type { AppParts } from '../common/app-context.ts';

type Map = NonNullable<AppParts['map']['current']>;

/** Called as the map comes to life; each once per city. */
export interface MapProgress {
  readonly onStart: () => void;
  readonly onPainted: () => void;
  readonly onFailed: (thrown: unknown) => void;
}

/** The map's camera belongs to the view while they differ by less than a pixel or so. */
function sameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.zoom - b.zoom) < 0.006 &&
    Math.abs(a.lat - b.lat) < 6e-6 &&
    Math.abs(a.lon - b.lon) < 6e-6 &&
    Math.abs(a.bearing - b.bearing) < 0.06
  );
}

/**
 * Keeps the map as the stores say: city, layers, filter, selection, language, background, and a camera that a link or the back button
 * sets. What the person does on the map goes the other way, through the handlers the map was made with. Gives back a function that
 * ends it.
 */
export function bindMap(map: Map, app: AppParts, progress: MapProgress): () => void {
  const { view, city } = app;
  let lastTurn = 0;

  const showCity = () => {
    const { summary } = city.getState();
    if (summary === null) return;
    const turn = ++lastTurn;
    progress.onStart();
    map.showCity(summary, view.getState().camera ?? undefined).then(() => {
      if (turn === lastTurn) progress.onPainted();
    }, progress.onFailed);
  };

  // The map says itself why the official one could not be had; the switch then goes back.
  const showOfficial = async (wanted: boolean) => {
    const shown = await map.setOfficialBasemap(wanted);
    if (shown !== wanted) view.setState({ officialBasemap: shown });
  };

  const showView = (now = view.getState(), before?: ReturnType<typeof view.getState>) => {
    if (now.layers !== before?.layers) map.setLayers(new Set(now.layers));
    if (now.groups !== before?.groups) {
      const services = servicesOfGroups(now.groups);
      map.setServices(services === null ? null : new Set(services));
    }
    if (now.selection !== before?.selection) map.select(now.selection);
    if (now.language !== before?.language) map.setLanguage(now.language);
    if (now.officialBasemap !== (before?.officialBasemap ?? false)) void showOfficial(now.officialBasemap);
    const { camera } = now;
    if (before !== undefined && camera !== null && camera !== before.camera && !sameCamera(camera, map.camera.get())) {
      map.camera.set(camera);
    }
  };

  showView();
  showCity();
  const stops = [
    view.subscribe(showView),
    // The summary comes a second time with its counts filled in; only another city or edition is drawn anew.
    city.subscribe((now, before) => {
      const shown = before.summary;
      if (now.summary === null || now.summary === shown) return;
      if (shown?.edition !== now.summary.edition || shown.identity.id !== now.summary.identity.id) showCity();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
