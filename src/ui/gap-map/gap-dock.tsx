import { useView } from '../common/app-context.ts';
import { later } from '../common/later.tsx';
import { YearAxis } from './year-axis.tsx';
import './gap-map.css';

const GapTable = later(async () => (await import('./gap-table.tsx')).GapTable);

/** What lies below the map: the large table when it is open, and the year axis. */
export function GapDock() {
  const tableOpen = useView((state) => state.tableOpen);
  return (
    <div className="dock">
      {tableOpen ? <GapTable /> : null}
      <YearAxis />
    </div>
  );
}
