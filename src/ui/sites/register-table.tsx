import { useMemo } from 'react';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import type { TableCell, TableColumn } from '../../report/gap-table.ts';
import { registerTable } from '../../report/sites/register-table.ts';
import { useCity, useTexts, useView } from '../common/app-context.ts';
import { Missing } from '../common/figure.tsx';
import { ComparedAhead, usePointed } from './compared-ahead.tsx';
import { useOpenSite } from './register-list.tsx';

/** The register with every column; a row opens its dossier. */
export function RegisterTable({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const open = useOpenSite();
  const identity = useCity((state) => state.summary?.identity ?? null);
  const shownYear = useView((state) => state.gap.year);
  const selected = useView((state) => (state.selection?.kind === 'site' ? state.selection.id : null));
  const year = shownYear ?? identity?.years[0] ?? 0;
  const table = useMemo(
    () => registerTable(sites, { year, schoolCutOff: identity?.schoolCutOff ?? '06-30' }, t),
    [sites, year, identity, t],
  );
  const { pointed, listen } = usePointed<RegisterSite>();
  const byId = new Map(sites.map((site) => [site.id, site]));
  const [first, ...others] = table.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="gap-table-scroll sites-table-scroll" tabIndex={0} aria-label={t('sites.as-table')}>
      <table className="table sites-table">
        <thead>
          <tr>
            {table.columns.map(({ key, label, unit, kind }) => (
              <th key={key} scope="col" className={isNumber(kind) ? 'number' : ''}>
                {label}
                {unit === null ? null : <span className="secondary"> {unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} {...(row.id === selected ? { 'aria-current': true } : {})}>
              <th scope="row">
                <button
                  type="button"
                  className="text-button"
                  onClick={() => open(byId.get(row.id)!)}
                  {...listen(byId.get(row.id)!)}
                >
                  {row.cells[first!.key]}
                </button>
              </th>
              {others.map((column) => (
                <td key={column.key} className={isNumber(column.kind) ? 'number' : ''}>
                  <Cell cell={row.cells[column.key] ?? null} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{table.total.cells[first!.key]}</th>
            {others.map((column) => (
              <td key={column.key} className={isNumber(column.kind) ? 'number' : ''}>
                <Total cell={table.total.cells[column.key] ?? null} column={column} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {pointed === null ? null : <ComparedAhead site={pointed} />}
    </section>
  );
}

/** Columns that are not summed up stay empty. */
function Total({ cell, column }: { readonly cell: TableCell; readonly column: TableColumn }) {
  return cell === null || cell === '' ? null : <Cell cell={cell} column={column} />;
}

const isNumber = (kind: TableColumn['kind']) => kind === 'number' || kind === 'share';

function Cell({ cell, column }: { readonly cell: TableCell; readonly column: TableColumn }) {
  const t = useTexts();
  if (cell === null) return <Missing why={t('sites.not-stated')} />;
  if (typeof cell === 'string') return cell;
  return column.kind === 'share' ? t.format.percent(cell) : t.format.number(cell, column.digits);
}
