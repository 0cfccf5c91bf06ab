import '../../i18n/later-texts.ts';
import type { Sheet } from '../../report/workbook.ts';
import { useTexts } from './app-context.ts';
import { downloadFile } from './download-file.ts';
import { Icon } from './icon.tsx';

/** Tables to take away. */
export interface TableFiles {
  /** The workbook's. */
  readonly sheets: readonly Sheet[];
  /** All of it as one table, for formats that have only one; default: the first sheet. */
  readonly list?: Pick<Sheet, 'table' | 'header'>;
}

interface TableFileButtonsProps {
  /** Without its ending. */
  readonly fileName: string;
  /** Made when somebody takes it away. */
  readonly make: () => TableFiles | Promise<TableFiles>;
}

/** Buttons for a table as CSV and as a workbook. What writes files is fetched when a file is asked for. */
export function TableFileButtons({ fileName, make }: TableFileButtonsProps) {
  const t = useTexts();
  const saveCsv = async () => {
    const [{ toCsv }, { sheets, list }] = await Promise.all([import('../../report/table-text.ts'), make()]);
    const { table, header } = list ?? sheets[0]!;
    downloadFile(`${fileName}.csv`, 'text/csv', toCsv(table, header, t));
  };
  const saveWorkbook = async () => {
    const [{ toXlsx, XLSX_TYPE }, { sheets }] = await Promise.all([import('../../report/workbook.ts'), make()]);
    downloadFile(`${fileName}.xlsx`, XLSX_TYPE, toXlsx(sheets, t));
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void saveCsv()}>
        <Icon name="download" />
        {t('gaps.table-csv')}
      </button>
      <button type="button" className="button" onClick={() => void saveWorkbook()}>
        <Icon name="download" />
        {t('gaps.table-xlsx')}
      </button>
    </>
  );
}
