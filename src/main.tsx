import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { warmUpGraphics } from './map/warm-up.ts';
import { problem } from './shared/problem.ts';
import { linkViewToAddress, sayWhatWasNotUnderstood } from './state/address.ts';
import { createCitySession } from './state/city-session.ts';
import { createCityStore } from './state/city-store.ts';
import { addNotice, createNoticeStore } from './state/notice-store.ts';
import { createSettings } from './state/settings.ts';
import { decodeView } from './state/url.ts';
import { createViewStore, rememberView } from './state/view-store.ts';
import { type AppParts, AppProvider } from './ui/common/app-context.ts';
import { App } from './ui/shell/app.tsx';
import { createWorkerClient } from './worker/client.ts';
import { spawnCityWorker } from './worker/spawn-city-worker.ts';

// The worker reads the city and the drawing code is fetched while the page is being built.
const client = createWorkerClient(spawnCityWorker);
const mapModule = import('./map/map-view.ts');
const graphics = warmUpGraphics();
mapModule.catch(() => {});

const settings = createSettings(() => window.localStorage);
const link = decodeView(window.location.search);
// On a phone an open panel would hide the map from a first visit.
const isNarrow = window.matchMedia('(max-width: 639px)').matches;
const view = createViewStore({ ...(isNarrow ? { panel: null } : {}), ...settings.read() }, link);
const city = createCityStore(view.getState().cityId);
const notices = createNoticeStore();
const packageUrl = (cityId: string) => new URL(`city/${cityId}/`, document.baseURI).href;
const session = createCitySession({ client, view, city, notices, packageUrl });

sayWhatWasNotUnderstood(notices, link.unknownParts);
if (settings.refused()) addNotice(notices, problem('app.storage-refused', {}));
rememberView(view, settings);
linkViewToAddress(view, notices, window);
session.start();

const parts: AppParts = {
  view,
  city,
  notices,
  session,
  map: { current: null },
  detailsOpener: { current: null },
  focusDetails: { current: false },
  createMap: async (container, handlers) => {
    const [{ MapView }] = await Promise.all([mapModule, graphics]);
    return new MapView(container, { client, ...handlers });
  },
};

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <AppProvider value={parts}>
      <App />
    </AppProvider>
  </StrictMode>,
);
