import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { MeasureKind } from '../../plan/types/scenarios.ts';
import { MEASURE_KINDS, MEASURE_STATUSES } from '../../plan/types/scenarios.ts';
import { measureName } from '../../report/measures/measure-name.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { CatchmentField } from './catchment-field.tsx';
import { BackButton, Choice, Field, ProblemText } from './form-parts.tsx';
import { HouseField, useHouseBrief } from './house-field.tsx';
import { type MeasureFields, openingOf, partsOfKind, readFields } from './measure-fields.ts';
import { measureUi, setFields, showScreen } from './measure-ui.ts';
import { OfferRows } from './offer-rows.tsx';
import { PlaceField } from './place-field.tsx';
import { TEMPLATES } from './templates.ts';
import { useMeasurePlaces } from './use-measure-places.ts';
import { usePlan, useScenarioActions } from './use-measures.ts';

interface MeasureFormProps {
  readonly scenarioId: string;
  readonly fields: MeasureFields;
  readonly isNew: boolean;
}

/** A measure as it is typed; map, sentence and table follow while it can be read. */
export function MeasureForm({ scenarioId, fields, isNew }: MeasureFormProps) {
  const t = useTexts();
  const { gapSession } = useApp();
  const plan = usePlan();
  const actions = useScenarioActions();
  const house = useHouseBrief(fields.houseId);
  const places = useMeasurePlaces(useMemo(() => [{ houseId: fields.houseId, position: null }], [fields.houseId]));
  const [touched, setTouched] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const { draft, faults } = useMemo(() => {
    const opens = openingOf(plan, house, fields.houseId);
    return readFields(fields, { scenarioId, style: t.language === 'de' ? 'de' : 'plain', opens });
  }, [fields, scenarioId, t.language, plan, house]);
  const parts = partsOfKind(fields.kind);
  const faultCount = Object.keys(faults).length;
  // What is missing is said when one wants to save; what cannot be read, at once.
  const shown = (key: string): Problem | undefined => {
    const fault = faults[key];
    return fault === undefined || (!touched && fault.code === 'measure.missing') ? undefined : fault;
  };

  useEffect(() => {
    gapSession.showDraft(draft !== null && draft.measure.status !== 'dropped' ? draft : null);
  }, [gapSession, draft]);
  useEffect(() => () => gapSession.showDraft(null), [gapSession]);

  const save = async () => {
    setTouched(true);
    if (draft === null || faultCount > 0 || saving) return;
    setSaving(true);
    const name = measureName(draft.measure, draft.offers, t, places(draft.measure).house);
    try {
      await actions.saveMeasure({ ...draft, measure: { ...draft.measure, name } }, isNew);
      measureUi.setState({ form: null });
      showScreen('list', t(isNew ? 'measures.added' : 'measures.changed', { name }));
    } catch (thrown) {
      setRefused(problemOf(thrown));
      setSaving(false);
    }
  };
  return (
    <form
      className="measure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BackButton />
      <h3>{t(`measures.kind-${fields.kind}`)}</h3>
      {isNew && fields.kind !== 'add' ? (
        <Choice
          label={t('measures.kind')}
          value={fields.kind}
          options={MEASURE_KINDS.filter((kind) => kind !== 'add').map((kind) => ({
            value: kind,
            label: t(`measures.kind-${kind}`),
          }))}
          onChange={(kind: MeasureKind) => setFields({ kind })}
        />
      ) : null}
      {isNew && fields.kind === 'add' ? <TemplateChoice /> : null}
      {parts.house ? <HouseField fields={fields} house={house} problem={shown('house')} /> : null}
      {parts.place ? <PlaceField scenarioId={scenarioId} place={fields.place} problem={shown('place')} /> : null}
      {parts.offers ? <OfferRows fields={fields} house={house} faultOf={shown} /> : null}
      {fields.kind === 'add' && fields.offers.some(({ service }) => service === 'grundschule') ? (
        <CatchmentField fields={fields} draft={draft} problem={shown('catchment')} />
      ) : null}
      <Dates fields={fields} shown={shown} />
      <Money fields={fields} problem={shown('cost')} />
      <Field label={t('measures.name')}>
        {(given) => (
          <input
            {...given}
            className="input"
            value={fields.name}
            onChange={({ target }) => setFields({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('measures.reason')}>
        {(given) => (
          <textarea
            {...given}
            className="input"
            rows={2}
            value={fields.reason}
            onChange={({ target }) => setFields({ reason: target.value })}
          />
        )}
      </Field>
      <CircleField value={fields.circle} onChange={(circle) => setFields({ circle })} />
      <label className="measure-check">
        <input type="checkbox" checked={fields.pilot} onChange={({ target }) => setFields({ pilot: target.checked })} />
        {t('measures.pilot')}
      </label>
      <ProblemText problem={refused} />
      <div className="measure-accept">
        <button type="submit" className="button button-main" aria-disabled={faultCount > 0 || saving}>
          {t(saving ? 'measures.saving' : 'measures.save')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            measureUi.setState({ form: null });
            showScreen('list');
          }}
        >
          {t('measures.cancel')}
        </button>
        <p role="status" className="secondary">
          {faultCount === 0 || !touched ? '' : t.count('measures.fix', faultCount)}
        </p>
      </div>
    </form>
  );
}

function TemplateChoice() {
  const t = useTexts();
  const actions = useScenarioActions();
  const [chosen, setChosen] = useState('');
  return (
    <Choice
      label={t('measures.template')}
      value={chosen}
      options={[
        { value: '', label: t('measures.template-none') },
        ...TEMPLATES.map(({ id }) => ({ value: id as string, label: t(`measures.template-${id}`) })),
      ]}
      onChange={(id) => {
        setChosen(id);
        const template = TEMPLATES.find((known) => known.id === id);
        if (template === undefined) return;
        setFields({
          offers: template.offers.map(({ service, form, capacity, groups }) => ({
            id: actions.newId(),
            service,
            form,
            capacity: String(capacity),
            groups: groups === null ? '' : String(groups),
          })),
        });
      }}
    />
  );
}

interface DatesProps {
  readonly fields: MeasureFields;
  readonly shown: (key: string) => Problem | undefined;
}

function Dates({ fields, shown }: DatesProps) {
  const t = useTexts();
  const parts = partsOfKind(fields.kind);
  return (
    <div className="measure-pair">
      <Field label={t(fields.kind === 'close' ? 'measures.from-close' : 'measures.from')} problem={shown('from')}>
        {(given) => (
          <input
            {...given}
            className="input"
            value={fields.from}
            onChange={({ target }) => setFields({ from: target.value })}
          />
        )}
      </Field>
      {parts.to ? (
        <Field label={t('measures.to')} problem={shown('to')}>
          {(given) => (
            <input
              {...given}
              className="input"
              value={fields.to}
              onChange={({ target }) => setFields({ to: target.value })}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}

const FUNDING = ['funded', 'partly', 'unfunded'] as const;

function Money({ fields, problem }: { readonly fields: MeasureFields; readonly problem: Problem | undefined }) {
  const t = useTexts();
  return (
    <>
      <Choice
        label={t('measures.status')}
        value={fields.status}
        options={MEASURE_STATUSES.map((status) => ({ value: status, label: t(`measures.status-${status}`) }))}
        onChange={(status) => setFields({ status })}
      />
      <div className="measure-pair">
        <Field label={t('measures.cost')} problem={problem}>
          {(given) => (
            <input
              {...given}
              className="input"
              inputMode="decimal"
              value={fields.cost}
              onChange={({ target }) => setFields({ cost: target.value })}
            />
          )}
        </Field>
        <Choice
          label={t('measures.funding')}
          value={fields.funding}
          options={[
            { value: '', label: t('measures.funding-open') },
            ...FUNDING.map((value) => ({ value, label: t(`measures.funding-${value}`) })),
          ]}
          onChange={(funding: MeasureFields['funding']) => setFields({ funding })}
        />
      </div>
    </>
  );
}

/** The service that the map shows: what a new offer begins with. */
export function useShownService() {
  return useView((state) => state.gap.service);
}

export function useIndicators() {
  return useStore(useApp().catalogue, (state) => state.indicators);
}
