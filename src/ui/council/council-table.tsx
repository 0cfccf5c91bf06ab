import { useMemo } from 'react';
import type { Indicator } from '../../indicators/indicator.ts';
import { districtClass } from '../../questions/gap-map/gap-classes.ts';
import type { GapResult } from '../../questions/gaps/gap-request.ts';
import { gapTable } from '../../report/gap-table.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { cellText } from '../gap-map/cell-text.ts';
import { ClassSample } from '../gap-map/samples.tsx';
import { measureOf, rowsOfLevel, useGapView } from '../gap-map/use-gaps.ts';
import { lackKind, worstFirst } from '../gap-map/worst-first.ts';

/** The columns that a council member asks for, as far as the model defines them. */
const COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'demand',
  'capacity',
  'balance',
  'persons',
  'personsOutOfReach',
  'coverage',
  'demandMet',
  'missing',
]);

interface CouncilTableProps {
  readonly result: GapResult;
  readonly indicator: Indicator;
}

/** The districts, largest gap first, with their class on the map; the city below. */
export function CouncilTable({ result, indicator }: CouncilTableProps) {
  const t = useTexts();
  const gap = useGapView();
  const smallest = useCity((state) => state.summary?.identity.smallNumberThreshold ?? 0);
  const level = rowsOfLevel(result, gap.level)[0]?.level ?? 0;
  const table = useMemo(
    () => gapTable({ result, years: null, indicator, level, waitingLists: null }, t),
    [result, indicator, level, t],
  );
  const measure = measureOf(gap, indicator);
  const columns = table.columns.filter(({ key }) => COLUMNS.has(key));
  const rows = level === 0 ? [] : worstFirst(rowsOfLevel(result, level), lackKind(result, indicator));
  const cellsById = new Map(table.rows.map((row) => [row.id, row.cells]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the page the keyboard scrolls it
    <section className="council-table-scroll" aria-label={t('gaps.ranking-worst')} tabIndex={0}>
      <table className="table council-table">
        <caption>{t('gaps.ranking-worst')}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, kind }) => (
              <th key={key} scope="col" className={kind === 'text' ? '' : 'number'}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, i) => {
                const text = cellText(cellsById.get(row.id)?.[column.key] ?? null, column, t);
                if (i > 0) {
                  return (
                    <td key={column.key} className="number">
                      {text}
                    </td>
                  );
                }
                return (
                  <th key={column.key} scope="row">
                    {measure === null ? null : (
                      <ClassSample cls={districtClass(row, measure, indicator.rate.value, smallest)} />
                    )}
                    {text}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {columns.map((column, i) =>
              i === 0 ? (
                <th key={column.key} scope="row">
                  {cellText(table.total.cells[column.key] ?? null, column, t)}
                </th>
              ) : (
                <td key={column.key} className="number">
                  {cellText(table.total.cells[column.key] ?? null, column, t)}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
