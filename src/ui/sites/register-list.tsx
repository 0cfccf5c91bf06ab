import { useEffect, useMemo } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { filterSites, firstYearOf, sortSites, stageName, stateText } from '../../report/sites/register-table.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { selectAndShow, selectObject, showOnMap } from '../common/select-object.ts';
import { prefetchDossier } from '../shell/prefetch.ts';
import { ComparedAhead, usePointed } from './compared-ahead.tsx';
import { RegisterExport } from './register-export.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';
import { setSites, useSites } from './sites-store.ts';
import { useChangedSites } from './use-changed-sites.ts';

interface RegisterListProps {
  readonly sites: readonly RegisterSite[];
  readonly stale: boolean;
  /** Parameters set for sites that the site model does not know. */
  readonly unknown: number;
}

/** All sites, filtered and sorted; one of them opens its dossier. */
export function RegisterList({ sites, stale, unknown }: RegisterListProps) {
  const t = useTexts();
  const filter = useSites((state) => state.filter);
  const sort = useSites((state) => state.sort);
  const isTable = useSites((state) => state.isTable);
  const changed = useChangedSites(filter.changedSince);
  const shown = useMemo(() => sortSites(filterSites(sites, filter, changed), sort), [sites, filter, changed, sort]);
  useEffect(prefetchDossier, []);
  const dwellings = shown.reduce((sum, site) => sum + (site.dwellings ?? 0), 0);
  const unstated = shown.filter((site) => site.dwellings === null).length;
  return (
    <>
      <RegisterFilters sites={sites} />
      <p className="secondary sites-count" role="status">
        {t('sites.shown', { shown: shown.length, all: sites.length, dwellings: Math.round(dwellings) })}
        {unstated === 0 ? '' : ` ${t.count('sites.without-dwellings', unstated)}`}
        {unknown === 0 ? '' : ` ${t.count('sites.parameters-unknown', unknown)}`}
      </p>
      <div className="export-buttons sites-buttons">
        <button type="button" className="button" aria-pressed={isTable} onClick={() => setSites({ isTable: !isTable })}>
          <Icon name="table" />
          {t(isTable ? 'sites.as-list' : 'sites.as-table')}
        </button>
      </div>
      <RegisterExport sites={shown} />
      {sites.length === 0 ? <p>{t('sites.none')}</p> : null}
      {sites.length > 0 && shown.length === 0 ? <p>{t('sites.none-match')}</p> : null}
      <div className={stale ? 'stale' : ''} aria-busy={stale}>
        {isTable ? <RegisterTable sites={shown} /> : <SiteRows sites={shown} />}
      </div>
    </>
  );
}

/** Flies to a site and opens its dossier. */
export function useOpenSite(): (site: Pick<RegisterSite, 'id' | 'bbox'>) => void {
  const app = useApp();
  return (site) => {
    selectObject(app, { kind: 'site', id: site.id });
    showOnMap(app, { bbox: site.bbox });
    if (site.bbox.some((degrees) => Number.isNaN(degrees))) void selectAndShow(app, { kind: 'site', id: site.id });
  };
}

function SiteRows({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const open = useOpenSite();
  const selected = useView((state) => (state.selection?.kind === 'site' ? state.selection.id : null));
  const { pointed, listen } = usePointed<RegisterSite>();
  // Until somebody points at one, any: the first comparison takes longest.
  const ahead = pointed ?? sites.find((site) => site.dwellings !== null);
  return (
    <ul className="sites-list" aria-label={t('sites.title')}>
      {sites.map((site) => (
        <li key={site.id}>
          <button
            type="button"
            className="house-row"
            {...(site.id === selected ? { 'aria-current': true } : {})}
            onClick={() => open(site)}
            {...listen(site)}
          >
            <SiteRow site={site} />
          </button>
        </li>
      ))}
      {ahead === undefined ? null : <ComparedAhead site={ahead} />}
    </ul>
  );
}

function SiteRow({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const year = firstYearOf(site);
  const state = stateText(site, t);
  return (
    <>
      <span className="house-row-text">
        <span>{site.name}</span>
        <span className="secondary">
          {site.path.at(-1)?.name ?? t('sites.outside')} · {site.stage} {stageName(site.stage, t)}
        </span>
        {state === null ? null : <span className="secondary">{state}</span>}
        {site.nextStep === null && site.nextDate === null ? null : (
          <span className="secondary">
            {t('sites.next', {
              step: site.nextStep ?? t('sites.next-unnamed'),
              date: site.nextDate === null ? t('sites.no-date') : t.format.date(site.nextDate),
            })}
          </span>
        )}
      </span>
      <span className="sites-row-figures">
        <span className="figure">
          {site.dwellings === null ? t('missing.short') : t('sites.dwellings-short', { count: site.dwellings })}
        </span>
        <span className="secondary figure">
          {year === null ? t('missing.short') : t('sites.from-year', { year: String(year) })}
        </span>
      </span>
    </>
  );
}
