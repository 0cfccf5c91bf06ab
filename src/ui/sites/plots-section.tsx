import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { RegisterSite, SiteSurroundings } from '../../questions/sites/site-calls.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Missing } from '../common/figure.tsx';
import { selectAndShow } from '../common/select-object.ts';
import { useSiteWaves } from './demand-section.tsx';

/** What lies around a site, read again when the plan changes. */
export function useSurroundings(site: RegisterSite): SiteSurroundings | null {
  const { siteSession } = useApp();
  const key = useStore(siteSession.store, (state) => state.key);
  const scenarioId = useView((state) => state.scenarioId);
  const geometry = useMemo(() => JSON.stringify(site.geometry), [site.geometry]);
  const [found, setFound] = useState<{ readonly key: string; readonly value: SiteSurroundings } | null>(null);
  const wanted = `${key} ${geometry}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what the answer depends on
  useEffect(() => {
    const controller = new AbortController();
    siteSession.surroundings({ scenarioId, geometry: JSON.parse(geometry) }, controller.signal).then(
      (value) => setFound({ key: wanted, value }),
      () => {},
    );
    return () => controller.abort();
  }, [wanted]);
  return found === null || found.key !== wanted ? null : found.value;
}

/** Plots near the site that could take what it requires, and whether the Kita of its residents would fit. */
export function PlotsSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const app = useApp();
  const waves = useSiteWaves(site);
  const found = useSurroundings(site);
  if (found === null) return null;
  const wanted = typeof waves === 'string' ? null : requiredAreas(waves).kitaPlotSquareMeters;
  return (
    <section className="gap-section">
      <h3>{t('sites.plots')}</h3>
      {found.plots.length === 0 ? (
        <p>{t(found.layersMissing.includes('plots') ? 'sites.plots-missing' : 'sites.plots-none')}</p>
      ) : (
        <table className="table dossier-table">
          <caption className="secondary">
            {wanted === null ? t('sites.plots-air') : t('sites.plots-kita', { area: t.format.unit(wanted, 'm²', 0) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('sites.plot')}</th>
              <th scope="col" className="number">
                {t('sites.plot-area')}
              </th>
              <th scope="col" className="number">
                {t('sites.distance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.plots.slice(0, 10).map((plot) => (
              <tr key={plot.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => selectAndShow(app, { kind: 'plot', id: plot.id })}
                  >
                    {plot.name ?? plot.use ?? t('sites.plot-unnamed')}
                  </button>
                  <span className="secondary fact-note">
                    {plot.use ?? t('sites.plot-no-use')}
                    {plot.reservedFor === null ? '' : ` · ${t('sites.plot-reserved', { by: plot.reservedFor })}`}
                  </span>
                </th>
                <td className="number">
                  {plot.areaSquareMeters === null ? (
                    <Missing why={t('sites.not-stated')} />
                  ) : (
                    t.format.unit(plot.areaSquareMeters, 'm²', 0)
                  )}
                  {wanted !== null && (plot.areaSquareMeters ?? 0) >= wanted ? (
                    <span className="secondary fact-note">{t('sites.plot-fits')}</span>
                  ) : null}
                </td>
                <td className="number">{t.format.unit(plot.meters, 'm', 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
