import { useEffect } from 'react';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { CompareSection } from './compare-section.tsx';
import { MeasureForm } from './measure-form.tsx';
import { MeasureList } from './measure-list.tsx';
import { measureUi, useMeasureUi } from './measure-ui.ts';
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
  if (screen === 'form' && form !== null)
    return <MeasureForm key={form.fields.id} scenarioId={scenario.id} fields={form.fields} isNew={form.isNew} />;
  if (screen === 'suggest') return <SuggestSection scenarioId={scenario.id} />;
  if (screen === 'compare') return <CompareSection scenario={scenario} />;
  if (screen === 'scenario') return <ScenarioForm scenario={scenario} />;
  return <MeasureList scenario={scenario} parts={parts} />;
}
