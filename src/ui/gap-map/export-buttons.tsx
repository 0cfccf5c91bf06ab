import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapResult } from '../../questions/gaps/gap-request.ts';
import type { Table } from '../../report/gap-table.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { TableFileButtons } from '../common/table-files.tsx';
import { exportContext } from './export-context.ts';
import { useGapView } from './use-gaps.ts';

interface ExportButtonsProps {
  readonly table: Table;
  readonly filter: string;
  readonly result: GapResult;
  readonly indicator: Indicator;
}

const DONE_SHOWN_MILLISECONDS = 3000;

/** The shown table to take away: into the clipboard, as CSV, as a workbook; each with the question and its sources on top. */
export function ExportButtons({ table, filter, result, indicator }: ExportButtonsProps) {
  const t = useTexts();
  const { catalogue, scenarios, planState } = useApp();
  const { within } = useGapView();
  const decided = useStore(
    catalogue,
    (state) => state.decided.find(({ service }) => service === indicator.service) ?? indicator,
  );
  const scenarioName = useStore(
    scenarios,
    (state) => state.scenarios.find(({ id }) => id === result.request.scenarioId)?.name ?? null,
  );
  const summary = useCity((state) => state.summary);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), DONE_SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (summary === null) return null;
  const name = `${summary.identity.id}-${result.request.service}-${result.request.year}`;
  const header = async () => {
    // What writes files is fetched when a file is asked for.
    const [{ headerBlock }, { namedWithCircle }] = await Promise.all([
      import('../../report/header-block.ts'),
      import('../../report/circle-text.ts'),
    ]);
    const { plan } = planState.getState();
    const said = scenarioName === null ? null : namedWithCircle(plan, result.request.scenarioId, scenarioName, t);
    const parts = { summary, result, indicator, decided, scenarioName: said, filter, within };
    return headerBlock(exportContext(parts, t), t);
  };
  return (
    <div className="export-buttons">
      <button
        type="button"
        className="button"
        onClick={async () => {
          const { toTsv } = await import('../../report/table-text.ts');
          setCopied(await copyText(toTsv(table, await header(), t)));
        }}
      >
        <Icon name={copied ? 'check' : 'copy'} />
        <span role="status">{t(copied ? 'gaps.table-copied' : 'gaps.table-copy')}</span>
      </button>
      <TableFileButtons
        fileName={name}
        make={async () => ({
          sheets: [{ name: t(`service.${result.request.service}`), header: await header(), table }],
        })}
      />
    </div>
  );
}

/** Copies by the clipboard where the page may, else by a selected field: plain http has no clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
