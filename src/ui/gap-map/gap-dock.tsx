import { lazy, Suspense } from 'react';
import { useView } from '../common/app-context.ts';
import { YearAxis } from './year-axis.tsx';
import './gap-map.css';

const GapTable = lazy(async () => ({ default: (await import('./gap-table.tsx')).GapTable }));

/** What lies below the map: the large table when it is open, and the year axis. */
export function GapDock() {
  const tableOpen = useView((state) => state.tableOpen);
  return (
    <div className="dock">
      {tableOpen ? (
        <Suspense fallback={null}>
          <GapTable />
        </Suspense>
      ) : null}
      <YearAxis />
    </div>
  );
}
