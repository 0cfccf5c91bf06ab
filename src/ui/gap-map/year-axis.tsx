import { useId, useMemo } from 'react';
import type { Texts } from '../../i18n/translate.ts';
import type { GapYears } from '../../questions/gap-map/gap-calls.ts';
import type { GapResult } from '../../questions/gaps/gap-request.ts';
import { roundToGrade } from '../../report/gap-sentence.ts';
import { yearsKey } from '../../state/gap-store.ts';
import { useTexts } from '../common/app-context.ts';
import { HelpMark } from '../common/help-mark.tsx';
import { type AxisFigure, type AxisPoint, axisFigureOf, axisScale, figureOfRow } from './axis-figure.ts';
import { PublishedFigures } from './published-figures.tsx';
import { cityRow, useGaps, useSetGap } from './use-gaps.ts';
import './year-axis.css';

/** Drawing size in units of the picture; it stretches to the room there is. */
const HEIGHT = 56;
const WIDTH = 600;

/** The city's main figure over the years with its band, and the slider that chooses the year. */
export function YearAxis() {
  const t = useTexts();
  const question = useGaps((state) => state.question);
  const failed = useGaps((state) => state.problem !== null);
  const data = useGaps((state) =>
    state.question !== null && state.years?.key === yearsKey(state.question) ? state.years.data : null,
  );
  const years = useGaps((state) => state.years?.data ?? null);
  // While rows of another question are computed the old curve stays, marked as stale.
  const shown = data ?? years;
  if (question === null || failed || question.indicator.model === 'count') return null;
  return (
    <section
      className="year-axis sheet"
      aria-label={t('gaps.axis')}
      data-stale={data === null || undefined}
      data-waiting={shown === null || undefined}
    >
      {shown === null ? (
        <p className="secondary year-axis-note">{t('gaps.axis-waiting')}</p>
      ) : (
        <Axis years={shown} figure={axisFigureOf(question.indicator.model)} year={question.request.year} />
      )}
    </section>
  );
}

function pointsOf(data: GapYears, figure: AxisFigure, live: GapResult | null): AxisPoint[] {
  const years = [...new Set(data.rows.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const value = (variant: 'low' | 'middle' | 'high') => {
      const isLive = live !== null && live.request.year === year && live.request.variant === variant;
      const result = isLive ? live : data.rows.find((row) => row.year === year && row.variant === variant)?.result;
      return result === undefined ? null : figureOfRow(cityRow(result), figure);
    };
    return { year, low: value('low'), middle: value('middle'), high: value('high') };
  });
}

interface AxisProps {
  readonly years: GapYears;
  readonly figure: AxisFigure;
  readonly year: number;
}

function Axis({ years, figure, year }: AxisProps) {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  // While something is dragged only its own year is known.
  const live = useGaps(({ question, answered }) =>
    question?.preview === undefined ? null : (answered?.answer.result ?? null),
  );
  const points = useMemo(() => pointsOf(years, figure, live), [years, figure, live]);

  // Each year by its own grade, as the headline is.
  const gradeOf = (at: number) => years.rows.find((row) => row.year === at)?.result.grade ?? 'official';
  const write = (value: number | null, at: number) => figureText(value, figure, gradeOf(at), t);
  const index = points.findIndex((point) => point.year === year);
  const current = points[index] ?? null;
  const title = t(
    figure === 'balance' ? 'gaps.axis-balance' : figure === 'coverage' ? 'gaps.axis-coverage' : 'gaps.axis-demand-met',
  );
  if (points.length < 2) return <p className="secondary year-axis-note">{t('gaps.axis-single')}</p>;
  const textOf = ({ year: at, middle, low, high }: AxisPoint) =>
    t('gaps.axis-year', {
      year: String(at),
      value: t('gaps.axis-range', { value: write(middle, at), low: write(low, at), high: write(high, at) }),
    });
  return (
    <>
      <div className="year-axis-now">
        <span className="field-head">
          <label htmlFor={id}>{title}</label>
          <HelpMark name={title} text={t('gaps.help-axis')} />
        </span>
        <strong className="figure">{current === null ? '' : `${year}: ${write(current.middle, year)}`}</strong>
        {current === null || current.low === null || current.high === null || current.low === current.high ? null : (
          <span className="secondary figure">
            {write(Math.min(current.low, current.high), year)} {t('gaps.axis-to')}{' '}
            {write(Math.max(current.low, current.high), year)}
          </span>
        )}
      </div>
      <div className="year-axis-chart">
        <Chart points={points} figure={figure} index={index} years={years} />
        <input
          id={id}
          type="range"
          min={points[0]!.year}
          max={points.at(-1)!.year}
          step={1}
          value={year}
          aria-valuetext={current === null ? String(year) : textOf(current)}
          onChange={(event) => setGap({ year: Number(event.target.value) })}
        />
        <div className="year-axis-ticks" aria-hidden="true">
          {points.map((point) => (
            <span key={point.year} data-now={point.year === year || undefined}>
              {point.year}
            </span>
          ))}
        </div>
      </div>
      <AxisTable points={points} title={title} write={write} />
      <PublishedFigures points={years.history} />
    </>
  );
}

function figureText(
  value: number | null,
  figure: AxisFigure,
  grade: Parameters<typeof roundToGrade>[1],
  t: Texts,
): string {
  if (value === null) return t('missing.short');
  if (figure !== 'balance') return t.format.percent(value);
  const rounded = roundToGrade(value, grade);
  return `${rounded > 0 ? '+' : ''}${t.format.number(rounded, 0)}`;
}

interface ChartProps {
  readonly points: readonly AxisPoint[];
  readonly figure: AxisFigure;
  readonly index: number;
  readonly years: GapYears;
}

/** Band from low to high, line of the middle, the zero line, and bars below for dwellings that are moved into. */
function Chart({ points, figure, index, years }: ChartProps) {
  const t = useTexts();
  const scale = axisScale(points);
  const x = (i: number) => (points.length === 1 ? WIDTH / 2 : (i / (points.length - 1)) * WIDTH);
  const y = (value: number) => HEIGHT - ((value - scale.from) / (scale.to - scale.from)) * HEIGHT;
  const known = points.map((point, i) => ({ ...point, i })).filter(({ middle }) => middle !== null);
  const banded = known.filter(({ low, high }) => low !== null && high !== null);
  const line = known.map(({ middle, i }) => `${x(i)},${y(middle!)}`).join(' ');
  const band = [
    ...banded.map(({ low, i }) => `${x(i)},${y(low!)}`),
    ...banded.toReversed().map(({ high, i }) => `${x(i)},${y(high!)}`),
  ].join(' ');
  const most = Math.max(1, ...years.siteDwellings.map(({ dwellings }) => dwellings));
  const now = points[index];
  return (
    <div className="year-axis-picture">
      <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} preserveAspectRatio="none" aria-hidden="true">
        {scale.lines.map((value) => (
          <line key={value} x1={0} x2={WIDTH} y1={y(value)} y2={y(value)} className={value === 0 ? 'zero' : 'grid'} />
        ))}
        {years.siteDwellings.map(({ year, dwellings }) => {
          const i = points.findIndex((point) => point.year === year);
          const height = (dwellings / most) * 14;
          return i < 0 || dwellings === 0 ? null : (
            <rect key={year} className="sites" x={x(i) - 4} y={HEIGHT + 4 - height} width={8} height={height}>
              <title>{`${year}: ${t.count('gaps.axis-sites', Math.round(dwellings))}`}</title>
            </rect>
          );
        })}
        <polygon className="band" points={band} />
        <polyline className="line" points={line} />
        {now === undefined ? null : <line className="now" x1={x(index)} x2={x(index)} y1={-4} y2={HEIGHT + 4} />}
      </svg>
      {now === undefined || now.middle === null ? null : (
        <span
          className="year-axis-dot"
          style={{ left: `${(100 * x(index)) / WIDTH}%`, top: `${(100 * (y(now.middle) + 4)) / (HEIGHT + 8)}%` }}
        />
      )}
      {scale.lines.length > 5 ? null : (
        <div className="year-axis-scale" aria-hidden="true">
          {scale.lines.map((value) => (
            <span key={value} style={{ top: `${(100 * (y(value) + 4)) / (HEIGHT + 8)}%` }}>
              {figure === 'balance' ? t.format.number(value, 0) : t.format.percent(value)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

interface AxisTableProps {
  readonly points: readonly AxisPoint[];
  readonly title: string;
  readonly write: (value: number | null, year: number) => string;
}

function AxisTable({ points, title, write }: AxisTableProps) {
  const t = useTexts();
  return (
    <table className="sr-only">
      <caption>
        {t('gaps.axis-table')}: {title}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('gaps.year')}</th>
          {(['low', 'middle', 'high'] as const).map((variant) => (
            <th key={variant} scope="col">
              {t(`gaps.variant-${variant}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.year}>
            <th scope="row">{point.year}</th>
            <td>{write(point.low, point.year)}</td>
            <td>{write(point.middle, point.year)}</td>
            <td>{write(point.high, point.year)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
