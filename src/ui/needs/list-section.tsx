import '../../i18n/later-texts.ts';
import { useEffect } from 'react';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, placeText, quantityText, restText, subjectText } from '../../report/needs/need-text.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { showOnMap } from '../common/select-object.ts';
import { MarksField } from './marks-field.tsx';
import { NeedExport } from './need-export-buttons.tsx';
import { NeedFilters } from './need-filters.tsx';
import { NeedSymbol } from './need-symbol.tsx';
import { setNeedsUi, showNeedsScreen, useNeedsUi } from './needs-store.ts';
import { UnknownDepartments } from './unknown-departments.tsx';
import { useShownNeeds } from './use-needs.ts';

/** Rows of a page: the list stays quick, whatever the plan holds. */
const PAGE_SIZE = 50;

/** All needs of the plan, filtered, sorted, page by page. */
export function ListSection() {
  const t = useTexts();
  const { all, shown } = useShownNeeds();
  const page = useNeedsUi((state) => state.page);
  const first = page * PAGE_SIZE < shown.length ? page * PAGE_SIZE : 0;
  const rows = shown.slice(first, first + PAGE_SIZE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks what is drawn
  useEffect(() => void performance.mark('gb:need-list'), [rows]);
  return (
    <>
      <NeedFilters rows={all} />
      <p className="secondary needs-count" role="status">
        {t('needs.shown', { shown: shown.length, all: all.length })}
        {overdueText(shown, t)}
      </p>
      <UnknownDepartments />
      <MarksField rows={shown} />
      <NeedExport rows={shown} />
      {all.length === 0 ? <p>{t('needs.none')}</p> : null}
      {all.length > 0 && shown.length === 0 ? <p>{t('needs.none-match')}</p> : null}
      <ol className="needs-list" start={first + 1} aria-label={t('needs.title')}>
        {rows.map((row) => (
          <li key={row.need.id}>
            <NeedButton row={row} />
          </li>
        ))}
      </ol>
      {shown.length <= PAGE_SIZE ? null : (
        <div className="needs-pages">
          <button
            type="button"
            className="button"
            disabled={first === 0}
            onClick={() => setNeedsUi({ page: page - 1 })}
          >
            {t('needs.previous')}
          </button>
          <span className="secondary">
            {t('needs.page', { from: first + 1, to: first + rows.length, all: shown.length })}
          </span>
          <button
            type="button"
            className="button"
            disabled={first + PAGE_SIZE >= shown.length}
            onClick={() => setNeedsUi({ page: page + 1 })}
          >
            {t('needs.next')}
          </button>
        </div>
      )}
    </>
  );
}

function overdueText(rows: readonly NeedRow[], t: ReturnType<typeof useTexts>): string {
  const count = rows.filter(({ overdue }) => overdue).length;
  return count === 0 ? '' : ` ${t.count('needs.overdue-count', count)}`;
}

/** Opens a need and moves the map to it. */
export function useOpenNeed(): (row: NeedRow) => void {
  const app = useApp();
  return ({ need, place }) => {
    showNeedsScreen({ kind: 'need', id: need.id });
    if (place?.position != null)
      showOnMap(app, {
        position: [place.position[0], place.position[1]],
        zoom: need.place.kind === 'district' ? 12.5 : 14.5,
      });
  };
}

export function NeedButton({ row }: { readonly row: NeedRow }) {
  const t = useTexts();
  const open = useOpenNeed();
  const { need, short, department, overdue, voices } = row;
  const rest = restText(row, t);
  const objections = voices.filter(({ kind }) => kind === 'objects').length;
  return (
    <button type="button" className="house-row need-row" data-need={need.id} onClick={() => open(row)}>
      <NeedSymbol status={need.status} letter={short} />
      <span className="house-row-text">
        <span>{need.title}</span>
        <span className="secondary">
          {department} · {placeText(row, t)}
        </span>
        <span className="secondary">
          {subjectText(need, t)} · {quantityText(need, t)}
          {rest === null ? '' : ` · ${rest}`}
        </span>
        {overdue ? <span className="warning-text">{t('needs.overdue')}</span> : null}
        {objections === 0 ? null : <span className="warning-text">{t.count('needs.objections', objections)}</span>}
      </span>
      <span className="sites-row-figures">
        <span>{codeText(need.urgency, t)}</span>
        <span className="secondary need-status">{codeText(need.status, t)}</span>
        <span className="secondary figure">{need.neededBy === null ? '' : need.neededBy.slice(0, 4)}</span>
      </span>
    </button>
  );
}
