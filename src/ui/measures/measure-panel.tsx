import { useEffect } from 'react';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { Headline } from '../gap-map/headline.tsx';
import { useGaps, useIndicator, useShownResult } from '../gap-map/use-gaps.ts';
import { PANEL_ID } from '../shell/rail.tsx';
import { CompareSection } from './compare-section.tsx';
import type { MeasureFields } from './measure-fields.ts';
import { MeasureForm } from './measure-form.tsx';
import { MeasureList } from './measure-list.tsx';
import { type MeasureScreen, measureUi, useMeasureUi } from './measure-ui.ts';
import { BeginScenario, ScenarioForm } from './scenario-form.tsx';
import { SuggestSection } from './suggest-section.tsx';
import { useScenario } from './use-measures.ts';
import '../gap-map/gap-map.css';
import './measures.css';

/** Maßnahmen: the measures of the scenario, one of them in a form, suggestions, and two scenarios compared. */
export function MeasurePanel() {
  const t = useTexts();
  const { view } = useApp();
  const open = useCity((state) => state.phase === 'open');
  const said = useMeasureUi((state) => state.said);
  // What the panel had put on the map goes with it.
  useEffect(() => () => measureUi.setState({ placing: null, suggestions: null, difference: null }), []);
  return (
    <Panel
      id={PANEL_ID}
      title={t('measures.title')}
      className="measure-panel"
      onClose={() => view.setState({ panel: null })}
    >
      <p className="measure-said" role="status">
        {said}
      </p>
      {open ? <Screen /> : <NoCity />}
    </Panel>
  );
}

function Screen() {
  const found = useScenario();
  const screen = useMeasureUi((state) => state.screen);
  const form = useMeasureUi((state) => state.form);
  if (found === null) return <BeginScenario />;
  const { scenario, parts } = found;
  return (
    <>
      <Answer />
      <ScreenOf scenario={scenario} parts={parts} screen={screen} form={form} />
    </>
  );
}

/** The answer of the map in words: it follows while something is placed or dragged. */
function Answer() {
  const { result, stale } = useShownResult();
  const indicator = useIndicator();
  const failed = useGaps((state) => state.problem !== null);
  if (result === null || indicator === null || failed) return null;
  return (
    <div className={stale ? 'gap-answer stale measure-answer' : 'measure-answer'} aria-busy={stale}>
      <Headline result={result} indicator={indicator} />
    </div>
  );
}

interface ScreenProps {
  readonly scenario: NonNullable<ReturnType<typeof useScenario>>['scenario'];
  readonly parts: NonNullable<ReturnType<typeof useScenario>>['parts'];
  readonly screen: MeasureScreen;
  readonly form: { readonly fields: MeasureFields; readonly isNew: boolean } | null;
}

function ScreenOf({ scenario, parts, screen, form }: ScreenProps) {
  if (screen === 'form' && form !== null)
    return <MeasureForm key={form.fields.id} scenarioId={scenario.id} fields={form.fields} isNew={form.isNew} />;
  if (screen === 'suggest') return <SuggestSection scenarioId={scenario.id} />;
  if (screen === 'compare') return <CompareSection scenario={scenario} />;
  if (screen === 'scenario') return <ScenarioForm scenario={scenario} />;
  return <MeasureList scenario={scenario} parts={parts} />;
}
