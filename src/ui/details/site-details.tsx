import type { Site, SourceRecord } from '../../city/types.ts';
import type { TextKey, Texts } from '../../i18n/translate.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts, TextFact, YesNoFact } from '../common/facts.tsx';
import { Figure, Missing } from '../common/figure.tsx';
import { GradeFact } from './grade-fact.tsx';
import { missingReason } from './missing-reason.ts';

interface SiteDetailsProps {
  readonly site: Omit<Site, 'geometry'>;
  readonly source: SourceRecord | null;
}

/** A development site: where it stands in the procedure, how many dwellings, when. */
export function SiteDetails({ site, source }: SiteDetailsProps) {
  const t = useTexts();
  const why = missingReason(source, t);
  return (
    <>
      <Facts>
        <Fact label={t('details.stage')}>{stageText(site.stage, t)}</Fact>
        <SideState site={site} />
        <Fact label={t('details.dwellings')}>
          <Figure value={site.dwellings} why={why} />
        </Fact>
        <Fact label={t('details.dwellings-lost')}>
          <Figure value={site.dwellingsLost} why={why} />
        </Fact>
        <Fact label={t('details.floor-area')}>
          <Figure value={site.floorAreaSquareMeters} unit="m²" digits={0} why={why} />
        </Fact>
        <Fact label={t('details.subsidised')}>
          {site.subsidisedShare === null ? <Missing why={why} /> : t.format.percent(site.subsidisedShare)}
        </Fact>
        <TextFact
          label={t('details.dwelling-type')}
          value={site.dwellingType === null ? null : t(`details.dwelling-${site.dwellingType}`)}
          why={why}
        />
        <TextFact
          label={t('details.first-occupancy')}
          value={site.firstOccupancy === null ? null : String(site.firstOccupancy)}
          why={why}
        />
        <TextFact label={t('details.owner')} value={site.owner} why={why} />
        <YesNoFact label={t('details.in-forecast')} value={site.inForecast} why={why} />
        <TextFact label={t('details.next-step')} value={nextStepText(site, t)} why={why} />
        <GradeFact grade={site.grade} />
      </Facts>
      <Phases site={site} />
    </>
  );
}

function SideState({ site }: { readonly site: SiteDetailsProps['site'] }) {
  const t = useTexts();
  const words = [
    site.sideState === null ? null : t(`details.${site.sideState}`),
    site.infill ? t('details.infill') : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : <Fact label={t('details.side-state')}>{words.join(', ')}</Fact>;
}

function stageText(stage: number, t: Texts): string {
  const key = `stage.${stage}`;
  return t('details.stage-of', {
    stage,
    name: t.has(key) ? t(key as Extract<TextKey, `stage.${number}`>) : '',
  });
}

function nextStepText({ nextStep, nextDate }: SiteDetailsProps['site'], t: Texts): string | null {
  const parts = [nextStep, nextDate === null ? null : t.format.date(nextDate)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function Phases({ site }: { readonly site: SiteDetailsProps['site'] }) {
  const t = useTexts();
  if (site.phases.length === 0) return null;
  return (
    <table className="table">
      <caption>{t('details.phases')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('details.year')}</th>
          <th scope="col" className="number">
            {t('details.share')}
          </th>
          <th scope="col" className="number">
            {t('details.dwellings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {site.phases.map(({ year, share }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td className="number">{t.format.percent(share)}</td>
            <td className="number">
              {site.dwellings === null ? '' : t.format.number(Math.round(site.dwellings * share))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
