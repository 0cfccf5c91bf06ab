import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';

/** Who the map's data come from, as the licences ask; the full list with licences is one press away. */
export function Attribution() {
  const t = useTexts();
  const { view } = useApp();
  const sources = useCity((state) => state.summary?.sources ?? null);
  const official = useView((state) => state.officialBasemap);
  if (sources === null) return null;
  const names = new Set(sources.map((source) => source.attribution));
  if (official) names.add(t('map.basemap-attribution'));
  return (
    <div className="attribution">
      <span className="attribution-names">{[...names].join(' · ')}</span>
      <button type="button" className="text-button" onClick={() => view.setState({ panel: 'data' })}>
        {t('map.sources')}
      </button>
    </div>
  );
}
