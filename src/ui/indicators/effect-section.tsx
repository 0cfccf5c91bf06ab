import { useId } from 'react';
import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { figureName, figureText } from '../../report/figure-text.ts';
import { plural } from '../../report/words.ts';
import { useCity, useTexts, useView } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import {
  type ClassChanges,
  cityFigure,
  classChanges,
  effectFigures,
  type IndicatorResult,
  tellingFigure,
} from './effect.ts';
import { useCityName } from './use-catalogue.ts';
import type { Results } from './use-results.ts';

/** Districts named by name; the others are counted. */
const NAMED = 4;

interface EffectSectionProps {
  /** Results of the record in force and of the changed one. */
  readonly effect: Results;
  /** What stands there while there is nothing to compare. */
  readonly nothing: string | null;
}

/** The city's figures today beside those with the change, and how many districts change their class. */
export function EffectSection({ effect, nothing }: EffectSectionProps) {
  const t = useTexts();
  const id = useId();
  const city = useCityName() ?? '';
  const { results, problem, stale, year } = effect;
  const [before, after] = results ?? [];
  return (
    <section className="gap-section indicator-effect" aria-labelledby={id} aria-busy={stale}>
      <h4 id={id}>{t('indicators.effect', { city, year: year === null ? '' : String(year) })}</h4>
      {nothing !== null ? (
        <p className="secondary">{nothing}</p>
      ) : problem !== null ? (
        <p className="warning-text">
          <ProblemSentence problem={problem} />
        </p>
      ) : before === undefined || after === undefined ? (
        <p className="secondary">{t('indicators.effect-computing')}</p>
      ) : (
        <div className={stale ? 'stale' : undefined}>
          <EffectTable before={before} after={after} />
          <Classes before={before} after={after} />
        </div>
      )}
    </section>
  );
}

/** The main figure before and after on one line, in sight wherever one is in the form. */
export function EffectPeek({ effect }: { readonly effect: Results }) {
  const t = useTexts();
  const [before, after] = effect.results ?? [];
  if (before === undefined || after === undefined) return null;
  const figure = tellingFigure(before, after);
  const write = (side: IndicatorResult) => figureText(figure, cityFigure(side, figure), t, side.indicator.unit);
  return (
    <p className={effect.stale ? 'indicator-peek stale' : 'indicator-peek'} role="status">
      {figureName(figure, t)}
      <strong className="figure">{t('indicators.effect-peek', { before: write(before), after: write(after) })}</strong>
    </p>
  );
}

interface Sides {
  readonly before: IndicatorResult;
  readonly after: IndicatorResult;
}

function EffectTable({ before, after }: Sides) {
  const t = useTexts();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('indicators.effect-figure')}</th>
          <th scope="col" className="number">
            {t('indicators.effect-today')}
          </th>
          <th scope="col" className="number">
            {t('indicators.effect-after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {effectFigures(before.indicator.model, after.indicator.model).map((figure) => {
          const [was, is] = [cityFigure(before, figure), cityFigure(after, figure)];
          const write = (value: number | null, { unit }: Indicator) => figureText(figure, value, t, unit);
          const isSame = write(was, before.indicator) === write(is, after.indicator);
          return (
            <tr key={figure} data-changed={isSame ? undefined : true}>
              <th scope="row">{figureName(figure, t)}</th>
              <td className="number">{write(was, before.indicator)}</td>
              <td className="number">
                {isSame ? <span className="secondary">{t('indicators.effect-same')}</span> : write(is, after.indicator)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Classes({ before, after }: Sides) {
  const t = useTexts();
  const level = useView((state) => state.gap.level);
  const smallest = useCity((state) => state.summary?.identity.smallNumberThreshold ?? 0);
  const hasDistricts = after.result.levels.length > 1;
  const shown = useView(({ gap }) => (gap.service === after.indicator.service ? gap.measure : null));
  const changes = classChanges(before, after, level, smallest, shown);
  if (!hasDistricts) return null;
  return (
    <p className="indicator-classes">
      {changes === null ? t('indicators.effect-incomparable') : classSentences(changes, t).join(' ')}
    </p>
  );
}

function classSentences({ measure, of, worse, better, other }: ClassChanges, t: Texts): string[] {
  const name = t(`gaps.measure-${measure}`);
  const count = worse.length + better.length + other.length;
  if (count === 0) return [t('indicators.effect-none', { measure: name })];
  return [
    plural(t, 'indicators.effect-classes', count, { count, of, measure: name }),
    ...(worse.length === 0 ? [] : [t('indicators.effect-worse', { names: namesText(worse, t) })]),
    ...(better.length === 0 ? [] : [t('indicators.effect-better', { names: namesText(better, t) })]),
    ...(other.length === 0 ? [] : [t('indicators.effect-other', { names: namesText(other, t) })]),
  ];
}

function namesText(names: readonly string[], t: Texts): string {
  if (names.length <= NAMED + 1) return names.join(', ');
  return t('indicators.effect-more', { names: names.slice(0, NAMED).join(', '), count: names.length - NAMED });
}
