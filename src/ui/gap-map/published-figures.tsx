import type { GapHistoryPoint } from '../../questions/gap-map/gap-calls.ts';
import { useTexts } from '../common/app-context.ts';

/** Words of the measures that cities publish and of the reasons why a figure stands apart. */
const MEASURES = ['supply-rate', 'missing', 'capacity', 'demand'] as const;
const REASONS = ['indicator-not-stated', 'indicator-differs', 'limit-and-network-not-stated'] as const;

/** What the city itself has published for earlier years, beside the computed curve: comparable, or why not. */
export function PublishedFigures({ points }: { readonly points: readonly GapHistoryPoint[] }) {
  const t = useTexts();
  if (points.length === 0) return null;
  return (
    <details className="published">
      <summary>{t('gaps.published')}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('gaps.year')}</th>
            <th scope="col">{t('gaps.published-figure')}</th>
            <th scope="col" className="number">
              {t('gaps.published-value')}
            </th>
            <th scope="col">{t('gaps.published-compared')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ year, figure, value, reason }) => {
            const measure = MEASURES.find((known) => known === figure);
            const why = REASONS.find((known) => known === reason);
            return (
              <tr key={`${year} ${figure}`}>
                <th scope="row">{year}</th>
                <td>{measure === undefined ? figure : t(`gaps.published-${measure}`)}</td>
                <td className="number">{t.format.number(value)}</td>
                <td>{t(why === undefined ? 'gaps.published-comparable' : `gaps.published-${why}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
