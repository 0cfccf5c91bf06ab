import { useEffect, useId, useRef, useState } from 'react';
import { evaluate } from '../../indicators/formula.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapQuestion, GapRule } from '../../questions/gap-map/gap-calls.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';
import { figureName, figureText } from '../../report/figure-text.ts';
import { bothDates, formulaText, indicatorText, missingInIt, ruleOf } from '../../report/rule.ts';
import type { OpenRule } from '../../state/view-state.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Icon } from '../common/icon.tsx';
import { useGaps, useIndicator, useShownResult } from './use-gaps.ts';
import './rule-panel.css';

/** How an open figure was computed: formula, its numbers, Kennwert and source, dates, grade, what is missing, other limits. */
export function RulePanel() {
  const t = useTexts();
  const { view } = useApp();
  const rule = useView((state) => state.rule);
  const { result, stale } = useShownResult();
  const indicator = useIndicator();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (rule !== null) heading.current?.focus();
  }, [rule]);
  if (rule === null) return null;
  const row = result?.levels.flat().find(({ id }) => id === rule.rowId) ?? null;
  return (
    <aside
      id="details"
      className="sheet details rule"
      aria-label={t('rule.title')}
      tabIndex={-1}
      data-stale={stale || undefined}
    >
      <header className="sheet-head">
        <div className="details-title">
          <p className="details-kind">{t('rule.title')}</p>
          <h2 ref={heading} tabIndex={-1}>
            {row === null ? t('rule.title') : t('rule.of', { figure: figureName(rule.figure, t), name: row.name })}
          </h2>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={t('rule.close')}
          onClick={() => view.setState({ rule: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body">
        {row === null || result === null || indicator === null ? (
          <p className="secondary">{t('gaps.computing')}</p>
        ) : (
          <Rule rule={rule} row={row} result={result} indicator={indicator} />
        )}
      </div>
    </aside>
  );
}

interface RuleProps {
  readonly rule: OpenRule;
  readonly row: GapRow;
  readonly result: GapResult;
  readonly indicator: Indicator;
}

function Rule({ rule, row, result, indicator }: RuleProps) {
  const t = useTexts();
  const formula = ruleOf(rule.figure, row, result, indicator);
  const missing = missingInIt(row, t, { result, indicator });
  return (
    <>
      {formula === null ? (
        <p>{t('rule.no-figure')}</p>
      ) : (
        <section className="rule-formula">
          <h3>{t('rule.words')}</h3>
          <p>{formulaText(formula, 'terms', t)}</p>
          <h3>{t('rule.numbers')}</h3>
          <p className="figure">{formulaText(formula, 'values', t)}</p>
          <p className="rule-result">
            <span>{t('rule.result')}</span>
            <strong className="figure">{figureText(rule.figure, evaluate(formula), t, indicator.unit)}</strong>
          </p>
        </section>
      )}
      <IndicatorFacts indicator={indicator} />
      <Facts>
        <Fact label={t('rule.dates')}>{bothDates(result, indicator, t)}</Fact>
        <Fact label={t('rule.grade')}>
          {t(`grade.${result.grade}`)}
          <span className="secondary fact-note">{t(`grade-why.${result.grade}`)}</span>
        </Fact>
      </Facts>
      <section>
        <h3>{t('rule.missing')}</h3>
        {missing.length === 0 ? (
          <p className="secondary">{t('rule.nothing-missing')}</p>
        ) : (
          <ul className="rule-list">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <Limits rule={rule} />
    </>
  );
}

function IndicatorFacts({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const lines = indicatorText(indicator, t);
  const url = indicator.rate.source?.url ?? null;
  return (
    <section>
      <h3>{t('rule.indicator')}</h3>
      <Facts>
        {lines.map(({ label, text }) => (
          <Fact key={label} label={label}>
            {text}
          </Fact>
        ))}
      </Facts>
      {url === null ? null : (
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {t('rule.source-link')}
            <span className="sr-only"> ({t('app.opens-outside')})</span>
          </a>
        </p>
      )}
    </section>
  );
}

/** The figure at three quarters, one and one and a half of the limit; strict shortage when asked for; the waiting list. */
function Limits({ rule }: { readonly rule: OpenRule }) {
  const t = useTexts();
  const id = useId();
  const question = useGaps((state) => state.question);
  const [strict, setStrict] = useState<GapQuestion | null>(null);
  const found = useRule(question, strict !== null && strict === question);
  if (question === null || found === null) return null;
  // Demand, places and their balance do not depend on the limit: what does is shown instead.
  const shown = dependsOnLimit(rule.figure)
    ? rule.figure
    : question.indicator.model === 'allocation'
      ? 'missing'
      : 'coverage';
  const { sensitivity, strictMissing, waitingList, worstChange } = found;
  const missing = sensitivity.find(({ factor }) => factor === 1)?.city.missing ?? null;
  const differs = waitingList !== null && missing !== null && Math.abs(waitingList.value - missing) > missing / 4;
  return (
    <>
      {sensitivity.length === 0 ? null : (
        <section aria-labelledby={id}>
          <h3 id={id}>{t('rule.limits')}</h3>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('rule.limit')}</th>
                <th scope="col" className="number">
                  {figureName(shown, t)}
                </th>
              </tr>
            </thead>
            <tbody>
              {sensitivity.map(({ factor, limitMeters, city }) => (
                <tr key={factor}>
                  <th scope="row">
                    {t.format.unit(limitMeters, 'm', 0)}{' '}
                    <span className="secondary">× {t.format.number(factor, 2)}</span>
                  </th>
                  <td className="number">{figureText(shown, numberOf(city[shown]), t, question.indicator.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="secondary">{t(worstChange ? 'rule.worst-change' : 'rule.worst-same')}</p>
        </section>
      )}
      {question.indicator.model === 'allocation' ? (
        <section>
          <h3>{t('rule.strict')}</h3>
          {strictMissing === null ? (
            <button type="button" className="button" onClick={() => setStrict(question)}>
              {t('rule.strict-ask')}
            </button>
          ) : (
            <p className="figure">{figureText('missing', strictMissing, t)}</p>
          )}
          <p className="secondary">{t('rule.strict-why')}</p>
        </section>
      ) : null}
      {waitingList === null ? null : (
        <section>
          <Facts figures>
            <Fact label={t('rule.waiting-list', { year: String(waitingList.year) })}>
              <span className="figure">{t.format.number(waitingList.value, 0)}</span>
            </Fact>
          </Facts>
          {differs ? <p className="warning-text">{t('rule.waiting-differs')}</p> : null}
        </section>
      )}
    </>
  );
}

const INDEPENDENT_OF_LIMIT: ReadonlySet<keyof GapRow> = new Set([
  'persons',
  'demand',
  'capacity',
  'balance',
  'supplyRate',
]);

function dependsOnLimit(figure: keyof GapRow): boolean {
  return !INDEPENDENT_OF_LIMIT.has(figure);
}

function numberOf(value: GapRow[keyof GapRow]): number | null {
  return typeof value === 'number' ? value : null;
}

/** What the worker says of the question's limits; `null` until it has. */
function useRule(question: GapQuestion | null, strict: boolean): GapRule | null {
  const { gapSession } = useApp();
  const [found, setFound] = useState<{ readonly question: GapQuestion; readonly rule: GapRule } | null>(null);
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    gapSession.rule(question, strict, controller.signal).then(
      (rule) => setFound({ question, rule }),
      () => {},
    );
    return () => controller.abort();
  }, [gapSession, question, strict]);
  return found !== null && found.question === question ? found.rule : null;
}
