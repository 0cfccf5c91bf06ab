import { useId } from 'react';
import type { Model } from '../../indicators/indicator.ts';
import { encodeView } from '../../state/url.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { Switch } from '../common/switch.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { Headline } from './headline.tsx';
import { GapLegend } from './legend.tsx';
import { MapChoices } from './map-choices.tsx';
import { ServiceSelect, VariantChoice, YearSelect } from './question-fields.tsx';
import { Ranking } from './ranking.tsx';
import { cityRow, useGaps, useIndicator, useShownResult } from './use-gaps.ts';
import { WhatCountsFields } from './what-counts-fields.tsx';
import './gap-map.css';

/** Lücken: the question, its answer in a sentence, what the map shows of it, and the districts in order. */
export function GapPanel() {
  const t = useTexts();
  const { view } = useApp();
  const asked = useGaps((state) => state.question !== null);
  // A link may leave the gap map out: nothing is computed then.
  const gapShown = useView((state) => state.gapShown);
  return (
    <Panel id={PANEL_ID} title={t('gaps.title')} className="gap-panel" onClose={() => view.setState({ panel: null })}>
      {asked ? (
        <>
          <div className="gap-question">
            <ServiceSelect />
            <YearSelect />
            <VariantChoice />
          </div>
          <Answer />
          <WhatCountsFields />
        </>
      ) : gapShown ? (
        <NoCity open={t('gaps.computing')} />
      ) : (
        <Switch label={t('gaps.shown')} checked={false} onChange={() => view.setState({ gapShown: true })} />
      )}
    </Panel>
  );
}

function Answer() {
  const t = useTexts();
  const { view } = useApp();
  const headingId = useId();
  const { result, stale } = useShownResult();
  const problem = useGaps((state) => state.problem);
  const indicator = useIndicator();
  if (problem !== null) {
    return (
      <p className="warning-text gap-problem" role="alert">
        <ProblemSentence problem={problem} />
      </p>
    );
  }
  if (result === null || indicator === null) return <p className="secondary gap-wait">{t('gaps.computing')}</p>;
  return (
    <div className={stale ? 'gap-answer stale' : 'gap-answer'} aria-busy={stale}>
      <section className="gap-headline" aria-labelledby={headingId}>
        <h3 id={headingId} className="sr-only">
          {t('gaps.headline')}
        </h3>
        <Headline result={result} indicator={indicator} />
        {stale ? <p className="secondary">{t('gaps.stale')}</p> : null}
        <button
          type="button"
          className="text-button gap-rule-button"
          onClick={() =>
            view.setState({ rule: { rowId: cityRow(result).id, figure: mainFigure(indicator.model) }, selection: null })
          }
        >
          <Icon name="rule" />
          {t('gaps.rule')}
        </button>
        <CouncilLink />
      </section>
      <Ranking result={result} indicator={indicator} />
      <MapChoices indicator={indicator} />
      <GapLegend indicator={indicator} />
    </div>
  );
}

/** The same question to be read and printed by the council. */
function CouncilLink() {
  const t = useTexts();
  const address = useView((state) => `${encodeView(state)}#rat`);
  const isBestand = useView((state) => state.scenarioId === null);
  // The council's page opens no plan: a scenario's figures are not to be had there, and Bestand's would be others.
  if (!isBestand) return null;
  return (
    <a className="gap-council" href={address} target="_blank" rel="noreferrer" title={t('council.link-why')}>
      {t('council.link')}
    </a>
  );
}

/** The figure a model's headline rests on. */
function mainFigure(model: Model) {
  switch (model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
      return 'balance' as const;
    case 'area':
      return 'demandMet' as const;
    case 'reach':
      return 'coverage' as const;
    case 'count':
      return 'houses' as const;
  }
}
