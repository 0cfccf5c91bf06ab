import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { GapRequest } from '../../questions/gaps/gap-request.ts';
import type { Table } from '../../report/gap-table.ts';
import type { StatusReportInput } from '../../report/status-report.ts';
import { statusReport } from '../../report/status-report.ts';
import { useApp, useTexts } from '../common/app-context.ts';

/** The table of the Sachstandsbericht; `null` while it is not wanted or not yet there. */
export function useStatusTable(request: GapRequest | null, wanted: boolean): Table | null {
  const t = useTexts();
  const { catalogue, gapSession } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const [found, setFound] = useState<StatusReportInput | null>(null);
  useEffect(() => {
    if (!wanted || request === null) return;
    const controller = new AbortController();
    gapSession.status(request, indicators, controller.signal).then(setFound, () => {});
    return () => controller.abort();
  }, [gapSession, request, indicators, wanted]);
  return useMemo(() => (wanted && found !== null ? statusReport(found, t) : null), [wanted, found, t]);
}
