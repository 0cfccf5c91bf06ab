import { VARIANT_NAMES, type Wave } from '../../questions/sites/site-waves.ts';
import { useTexts } from '../common/app-context.ts';

const WIDTH = 340;
const HEIGHT = 116;
const LEFT = 34;
const BOTTOM = 18;
const TOP = 14;

interface WaveChartProps {
  readonly title: string;
  /** "Plätze", "Personen". */
  readonly unit: string;
  readonly years: readonly number[];
  readonly wave: Wave;
  /** A second wave of the same years as a dashed line. */
  readonly other?: { readonly label: string; readonly wave: Wave };
}

/** A round number at or above the largest value, for the upper end of the scale. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((top) => top >= value - 1e-9)!;
}

/** Line of the middle with its band, the peak and the long run, and the same figures as a table for screen readers. */
export function WaveChart({ title, unit, years, wave, other }: WaveChartProps) {
  const t = useTexts();
  const { peak, longRun, values } = wave;
  const top = niceTop(Math.max(...values.high, ...(other?.wave.values.middle ?? [0])));
  const x = (i: number) => LEFT + (i / Math.max(1, years.length - 1)) * (WIDTH - LEFT - 8);
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const line = (of: readonly number[]) => of.map((value, i) => `${x(i)},${y(value)}`).join(' ');
  const band = `${line(values.low)} ${values.high
    .map((value, i) => `${x(i)},${y(value)}`)
    .toReversed()
    .join(' ')}`;
  const at = years.indexOf(peak.year);
  const ticks = years.map((year, i) => ({ year, i })).filter(({ i }) => i % 5 === 0);
  return (
    <figure className="wave-chart">
      <figcaption>
        {title} <span className="secondary">{unit}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - 8} y1={y(value)} y2={y(value)} className={value === 0 ? 'zero' : 'grid'} />
            <text x={LEFT - 5} y={y(value) + 4} textAnchor="end">
              {t.format.number(value)}
            </text>
          </g>
        ))}
        {ticks.map(({ year, i }) => (
          <text key={year} x={x(i)} y={HEIGHT - 4} textAnchor={i === years.length - 1 ? 'end' : 'middle'}>
            {year}
          </text>
        ))}
        <polygon className="band" points={band} />
        <line
          className="long-run"
          x1={x(years.length - 10)}
          x2={x(years.length - 1)}
          y1={y(longRun.middle)}
          y2={y(longRun.middle)}
        />
        {other === undefined ? null : <polyline className="other" points={line(other.wave.values.middle)} />}
        <polyline className="line" points={line(values.middle)} />
        {at < 0 ? null : (
          <>
            <circle className="peak" cx={x(at)} cy={y(peak.value)} r={3.5} />
            <text
              className="peak-label"
              x={Math.min(x(at) + 6, WIDTH - 60)}
              y={Math.max(10, y(peak.value) - 6)}
              textAnchor="start"
            >
              {t.format.number(peak.value, peak.value < 10 ? 1 : 0)} · {peak.year}
            </text>
          </>
        )}
      </svg>
      {other === undefined ? null : (
        <p className="secondary wave-key">
          <svg viewBox="0 0 24 8" aria-hidden="true">
            <line className="other" x1={0} x2={24} y1={4} y2={4} />
          </svg>
          {other.label}
        </p>
      )}
      <WaveTable title={title} unit={unit} years={years} wave={wave} />
    </figure>
  );
}

function WaveTable({ title, unit, years, wave }: Omit<WaveChartProps, 'other'>) {
  const t = useTexts();
  return (
    <table className="sr-only">
      <caption>
        {title}, {unit}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('gaps.year')}</th>
          {VARIANT_NAMES.map((variant) => (
            <th key={variant} scope="col">
              {t(`gaps.variant-${variant}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year, i) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {VARIANT_NAMES.map((variant) => (
              <td key={variant}>{t.format.number(wave.values[variant][i]!, 1)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
