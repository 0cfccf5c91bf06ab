import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Indicator } from '../../indicators/indicator.ts';
import type { HouseInReach, ImpactAnswer, RegisterSite, SiteImpact } from '../../questions/sites/site-calls.ts';
import { impactNotes, impactSentence, unknownText } from '../../report/sites/impact-text.ts';
import { rangeText, unitText } from '../../report/sites/need-text.ts';
import type { ServiceId } from '../../shared/services.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Missing } from '../common/figure.tsx';
import { selectAndShow } from '../common/select-object.ts';
import { useSiteWaves, Without } from './demand-section.tsx';
import { HeldNote } from './held-note.tsx';
import { PlotsSection } from './plots-section.tsx';
import { comparedIndicators, useImpacts } from './use-impacts.ts';

/** With and without the site: what is missing because of it, who else loses a place, what is in reach and how full. */
export function ImpactSection({ site }: { readonly site: RegisterSite }) {
  const waves = useSiteWaves(site);
  return (
    <>
      {typeof waves === 'string' ? <Without why={waves} /> : <Impacts site={site} />}
      <PlotsSection site={site} />
    </>
  );
}

function Impacts({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { catalogue } = useApp();
  const indicators = comparedIndicators(useStore(catalogue, (state) => state.indicators));
  const [chosen, setChosen] = useState<ServiceId>('kita-u3');
  const { answers, waiting } = useImpacts(site);
  const indicator = indicators.find(({ service }) => service === chosen);
  const answer = answers.get(chosen);
  return (
    <>
      <p className="secondary" role="status">
        {waiting === 0 ? t('sites.compared') : t.count('sites.comparing', waiting)}
      </p>
      <HeldNote answers={answers.values()} />
      <table className="table dossier-table">
        <caption>
          {t('sites.impact-table')}
          <span className="secondary">{t('sites.gross')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('gaps.service')}</th>
            <th scope="col" className="number">
              {t('sites.impact-missing')}
            </th>
            <th scope="col" className="number">
              {t('sites.impact-first')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((own) => (
            <tr
              key={own.service}
              {...(own.service === chosen ? { 'aria-current': true, className: 'dossier-chosen' } : {})}
            >
              <th scope="row">
                <button type="button" className="text-button" onClick={() => setChosen(own.service)}>
                  {t(`service.${own.service}`)}
                </button>
              </th>
              <ImpactCells answer={answers.get(own.service)} indicator={own} />
            </tr>
          ))}
        </tbody>
      </table>
      {indicator === undefined || answer === undefined ? null : 'problem' in answer ? (
        <p className="warning-text">{unknownText(answer, indicator, t)}</p>
      ) : (
        <ServiceImpact key={chosen} impact={answer.impact} indicator={indicator} />
      )}
    </>
  );
}

function ImpactCells({
  answer,
  indicator,
}: {
  readonly answer: ImpactAnswer | undefined;
  readonly indicator: Indicator;
}) {
  const t = useTexts();
  if (answer === undefined)
    return (
      <td colSpan={2} className="number secondary">
        …
      </td>
    );
  const why = unknownText(answer, indicator, t);
  if (why !== null || 'problem' in answer) {
    return (
      <td colSpan={2} className="number">
        <Missing why={why ?? ''} />
      </td>
    );
  }
  const { worst, firstYear } = answer.impact;
  return (
    <>
      <td className="number">
        {worst === null ? '0' : rangeText(worst, t)}
        <span className="secondary fact-note">{unitText(indicator, t)}</span>
      </td>
      <td className="number">{firstYear === null ? '–' : firstYear}</td>
    </>
  );
}

interface ServiceImpactProps {
  readonly impact: SiteImpact;
  readonly indicator: Indicator;
}

function ServiceImpact({ impact, indicator }: ServiceImpactProps) {
  const t = useTexts();
  const id = useId();
  const years = impact.years.map(({ year }) => year);
  const worst = impact.worst === null ? years.length - 1 : years.indexOf(impact.worst.year);
  const [index, setIndex] = useState(Math.max(0, worst));
  const year = impact.years[index];
  const unknown = unknownText({ impact }, indicator, t);
  const score = impact.squareMetersPerPerson?.[index] ?? null;
  return (
    <section className="gap-section" aria-labelledby={id}>
      <h3 id={id}>{t(`service.${impact.service}`)}</h3>
      <p>{unknown ?? impactSentence(impact, indicator, t)}</p>
      {impactNotes(impact, t).map((note) => (
        <p key={note} className="secondary">
          {note}
        </p>
      ))}
      <div className="field">
        <label htmlFor={`${id}y`}>{t('gaps.year')}</label>
        <select
          id={`${id}y`}
          className="select"
          value={index}
          onChange={(event) => setIndex(Number(event.target.value))}
        >
          {years.map((own, i) => (
            <option key={own} value={i}>
              {own}
            </option>
          ))}
        </select>
      </div>
      {year === undefined || unknown !== null ? null : (
        <p className="figure">
          {t('sites.impact-year', {
            demand: year.demand === null ? t('missing.short') : t.format.number(year.demand, 1),
            unit: unitText(indicator, t),
            without: year.missingWithout === null ? t('missing.short') : t.format.number(year.missingWithout, 0),
            with: year.missing === null ? t('missing.short') : t.format.number(year.missing, 0),
          })}
        </p>
      )}
      {score === null ? null : <p>{t('sites.area-score', { value: t.format.unit(score, 'm²', 1) })}</p>}
      <Houses houses={impact.houses} index={index} impact={impact} />
    </section>
  );
}

interface HousesProps {
  readonly houses: readonly HouseInReach[];
  readonly index: number;
  readonly impact: SiteImpact;
}

/** Houses in reach with their load in a year, without the site and with it. */
function Houses({ houses, index, impact }: HousesProps) {
  const t = useTexts();
  const app = useApp();
  if (impact.around === 'area') return null;
  if (houses.length === 0) return <p>{t('sites.nothing-in-reach')}</p>;
  const isArea = impact.model === 'area' || impact.service.startsWith('spielplatz');
  const hasLoad = impact.model === 'allocation' || impact.model === 'catchment';
  return (
    <table className="table dossier-table">
      <caption>{t('sites.in-reach')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sites.house')}</th>
          <th scope="col" className="number">
            {t('sites.way')}
          </th>
          {hasLoad ? (
            <th scope="col" className="number">
              {t('sites.load')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {houses.slice(0, 12).map((house) => (
          <tr key={house.id}>
            <th scope="row">
              <button
                type="button"
                className="text-button"
                onClick={() => selectAndShow(app, { kind: isArea ? 'supply-area' : 'house', id: house.id })}
              >
                {house.name ?? t('sites.unnamed')}
              </button>
            </th>
            <td className="number">{house.meters === null ? '–' : t.format.unit(house.meters, 'm', 0)}</td>
            {hasLoad ? (
              <td className="number">
                <LoadText house={house} index={index} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "38 → 40 von 40": places taken without the site, with it, and how many there are. */
function LoadText({ house, index }: { readonly house: HouseInReach; readonly index: number }) {
  const t = useTexts();
  const [capacity, taken, before] = [house.capacity[index], house.taken[index], house.takenWithout[index]];
  if (capacity === null || capacity === undefined) return <Missing why={t('sites.no-capacity')} />;
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : t.format.number(value, 0);
  return t('sites.load-text', { before: write(before), taken: write(taken), capacity: write(capacity) });
}
