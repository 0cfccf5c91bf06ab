import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import type { HeaderLine } from '../../report/header-block.ts';
import { registerTable, stageName } from '../../report/sites/register-table.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { TableFileButtons } from '../common/table-files.tsx';
import { useSites } from './sites-store.ts';

/** The shown sites to take away, with what narrows them down on top. */
export function RegisterExport({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const { scenarios } = useApp();
  const summary = useCity((state) => state.summary);
  const filter = useSites((state) => state.filter);
  const scenarioId = useView((state) => state.scenarioId);
  const shownYear = useView((state) => state.gap.year);
  if (summary === null) return null;
  const { identity, edition } = summary;
  const year = shownYear ?? identity.years[0]!;
  const scenario = scenarios.getState().scenarios.find(({ id }) => id === scenarioId)?.name;
  const district = sites.flatMap(({ path }) => path).find(({ id }) => id === filter.district)?.name;
  const filters = [
    filter.text === '' ? null : `${t('sites.filter-text')}: ${filter.text}`,
    district === undefined ? null : `${t('sites.filter-district')}: ${district}`,
    filter.fromStage === 0 ? null : `${t('sites.filter-stage')}: ${filter.fromStage} ${stageName(filter.fromStage, t)}`,
    filter.fromYear === null ? null : `${t('sites.filter-from-year')}: ${filter.fromYear}`,
    filter.toYear === null ? null : `${t('sites.filter-to-year')}: ${filter.toYear}`,
    filter.changedSince === null ? null : `${t('sites.filter-changed')}: ${t.format.date(filter.changedSince)}`,
  ].filter((line) => line !== null);
  const header: readonly HeaderLine[] = [
    [t('report-header.city'), t('report-header.edition', { city: identity.name, edition })],
    [t('report-header.question'), t('sites.export-question', { year: String(year) })],
    [t('report-header.scenario'), scenario ?? t('report-header.existing')],
    [t('report-header.filters'), filters.length === 0 ? t('report-header.no-filters') : filters.join('; ')],
  ];
  return (
    <TableFileButtons
      fileName={`${identity.id}-${t('sites.file-name')}`}
      make={() => {
        const table = registerTable(sites, { year, schoolCutOff: identity.schoolCutOff }, t);
        return { sheets: [{ name: t('sites.title'), header, table }] };
      }}
    />
  );
}
