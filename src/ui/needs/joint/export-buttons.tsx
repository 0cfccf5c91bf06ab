import { useState } from 'react';
import { createPortal } from 'react-dom';
import { CIRCLES, type Circle } from '../../../plan/types/common.ts';
import type { Table } from '../../../report/gap-table.ts';
import type { HeaderLine } from '../../../report/header-block.ts';
import { useTexts } from '../../common/app-context.ts';
import { Icon } from '../../common/icon.tsx';
import { TableFileButtons } from '../../common/table-files.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import { PrintedTable } from './printed-table.tsx';

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
  /** All of it as one table, for formats that have only one. */
  readonly list: TakenTable;
}

interface ExportButtonsProps {
  readonly fileName: string;
  readonly circle: Circle;
  readonly onCircle: (circle: Circle) => void;
  readonly leftOut: number;
  /** Made when somebody takes it away. */
  readonly make: () => Taken;
  /** Columns that the printed page has room for. */
  readonly printed: readonly string[];
}

/** A list to take away for a circle: CSV, workbook, printed page; each says how much was left out. */
export function ExportButtons({ fileName, circle, onCircle, leftOut, make, printed }: ExportButtonsProps) {
  const t = useTexts();
  const [pages, setPages] = useState<readonly TakenPage[]>([]);
  const print = () => {
    setPages(make().pages);
    // Whoever prints the page itself later wants what it shows then.
    window.addEventListener('afterprint', () => setPages([]), { once: true });
    // The page is there one frame later; printing takes what is there.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  return (
    <section className="gap-section joint-export">
      <SelectField
        label={t('joint.export-circle')}
        value={circle}
        options={CIRCLES.map((value) => ({ value, label: t(`joint.circle-${value}`) }))}
        onChange={onCircle}
      />
      <p className="secondary" role="status">
        {leftOut === 0 ? t('joint.circle-all') : t.count('joint.circle-left', leftOut)}
      </p>
      <div className="export-buttons">
        <TableFileButtons
          fileName={fileName}
          make={() => {
            const { pages: sheets, list } = make();
            return { sheets, list };
          }}
        />
        <button type="button" className="button" onClick={print}>
          <Icon name="rule" />
          {t('joint.print')}
        </button>
      </div>
      {pages.map((page) => createPortal(<PrintedTable {...page} columns={printed} />, document.body, page.name))}
    </section>
  );
}
