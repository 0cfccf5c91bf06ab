import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { kitaPlausibility } from '../../questions/sites/benchmarks.ts';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { computeSiteWaves, type NoWaves, type SiteWaves } from '../../questions/sites/site-waves.ts';
import {
  plausibilityText,
  rangeText,
  residentsSentence,
  roomLines,
  roundedText,
  unitText,
  waveSentence,
} from '../../report/sites/need-text.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { ParametersSection } from './parameters-section.tsx';
import { setSites } from './sites-store.ts';
import { WaveChart } from './wave-chart.tsx';

/** What the residents of a site require: each service with peak, long run and rooms, and the wave of one of them. */
export function DemandSection({ site }: { readonly site: RegisterSite }) {
  const waves = useSiteWaves(site);
  return (
    <>
      {typeof waves === 'string' ? <Without why={waves} /> : <Demand waves={waves} />}
      <ParametersSection site={site} />
    </>
  );
}

/** The waves of a site by the Kennwerte in force. */
export function useSiteWaves(site: RegisterSite): SiteWaves | NoWaves {
  const { catalogue } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const schoolCutOff = useCity((state) => state.summary?.identity.schoolCutOff ?? '06-30');
  return useMemo(() => computeSiteWaves(site, indicators, schoolCutOff), [site, indicators, schoolCutOff]);
}

/** A site of which too little is known says what is missing, and where to enter it. */
export function Without({ why }: { readonly why: NoWaves }) {
  const t = useTexts();
  return (
    <div className="sites-empty">
      <p>{t(`sites.${why}`)}</p>
      <button type="button" className="button" onClick={() => setSites({ tab: 'facts' })}>
        {t('sites.enter-facts')}
      </button>
    </div>
  );
}

function Demand({ waves }: { readonly waves: SiteWaves }) {
  const t = useTexts();
  const id = useId();
  const [chosen, setChosen] = useState('kita-u3');
  const shown = waves.services.find(({ indicator }) => indicator.service === chosen) ?? waves.services[0];
  const plausibility = kitaPlausibility(waves);
  return (
    <>
      <p className="dossier-sentence">{residentsSentence(waves, t)}</p>
      <p className="secondary">{t('sites.gross')}</p>
      {shown === undefined ? null : (
        <section className="gap-section" aria-labelledby={`${id}w`}>
          <h3 id={`${id}w`}>{t('sites.wave')}</h3>
          <div className="field">
            <label htmlFor={id}>{t('gaps.service')}</label>
            <select
              id={id}
              className="select"
              value={shown.indicator.service}
              onChange={(event) => setChosen(event.target.value)}
            >
              {waves.services.map(({ indicator }) => (
                <option key={indicator.service} value={indicator.service}>
                  {t(`service.${indicator.service}`)}
                </option>
              ))}
            </select>
          </div>
          <WaveChart
            title={t(`service.${shown.indicator.service}`)}
            unit={unitText(shown.indicator, t)}
            years={waves.years}
            wave={shown}
          />
          <p>{waveSentence(shown, t)}</p>
        </section>
      )}
      <section className="gap-section">
        <table className="table dossier-table">
          <caption>{t('sites.demand-table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gaps.service')}</th>
              <th scope="col" className="number">
                {t('sites.peak')}
              </th>
              <th scope="col" className="number">
                {t('sites.long-run')}
              </th>
            </tr>
          </thead>
          <tbody>
            {waves.services.map(({ indicator, peak, longRun }) => (
              <tr key={indicator.service}>
                <th scope="row">{t(`service.${indicator.service}`)}</th>
                <td className="number">
                  {rangeText(peak, t)}
                  <span className="secondary fact-note">
                    {t('sites.in-year', { year: String(peak.year) })} · {roundedText(peak.value, indicator, t)}
                  </span>
                </td>
                <td className="number">{t.format.number(longRun.middle, longRun.middle < 10 ? 1 : 0)}</td>
              </tr>
            ))}
            {waves.withoutRate.map((indicator) => (
              <tr key={indicator.service}>
                <th scope="row">{t(`service.${indicator.service}`)}</th>
                <td colSpan={2}>{t('sites.rate-by-city')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {plausibility === null ? null : <p className="secondary">{plausibilityText(plausibility, t)}</p>}
      </section>
      <Rooms waves={waves} />
    </>
  );
}

function Rooms({ waves }: { readonly waves: SiteWaves }) {
  const t = useTexts();
  return (
    <section className="gap-section">
      <table className="table dossier-table">
        <caption>{t('sites.rooms-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sites.what')}</th>
            <th scope="col" className="number">
              {t('sites.how-much')}
            </th>
          </tr>
        </thead>
        <tbody>
          {roomLines(waves, requiredAreas(waves), t).map(({ key, label, value, basis }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                <span className="secondary fact-note">{basis}</span>
              </th>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
