import '../i18n/later-texts.ts';
import type { AgeBand } from '../city/types.ts';
import type { Texts } from '../i18n/translate.ts';
import type { ServiceId } from '../shared/services.ts';
import type { Table, TableCell, TableColumn, TableRow } from './gap-table.ts';
import { listText } from './words.ts';

/** Places that a decision brings: how many of which form, and in which year; `null` = not stated. */
export interface DecidedPlaces {
  readonly form: string | null;
  readonly places: number | null;
  readonly year: number | null;
}

/** Figures of one service in one area. */
export interface StatusOfService {
  /** Persons of the service's target group, which the rates are per 100 of. */
  readonly persons: number | null;
  /** Places existing today, by form in the order of {@link StatusService.forms}; without a house of a form 0, without figures `null`. */
  readonly placesByForm: readonly (number | null)[];
  /** All places existing today, with those of houses that do not state a form and those without a location. */
  readonly places: number | null;
  /** Houses that state no places: the sums are without them. */
  readonly housesWithoutPlaces: number;
  /** Secured (decided or financed), not yet opened. */
  readonly decided: readonly DecidedPlaces[];
  readonly waitingList: number | null;
}

/** One area of the report. */
export interface StatusArea {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Persons per age group, in the order of {@link StatusReportInput.ageGroups}. */
  readonly personsByAge: readonly (number | null)[];
  /** In the order of {@link StatusReportInput.services}. */
  readonly services: readonly StatusOfService[];
}

export interface StatusService {
  readonly service: ServiceId;
  /** Forms as the city calls them (RG, VÖ, GT, Krippe); `null` = houses that state none. Empty: one column of all places. */
  readonly forms: readonly (string | null)[];
  /** Target of the supply rate, places per 100 of the target group; `null` = to be set by the city. */
  readonly targetPerHundred: number | null;
  /** Whether the city publishes waiting lists for it: without, there is no column. */
  readonly hasWaitingList: boolean;
}

/**
 * What the Sachstandsbericht needs; filled from the city package and the plan. All figures hold for today, `null` = keine Angabe. The
 * city's own figures are given, not added up here: places without a location and masked districts belong to the city alone.
 */
export interface StatusReportInput {
  readonly ageGroups: readonly AgeBand[];
  readonly services: readonly StatusService[];
  /** One per Stadtbezirk, in the order of the report. */
  readonly districts: readonly StatusArea[];
  readonly city: StatusArea;
}

/**
 * The Sachstandsbericht as a table: per Stadtbezirk children by age, then for each service places by form and in all, supply rate beside
 * its target, decided places with their year, rate with them, waiting list, houses without figures; the city last.
 */
export function statusReport(input: StatusReportInput, t: Texts): Table {
  const columns = [nameColumn(t), ...input.ageGroups.map((group, i) => ageColumn(group, i, t))];
  for (const service of input.services) columns.push(...serviceColumns(service, t));
  const toRow = (area: StatusArea): TableRow => ({
    id: area.id,
    level: area.level,
    cells: Object.fromEntries([
      ['name', area.name],
      ...input.ageGroups.map((_, i) => [`age-${i}`, area.personsByAge[i] ?? null] as const),
      ...input.services.flatMap((service, i) => serviceCells(service, area.services[i], t)),
    ]),
  });
  return { columns, rows: input.districts.map(toRow), total: toRow(input.city) };
}

function nameColumn(t: Texts): TableColumn {
  return {
    key: 'name',
    label: t('report-column.name'),
    why: t('report-why.name'),
    kind: 'text',
    unit: null,
    digits: 0,
    group: t('report-group.place'),
  };
}

/** "0 bis unter 3", "65 und älter", "3". */
function ageLabel({ from, to }: AgeBand, t: Texts): string {
  if (to === null) return t('details.age-open', { from });
  return to === from + 1 ? t('details.age-single', { from }) : t('details.age-band', { from, to });
}

function ageColumn(group: AgeBand, i: number, t: Texts): TableColumn {
  return {
    key: `age-${i}`,
    label: ageLabel(group, t),
    why: t('report-why.persons'),
    kind: 'number',
    unit: t('report-unit.persons'),
    digits: 0,
    group: t('report-status.ages'),
  };
}

type Part = 'places' | 'rate' | 'target' | 'decided' | 'decided-list' | 'rate-with-decided' | 'waiting' | 'without';

function serviceColumns({ service, forms, hasWaitingList }: StatusService, t: Texts): TableColumn[] {
  const group = t(`service.${service}`);
  const column = (part: Part, unit: string | null, digits = 0): TableColumn => ({
    key: `${service}-${part}`,
    label: t(`report-status.${part}`),
    why: t(`report-status-why.${part}`),
    kind: part === 'decided-list' ? 'text' : 'number',
    unit,
    digits,
    group,
  });
  const places = t('report-unit.places');
  const perHundred = t('report-unit.per-hundred');
  return [
    ...forms.map((form, i) => ({
      ...column('places', places),
      key: `${service}-form-${i}`,
      label: form ?? t('report-status.no-form'),
    })),
    column('places', places),
    column('rate', perHundred, 1),
    column('target', perHundred, 1),
    column('decided', places),
    column('decided-list', null),
    column('rate-with-decided', perHundred, 1),
    ...(hasWaitingList ? [column('waiting', t('report-unit.persons'))] : []),
    column('without', t('report-unit.houses')),
  ];
}

function serviceCells(
  { service, forms, targetPerHundred, hasWaitingList }: StatusService,
  found: StatusOfService | undefined,
  t: Texts,
): (readonly [key: string, cell: TableCell])[] {
  const places = found?.places ?? null;
  const persons = found?.persons ?? null;
  const decided = found === undefined ? null : decidedSum(found.decided);
  const all = places === null || decided === null ? null : places + decided;
  const cells: Readonly<Record<Part, TableCell>> = {
    places,
    rate: perHundredOf(places, persons),
    target: targetPerHundred,
    decided,
    'decided-list': found === undefined ? null : decidedText(found.decided, t),
    'rate-with-decided': perHundredOf(all, persons),
    waiting: found?.waitingList ?? null,
    without: found?.housesWithoutPlaces ?? null,
  };
  return [
    ...forms.map((_, i) => [`${service}-form-${i}`, found?.placesByForm[i] ?? null] as const),
    ...Object.entries(cells)
      .filter(([part]) => part !== 'waiting' || hasWaitingList)
      .map(([part, cell]) => [`${service}-${part}`, cell] as const),
  ];
}

function perHundredOf(places: number | null, persons: number | null): number | null {
  return places === null || persons === null || persons === 0 ? null : (places * 100) / persons;
}

/** Decided places in all; one without a number makes the sum missing, none at all is 0. */
function decidedSum(decided: readonly DecidedPlaces[]): number | null {
  return decided.reduce<number | null>((sum, { places }) => (sum === null || places === null ? null : sum + places), 0);
}

/** "40 (2027), 20 GT (2028) und k. A. (ohne Jahr)", earliest first; "keine" where nothing is decided. */
function decidedText(decided: readonly DecidedPlaces[], t: Texts): string {
  if (decided.length === 0) return t('report-status.none-decided');
  const parts = [...decided]
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || (a.form ?? '').localeCompare(b.form ?? '', 'de'))
    .map(({ form, places, year }) => {
      const number = places === null ? t('missing.short') : t.format.number(places, 0);
      return t('report-status.decided-one', {
        places: form === null ? number : `${number} ${form}`,
        year: year === null ? t('report-status.no-year') : String(year),
      });
    });
  return listText(parts, t);
}
