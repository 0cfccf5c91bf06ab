import { lazy, Suspense, useEffect } from 'react';
import { useCity, useTexts, useView } from '../common/app-context.ts';
import { cityLabel } from '../common/city-label.ts';
import { Header } from '../header/header.tsx';
import { LayersPanel } from '../layers/layers-panel.tsx';
import { MapPane } from '../map-pane/map-pane.tsx';
import { Announcer } from './announcer.tsx';
import { ClearArea } from './clear-area.tsx';
import { PANEL_ID, Rail } from './rail.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './base.css';
import './shell.css';

// What the first map does not need is fetched when it is asked for.
const HousesPanel = lazy(async () => ({ default: (await import('../houses/houses-panel.tsx')).HousesPanel }));
const DataPanel = lazy(async () => ({ default: (await import('../data/data-panel.tsx')).DataPanel }));
const DetailsPanel = lazy(async () => ({ default: (await import('../details/details-panel.tsx')).DetailsPanel }));
const SearchDialog = lazy(async () => ({ default: (await import('../search/search-dialog.tsx')).SearchDialog }));
const HelpDialog = lazy(async () => ({ default: (await import('../help/help-dialog.tsx')).HelpDialog }));

/** The one page: header, task rail, map with panels on it. */
export function App() {
  const t = useTexts();
  const panel = useView((state) => state.panel);
  const dialog = useView((state) => state.dialog);
  const selection = useView((state) => state.selection);
  const cityName = useCity((state) => cityLabel(state.summary, t));
  useShortcuts();

  useEffect(() => {
    document.documentElement.lang = t.language;
    document.title = cityName === null ? t('app.name') : t('app.title', { city: cityName });
  }, [t, cityName]);

  return (
    <div className="app" data-panel={panel ?? 'none'} data-details={selection === null ? 'closed' : 'open'}>
      <div className="skip-links">
        {panel === null ? null : <a href={`#${PANEL_ID}`}>{t('app.skip-to-panel')}</a>}
        <a href="#map">{t('app.skip-to-map')}</a>
        {selection === null ? null : <a href="#details">{t('app.skip-to-details')}</a>}
      </div>
      <Header />
      <Rail />
      <main className="stage">
        <Suspense fallback={null}>
          {panel === 'layers' ? <LayersPanel /> : null}
          {panel === 'houses' ? <HousesPanel /> : null}
          {panel === 'data' ? <DataPanel /> : null}
        </Suspense>
        <MapPane />
        <ClearArea />
        <Suspense fallback={null}>{selection === null ? null : <DetailsPanel />}</Suspense>
      </main>
      <Suspense fallback={null}>
        {dialog === 'search' ? <SearchDialog /> : null}
        {dialog === 'help' ? <HelpDialog /> : null}
      </Suspense>
      <Announcer />
    </div>
  );
}
