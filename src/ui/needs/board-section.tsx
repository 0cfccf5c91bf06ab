import '../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { NEED_STATUSES, type NeedStatus } from '../../plan/types/needs.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText } from '../../report/needs/need-text.ts';
import { useTexts } from '../common/app-context.ts';
import { NeedButton } from './list-section.tsx';
import { NeedFilters } from './need-filters.tsx';
import { setNeedFilter, setNeedsUi } from './needs-store.ts';
import { useShownNeeds } from './use-needs.ts';

/** Cards of a column; the rest is one click away in the list. */
const MOST_CARDS = 15;

/** The needs that pass the filter, a column per status that has any. */
export function BoardSection() {
  const t = useTexts();
  const { all, shown } = useShownNeeds();
  const columns = useMemo(() => {
    const found = new Map<NeedStatus, NeedRow[]>(NEED_STATUSES.map((status) => [status, []]));
    for (const row of shown) found.get(row.need.status)!.push(row);
    return [...found].filter(([, rows]) => rows.length > 0);
  }, [shown]);
  return (
    <>
      <NeedFilters rows={all} />
      <p className="secondary needs-count" role="status">
        {t('needs.shown', { shown: shown.length, all: all.length })}
      </p>
      {all.length > 0 && shown.length === 0 ? <p>{t('needs.none-match')}</p> : null}
      {all.length === 0 ? <p>{t('needs.none')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways by keyboard as well */}
      <section className="needs-board" aria-label={t('needs.tab-board')} tabIndex={0}>
        {columns.map(([status, rows]) => (
          <section key={status} aria-labelledby={`board-${status}`}>
            <h3 id={`board-${status}`}>
              {codeText(status, t)} <span className="secondary">{rows.length}</span>
            </h3>
            <ul className="needs-list">
              {rows.slice(0, MOST_CARDS).map((row) => (
                <li key={row.need.id}>
                  <NeedButton row={row} />
                </li>
              ))}
            </ul>
            {rows.length <= MOST_CARDS ? null : (
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setNeedFilter({ status });
                  setNeedsUi({ tab: 'list' });
                }}
              >
                {t.count('needs.more-in-list', rows.length - MOST_CARDS)}
              </button>
            )}
          </section>
        ))}
      </section>
    </>
  );
}
