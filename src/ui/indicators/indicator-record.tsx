import { type ReactNode, useId } from 'react';
import { isWebAddress } from '../../indicators/check-indicator.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { evaluate } from '../../indicators/formula.ts';
import { citation, type Indicator, type Model, type SourcedValue } from '../../indicators/indicator.ts';
import type { GapRow } from '../../questions/gaps/gap-request.ts';
import { figureText } from '../../report/figure-text.ts';
import { limitText, rateText, targetText } from '../../report/indicator-text.ts';
import { formulaText, ruleOf } from '../../report/rule.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Icon } from '../common/icon.tsx';
import { capitalised } from '../common/object-name.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { BasisLine, StandingLine } from './basis-mark.tsx';
import { historyOf, type ListedIndicator } from './catalogue-list.ts';
import { classesText, roundingText, schoolYearText } from './indicator-words.ts';
import { draftKey, showScreen, useScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { useCityName, usePlan } from './use-catalogue.ts';
import { useResults } from './use-results.ts';

/** A Kennwert as a whole: formula in words and numbers, values, bases and sources, validity, versions. */
export function IndicatorRecord({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { indicator, decision } = listed;
  return (
    <>
      <SubHead title={indicator.name[t.language]}>
        <p className="secondary indicator-row-notes">
          <span>{citation(indicator)}</span>
          <StandingLine listed={listed} />
        </p>
        <RecordActions listed={listed} />
      </SubHead>
      <FormulaSection indicator={indicator} />
      <Section title={t('indicators.values')}>
        <ValueFacts indicator={indicator} />
      </Section>
      <PhaseIn indicator={indicator} />
      <Section title={t('indicators.origin')}>
        <Origin title={t('indicators.origin-rate')} value={indicator.rate} isDecided={decision !== null} />
        <Origin title={t('indicators.origin-limit')} value={indicator.limitMeters} isDecided={decision !== null} />
        <Origin title={t('indicators.origin-share')} value={indicator.targetShare} isDecided={decision !== null} />
      </Section>
      <Section title={t('indicators.validity')}>
        <ValidityFacts listed={listed} />
      </Section>
      <Section title={t('indicators.history')}>
        <History listed={listed} />
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="gap-section" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </section>
  );
}

function RecordActions({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { view } = useApp();
  const { indicator, decision, resettable } = listed;
  const cityId = useCity((state) => state.summary?.identity.id ?? null);
  const hasDraft = useScreen((state) => cityId !== null && draftKey(cityId, indicator.id) in state.drafts);
  const show = () => {
    view.setState(({ gap }) => ({
      gap: { ...gap, service: indicator.service, measure: null, limitMeters: null },
      gapShown: true,
      panel: 'gaps',
    }));
    // The panel of gaps is there two frames later; the focus goes along.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(PANEL_ID)?.focus()));
  };
  return (
    <>
      <div className="indicator-actions">
        <button
          type="button"
          className="button button-main"
          disabled={cityId === null}
          onClick={() => showScreen({ kind: 'edit', id: indicator.id })}
        >
          {t(decision === null ? 'indicators.edit' : 'indicators.edit-variant')}
        </button>
        <button type="button" className="button" onClick={show}>
          <Icon name="gaps" />
          {t('indicators.show-on-map')}
        </button>
        {resettable.length === 0 ? null : (
          <button type="button" className="button" onClick={() => showScreen({ kind: 'reset', ids: [indicator.id] })}>
            <Icon name="undo" />
            {t('indicators.reset')}
          </button>
        )}
      </div>
      {cityId === null ? <p className="secondary">{t('indicators.no-city')}</p> : null}
      {hasDraft ? <p className="secondary">{t('indicators.draft-kept')}</p> : null}
    </>
  );
}

/** The figure of the city that is worked out in numbers. */
const WORKED: Readonly<Record<Model, keyof GapRow>> = {
  allocation: 'demand',
  catchment: 'demand',
  balance: 'demand',
  area: 'demandMet',
  reach: 'coverage',
  count: 'houses',
};

function FormulaSection({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const city = useCityName();
  const { results, problem, stale, year } = useResults([indicator]);
  const found = results?.[0] ?? null;
  const figure = WORKED[indicator.model];
  const row = found?.result.levels[0]?.[0] ?? null;
  const formula = found === null || row === null ? null : ruleOf(figure, row, found.result, found.indicator);
  return (
    <Section title={t('indicators.formula')}>
      <p>{t(`indicators.formula-${indicator.model}`)}</p>
      {city === null || year === null ? null : (
        <div className="indicator-numbers" aria-busy={stale}>
          <p className="secondary">{t('indicators.in-city', { city, year: String(year) })}</p>
          {problem !== null ? (
            <p className="warning-text">
              <ProblemSentence problem={problem} />
            </p>
          ) : formula === null ? (
            <p className="secondary">{t('gaps.computing')}</p>
          ) : (
            <>
              <p>{formulaText(formula, 'terms', t)}</p>
              <p className="figure">
                {formulaText(formula, 'values', t)} ={' '}
                <strong>{figureText(figure, evaluate(formula), t, indicator.unit)}</strong>
              </p>
            </>
          )}
        </div>
      )}
    </Section>
  );
}

function ValueFacts({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const limit = limitText(indicator, t);
  const share = indicator.targetShare?.value ?? null;
  const { largestLimitMeters, minAreaSquareMeters, model } = indicator;
  return (
    <Facts>
      <Fact label={t('report-fact.target')}>{targetText(indicator, t)}</Fact>
      <Fact label={t('report-fact.rate')}>
        <span className="figure">{rateText(indicator, t)}</span>
      </Fact>
      <Fact label={t('report-fact.model')}>
        {t(`report-model.${model}`)}
        <span className="secondary fact-note">{t(`indicators.model-${model}`)}</span>
      </Fact>
      {limit === null ? null : (
        <Fact label={t('report-fact.limit')}>
          <span className="figure">{limit}</span>
        </Fact>
      )}
      {largestLimitMeters === null ? null : (
        <Fact label={t('indicators.largest-limit')}>
          <span className="figure">{t.format.unit(largestLimitMeters, 'm')}</span>
        </Fact>
      )}
      {share === null ? null : (
        <Fact label={t('report-fact.target-share')}>
          <span className="figure">{t.format.percent(share)}</span>
        </Fact>
      )}
      {minAreaSquareMeters === null ? null : (
        <Fact label={t('report-fact.min-area')}>
          <span className="figure">{t.format.unit(minAreaSquareMeters, 'm²')}</span>
        </Fact>
      )}
      {model === 'balance' ? (
        <Fact label={t('indicators.level')}>
          <LevelWord level={indicator.balanceLevel} />
        </Fact>
      ) : null}
      <Fact label={t('indicators.classes')}>{classesText(indicator, t) ?? t('indicators.no-classes')}</Fact>
      <Fact label={t('indicators.rounding')}>{roundingText(indicator, t)}</Fact>
    </Facts>
  );
}

function LevelWord({ level }: { readonly level: number | null }) {
  const t = useTexts();
  const word = useCity((state) => state.summary?.identity.levels.find((known) => known.level === level));
  if (level === null) return t('indicators.level-any');
  if (level === 0) return t('indicators.level-city');
  return word === undefined ? t('indicators.level-n', { level }) : capitalised(word[t.language].singular);
}

function PhaseIn({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  if (indicator.phaseIn === null) return null;
  return (
    <Section title={t('indicators.phase-in')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('indicators.school-year')}</th>
            <th scope="col" className="number">
              {t('indicators.entitled')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicator.phaseIn.map(({ schoolYear, share }) => (
            <tr key={schoolYear}>
              <th scope="row">{schoolYearText(schoolYear)}</th>
              <td className="number">{t.format.percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface OriginProps {
  readonly title: string;
  readonly value: SourcedValue | null;
  readonly isDecided: boolean;
}

/** Basis, city, remark and source of a value; nothing for a value that says nothing. */
function Origin({ title, value, isDecided }: OriginProps) {
  const t = useTexts();
  if (value === null) return null;
  const { source, remark } = value;
  const url = source?.url ?? null;
  return (
    <div className="indicator-origin">
      <p className="indicator-origin-title">{title}</p>
      <p>
        <BasisLine value={value} isDecided={isDecided} />
      </p>
      {remark === null ? null : <p className="secondary">{remark[t.language]}</p>}
      <p className="secondary">
        {source === null
          ? t('indicators.no-source')
          : source.year === null
            ? source.title
            : `${source.title} (${source.year})`}
      </p>
      {url === null || !isWebAddress(url) ? null : (
        <a className="source-link" href={url} target="_blank" rel="noreferrer">
          {new URL(url).host}
          <Icon name="outside" />
          <span className="sr-only"> ({t('app.opens-outside')})</span>
        </a>
      )}
    </div>
  );
}

function ValidityFacts({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { indicator, decision, decidedInstead } = listed;
  const decided = decision ?? decidedInstead?.decision ?? null;
  const day = (iso: string | null | undefined) => (iso == null ? t('missing.short') : t.format.date(iso));
  return (
    <Facts>
      <Fact label={t('indicators.version')}>{citation(indicator)}</Fact>
      <Fact label={t('report-fact.valid-from')}>
        {indicator.validFrom === null ? t('indicators.since-ever') : day(indicator.validFrom)}
      </Fact>
      <Fact label={t('indicators.decision')}>
        {decided === null
          ? t('indicators.decision-none')
          : t('indicators.decision-text', {
              reference: decided.reference ?? decided.title,
              date: day(decided.date),
              body: decided.body ?? t('missing.short'),
              from: day(decided.validFrom ?? decided.date),
            })}
      </Fact>
    </Facts>
  );
}

function History({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const plan = usePlan();
  const { id } = listed.indicator;
  return (
    <ol className="indicator-history">
      {historyOf(plan, DEFAULT_CATALOGUE, id).map(({ indicator, removal }) => {
        const { version, validFrom, author, reason } = indicator;
        const isShown = listed.inForce && version === listed.indicator.version && removal === null;
        return (
          <li key={version} data-withdrawn={removal === null ? undefined : true}>
            <p>
              <strong>{citation(indicator)}</strong>
              {isShown ? <span className="indicator-tag">{t('indicators.history-in-force')}</span> : null}
              <span className="figure indicator-history-rate">{rateText(indicator, t)}</span>
            </p>
            <p className="secondary">
              {author === null && reason === null
                ? t('indicators.history-shipped')
                : t('indicators.history-signed', { author: author ?? '', reason: reason ?? '' })}
              {validFrom === null ? null : ` · ${t('indicators.history-from', { date: t.format.date(validFrom) })}`}
            </p>
            {removal === null ? null : (
              <p className="secondary">
                {t('indicators.history-withdrawn', {
                  date: t.format.date(removal.at.slice(0, 10)),
                  by: removal.by,
                  why: removal.why ?? '',
                })}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
