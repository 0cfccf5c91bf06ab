import { useState } from 'react';
import { createPortal } from 'react-dom';
import { CIRCLES, type Circle } from '../../../plan/types/common.ts';
import type { Table } from '../../../report/gap-table.ts';
import type { HeaderLine } from '../../../report/header-block.ts';
import { useTexts } from '../../common/app-context.ts';
import { downloadFile } from '../../common/download-file.ts';
import { Icon } from '../../common/icon.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import { PrintedTable } from './printed-table.tsx';

interface ExportButtonsProps {
  readonly title: string;
  readonly fileName: string;
  readonly circle: Circle;
  readonly onCircle: (circle: Circle) => void;
  readonly leftOut: number;
  /** Made when somebody takes it away. */
  readonly make: () => { readonly table: Table; readonly header: readonly HeaderLine[] };
  /** Columns that the printed page has room for. */
  readonly printed: readonly string[];
}

/** A list to take away for a circle: CSV, workbook, printed page; each says how much was left out. */
export function ExportButtons({ title, fileName, circle, onCircle, leftOut, make, printed }: ExportButtonsProps) {
  const t = useTexts();
  const [page, setPage] = useState<ReturnType<ExportButtonsProps['make']> | null>(null);
  const print = () => {
    setPage(make());
    // Whoever prints the page itself later wants what it shows then.
    window.addEventListener('afterprint', () => setPage(null), { once: true });
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
        <button
          type="button"
          className="button"
          onClick={async () => {
            const { toCsv } = await import('../../../report/table-text.ts');
            const { table, header } = make();
            downloadFile(`${fileName}.csv`, 'text/csv', toCsv(table, header, t));
          }}
        >
          <Icon name="download" />
          {t('joint.csv')}
        </button>
        <button
          type="button"
          className="button"
          onClick={async () => {
            const { toXlsx, XLSX_TYPE } = await import('../../../report/workbook.ts');
            downloadFile(`${fileName}.xlsx`, XLSX_TYPE, toXlsx([{ name: title, ...make() }], t));
          }}
        >
          <Icon name="download" />
          {t('joint.xlsx')}
        </button>
        <button type="button" className="button" onClick={print}>
          <Icon name="rule" />
          {t('joint.print')}
        </button>
      </div>
      {page === null ? null : createPortal(<PrintedTable title={title} {...page} columns={printed} />, document.body)}
    </section>
  );
}
