import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { cityLabel } from '../common/city-label.ts';
import { Header } from '../header/header.tsx';
import { LayersPanel } from '../layers/layers-panel.tsx';
import { MapPane } from '../map-pane/map-pane.tsx';
import { Announcer } from './announcer.tsx';
import { ClearArea } from './clear-area.tsx';
import { DetailsPanel, SearchDialog, SiteDossier } from './prefetch.ts';
import { PANEL_ID, Rail } from './rail.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';
import './base.css';
import './shell.css';

// What the first map does not need is fetched when it is asked for.
const GapPanel = lazy(async () => ({ default: (await import('../gap-map/gap-panel.tsx')).GapPanel }));
const GapDock = lazy(async () => ({ default: (await import('../gap-map/gap-dock.tsx')).GapDock }));
const GapBanner = lazy(async () => ({ default: (await import('../gap-map/gap-banner.tsx')).GapBanner }));
const RulePanel = lazy(async () => ({ default: (await import('../gap-map/rule-panel.tsx')).RulePanel }));
const SitesPanel = lazy(async () => ({ default: (await import('../sites/sites-panel.tsx')).SitesPanel }));
const MeasurePanel = lazy(async () => ({ default: (await import('../measures/measure-panel.tsx')).MeasurePanel }));
const NeedsPanel = lazy(async () => ({ default: (await import('../needs/needs-panel.tsx')).NeedsPanel }));
const IndicatorsPanel = lazy(async () => ({
  default: (await import('../indicators/indicators-panel.tsx')).IndicatorsPanel,
}));
const HousesPanel = lazy(async () => ({ default: (await import('../houses/houses-panel.tsx')).HousesPanel }));
const PlansPanel = lazy(async () => ({ default: (await import('../plans/plans-panel.tsx')).PlansPanel }));
const DataPanel = lazy(async () => ({ default: (await import('../data/data-panel.tsx')).DataPanel }));
const SitesOnMap = lazy(async () => ({ default: (await import('../sites/sites-on-map.tsx')).SitesOnMap }));
const PersonDialog = lazy(async () => ({ default: (await import('../start/person-dialog.tsx')).PersonDialog }));
const HelpDialog = lazy(async () => ({ default: (await import('../help/help-dialog.tsx')).HelpDialog }));

/** The one page: header, task rail, map with panels on it. */
export function App() {
  const t = useTexts();
  const panel = useView((state) => state.panel);
  const dialog = useView((state) => state.dialog);
  const selection = useView((state) => state.selection);
  const ruleOpen = useView((state) => state.rule !== null);
  const gapShown = useView((state) => state.gapShown);
  const mapShown = useCity((state) => state.mapShown || state.mapProblem !== null);
  const planOpen = useStore(useApp().planState, (state) => state.plan !== null);
  const hasDetails = selection !== null || ruleOpen;
  const cityName = useCity((state) => cityLabel(state.summary, t));
  useShortcuts();
  useKeptFocus();
  useUnsavedWarning();

  useEffect(() => {
    document.documentElement.lang = t.language;
    document.title = cityName === null ? t('app.name') : t('app.title', { city: cityName });
  }, [t, cityName]);

  return (
    <div className="app" data-panel={panel ?? 'none'} data-details={hasDetails ? 'open' : 'closed'}>
      <div className="skip-links">
        {panel === null ? null : <a href={`#${PANEL_ID}`}>{t('app.skip-to-panel')}</a>}
        <a href="#map">{t('app.skip-to-map')}</a>
        {hasDetails ? <a href="#details">{t('app.skip-to-details')}</a> : null}
      </div>
      <Header />
      <Rail />
      <main className="stage">
        <Suspense fallback={null}>
          {panel === 'gaps' && mapShown ? <GapPanel /> : null}
          {panel === 'sites' ? <SitesPanel /> : null}
          {panel === 'measures' ? <MeasurePanel /> : null}
          {panel === 'needs' ? <NeedsPanel /> : null}
          {panel === 'indicators' ? <IndicatorsPanel /> : null}
          {panel === 'layers' ? <LayersPanel /> : null}
          {panel === 'houses' ? <HousesPanel /> : null}
          {panel === 'plans' ? <PlansPanel /> : null}
          {panel === 'data' ? <DataPanel /> : null}
        </Suspense>
        <MapPane />
        <Suspense fallback={null}>{planOpen && mapShown ? <SitesOnMap /> : null}</Suspense>
        <div className="middle">
          <Suspense fallback={null}>{gapShown && mapShown ? <GapBanner /> : null}</Suspense>
          <ClearArea />
          <Suspense fallback={null}>{gapShown && mapShown ? <GapDock /> : null}</Suspense>
        </div>
        <Suspense fallback={null}>
          {ruleOpen ? (
            <RulePanel />
          ) : selection?.kind === 'site' ? (
            <SiteDossier id={selection.id} />
          ) : selection === null ? null : (
            <DetailsPanel />
          )}
        </Suspense>
      </main>
      <Suspense fallback={null}>
        {dialog === 'search' ? <SearchDialog /> : null}
        {dialog === 'help' ? <HelpDialog /> : null}
        {dialog === 'start' ? <PersonDialog /> : null}
      </Suspense>
      <Announcer />
    </div>
  );
}
