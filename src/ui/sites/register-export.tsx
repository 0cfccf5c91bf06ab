import { useState } from 'react';
import { useStore } from 'zustand';
import { maySee } from '../../plan/readers/circles.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { circleLine, scenarioLine } from '../../report/circle-text.ts';
import { cityText, type HeaderLine } from '../../report/header-block.ts';
import { registerGeoJson, registerTable, stageName } from '../../report/sites/register-table.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { CircleExport, ExportDetails } from '../common/circle-export.tsx';
import { useSites } from './sites-store.ts';

/** The shown sites to take away for a circle, with what narrows them down on top. */
export function RegisterExport({ sites }: { readonly sites: readonly RegisterSite[] }) {
  return sites.length === 0 ? null : <ExportDetails>{() => <ExportBody sites={sites} />}</ExportDetails>;
}

const PRINTED = [
  'name',
  'district',
  'stage',
  'stageName',
  'dwellings',
  'subsidised',
  'firstYear',
  'under3',
  'under6',
  'under10',
  'owner',
  'nextStep',
  'nextDate',
];

function ExportBody({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const { planState, siteSession } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const summary = useCity((state) => state.summary);
  const scenarioId = useView((state) => state.scenarioId);
  const shownYear = useView((state) => state.gap.year);
  const filters = useFilterWords(sites);
  const [circle, setCircle] = useState<Circle>('agsp');
  if (summary === null) return null;
  const { identity, edition } = summary;
  const year = shownYear ?? identity.years[0]!;
  const leftOut = sites.filter((site) => !maySee(circle, site.circle)).length;
  const title = t('sites.title');
  const header: readonly HeaderLine[] = [
    [t('report-header.city'), cityText({ cityName: identity.name, invented: identity.invented, edition }, t)],
    [t('report-header.question'), t('sites.export-question', { year: String(year) })],
    scenarioLine(plan, scenarioId, circle, t),
    [t('report-header.filters'), filters.length === 0 ? t('report-header.no-filters') : filters.join('; ')],
    circleLine(circle, leftOut, t),
  ];
  /** The shown ones as the circle may see them: changes laid over them by narrower ones are not in it. */
  const seen = async () => {
    const byId = new Map((await siteSession.forCircle(circle)).sites.map((site) => [site.id, site]));
    return sites.flatMap(({ id }) => byId.get(id) ?? []);
  };
  return (
    <CircleExport
      fileName={`${identity.id}-${t('sites.file-name')}`}
      circle={circle}
      onCircle={setCircle}
      leftOut={leftOut}
      printed={PRINTED}
      make={async () => {
        const table = registerTable(await seen(), { year, schoolCutOff: identity.schoolCutOff }, t);
        return { pages: [{ name: title, title, header, table }] };
      }}
      geoJson={async () => registerGeoJson(await seen(), { year, schoolCutOff: identity.schoolCutOff, header }, t)}
    >
      <p className="secondary">{t('sites.circle-default')}</p>
    </CircleExport>
  );
}

/** What narrows the register down, in words. */
function useFilterWords(sites: readonly RegisterSite[]): readonly string[] {
  const t = useTexts();
  const filter = useSites((state) => state.filter);
  const district = sites.flatMap(({ path }) => path).find(({ id }) => id === filter.district)?.name;
  return [
    filter.text === '' ? null : `${t('sites.filter-text')}: ${filter.text}`,
    district === undefined ? null : `${t('sites.filter-district')}: ${district}`,
    filter.fromStage === 0 ? null : `${t('sites.filter-stage')}: ${filter.fromStage} ${stageName(filter.fromStage, t)}`,
    filter.fromYear === null ? null : `${t('sites.filter-from-year')}: ${filter.fromYear}`,
    filter.toYear === null ? null : `${t('sites.filter-to-year')}: ${filter.toYear}`,
    filter.changedSince === null ? null : `${t('sites.filter-changed')}: ${t.format.date(filter.changedSince)}`,
  ].filter((line) => line !== null);
}
