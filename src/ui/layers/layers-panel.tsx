import type { CitySummary } from '../../questions/city-summary.ts';
import type { OverlayName } from '../../questions/map-calls.ts';
import { OVERLAYS } from '../../state/view-state.ts';
import { toggleLayer } from '../../state/view-store.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { Switch } from '../common/switch.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { GroupFilter } from './group-filter.tsx';
import { HouseStates } from './house-states.tsx';
import { countOfLayer, dateOfLayer, nameOfLayer } from './layer-facts.ts';
import { LayerSample } from './layer-sample.tsx';
import { PopulationRamp } from './population-ramp.tsx';
import { SupplyAreaLegend } from './supply-area-legend.tsx';
import './layers.css';

/** What is on the map: switch, sample, number and date of each layer, the filter of houses, and the background. */
export function LayersPanel() {
  const t = useTexts();
  const { view } = useApp();
  const summary = useCity((state) => state.summary);
  return (
    <Panel id={PANEL_ID} title={t('layers.title')} onClose={() => view.setState({ panel: null })}>
      {summary === null ? (
        <NoCity />
      ) : (
        <>
          <ul className="layers">
            <GapRow />
            {OVERLAYS.filter((layer) => summary.layers.includes(layer)).map((layer) => (
              <LayerRow key={layer} layer={layer} summary={summary} />
            ))}
          </ul>
          <MissingLayers summary={summary} />
          <Background summary={summary} />
        </>
      )}
    </Panel>
  );
}

/** The gap map as the first of the layers: it colours districts, cells and houses. */
function GapRow() {
  const t = useTexts();
  const { view } = useApp();
  const shown = useView((state) => state.gapShown);
  const service = useView((state) => state.gap.service);
  const year = useView((state) => state.gap.year);
  const firstYear = useCity((state) => state.summary?.identity.years[0] ?? null);
  return (
    <li>
      <Switch
        label={t('gaps.shown')}
        note={t('gaps.shown-note', { service: t(`service.${service}`), year: String(year ?? firstYear ?? '') })}
        checked={shown}
        onChange={(gapShown) => view.setState({ gapShown, rule: null })}
      />
    </li>
  );
}

function LayerRow({ layer, summary }: { readonly layer: OverlayName; readonly summary: CitySummary }) {
  const t = useTexts();
  const { view } = useApp();
  const shown = useView((state) => state.layers.includes(layer));
  const date = dateOfLayer(summary, layer);
  const count = countOfLayer(summary, layer, t);
  return (
    <li>
      <Switch
        label={nameOfLayer(summary, layer, t)}
        sample={<LayerSample layer={layer} />}
        note={[count, date === null ? t('layers.no-date') : t('layers.date', { date: t.format.date(date) })]
          .filter((part) => part !== null)
          .join(' · ')}
        checked={shown}
        onChange={() => toggleLayer(view, layer)}
      />
      {shown && layer === 'houses' ? (
        <>
          <GroupFilter summary={summary} />
          <HouseStates />
        </>
      ) : null}
      {shown && layer === 'supplyAreas' ? <SupplyAreaLegend /> : null}
      {shown && layer === 'population' ? <PopulationRamp /> : null}
    </li>
  );
}

function MissingLayers({ summary }: { readonly summary: CitySummary }) {
  const t = useTexts();
  const missing = OVERLAYS.filter((layer) => !summary.layers.includes(layer));
  if (missing.length === 0) return null;
  return (
    <p className="secondary">
      {t('layers.missing', { layers: missing.map((layer) => t(`layers.${layer}`)).join(', ') })}
    </p>
  );
}

function Background({ summary }: { readonly summary: CitySummary }) {
  const t = useTexts();
  const { view } = useApp();
  const official = useView((state) => state.officialBasemap);
  return (
    <section className="layers-background" aria-labelledby="layers-background">
      <h3 id="layers-background">{t('layers.background')}</h3>
      {summary.hasBaseMap ? null : <p className="secondary">{t('layers.no-basemap')}</p>}
      <Switch
        label={t('layers.basemap')}
        note={t('layers.basemap-why')}
        checked={official}
        onChange={(officialBasemap) => view.setState({ officialBasemap })}
      />
    </section>
  );
}
