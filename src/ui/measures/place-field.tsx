import { useEffect, useState } from 'react';
import type { PlaceFacts, PlotBrief } from '../../questions/measures/measure-calls.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { focusMap, showOnMap } from '../common/select-object.ts';
import { Choice, ProblemText } from './form-parts.tsx';
import { measureUi, setFields, useMeasureUi } from './measure-ui.ts';
import { SearchField } from './search-field.tsx';

interface PlaceFieldProps {
  readonly scenarioId: string;
  readonly place: PlaceFacts | null;
  readonly problem: Problem | undefined;
}

/** Where the house stands: by a click or the crosshair, on a plot of the list, by street or coordinates. */
export function PlaceField({ scenarioId, place, problem: fault }: PlaceFieldProps) {
  const t = useTexts();
  const app = useApp();
  const isPlacing = useMeasureUi((state) => state.placing?.kind === 'form');
  const plots = usePlots(scenarioId);
  const [unknown, setUnknown] = useState<Problem | null>(null);
  const put = async (position: LonLat) => {
    setUnknown(null);
    const facts = await app.measureSession.placeAt(position, scenarioId);
    setFields({ place: facts });
    if (!facts.outside) showOnMap(app, { position: [position[0], position[1]], zoom: 15 });
  };
  return (
    <fieldset className="measure-place">
      <legend>{t('measures.place')}</legend>
      <PlaceText place={place} />
      <button
        type="button"
        className="button"
        aria-pressed={isPlacing}
        onClick={() => {
          measureUi.setState({ placing: isPlacing ? null : { kind: 'form' } });
          if (!isPlacing) focusMap();
        }}
      >
        <Icon name="target" />
        {t(isPlacing ? 'measures.place-cancel' : 'measures.place-map')}
      </button>
      {isPlacing ? <p className="measure-hint">{t('measures.place-hint')}</p> : null}
      {plots.length === 0 ? null : (
        <Choice
          label={t('measures.place-plot')}
          value={place?.plot?.id ?? ''}
          options={[
            { value: '', label: t('measures.place-plot-none') },
            ...plots.map((plot) => ({ value: plot.id, label: plotText(plot) })),
          ]}
          onChange={(id) => {
            const plot = plots.find((candidate) => candidate.id === id);
            if (plot !== undefined) void put(plot.position);
          }}
        />
      )}
      <SearchField
        label={t('measures.place-search')}
        kinds={['coordinates', 'street', 'place', 'house', 'site', 'district']}
        onFound={(hit, text) => {
          if (hit === null) setUnknown(problem('measure.place-unknown', { found: text }));
          else void put(hit.position);
        }}
      />
      <ProblemText problem={unknown ?? fault} />
    </fieldset>
  );

  function plotText({ id, name, areaSquareMeters, district }: PlotBrief): string {
    const area =
      areaSquareMeters === null ? t('measures.plot-area-unknown') : t.format.unit(Math.round(areaSquareMeters), 'm²');
    return t('measures.plot-option', { name: name ?? id, area, district: district ?? '–' });
  }
}

function PlaceText({ place }: { readonly place: PlaceFacts | null }) {
  const t = useTexts();
  if (place === null || place.outside) return null;
  const [lon, lat] = place.position;
  const words = [
    ...(place.plot === null ? [] : [t('measures.place-on-plot', { name: place.plot.name ?? place.plot.id })]),
    ...(place.site === null ? [] : [t('measures.place-on-site', { name: place.site.name })]),
    ...(place.district === null ? [] : [t('measures.place-in', { district: place.district })]),
    `${t.format.number(lat, 5)} / ${t.format.number(lon, 5)}`,
  ];
  return <p className="measure-chosen">{words.join(' · ')}</p>;
}

/** Plots of the city and the plan, by name. */
export function usePlots(scenarioId: string): readonly PlotBrief[] {
  const { measureSession } = useApp();
  const [plots, setPlots] = useState<readonly PlotBrief[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    measureSession.plots(scenarioId, controller.signal).then(
      (found) => setPlots([...found].sort((a, b) => ((a.name ?? a.id) < (b.name ?? b.id) ? -1 : 1))),
      () => {},
    );
    return () => controller.abort();
  }, [measureSession, scenarioId]);
  return plots;
}
