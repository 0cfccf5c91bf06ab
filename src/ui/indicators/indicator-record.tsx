import { evaluate } from '../../indicators/formula.ts';
import { citation, type Indicator, type Model } from '../../indicators/indicator.ts';
import type { GapRow } from '../../questions/gaps/gap-request.ts';
import { figureText } from '../../report/figure-text.ts';
import { formulaText, ruleOf } from '../../report/rule.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { StandingLine } from './basis-mark.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { History, ValidityFacts } from './record-history.tsx';
import { Origin } from './record-origin.tsx';
import { RecordSection } from './record-section.tsx';
import { PhaseIn, ValueFacts } from './record-values.tsx';
import { draftKey, showScreen, useScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { useCityName } from './use-catalogue.ts';
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
      <RecordSection title={t('indicators.values')}>
        <ValueFacts indicator={indicator} />
      </RecordSection>
      <PhaseIn indicator={indicator} />
      <RecordSection title={t('indicators.origin')}>
        <Origin title={t('indicators.origin-rate')} value={indicator.rate} isDecided={decision !== null} />
        <Origin title={t('indicators.origin-limit')} value={indicator.limitMeters} isDecided={decision !== null} />
        <Origin title={t('indicators.origin-share')} value={indicator.targetShare} isDecided={decision !== null} />
      </RecordSection>
      <RecordSection title={t('indicators.validity')}>
        <ValidityFacts listed={listed} />
      </RecordSection>
      <RecordSection title={t('indicators.history')}>
        <History listed={listed} />
      </RecordSection>
    </>
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
    <RecordSection title={t('indicators.formula')}>
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
    </RecordSection>
  );
}
