import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { cityLabel } from '../common/city-label.ts';
import { later } from '../common/later.tsx';
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
const GapPanel = later(async () => (await import('../gap-map/gap-panel.tsx')).GapPanel);
const GapDock = later(async () => (await import('../gap-map/gap-dock.tsx')).GapDock);
const GapBanner = later(async () => (await import('../gap-map/gap-banner.tsx')).GapBanner);
const RulePanel = later(async () => (await import('../gap-map/rule-panel.tsx')).RulePanel);
const SitesPanel = later(async () => (await import('../sites/sites-panel.tsx')).SitesPanel);
const MeasurePanel = later(async () => (await import('../measures/measure-panel.tsx')).MeasurePanel);
const NeedsPanel = later(async () => (await import('../needs/needs-panel.tsx')).NeedsPanel);
const IndicatorsPanel = later(async () => (await import('../indicators/indicators-panel.tsx')).IndicatorsPanel);
const HousesPanel = later(async () => (await import('../houses/houses-panel.tsx')).HousesPanel);
const PlansPanel = later(async () => (await import('../plans/plans-panel.tsx')).PlansPanel);
const DataPanel = later(async () => (await import('../data/data-panel.tsx')).DataPanel);
const SitesOnMap = later(async () => (await import('../sites/sites-on-map.tsx')).SitesOnMap);
const PersonDialog = later(async () => (await import('../start/person-dialog.tsx')).PersonDialog);
const HelpDialog = later(async () => (await import('../help/help-dialog.tsx')).HelpDialog);

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
        {panel === 'gaps' && mapShown ? <GapPanel /> : null}
        {panel === 'sites' ? <SitesPanel /> : null}
        {panel === 'measures' ? <MeasurePanel /> : null}
        {panel === 'needs' ? <NeedsPanel /> : null}
        {panel === 'indicators' ? <IndicatorsPanel /> : null}
        {panel === 'layers' ? <LayersPanel /> : null}
        {panel === 'houses' ? <HousesPanel /> : null}
        {panel === 'plans' ? <PlansPanel /> : null}
        {panel === 'data' ? <DataPanel /> : null}
        <MapPane />
        {planOpen && mapShown ? <SitesOnMap /> : null}
        <div className="middle">
          {gapShown && mapShown ? <GapBanner /> : null}
          <ClearArea />
          {gapShown && mapShown ? <GapDock /> : null}
        </div>
        {ruleOpen ? (
          <RulePanel />
        ) : selection?.kind === 'site' ? (
          <SiteDossier id={selection.id} />
        ) : selection === null ? null : (
          <DetailsPanel />
        )}
      </main>
      {dialog === 'search' ? <SearchDialog /> : null}
      {dialog === 'help' ? <HelpDialog /> : null}
      {dialog === 'start' ? <PersonDialog /> : null}
      <Announcer />
    </div>
  );
}
