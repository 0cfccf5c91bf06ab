import '../../i18n/later-texts.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { freeName, useScenarioActions, useScenarios } from '../measures/use-measures.ts';

const NEW = 'new';

/** Bestand or one of the plan's scenarios: what every figure and the map speak of. The last entry begins a new one. */
export function ScenarioSwitch() {
  const t = useTexts();
  const { view, notices } = useApp();
  const scenarios = useScenarios();
  const actions = useScenarioActions();
  const chosen = useView((state) => state.scenarioId);
  const begin = async () => {
    const name = freeName(scenarios, (letter) => t('scenario.first-name', { letter }));
    try {
      const scenarioId = await actions.addScenario(name);
      view.setState({ scenarioId, panel: 'measures' });
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
  return (
    <label className="scenario-switch" data-scenario={chosen === null ? undefined : true}>
      <span className="secondary">{t('scenario.label')}</span>
      <select
        className="select"
        value={chosen ?? ''}
        onChange={({ target }) => {
          if (target.value === NEW) void begin();
          else view.setState({ scenarioId: target.value === '' ? null : target.value });
        }}
      >
        <option value="">{t('scenario.existing')}</option>
        {scenarios.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NEW}>{t('scenario.new')}</option>
      </select>
    </label>
  );
}
