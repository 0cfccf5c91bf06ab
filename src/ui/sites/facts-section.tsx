import { useState } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { circleWord } from '../../report/circle-text.ts';
import { firstYearOf, phasesText, stageName, stateText } from '../../report/sites/register-table.ts';
import { useTexts, useView } from '../common/app-context.ts';
import { Fact, Facts, TextFact, YesNoFact } from '../common/facts.tsx';
import { Figure, Missing } from '../common/figure.tsx';
import { later } from '../common/later.tsx';
import { GradeFact } from '../details/grade-fact.tsx';

const EditSite = later(async () => (await import('./edit-site.tsx')).EditSite);
const SplitSite = later(async () => (await import('./split-site.tsx')).SplitSite);

/** What is known of a site, with a mark on what the plan sets over the city package; everything can be edited. */
export function FactsSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const [form, setForm] = useState<'edit' | 'split' | null>(null);
  // A scenario has no sites of its own: two are made of one for all of them.
  const mayBeSplit = useView((state) => state.scenarioId) === null;
  if (form === 'edit') return <EditSite site={site} onDone={() => setForm(null)} />;
  if (form === 'split') return <SplitSite site={site} onDone={() => setForm(null)} />;
  const why = t('sites.not-stated');
  const year = firstYearOf(site);
  return (
    <>
      <Facts>
        <Fact label={t('details.stage')}>
          {site.stage} {stageName(site.stage, t)}
          <Mark site={site} field="stage" />
        </Fact>
        {stateText(site, t) === null ? null : <Fact label={t('details.side-state')}>{stateText(site, t)}</Fact>}
        <Fact label={t('details.dwellings')}>
          <Figure value={site.dwellings} why={why} digits={0} />
          <Mark site={site} field="dwellings" />
        </Fact>
        <Fact label={t('details.dwellings-lost')}>
          <Figure value={site.dwellingsLost} why={why} digits={0} />
          <Mark site={site} field="dwellingsLost" />
        </Fact>
        <Fact label={t('details.floor-area')}>
          <Figure value={site.floorAreaSquareMeters} unit="m²" digits={0} why={why} />
          <Mark site={site} field="floorAreaSquareMeters" />
        </Fact>
        <Fact label={t('details.subsidised')}>
          {site.subsidisedShare === null ? <Missing why={why} /> : t.format.percent(site.subsidisedShare)}
          <Mark site={site} field="subsidisedShare" />
        </Fact>
        <TextFact
          label={t('details.dwelling-type')}
          value={site.dwellingType === null ? null : t(`details.dwelling-${site.dwellingType}`)}
          why={why}
        />
        <Fact label={t('details.first-occupancy')}>
          {year === null ? <Missing why={why} /> : year}
          <Mark site={site} field="firstOccupancy" />
        </Fact>
        <Fact label={t('details.phases')}>
          {phasesText(site, t) ?? <Missing why={why} />}
          <Mark site={site} field="phases" />
        </Fact>
        <Fact label={t('sites.plot-area')}>
          <Figure value={site.areaSquareMeters} unit="m²" digits={0} why={why} />
        </Fact>
        <TextFact label={t('details.owner')} value={site.owner} why={why} />
        <YesNoFact label={t('details.in-forecast')} value={site.inForecast} why={why} />
        <TextFact label={t('sites.column-contact')} value={site.contactRole} why={why} />
        <TextFact label={t('details.next-step')} value={site.nextStep} why={why} />
        <TextFact
          label={t('sites.next-date')}
          value={site.nextDate === null ? null : t.format.date(site.nextDate)}
          why={why}
        />
        <TextFact
          label={t('sites.column-origin')}
          value={site.sourceName ?? t(`sites.origin-${site.origin}`)}
          why={why}
        />
        <Fact label={t('circle.title')}>
          {circleWord(site.circle, t)}
          <Mark site={site} field="circle" />
        </Fact>
        <GradeFact grade={site.grade} />
      </Facts>
      <div className="site-form-buttons">
        <button type="button" className="button" onClick={() => setForm('edit')}>
          {t('sites.edit')}
        </button>
        {mayBeSplit ? (
          <button type="button" className="button" onClick={() => setForm('split')}>
            {t('sites.split')}
          </button>
        ) : null}
      </div>
    </>
  );
}

/** Says that the plan set a field over the city package. */
function Mark({ site, field }: { readonly site: RegisterSite; readonly field: string }) {
  const t = useTexts();
  return site.edited.includes(field) ? <span className="site-mark">{t('sites.edited')}</span> : null;
}
