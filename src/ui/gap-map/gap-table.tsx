import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import type { GapRow } from '../../questions/gaps/gap-request.ts';
import { filterRows, gapTable, sortRows, type Table, type TableColumn, type TableRow } from '../../report/gap-table.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Figure } from '../common/figure.tsx';
import { Icon } from '../common/icon.tsx';
import { selectAndShow } from '../common/select-object.ts';
import { cellText } from './cell-text.ts';
import { DistrictPath } from './district-path.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { LevelChoice } from './map-choices.tsx';
import { rowsWithin } from './rows-within.ts';
import {
  rowsOfLevel,
  useGaps,
  useGapView,
  useIndicator,
  useSetGap,
  useShownResult,
  useWaitingLists,
} from './use-gaps.ts';
import { useStatusTable } from './use-status-table.ts';
import { lackKind, worstFirst } from './worst-first.ts';
import './gap-table.css';

/** Gaps of the shown service, or the report of where the city stands in all of them. */
type Preset = 'gaps' | 'report';
const PRESETS: readonly Preset[] = ['gaps', 'report'];

interface Order {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** The full equivalent of the map: every district with every figure the model defines, to be sorted, filtered, opened and taken away. */
export function GapTable() {
  const t = useTexts();
  const { view } = useApp();
  const headingId = useId();
  const { result, stale } = useShownResult();
  const indicator = useIndicator();
  const years = useGaps((state) => state.years?.data ?? null);
  const waitingLists = useWaitingLists();
  const gap = useGapView();
  const [text, setText] = useState('');
  const filter = useDeferredValue(text);
  const [order, setOrder] = useState<Order | null>(null);
  const [preset, setPreset] = useState<Preset>('gaps');
  const report = useStatusTable(result?.request ?? null, preset === 'report');
  const table = useMemo(
    () =>
      result === null || indicator === null
        ? null
        : gapTable({ result, years, indicator, level: gap.level, waitingLists }, t),
    [result, indicator, years, waitingLists, gap.level, t],
  );
  const shown = useMemo(() => {
    if (table === null || result === null || indicator === null) return null;
    if (preset === 'report') {
      if (report === null) return null;
      const rows = filterRows(report.rows, filter);
      return { ...report, rows: order === null ? rows : sortRows(rows, order.key, order.direction) };
    }
    // Unless a column is chosen the order is the panel's: the largest gap first.
    const worst = worstFirst(
      rowsWithin(result, rowsOfLevel(result, gap.level), gap.within),
      lackKind(result, indicator),
    );
    const inside = new Set(worst.map(({ id }) => id));
    const rows = filterRows(
      table.rows.filter(({ id }) => inside.has(id)),
      filter,
    );
    return { ...table, rows: order === null ? inOrderOf(worst, rows) : sortRows(rows, order.key, order.direction) };
  }, [table, report, preset, result, indicator, filter, order, gap.level, gap.within]);
  const withParts = useMemo(() => new Set(result?.levels.flat().map(({ parent }) => parent)), [result]);
  if (result === null || indicator === null) return null;
  const title =
    preset === 'report'
      ? t('gaps.table-preset-report')
      : t('gaps.table', { service: t(`service.${result.request.service}`), year: String(result.request.year) });
  return (
    <section className="gap-table sheet" aria-labelledby={headingId} data-stale={stale || undefined}>
      <header className="gap-table-head">
        <h2 id={headingId}>{title}</h2>
        <PresetChoice
          preset={preset}
          onChange={(chosen) => {
            setPreset(chosen);
            setOrder(null);
          }}
        />
        {preset === 'gaps' ? <LevelChoice asList /> : null}
        <input
          className="input"
          type="search"
          value={text}
          placeholder={t('gaps.table-filter')}
          aria-label={t('gaps.table-filter')}
          onChange={(event) => setText(event.target.value)}
        />
        {shown === null ? null : <ExportButtons table={shown} filter={filter} result={result} indicator={indicator} />}
        <button
          type="button"
          className="icon-button"
          aria-label={t('gaps.table-close')}
          onClick={() => view.setState({ tableOpen: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      {preset === 'gaps' ? <DistrictPath result={result} /> : null}
      {shown === null ? (
        <p className="secondary gap-table-wait">{t('gaps.computing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what the mouse scrolls
        <section className="gap-table-scroll" aria-label={title} tabIndex={0}>
          <table className="table">
            <thead>
              <tr className="gap-table-groups">
                <td />
                {groupsOf(shown.columns.slice(1)).map(({ group, first, count }) => (
                  <th key={first} scope="colgroup" colSpan={count}>
                    {group}
                  </th>
                ))}
              </tr>
              <tr>
                {shown.columns.map((column) => (
                  <HeadCell key={column.key} column={column} order={order} onOrder={setOrder} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row) => (
                <BodyRow key={row.id} row={row} columns={shown.columns} hasParts={withParts.has(row.id)} />
              ))}
              {shown.rows.length === 0 ? (
                <tr>
                  <td colSpan={shown.columns.length} className="secondary">
                    {t(text.trim() === '' ? 'gaps.table-no-districts' : 'gaps.table-none')}
                  </td>
                </tr>
              ) : null}
            </tbody>
            <tfoot>
              <BodyRow row={shown.total} columns={shown.columns} hasParts={false} />
            </tfoot>
          </table>
        </section>
      )}
    </section>
  );
}

function PresetChoice({ preset, onChange }: { readonly preset: Preset; readonly onChange: (preset: Preset) => void }) {
  const t = useTexts();
  return (
    <select
      className="select"
      aria-label={t('gaps.table-preset')}
      value={preset}
      onChange={(event) => onChange(event.target.value as Preset)}
    >
      {PRESETS.map((value) => (
        <option key={value} value={value}>
          {t(`gaps.table-preset-${value}`)}
        </option>
      ))}
    </select>
  );
}

function inOrderOf(worst: readonly GapRow[], rows: readonly TableRow[]): TableRow[] {
  const place = new Map(worst.map(({ id }, i) => [id, i]));
  return [...rows].sort((a, b) => place.get(a.id)! - place.get(b.id)!);
}

/** Runs of columns under one heading; the first column, the place, has none. */
function groupsOf(columns: readonly TableColumn[]) {
  const runs: { readonly group: string; readonly first: string; count: number }[] = [];
  for (const { group, key } of columns) {
    const last = runs.at(-1);
    if (last?.group === group) last.count++;
    else runs.push({ group, first: key, count: 1 });
  }
  return runs;
}

interface HeadCellProps {
  readonly column: TableColumn;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}

function HeadCell({ column, order, onOrder }: HeadCellProps) {
  const direction = order?.key === column.key ? order.direction : 'none';
  const next =
    direction === 'descending' || (direction === 'none' && column.kind === 'text') ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={direction} className={column.kind === 'text' ? '' : 'number'} title={column.why}>
      <button type="button" onClick={() => onOrder({ key: column.key, direction: next })}>
        {column.label}
        <span className="gap-table-arrow" aria-hidden="true">
          {direction === 'none' ? '' : direction === 'ascending' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  );
}

interface BodyRowProps {
  readonly row: Table['total'];
  readonly columns: readonly TableColumn[];
  /** Districts of a finer level lie in it. */
  readonly hasParts: boolean;
}

/** While something is dragged most rows stay as they are: only those that say something else are made again. */
const BodyRow = memo(BodyRowAnew, isSameRow);

function isSameRow(before: BodyRowProps, now: BodyRowProps): boolean {
  return before.hasParts === now.hasParts && isEqual(before.row, now.row) && isEqual(before.columns, now.columns);
}

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function BodyRowAnew({ row, columns, hasParts }: BodyRowProps) {
  const app = useApp();
  const selected = useView(
    ({ selection, hovered }) =>
      (selection?.kind === 'district' && selection.id === row.id) ||
      (hovered?.kind === 'district' && hovered.id === row.id),
  );
  return (
    <tr
      data-selected={selected || undefined}
      onPointerEnter={() => app.hoverDistrict(row.level === 0 ? null : row.id)}
      onPointerLeave={() => app.hoverDistrict(null)}
    >
      {columns.map((column, i) =>
        i === 0 ? (
          <NameCell key={column.key} row={row} name={String(row.cells[column.key] ?? '')} hasParts={hasParts} />
        ) : (
          <FigureCell key={column.key} row={row} column={column} />
        ),
      )}
    </tr>
  );
}

interface NameCellProps extends Pick<BodyRowProps, 'row' | 'hasParts'> {
  readonly name: string;
}

function NameCell({ row, name, hasParts }: NameCellProps) {
  const t = useTexts();
  const app = useApp();
  const setGap = useSetGap();
  return (
    <th scope="row">
      {row.level === 0 ? (
        name
      ) : (
        <button
          type="button"
          className="gap-table-name"
          onClick={() => selectAndShow(app, { kind: 'district', id: row.id })}
        >
          {name}
        </button>
      )}
      {hasParts ? (
        <button
          type="button"
          className="gap-table-drill"
          aria-label={t('gaps.table-drill', { name })}
          onClick={() => setGap({ within: row.id, level: row.level + 1 })}
        >
          <Icon name="next" />
        </button>
      ) : null}
    </th>
  );
}

function FigureCell({ row, column }: { readonly row: Table['total']; readonly column: TableColumn }) {
  const t = useTexts();
  const { view } = useApp();
  const value = row.cells[column.key] ?? null;
  const text = cellText(value, column, t);
  const { rule } = column;
  if (value === null) {
    return (
      <td className={column.kind === 'text' ? '' : 'number'}>
        <Figure value={null} why={column.why} />
      </td>
    );
  }
  return (
    <td className={column.kind === 'text' ? '' : 'number'}>
      {rule === undefined ? (
        text
      ) : (
        <button
          type="button"
          className="figure-button"
          aria-label={t('gaps.table-open-rule', {
            figure: `${column.label} ${text}`,
            name: String(row.cells.name ?? ''),
          })}
          onClick={() => view.setState({ rule: { rowId: row.id, figure: rule as keyof GapRow }, selection: null })}
        >
          {text}
        </button>
      )}
    </td>
  );
}
