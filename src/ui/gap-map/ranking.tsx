import { useId } from 'react';
import type { Indicator } from '../../indicators/indicator.ts';
import { districtClass, shareOf } from '../../questions/gap-map/gap-classes.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { Figure } from '../common/figure.tsx';
import { Icon } from '../common/icon.tsx';
import { selectAndShow } from '../common/select-object.ts';
import { DistrictPath } from './district-path.tsx';
import { LevelChoice } from './map-choices.tsx';
import { rowsWithin } from './rows-within.ts';
import { ClassSample } from './samples.tsx';
import { measureOf, rowsOfLevel, useGapView } from './use-gaps.ts';
import { type LackKind, lackKind, lackOf, worstFirst } from './worst-first.ts';

/** Districts in the panel; all are in the table. */
const SHOWN_ROWS = 8;

interface RankingProps {
  readonly result: GapResult;
  readonly indicator: Indicator;
}

/** The districts, largest gap first, each with its class, its figure and a way to it. */
export function Ranking({ result, indicator }: RankingProps) {
  const t = useTexts();
  const { view } = useApp();
  const headingId = useId();
  const gap = useGapView();
  const tableOpen = useView((state) => state.tableOpen);
  const districts = useCity((state) => state.summary?.identity.levels.length ?? 0);
  const kind = lackKind(result, indicator);
  const rows = worstFirst(rowsWithin(result, rowsOfLevel(result, gap.level), gap.within), kind);
  return (
    <section className="gap-section" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('gaps.ranking')}</h3>
      {districts === 0 ? (
        <p className="secondary">{t('gaps.ranking-none')}</p>
      ) : (
        <>
          <LevelChoice />
          <DistrictPath result={result} />
          <RankingHead kind={kind} indicator={indicator} />
          <ol className="ranking" aria-label={t('gaps.ranking-worst')}>
            {rows.slice(0, SHOWN_ROWS).map((row) => (
              <RankedRow key={row.id} row={row} kind={kind} indicator={indicator} />
            ))}
          </ol>
        </>
      )}
      {tableOpen ? null : (
        <button type="button" className="button gap-table-button" onClick={() => view.setState({ tableOpen: true })}>
          <Icon name="table" />
          {rows.length > SHOWN_ROWS ? t('gaps.ranking-more', { count: rows.length }) : t('gaps.table-open')}
        </button>
      )}
    </section>
  );
}

/** What the two figures of a line are. */
function RankingHead({ kind, indicator }: { readonly kind: LackKind; readonly indicator: Indicator }) {
  const t = useTexts();
  const measure = measureOf(useGapView(), indicator);
  return (
    <p className="ranking-head secondary">
      <span>{t('gaps.ranking-worst')}</span>
      <span>{t(`gaps.lack-${kind}`)}</span>
      <span>{measure === null ? '' : t(`gaps.share-${measure}`)}</span>
    </p>
  );
}

interface RankedRowProps {
  readonly row: GapRow;
  readonly kind: LackKind;
  readonly indicator: Indicator;
}

function RankedRow({ row, kind, indicator }: RankedRowProps) {
  const t = useTexts();
  const app = useApp();
  const gap = useGapView();
  const selected = useView(({ selection }) => selection?.kind === 'district' && selection.id === row.id);
  const hovered = useView((state) => state.hovered?.kind === 'district' && state.hovered.id === row.id);
  const smallest = useCity((state) => state.summary?.identity.smallNumberThreshold ?? 0);
  const measure = measureOf(gap, indicator);
  const share = measure === null ? null : shareOf(row, measure, indicator.rate.value);
  const lack = lackOf(row, kind);
  const isBalance = kind === 'balance';
  return (
    <li data-selected={selected || hovered || undefined}>
      {measure === null ? null : <ClassSample cls={districtClass(row, measure, indicator.rate.value, smallest)} />}
      <button
        type="button"
        className="ranking-name"
        aria-pressed={selected}
        onPointerEnter={() => app.hoverDistrict(row.id)}
        onPointerLeave={() => app.hoverDistrict(null)}
        onFocus={() => app.hoverDistrict(row.id)}
        onBlur={() => app.hoverDistrict(null)}
        onClick={() => selectAndShow(app, { kind: 'district', id: row.id })}
      >
        {row.name}
      </button>
      <span className="ranking-figure">
        <Figure value={lack === null ? null : Math.round(isBalance ? -lack : lack)} why={t('missing.no-source')} />
      </span>
      <span className="ranking-share secondary">{share === null ? '' : t.format.percent(share)}</span>
    </li>
  );
}
