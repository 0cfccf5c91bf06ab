import { useState } from 'react';
import type { ObjectOf } from '../../plan/plan.ts';
import type { Problem } from '../../shared/problem.ts';
import { problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { BackButton, ProblemText } from './form-parts.tsx';
import { measureUi, showScreen } from './measure-ui.ts';
import { freeName, useScenarioActions, useScenarios } from './use-measures.ts';

/** Bestand has no measures: one begins a scenario, or chooses one in the header. */
export function BeginScenario() {
  const t = useTexts();
  const { view } = useApp();
  const scenarios = useScenarios();
  const actions = useScenarioActions();
  const [refused, setRefused] = useState<Problem | null>(null);
  const begin = async () => {
    const name = freeName(scenarios, (letter) => t('scenario.first-name', { letter }));
    try {
      const scenarioId = await actions.addScenario(name);
      view.setState({ scenarioId });
      measureUi.setState({ said: t('scenario.added', { name }) });
    } catch (thrown) {
      setRefused(problemOf(thrown));
    }
  };
  return (
    <div className="measure-begin">
      <p>{t('scenario.none')}</p>
      <ProblemText problem={refused} />
      <button type="button" className="button button-main" onClick={() => void begin()}>
        <Icon name="plus" />
        {t('scenario.begin')}
      </button>
      {scenarios.map(({ id, name }) => (
        <button key={id} type="button" className="button" onClick={() => view.setState({ scenarioId: id })}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** Name and description of a scenario; copy and removal. */
export function ScenarioForm({ scenario }: { readonly scenario: ObjectOf<'scenarios'> }) {
  const t = useTexts();
  const { view } = useApp();
  const actions = useScenarioActions();
  const [name, setName] = useState(scenario.name);
  const [description, setDescription] = useState(scenario.description);
  const [circle, setCircle] = useState(scenario.circle);
  const [refused, setRefused] = useState<Problem | null>(null);
  const isBlank = name.trim() === '';
  const run = async (doIt: () => Promise<void>) => {
    try {
      await doIt();
    } catch (thrown) {
      setRefused(problemOf(thrown));
    }
  };
  const save = () =>
    run(async () => {
      await actions.changeScenario(scenario.id, { name: name.trim(), description: description.trim(), circle });
      showScreen('list', t('scenario.saved'));
    });
  const duplicate = () =>
    run(async () => {
      const copy = t('scenario.copy-name', { name: scenario.name });
      const scenarioId = await actions.duplicateScenario(scenario.id, copy);
      view.setState({ scenarioId });
      showScreen('list', t('scenario.duplicated', { name: copy }));
    });
  const remove = () =>
    run(async () => {
      // Before it is gone, so that nobody asks for it.
      view.setState({ scenarioId: null });
      await actions.removeScenario(scenario.id, scenario.name, t('scenario.remove-why'));
      showScreen('list', t('scenario.removed', { name: scenario.name }));
    });
  return (
    <form
      className="measure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) void save();
      }}
    >
      <BackButton />
      <h3>{t('scenario.edit')}</h3>
      <label className="field">
        <span className="secondary">{t('scenario.name')}</span>
        <input
          className="input"
          value={name}
          aria-invalid={isBlank}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {isBlank ? (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem('measure.missing', { what: 'name' })} />
        </p>
      ) : null}
      <label className="field">
        <span className="secondary">{t('scenario.description')}</span>
        <textarea
          className="input"
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
      <CircleField value={circle} onChange={setCircle} />
      <p className="secondary">{t('scenario.circle-why')}</p>
      <ProblemText problem={refused} />
      <div className="measure-actions">
        <button type="submit" className="button button-main" aria-disabled={isBlank}>
          {t('scenario.save')}
        </button>
        <button type="button" className="button" onClick={() => void duplicate()}>
          <Icon name="copy" />
          {t('scenario.duplicate')}
        </button>
        <button type="button" className="button" onClick={() => void remove()}>
          {t('scenario.remove')}
        </button>
      </div>
    </form>
  );
}
