import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Circle } from '../../plan/types/common.ts';
import { leftOutText } from '../../report/circle-text.ts';
import type { Table } from '../../report/gap-table.ts';
import type { HeaderLine } from '../../report/header-block.ts';
import { useTexts } from './app-context.ts';
import { CircleField } from './circle-field.tsx';
import { downloadFile } from './download-file.ts';
import { Icon } from './icon.tsx';
import { printPage } from './print-page.ts';
import { PrintedTable } from './printed-table.tsx';
import { TableFileButtons } from './table-files.tsx';

interface TakenTable {
  readonly table: Table;
  readonly header: readonly HeaderLine[];
}

/** A table to take away: a sheet of the workbook, a printed page. */
export interface TakenPage extends TakenTable {
  /** Of the sheet in the workbook. */
  readonly name: string;
  readonly title: string;
}

export interface Taken {
  readonly pages: readonly TakenPage[];
  /** All of it as one table, for formats that have only one; default: the first page. */
  readonly list?: TakenTable;
}

interface CircleExportProps {
  readonly fileName: string;
  readonly circle: Circle;
  readonly onCircle: (circle: Circle) => void;
  readonly leftOut: number;
  /** Made when somebody takes it away. */
  readonly make: () => Taken | Promise<Taken>;
  /** Columns that the printed page has room for. */
  readonly printed: readonly string[];
  /** The same as GeoJSON text; left out = it has no places. */
  readonly geoJson?: () => Promise<string>;
  /** Why this circle gets nothing; left out = it gets what is not left out. */
  readonly refused?: string | null;
  readonly children?: ReactNode;
}

/** Opens on demand: what takes a list away is made when somebody wants it. */
export function ExportDetails({ children }: { readonly children: () => ReactNode }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="export-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('circle.export')}</summary>
      {isOpen ? children() : null}
    </details>
  );
}

/** A list to take away for a circle: CSV, workbook, GeoJSON, printed page; each says how much was left out. */
export function CircleExport(props: CircleExportProps) {
  const { fileName, circle, onCircle, leftOut, make, printed, geoJson, refused = null, children } = props;
  const t = useTexts();
  const [pages, setPages] = useState<readonly TakenPage[]>([]);
  const print = async () => {
    setPages((await make()).pages);
    printPage(() => setPages([]));
  };
  return (
    <section className="gap-section circle-export">
      <CircleField label={t('circle.for')} value={circle} onChange={onCircle} />
      <p className="secondary" role="status">
        {refused ?? leftOutText(leftOut, t)}
      </p>
      {children}
      {refused === null ? (
        <div className="export-buttons">
          <TableFileButtons
            fileName={fileName}
            make={async () => {
              const { pages: sheets, list = sheets[0]! } = await make();
              return { sheets, list };
            }}
          />
          {geoJson === undefined ? null : (
            <button
              type="button"
              className="button"
              onClick={async () => downloadFile(`${fileName}.geojson`, 'application/geo+json', await geoJson())}
            >
              <Icon name="download" />
              GeoJSON
            </button>
          )}
          <button type="button" className="button" onClick={() => void print()}>
            <Icon name="rule" />
            {t('circle.print')}
          </button>
        </div>
      ) : null}
      {pages.map((page) => createPortal(<PrintedTable {...page} columns={printed} />, document.body, page.name))}
    </section>
  );
}
