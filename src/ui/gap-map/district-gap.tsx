import { useEffect, useId, useState } from 'react';
import type { GapFlows } from '../../questions/gap-map/gap-calls.ts';
import type { GapRow } from '../../questions/gaps/gap-request.ts';
import { gapTable, type TableColumn } from '../../report/gap-table.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { Icon } from '../common/icon.tsx';
import { capitalised } from '../common/object-name.ts';
import { cellText } from './cell-text.ts';
import { useGaps, useSetGap, useShownResult, useWaitingLists } from './use-gaps.ts';
import './gap-map.css';

/** Columns of the table that say nothing of a single district or stand beside it anyway. */
const LEFT_OUT: ReadonlySet<string> = new Set(['name', 'grade', 'houses']);

/** What the shown question says of a district: every figure of the table, each with its rule, its parts, and who uses whose places. */
export function DistrictGap({ id }: { readonly id: string }) {
  const t = useTexts();
  const headingId = useId();
  const { result } = useShownResult();
  const years = useGaps((state) => state.years?.data ?? null);
  const waitingLists = useWaitingLists();
  const indicator = useGaps((state) => state.question?.indicator ?? null);
  const gapShown = useView((state) => state.gapShown);
  const row = result?.levels.flat().find((candidate) => candidate.id === id) ?? null;
  if (!gapShown || result === null || indicator === null || row === null) return null;
  const table = gapTable({ result, years, indicator, level: row.level, waitingLists }, t);
  const cells = table.rows.find((candidate) => candidate.id === id)?.cells ?? {};
  return (
    <section className="gap-section" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {t('gaps.in-district', { service: t(`service.${result.request.service}`) })}, {result.request.year}
      </h3>
      <Facts figures>
        {table.columns
          .filter(({ key }) => !LEFT_OUT.has(key))
          .map((column) => (
            <Fact key={column.key} label={column.label}>
              <RuleFigure rowId={id} column={column} value={cells[column.key] ?? null} />
            </Fact>
          ))}
      </Facts>
      <PartsButton row={row} />
      {indicator.model === 'allocation' ? <FlowList row={row} /> : null}
    </section>
  );
}

interface RuleFigureProps {
  readonly rowId: string;
  readonly column: TableColumn;
  readonly value: string | number | null;
}

function RuleFigure({ rowId, column, value }: RuleFigureProps) {
  const t = useTexts();
  const { view } = useApp();
  if (value === null) return <Figure value={null} why={column.why} />;
  const text = cellText(value, column, t);
  const { rule } = column;
  if (rule === undefined) return <span className="figure">{text}</span>;
  return (
    <button
      type="button"
      className="text-button figure"
      aria-label={`${text}: ${t('gaps.rule')}`}
      onClick={() => view.setState({ rule: { rowId, figure: rule } })}
    >
      {text}
    </button>
  );
}

/** The way down to the district's parts in list and map. */
function PartsButton({ row }: { readonly row: GapRow }) {
  const t = useTexts();
  const { view } = useApp();
  const setGap = useSetGap();
  const { result } = useShownResult();
  const words = useCity((state) => state.summary?.identity.levels.find(({ level }) => level === row.level + 1) ?? null);
  const hasParts = result?.levels.flat().some(({ parent }) => parent === row.id) ?? false;
  if (!hasParts || words === null) return null;
  return (
    <button
      type="button"
      className="button gap-table-button"
      onClick={() => {
        setGap({ within: row.id, level: row.level + 1 });
        view.setState({ panel: 'gaps' });
      }}
    >
      <Icon name="next" />
      {t('gaps.show-parts', { level: capitalised(words[t.language].plural) })}
    </button>
  );
}

/** Flows shown in each direction. */
const SHOWN_FLOWS = 5;

function FlowList({ row }: { readonly row: GapRow }) {
  const t = useTexts();
  const { gapSession } = useApp();
  const question = useGaps((state) => state.question);
  const { result } = useShownResult();
  const [found, setFound] = useState<{ readonly id: string; readonly flows: GapFlows } | null>(null);
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    gapSession.flows(question, row.level, row.id, controller.signal).then(
      (flows) => setFound({ id: row.id, flows }),
      () => {},
    );
    return () => controller.abort();
  }, [gapSession, question, row.id, row.level]);
  if (found === null || found.id !== row.id || result === null) return null;
  const names = new Map(result.levels.flat().map(({ id, name }) => [id, name]));
  const { flows } = found.flows;
  const largest = (list: typeof flows) => [...list].sort((a, b) => b.amount - a.amount).slice(0, SHOWN_FLOWS);
  const parts = [
    ['gaps.flows-out', largest(flows.filter(({ from, to }) => from === row.id && to !== row.id)), 'to'],
    ['gaps.flows-in', largest(flows.filter(({ from, to }) => to === row.id && from !== row.id)), 'from'],
  ] as const;
  return (
    <>
      {parts.map(([title, list, end]) =>
        list.length === 0 ? null : (
          <div key={title}>
            <h4>{t(title)}</h4>
            <Facts figures>
              {list.map((flow) => (
                <Fact key={String(flow[end])} label={names.get(flow[end] ?? '') ?? t('gaps.flow-outside')}>
                  <span className="figure">{t.format.number(flow.amount, 0)}</span>
                </Fact>
              ))}
            </Facts>
          </div>
        ),
      )}
    </>
  );
}
