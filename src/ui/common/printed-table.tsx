import type { Table, TableCell, TableColumn } from '../../report/gap-table.ts';
import type { HeaderLine } from '../../report/header-block.ts';
import { useTexts } from './app-context.ts';
import './printed-table.css';

interface PrintedTableProps {
  readonly title: string;
  readonly header: readonly HeaderLine[];
  readonly table: Table;
  readonly columns: readonly string[];
}

/** The page that is printed; on screen it is not seen. */
export function PrintedTable({ title, header, table, columns }: PrintedTableProps) {
  const t = useTexts();
  const shown = columns.flatMap((key) => table.columns.find((column) => column.key === key) ?? []);
  const text = (cell: TableCell | undefined, { kind, digits }: TableColumn) => {
    if (cell === null || cell === undefined) return t('missing.short');
    if (typeof cell === 'string') return cell;
    return kind === 'share' ? t.format.percent(cell) : t.format.number(cell, digits);
  };
  return (
    <article className="printed-table">
      <h1>{title}</h1>
      <dl>
        {header.map(([label, line]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            {shown.map(({ key, label, unit, kind }) => (
              <th key={key} scope="col" className={kind === 'text' ? undefined : 'number'}>
                {unit === null ? label : `${label} (${unit})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {shown.map((column) => (
                <td key={column.key} className={column.kind === 'text' ? undefined : 'number'}>
                  {text(row.cells[column.key], column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
