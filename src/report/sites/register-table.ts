import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { foldText } from '../../questions/fold-text.ts';
import { siteCounts, sitePhases } from '../../questions/gaps/gap-sites.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { computeSiteWaves } from '../../questions/sites/site-waves.ts';
import { circleWord, geoJsonText } from '../circle-text.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../gap-table.ts';
import type { HeaderLine } from '../header-block.ts';

/** What narrows the register down; everything at its first value = all sites. */
export interface RegisterFilter {
  /** Part of the name. */
  readonly text: string;
  /** Id of a district of any level; `null` = the city. */
  readonly district: string | null;
  readonly fromStage: number;
  /** Year of first occupancy, both included; `null` = any, sites without a year too. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** ISO day: only sites that the plan made or changed since; `null` = all. */
  readonly changedSince: string | null;
}

export const FIRST_REGISTER_FILTER: RegisterFilter = {
  text: '',
  district: null,
  fromStage: 0,
  fromYear: null,
  toYear: null,
  changedSince: null,
};

/** The year in which the first residents move in; `null` = not known. */
export function firstYearOf(site: Pick<RegisterSite, 'phases' | 'firstOccupancy'>): number | null {
  const phases = sitePhases(site);
  return phases.length === 0 ? null : Math.min(...phases.map(({ year }) => year));
}

/** Sites that pass a filter. `changedIds` = sites touched since its day. */
export function filterSites(
  sites: readonly RegisterSite[],
  filter: RegisterFilter,
  changedIds: ReadonlySet<string>,
): RegisterSite[] {
  const wanted = foldText(filter.text);
  return sites.filter((site) => {
    const year = firstYearOf(site);
    return (
      (wanted === '' || foldText(site.name).includes(wanted)) &&
      (filter.district === null || site.path.some(({ id }) => id === filter.district)) &&
      site.stage >= filter.fromStage &&
      (filter.fromYear === null || (year !== null && year >= filter.fromYear)) &&
      (filter.toYear === null || (year !== null && year <= filter.toYear)) &&
      (filter.changedSince === null || changedIds.has(site.id))
    );
  });
}

type ColumnKey =
  | 'name'
  | 'district'
  | 'quarter'
  | 'stage'
  | 'stageName'
  | 'state'
  | 'dwellings'
  | 'dwellingsLost'
  | 'floorArea'
  | 'subsidised'
  | 'type'
  | 'firstYear'
  | 'phases'
  | 'under3'
  | 'under6'
  | 'under10'
  | 'owner'
  | 'inForecast'
  | 'contact'
  | 'nextStep'
  | 'nextDate'
  | 'origin'
  | 'grade'
  | 'circle';

interface Spec {
  readonly key: ColumnKey;
  readonly kind: TableColumn['kind'];
  readonly group: 'place' | 'procedure' | 'housing' | 'children' | 'office';
  readonly unit?: 'dwellings' | 'square-meters' | 'children';
}

const SPECS: readonly Spec[] = [
  { key: 'name', kind: 'text', group: 'place' },
  { key: 'district', kind: 'text', group: 'place' },
  { key: 'quarter', kind: 'text', group: 'place' },
  { key: 'stage', kind: 'number', group: 'procedure' },
  { key: 'stageName', kind: 'text', group: 'procedure' },
  { key: 'state', kind: 'text', group: 'procedure' },
  { key: 'dwellings', kind: 'number', group: 'housing', unit: 'dwellings' },
  { key: 'dwellingsLost', kind: 'number', group: 'housing', unit: 'dwellings' },
  { key: 'floorArea', kind: 'number', group: 'housing', unit: 'square-meters' },
  { key: 'subsidised', kind: 'share', group: 'housing' },
  { key: 'type', kind: 'text', group: 'housing' },
  { key: 'firstYear', kind: 'text', group: 'housing' },
  { key: 'phases', kind: 'text', group: 'housing' },
  { key: 'under3', kind: 'number', group: 'children', unit: 'children' },
  { key: 'under6', kind: 'number', group: 'children', unit: 'children' },
  { key: 'under10', kind: 'number', group: 'children', unit: 'children' },
  { key: 'owner', kind: 'text', group: 'office' },
  { key: 'inForecast', kind: 'text', group: 'office' },
  { key: 'contact', kind: 'text', group: 'office' },
  { key: 'nextStep', kind: 'text', group: 'office' },
  { key: 'nextDate', kind: 'text', group: 'office' },
  { key: 'origin', kind: 'text', group: 'office' },
  { key: 'grade', kind: 'grade', group: 'office' },
  { key: 'circle', kind: 'text', group: 'office' },
];

/** What a register is sorted by. */
export interface SiteSort {
  readonly key: 'name' | 'stage' | 'dwellings' | 'firstYear' | 'nextDate';
  readonly direction: 'ascending' | 'descending';
}

/** The register as a table: every site with everything a department asks for. Children are those of the year asked for. */
export function registerTable(
  sites: readonly RegisterSite[],
  { year, schoolCutOff }: { readonly year: number; readonly schoolCutOff: string },
  t: Texts,
): Table {
  const rows = sites.map((site) => ({ id: site.id, level: 1, cells: cellsOf(site, year, schoolCutOff, t) }));
  const sum = (key: ColumnKey): TableCell => {
    const known = rows.map(({ cells }) => cells[key]).filter((cell) => typeof cell === 'number');
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const summed: readonly ColumnKey[] = ['dwellings', 'dwellingsLost', 'floorArea', 'under3', 'under6', 'under10'];
  const total: TableRow = {
    id: 'total',
    level: 0,
    cells: {
      ...Object.fromEntries(SPECS.map(({ key, kind }) => [key, kind === 'text' || kind === 'grade' ? '' : null])),
      name: t('sites.total', { count: sites.length }),
      ...Object.fromEntries(summed.map((key) => [key, sum(key)])),
    },
  };
  return { columns: SPECS.map((spec) => columnOf(spec, year, t)), rows, total };
}

/** The register as GeoJSON text (WGS 84, outlines as they are); what the lines above a table say stands under `header`. */
export function registerGeoJson(
  sites: readonly RegisterSite[],
  given: { readonly year: number; readonly schoolCutOff: string; readonly header: readonly HeaderLine[] },
  t: Texts,
): string {
  const features = sites.map((site) => ({
    type: 'Feature',
    id: site.id,
    geometry: site.geometry,
    properties: {
      ...cellsOf(site, given.year, given.schoolCutOff, t),
      codes: { stage: site.stage, circle: site.circle },
    },
  }));
  return geoJsonText(features, given.header);
}

function columnLabel(key: ColumnKey, t: Texts): string {
  return key === 'circle' ? t('circle.title') : t(`sites.column-${key}`);
}

function columnOf({ key, kind, group, unit }: Spec, year: number, t: Texts): TableColumn {
  return {
    key,
    label: columnLabel(key, t),
    why: group === 'children' ? t('sites.column-children-why', { year: String(year) }) : columnLabel(key, t),
    kind,
    unit: unit === undefined ? null : t(`sites.unit-${unit}`),
    digits: 0,
    group: t(`sites.group-${group}`),
  };
}

function cellsOf(
  site: RegisterSite,
  year: number,
  schoolCutOff: string,
  t: Texts,
): Readonly<Record<ColumnKey, TableCell>> {
  const children = childrenOf(site, year, schoolCutOff);
  return {
    name: site.name,
    district: site.path[0]?.name ?? null,
    quarter: site.path.length > 1 ? site.path.at(-1)!.name : null,
    stage: site.stage,
    stageName: stageName(site.stage, t),
    state: stateText(site, t) ?? '',
    dwellings: site.dwellings,
    dwellingsLost: site.dwellingsLost,
    floorArea: site.floorAreaSquareMeters,
    subsidised: site.subsidisedShare,
    type: site.dwellingType === null ? null : t(`details.dwelling-${site.dwellingType}`),
    firstYear: firstYearOf(site) === null ? null : String(firstYearOf(site)),
    phases: phasesText(site, t),
    under3: children[0]!,
    under6: children[1]!,
    under10: children[2]!,
    owner: site.owner,
    inForecast: site.inForecast === null ? null : t(site.inForecast ? 'details.yes' : 'details.no'),
    contact: site.contactRole,
    nextStep: site.nextStep,
    nextDate: site.nextDate === null ? null : t.format.date(site.nextDate),
    origin: t(`sites.origin-${site.origin}`),
    grade: t(`grade.${site.grade}`),
    circle: circleWord(site.circle, t),
  };
}

/** Children under 3, from 3 to under 6 and from 6 to under 10 who live in the site at the end of a year; `null` = not known. */
function childrenOf(site: RegisterSite, year: number, schoolCutOff: string): readonly (number | null)[] {
  const bands = [
    [0, 3],
    [3, 6],
    [6, 10],
  ] as const;
  const waves = computeSiteWaves(
    site,
    bands.map(([from, to]) => countingOf(from, to)),
    schoolCutOff,
  );
  if (typeof waves === 'string') return [null, null, null];
  const at = year - waves.years[0]!;
  return waves.services.map(({ values }) => (at < 0 ? 0 : Math.round(values.middle[at] ?? values.middle.at(-1)!)));
}

type Counting = Parameters<typeof computeSiteWaves>[1][number];

/** A Kennwert that counts everyone of some ages. */
function countingOf(from: number, to: number): Counting {
  return {
    target: { from, to, bySchoolYear: false },
    rate: { value: 1 },
    phaseIn: null,
    model: 'reach',
  } as unknown as Counting;
}

/** "5 Aufstellungsbeschluss" without its number. */
export function stageName(stage: number, t: Texts): string {
  return t.has(`stage.${stage}`) ? (t as unknown as (key: string) => string)(`stage.${stage}`) : '';
}

/** "ruht", "nach § 34 BauGB", "in diesem Szenario nicht gebaut"; `null` if nothing is special. */
export function stateText(
  site: Pick<RegisterSite, 'sideState' | 'infill' | 'leftOut' | 'phasesComplete'>,
  t: Texts,
): string | null {
  const words = [
    site.sideState === null ? null : t(`details.${site.sideState}`),
    site.infill ? t('details.infill') : null,
    site.leftOut ? t('sites.left-out') : null,
    site.phasesComplete ? null : t('sites.phases-incomplete'),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(', ');
}

/** "2029: 50 %, 2030: 50 %"; `null` without phases. */
export function phasesText(site: Pick<RegisterSite, 'phases'>, t: Texts): string | null {
  if (site.phases.length === 0) return null;
  return site.phases.map(({ year, share }) => `${year}: ${t.format.percent(share)}`).join(', ');
}

const COLLATOR = new Intl.Collator('de', { numeric: true });

/** Sites in an order; what is missing comes last in both directions, equal ones by name. */
export function sortSites(sites: readonly RegisterSite[], { key, direction }: SiteSort): RegisterSite[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const value = (site: RegisterSite) => (key === 'firstYear' ? firstYearOf(site) : site[key]);
  return [...sites].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else {
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : COLLATOR.compare(String(left), String(right));
      if (order !== 0) return sign * order;
    }
    return COLLATOR.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}

/** Whether a site counts in figures by its stage, as the banner says. */
export function countsText(site: RegisterSite, fromStage: number, t: Texts): string {
  if (site.leftOut) return t('sites.counts-left-out');
  return t(siteCounts(site, fromStage) ? 'sites.counts' : 'sites.counts-not');
}
