import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newId } from './document/new-id.ts';
import { createTexts } from './i18n/translate.ts';
import { warmUpGraphics } from './map/warm-up.ts';
import { problem } from './shared/problem.ts';
import { linkViewToAddress, sayWhatWasNotUnderstood } from './state/address.ts';
import { createCatalogueStore } from './state/catalogue-store.ts';
import { createCitySession } from './state/city-session.ts';
import { createCityStore } from './state/city-store.ts';
import { createGapSession } from './state/gap-session.ts';
import { createGapStore } from './state/gap-store.ts';
import { createMeasureSession } from './state/measure-session.ts';
import { createNeedAnswersSession } from './state/need-answers-session.ts';
import { createNeedSession } from './state/need-session.ts';
import { addNotice, createNoticeStore } from './state/notice-store.ts';
import { createPlanMemory } from './state/plan-memory.ts';
import { createPlanSession } from './state/plan-session.ts';
import { createPlanStateStore } from './state/plan-store.ts';
import { followScenarios } from './state/scenario-session.ts';
import { createScenarioStore } from './state/scenario-store.ts';
import { createSettings } from './state/settings.ts';
import { createSiteSession } from './state/site-session.ts';
import { createTabChannel } from './state/tab-channel.ts';
import { decodeView } from './state/url.ts';
import { createViewStore, rememberView } from './state/view-store.ts';
import { type AppParts, AppProvider } from './ui/common/app-context.ts';
import { later } from './ui/common/later.tsx';
import { App } from './ui/shell/app.tsx';
import { createWorkerClient } from './worker/client.ts';
import { spawnCityWorker } from './worker/spawn-city-worker.ts';

// Checks of plans and files come later; without this zod would try `eval` once, which the content security policy reports.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

// The worker reads the city and the drawing code is fetched while the page is being built.
const client = createWorkerClient(spawnCityWorker);
const mapModule = import('./map/map-view.ts');
const graphics = warmUpGraphics();
mapModule.then(
  ({ prepareMap }) => prepareMap(),
  () => {},
);

/** `#rat`: one question, read-only. */
const isCouncil = window.location.hash === '#rat';
window.addEventListener('hashchange', () => window.location.reload());

const settings = createSettings(() => window.localStorage);
const link = decodeView(window.location.search);
// On a phone an open panel would hide the map from a first visit.
const isNarrow = window.matchMedia('(max-width: 639px)').matches;
const view = createViewStore({ ...(isNarrow ? { panel: null } : {}), ...settings.read() }, link);
const city = createCityStore(view.getState().cityId);
const notices = createNoticeStore();
const packageUrl = (cityId: string) => new URL(`city/${cityId}/`, document.baseURI).href;
const session = createCitySession({ client, view, city, notices, packageUrl });
const planState = createPlanStateStore();
const catalogue = createCatalogueStore(planState, () => new Date().toISOString().slice(0, 10));
const gaps = createGapStore();
const scenarios = createScenarioStore();
// Before the questions: they are asked under the plan that the worker has.
followScenarios({ client, planState, catalogue, scenarios });
const gapSession = createGapSession({ client, view, city, catalogue, scenarios, gaps, notices });
/** Time between a change and what may wait for it: looking for conflicts, noting where the city's objects lie. */
const PAUSE_MILLISECONDS = 300;
const planSession = createPlanSession({
  city,
  planState,
  notices,
  memory: createPlanMemory(() => window.localStorage),
  tabs: createTabChannel('gemeinbedarf-plans'),
  openStore: async (report) => {
    const { openBrowserStore } = await import('./document/browser-repo.ts');
    return openBrowserStore(report);
  },
  loadDocuments: () => import('./document/plan-document.ts'),
  newId,
  now: () => new Date().toISOString(),
  later: (work) => void setTimeout(work, PAUSE_MILLISECONDS),
  signer: () => {
    const { person, department } = settings.read();
    return { author: person ?? createTexts(view.getState().language)('plan.nobody'), department: department ?? null };
  },
  firstName: (cityName) => createTexts(view.getState().language)('plan.first-name', { city: cityName }),
  findPlaces: (refs) => client.call('findPlaces', { refs }),
});

sayWhatWasNotUnderstood(notices, link.unknownParts);
if (settings.refused()) addNotice(notices, problem('app.storage-refused', {}));
rememberView(view, settings);
if (isCouncil) view.setState({ gapShown: true, selection: null, layers: ['districts', 'houses'] });
linkViewToAddress(view, notices, window);
session.start();
// The council reads what is: no plan is opened, nothing can be changed.
if (isCouncil) scenarios.setState({ ready: true });
else planSession.start();
gapSession.start();

const map: AppParts['map'] = { current: null };
const parts: AppParts = {
  view,
  city,
  notices,
  session,
  catalogue,
  scenarios,
  gaps,
  gapSession,
  measureSession: createMeasureSession(client),
  siteSession: createSiteSession({ client, view, city, scenarios }),
  needSession: createNeedSession({ client, city, planState, scenarios }),
  needAnswers: createNeedAnswersSession(client),
  planState,
  planSession,
  settings,
  hoverDistrict: (id) => map.current?.pointAtDistrict(id),
  map,
  detailsOpener: { current: null },
  focusDetails: { current: false },
  createMap: async (container, handlers) => {
    const [{ MapView }] = await Promise.all([mapModule, graphics]);
    return new MapView(container, { client, ...handlers });
  },
};

const CouncilApp = later(async () => (await import('./ui/council/council-app.tsx')).CouncilApp);

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <AppProvider value={parts}>{isCouncil ? <CouncilApp /> : <App />}</AppProvider>
  </StrictMode>,
);
