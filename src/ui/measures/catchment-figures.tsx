import { type ReactNode, useMemo } from 'react';
import { figuresOfCells } from '../../questions/measures/catchment-figures.ts';
import type { CatchmentGround, GivingSchool } from '../../questions/measures/measure-calls.ts';
import { useTexts } from '../common/app-context.ts';
import { useGaps } from '../gap-map/use-gaps.ts';

interface CatchmentFiguresProps {
  readonly ground: CatchmentGround;
  readonly cells: ReadonlySet<number>;
  /** What changes them stands between the sentence and the schools. */
  readonly children: ReactNode;
}

/** How many pupils a catchment brings, how they fit the school, and what other schools give up. */
export function CatchmentFigures({ ground, cells, children }: CatchmentFiguresProps) {
  const t = useTexts();
  const year = useGaps((state) => state.question?.request.year ?? null);
  const { pupils, zuege, withoutSchool, unknown, schools } = useMemo(
    () => figuresOfCells(ground.demand, cells),
    [ground, cells],
  );
  const { places } = ground.demand;
  const whole = (value: number | null) => (value === null ? t('missing.short') : t.format.number(Math.round(value)));
  const fill = ({ after, capacity }: GivingSchool) =>
    capacity === null ? whole(after) : t('measures.catchment-of', { pupils: whole(after), places: whole(capacity) });
  const rest = places === null || pupils === null ? null : Math.round(places) - Math.round(pupils);
  return (
    <>
      <div aria-live="polite">
        <p className="catchment-sentence">
          {pupils === null
            ? t('measures.catchment-not-known', { year: String(year ?? '') })
            : t('measures.catchment-found', {
                pupils: whole(pupils),
                year: String(year ?? ''),
                zuege: zuege === null ? '' : t('measures.catchment-zuege', { zuege: t.format.number(zuege, 1) }),
                places: whole(places),
              })}{' '}
          {rest === null ? null : (
            <strong>
              {rest === 0
                ? t('measures.catchment-full')
                : t.count(rest > 0 ? 'measures.catchment-free' : 'measures.catchment-missing', Math.abs(rest))}
            </strong>
          )}
        </p>
        <p className="secondary">
          {t.count('measures.catchment-cells', cells.size)}
          {unknown === 0 ? null : ` ${t.count('measures.catchment-unknown', unknown)}`}
          {Math.round(withoutSchool) < 1
            ? null
            : ` ${t.count('measures.catchment-no-school', Math.round(withoutSchool))}`}
        </p>
      </div>
      {children}
      {schools.length === 0 ? null : (
        <table className="table dossier-table">
          <caption>{t('measures.catchment-givers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('measures.catchment-school')}</th>
              <th scope="col" className="number">
                {t('measures.catchment-before')}
              </th>
              <th scope="col" className="number">
                {t('measures.catchment-after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {schools.map((school) => (
              <tr key={school.id}>
                <th scope="row">{school.name ?? school.id}</th>
                <td className="number">{whole(school.before)}</td>
                <td className="number">{fill(school)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
