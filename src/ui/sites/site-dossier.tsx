import { later } from '../common/later.tsx';
import '../../i18n/later-texts.ts';
import { useEffect, useRef } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { countsText, stageName, stateText } from '../../report/sites/register-table.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { closeDetails, selectAndShow } from '../common/select-object.ts';
import { ComparedAhead } from './compared-ahead.tsx';
import { DemandSection } from './demand-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { ImpactSection } from './impact-section.tsx';
import { DOSSIER_TABS, type DossierTab, setSites, useSites } from './sites-store.ts';
import { useRegister } from './use-register.ts';
import '../gap-map/gap-map.css';
import '../details/details.css';
import './sites.css';

const ChecksSection = later(async () => (await import('./checks-section.tsx')).ChecksSection);
const NeedsSection = later(async () => (await import('./needs-section.tsx')).NeedsSection);
const ProfileSection = later(async () => (await import('./profile-section.tsx')).ProfileSection);
const ParticipationSection = later(async () => (await import('./participation-section.tsx')).ParticipationSection);

/** One site: what its residents require, what that does to the surroundings, and everything agreed about it. */
export function SiteDossier({ id }: { readonly id: string }) {
  const t = useTexts();
  const app = useApp();
  const { register, stale } = useRegister();
  const site = register?.sites.find((candidate) => candidate.id === id) ?? null;
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = site !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another site takes the focus as well
  useEffect(() => {
    if (!app.focusDetails.current || !isThere) return;
    app.focusDetails.current = false;
    heading.current?.focus();
  }, [app, isThere, id]);

  return (
    <aside id="details" className="sheet details dossier" aria-label={t('sites.dossier')} tabIndex={-1}>
      <header className="sheet-head">
        <div className="details-title">
          <p className="details-kind">
            {t('kind.site')}
            {site === null ? '' : ` · ${site.stage} ${stageName(site.stage, t)}`}
          </p>
          <h2 ref={heading} tabIndex={-1}>
            {site?.name ?? t('sites.dossier')}
          </h2>
        </div>
        <button type="button" className="icon-button" aria-label={t('details.close')} onClick={() => closeDetails(app)}>
          <Icon name="close" />
        </button>
      </header>
      <div className={stale ? 'sheet-body stale' : 'sheet-body'} aria-busy={stale}>
        {site !== null ? <Dossier site={site} /> : <p>{t(register === null ? 'sites.reading' : 'sites.unknown')}</p>}
      </div>
    </aside>
  );
}

function Dossier({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const tab = useSites((state) => state.tab);
  return (
    <>
      <Where site={site} />
      <ComparedAhead site={site} isOpen />
      <div className="dossier-tabs" role="tablist" aria-label={t('sites.tabs')}>
        {DOSSIER_TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`dossier-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="dossier-panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => setSites({ tab: name })}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              if (step === 0) return;
              const next =
                DOSSIER_TABS[(DOSSIER_TABS.indexOf(name) + step + DOSSIER_TABS.length) % DOSSIER_TABS.length]!;
              setSites({ tab: next });
              document.getElementById(`dossier-tab-${next}`)?.focus();
            }}
          >
            {t(`sites.tab-${name}`)}
          </button>
        ))}
      </div>
      <div id="dossier-panel" role="tabpanel" aria-labelledby={`dossier-tab-${tab}`}>
        <TabBody tab={tab} site={site} />
      </div>
    </>
  );
}

function TabBody({ tab, site }: { readonly tab: DossierTab; readonly site: RegisterSite }) {
  switch (tab) {
    case 'demand':
      return <DemandSection site={site} />;
    case 'impact':
      return <ImpactSection site={site} />;
    case 'facts':
      return <FactsSection site={site} />;
    case 'checks':
      return <ChecksSection site={site} />;
    case 'needs':
      return <NeedsSection site={site} />;
    case 'participation':
      return <ParticipationSection site={site} />;
    case 'profile':
      return <ProfileSection site={site} />;
  }
}

/** Where it lies, and whether it counts. */
function Where({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const app = useApp();
  const cityName = useCity((state) => state.summary?.identity.name ?? '');
  const fromStage = useView((state) => state.gap.counts.sitesFromStage);
  const state = stateText(site, t);
  return (
    <>
      <nav className="place-path" aria-label={t('details.path')}>
        <ol>
          <li>{cityName}</li>
          {site.path.map(({ id, name }) => (
            <li key={id}>
              <Icon name="next" />
              <button
                type="button"
                className="text-button"
                onClick={() => selectAndShow(app, { kind: 'district', id })}
              >
                {name}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p className="secondary dossier-state">
        {state === null ? '' : `${state} · `}
        {countsText(site, fromStage, t)}
        {' · '}
        <button
          type="button"
          className="text-button"
          onClick={() => app.map.current?.camera.flyTo({ bbox: site.bbox })}
        >
          {t('details.show-on-map')}
        </button>
      </p>
    </>
  );
}
