import type { Texts } from '../../i18n/translate.ts';
import type { Plan } from '../../plan/plan.ts';
import { planForCircle } from '../../plan/readers/circles.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { JointEntry, JointList } from '../../questions/needs/joint-list.ts';
import type { HorizonFigures } from '../../questions/needs/need-calls.ts';
import type { RankedNeed } from '../../questions/needs/rank-needs.ts';
import { RANK_PARTS, type RankPart } from '../../questions/needs/rank-parts.ts';
import { circleLine } from '../circle-text.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../gap-table.ts';
import { cityText, countsText, type HeaderLine } from '../header-block.ts';
import { codeWord, departmentName, needSubject } from './words.ts';

/** The joint list as a circle may see it: places are those of the whole list, needs that it may not see are left out and counted. */
export interface CircledList {
  readonly ranked: readonly RankedNeed<JointEntry>[];
  readonly leftOut: number;
}

export function listForCircle(plan: Plan, list: JointList, circle: Circle): CircledList {
  const { plan: seen } = planForCircle(plan, circle);
  const ranked = list.ranked.flatMap((item) => {
    if (seen.needs[item.entry.need.id] === undefined) return [];
    const { bundle } = item.entry;
    const entry = { ...item.entry, bundle: bundle === null || seen.bundles[bundle.id] === undefined ? null : bundle };
    return [{ ...item, entry }];
  });
  return { ranked, leftOut: list.ranked.length - ranked.length };
}

type Names = { readonly plan: Plan; readonly districtName: (id: string) => string | null };

/** The list "mit einer Stimme" as a table: place, need, every part with its figure and its value, what stands beside. */
export function jointTable(ranked: CircledList['ranked'], names: Names, t: Texts): Table {
  return {
    columns: columnsOf(t),
    rows: ranked.map((item) => rowOf(item, names, t)),
    total: {
      id: 'total',
      level: 0,
      cells: { ...NO_CELLS, title: t.count('joint.needs', ranked.length) },
    },
  };
}

/** Cells that the last row leaves empty: it counts, and sums nothing. */
const TEXT_KEYS = ['subject', 'department', 'district', 'status', 'urgency', 'date', 'bundle', 'hand'] as const;
const NUMBER_KEYS = [
  'place',
  'placeByRule',
  'score',
  'cost',
  'ownPlace',
  ...RANK_PARTS.flatMap((part) => [part, `${part}Value`]),
];
const NO_CELLS: Readonly<Record<string, TableCell>> = Object.fromEntries(
  [...TEXT_KEYS, ...NUMBER_KEYS].map((key) => [key, '']),
);

const UNITS: Readonly<Record<RankPart, 'persons' | 'years' | null>> = {
  unserved: null,
  affected: 'persons',
  priority: null,
  time: 'years',
  readiness: null,
};

function columnsOf(t: Texts): readonly TableColumn[] {
  const column = (
    key: string,
    label: string,
    group: string,
    kind: TableColumn['kind'] = 'text',
    digits = 0,
    unit: string | null = null,
  ): TableColumn => ({ key, label, why: '', kind, unit, digits, group });
  const place = t('joint.group-place');
  const need = t('joint.group-need');
  const parts = t('joint.group-parts');
  const beside = t('joint.group-beside');
  return [
    column('place', t('joint.column-place'), place, 'number'),
    column('placeByRule', t('joint.column-by-rule'), place, 'number'),
    column('title', t('joint.column-need'), need),
    column('subject', t('joint.sheet-service'), need),
    column('department', t('joint.column-department'), need),
    column('district', t('joint.column-district'), need),
    column('status', t('joint.column-status'), need),
    column('urgency', t('joint.column-urgency'), need),
    column('date', t('joint.column-date'), need),
    column('score', t('joint.column-score'), parts, 'number', 2),
    ...RANK_PARTS.flatMap((part) => [
      column(
        part,
        t(`joint.part-${part}`),
        parts,
        part === 'unserved' || part === 'readiness' ? 'share' : 'number',
        part === 'affected' ? 0 : 1,
        UNITS[part] === 'persons'
          ? t('report-unit.persons')
          : UNITS[part] === 'years'
            ? t('joint.years', { count: '' }).trim()
            : null,
      ),
      column(`${part}Value`, t('joint.column-value', { part: t(`joint.part-${part}`) }), parts, 'number', 2),
    ]),
    column('cost', t('joint.column-cost'), beside, 'number', 0, '€'),
    column('ownPlace', t('joint.column-own'), beside, 'number'),
    column('bundle', t('joint.column-bundle'), beside),
    column('hand', t('joint.column-hand'), beside),
  ];
}

function rowOf({ entry, place, placeByRule, score }: RankedNeed<JointEntry>, names: Names, t: Texts): TableRow {
  const { need } = entry;
  return {
    id: need.id,
    level: 0,
    cells: {
      place,
      placeByRule,
      title: need.title,
      subject: needSubject(need, t),
      department: departmentName(names.plan, need.departmentId),
      district: districtText(entry, names.districtName, t),
      status: codeWord(need.status, t),
      urgency: codeWord(need.urgency, t),
      date: need.neededBy === null ? null : t.format.date(need.neededBy),
      score,
      ...Object.fromEntries(
        RANK_PARTS.flatMap((part) => [
          [part, entry.parts[part].figure],
          [`${part}Value`, entry.parts[part].value],
        ]),
      ),
      cost: entry.costEuro,
      ownPlace: entry.ownPlace,
      bundle: entry.bundle?.name ?? '',
      hand: entry.hand?.reason ?? '',
    },
  };
}

/** The borough of a need, "ganze Stadt", or that it lies in none. */
export function districtText(
  { need, districtId }: Pick<JointEntry, 'need' | 'districtId'>,
  districtName: Names['districtName'],
  t: Texts,
): string {
  if (need.place.kind === 'city') return t('joint.whole-city');
  return (districtId === null ? null : districtName(districtId)) ?? t('joint.unknown-district');
}

/** Who, when and how: the lines above an exported or printed list. */
export interface ListHeader {
  readonly cityName: string;
  /** True for a generated city: said in the first line. */
  readonly invented: boolean;
  readonly edition: string;
  /** The line that names it (see `scenarioLine`). */
  readonly scenario: HeaderLine;
  /** What the computed figures are of. */
  readonly figures: Pick<HorizonFigures, 'variant' | 'counts' | 'indicators'>;
  /** ISO date. */
  readonly today: string;
  readonly circle: Circle;
  readonly leftOut: number;
}

/** The header block of a list or sheet; `title` says which. */
export function listHeader(title: string, header: ListHeader, t: Texts): readonly HeaderLine[] {
  const { scenario, figures, today, circle, leftOut } = header;
  return [
    [t('report-header.city'), cityText(header, t)],
    [t('joint.header-title'), title],
    scenario,
    [t('report-header.variant'), t(`report-header.variant-${figures.variant}`)],
    [t('report-header.counts'), countsText(figures.counts, t)],
    [t('report-fact.indicator'), figures.indicators.join(', ')],
    [t('joint.header-today'), t.format.date(today)],
    circleLine(circle, leftOut, t),
  ];
}

/** "ohne Versorgung 3, Betroffene 2, …", with the reason of those that were changed. */
export function weightsLine({ weights, setWeights }: Pick<JointList, 'weights' | 'setWeights'>, t: Texts): HeaderLine {
  const reasons = new Map(setWeights.map(({ part, reason }) => [part, reason]));
  const texts = RANK_PARTS.map((part) => {
    const reason = reasons.get(part) ?? null;
    const text = `${t(`joint.part-${part}`)} ${t.format.number(weights[part])}`;
    return reason === null ? text : `${text} (${t('joint.weight-set', { reason })})`;
  });
  return [t('joint.header-weights'), texts.join(', ')];
}
