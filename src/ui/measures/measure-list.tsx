import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ObjectOf } from '../../plan/plan.ts';
import type { ScenarioParts } from '../../plan/readers/scenario-parts.ts';
import type { MeasureCalls, MeasureEffect } from '../../questions/measures/measure-calls.ts';
import { circleWord } from '../../report/circle-text.ts';
import { offerText } from '../../report/measures/measure-export.ts';
import { measureName } from '../../report/measures/measure-name.ts';
import { euroText, scenarioSummary } from '../../report/scenario-summary.ts';
import { houseGroupByService } from '../../shared/services.ts';
import { problemOf } from '../../state/city-session.ts';
import { questionKey } from '../../state/gap-store.ts';
import { addNotice } from '../../state/notice-store.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';
import { Icon } from '../common/icon.tsx';
import { focusMap, showOnMap } from '../common/select-object.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { MeasureExport } from './measure-export.tsx';
import { emptyFields, fieldsOf } from './measure-fields.ts';
import { measureUi, showScreen, useMeasureUi } from './measure-ui.ts';
import { useMeasurePlaces } from './use-measure-places.ts';
import { usePlan, useScenarioActions } from './use-measures.ts';

type Effects = MeasureCalls['measureEffects']['output'];

interface MeasureListProps {
  readonly scenario: ObjectOf<'scenarios'>;
  readonly parts: ScenarioParts;
}

/** The scenario in a few sentences, its measures with what each does, and the ways to more. */
export function MeasureList({ scenario, parts }: MeasureListProps) {
  const t = useTexts();
  const { catalogue } = useApp();
  const actions = useScenarioActions();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const { effects, year } = useEffects();
  const begin = (kind: 'add' | 'enlarge') => {
    measureUi.setState({ form: { fields: emptyFields(actions.newId(), kind), isNew: true } });
    showScreen('form');
  };
  const places = useMeasurePlaces(parts.measures);
  const summary = useMemo(() => scenarioSummary(parts, indicators, t), [parts, indicators, t]);
  return (
    <>
      <section className="measure-scenario">
        <h3>{scenario.name}</h3>
        {scenario.description === '' ? null : <p>{scenario.description}</p>}
        <p className="secondary measure-summary">{summary.join(' ')}</p>
        <button type="button" className="text-button" onClick={() => showScreen('scenario')}>
          {t('scenario.edit')}
        </button>
      </section>
      <div className="measure-actions">
        <button type="button" className="button button-main" onClick={() => begin('add')}>
          <Icon name="plus" />
          {t('measures.add')}
        </button>
        <button type="button" className="button" onClick={() => begin('enlarge')}>
          {t('measures.change')}
        </button>
        <button type="button" className="button" onClick={() => showScreen('suggest')}>
          <Icon name="target" />
          {t('measures.suggest')}
        </button>
        <button type="button" className="button" onClick={() => showScreen('compare')}>
          {t('measures.compare')}
        </button>
      </div>
      <section className="gap-section" aria-label={t('measures.list')}>
        {parts.measures.length === 0 ? (
          <p className="secondary">{t('measures.empty')}</p>
        ) : (
          <>
            <p className="secondary">
              {effects === null ? t('measures.effects-waiting') : t('measures.effects-year', { year: String(year) })}
            </p>
            <ul className="measure-list">
              {parts.measures.map((measure) => (
                <MeasureRow
                  key={measure.id}
                  measure={measure}
                  offers={parts.offersOf(measure.id)}
                  house={houseOf(measure, parts, places(measure).house, t)}
                  effects={effects?.[measure.id] ?? null}
                  year={year}
                />
              ))}
            </ul>
            <p className="secondary">{t('measures.drag-hint')}</p>
            <MeasureExport scenario={scenario} parts={parts} placeOf={places} />
          </>
        )}
      </section>
    </>
  );
}

/** What the house of a measure is called: one of the city, or one that another measure of the scenario brings. */
function houseOf(
  { kind, houseId }: ObjectOf<'measures'>,
  parts: ScenarioParts,
  inCity: string | null,
  t: ReturnType<typeof useTexts>,
): string | null {
  if (kind === 'add') return null;
  const bringing = parts.measures.find(({ id }) => id === houseId);
  return bringing === undefined ? inCity : measureName(bringing, parts.offersOf(bringing.id), t);
}

/** What each measure does alone, in the year and with what counts on the map; `null` until it is known. */
function useEffects(): { readonly effects: Effects | null; readonly year: number } {
  const { measureSession } = useApp();
  const question = useGaps((state) => state.question);
  // A drag is not weighed: the list follows when it has ended.
  const plain = useMemo(() => {
    if (question === null) return null;
    const { preview: _, ...rest } = question;
    return rest;
  }, [question]);
  const isPreview = question?.preview !== undefined;
  const key = plain === null ? null : questionKey(plain);
  const [answered, setAnswered] = useState<{ readonly key: string; readonly effects: Effects } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions with the same key are the same questions
  useEffect(() => {
    if (plain === null || key === null || isPreview) return;
    const controller = new AbortController();
    measureSession.effects(plain, controller.signal).then(
      (effects) => setAnswered({ key, effects }),
      // The question itself says what is wrong.
      () => {},
    );
    return () => controller.abort();
  }, [measureSession, key, isPreview]);
  return {
    effects: answered !== null && (answered.key === key || isPreview) ? answered.effects : null,
    year: question?.request.year ?? 0,
  };
}

interface MeasureRowProps {
  readonly measure: ObjectOf<'measures'>;
  readonly offers: readonly ObjectOf<'measureOffers'>[];
  /** What the house is called that it acts on; `null` = its own, or not known. */
  readonly house: string | null;
  readonly effects: readonly MeasureEffect[] | null;
  readonly year: number;
}

function MeasureRow({ measure, offers, house, effects, year }: MeasureRowProps) {
  const t = useTexts();
  const app = useApp();
  const plan = usePlan();
  const actions = useScenarioActions();
  const indicators = useStore(app.catalogue, (state) => state.indicators);
  const isPlacing = useMeasureUi(({ placing }) => placing?.kind === 'measure' && placing.id === measure.id);
  const name = measureName(measure, offers, t, house);
  const group = offers.map(({ service }) => houseGroupByService(service)).find((found) => found !== null) ?? null;
  const remove = async () => {
    try {
      await actions.removeMeasure(measure.id, name, t('measures.remove-why'));
      measureUi.setState({ said: t('measures.removed', { name }) });
    } catch (thrown) {
      addNotice(app.notices, problemOf(thrown));
    }
  };
  const edit = () => {
    if (plan === null) return;
    const fields = fieldsOf(plan, measure.id, (value) => t.format.number(value), t.format.date);
    if (fields === null) return;
    measureUi.setState({ form: { fields: withIsoDays(fields, measure, t.language), isNew: false } });
    showScreen('form');
  };
  const { position } = measure;
  return (
    <li className="measure-row" data-measure={measure.id} data-dropped={measure.status === 'dropped' || undefined}>
      {group === null ? (
        <span className="house-symbol" />
      ) : (
        <HouseSymbol group={group} state={measure.status === 'idea' ? 'idea' : 'planned'} />
      )}
      <div className="measure-row-text">
        <button
          type="button"
          className="measure-name"
          aria-label={t('measures.edit', { name })}
          onClick={() => {
            edit();
            if (position !== null) showOnMap(app, { position: [position[0], position[1]], zoom: 14.5 });
          }}
        >
          {name}
        </button>
        <p className="secondary">
          {[
            t(`measures.kind-${measure.kind}`),
            t(`measures.status-${measure.status}`),
            measure.from === null ? t('measures.always') : t('measures.since', { date: t.format.date(measure.from) }),
            ...(measure.costEuro === null ? [] : [euroText(measure.costEuro, t)]),
            ...(measure.funding === null ? [] : [t(`measures.funding-${measure.funding}`)]),
            ...(measure.circle === 'agsp' ? [] : [`${t('circle.title')} ${circleWord(measure.circle, t)}`]),
          ].join(' · ')}
        </p>
        {house === null || name.includes(house) ? null : <p className="secondary">{house}</p>}
        {offers.length === 0 || measure.kind === 'close' ? null : (
          <p className="measure-offers">{offers.map((offer) => offerText(measure, offer, indicators, t)).join(', ')}</p>
        )}
        {measure.catchment && measure.catchmentEdit ? (
          <p className="secondary">
            {t('measures.catchment-mark', {
              ...measure.catchmentEdit,
              date: t.format.date(measure.catchmentEdit.at.slice(0, 10)),
            })}
          </p>
        ) : null}
        {isIncomplete(measure) ? (
          <p className="warning-text">{t('measures.incomplete')}</p>
        ) : (
          <EffectText measure={measure} effects={effects} year={year} />
        )}
        <p className="measure-row-actions">
          {measure.kind === 'add' || measure.kind === 'move' ? (
            <button
              type="button"
              className="text-button"
              aria-pressed={isPlacing}
              onClick={() => {
                measureUi.setState({ placing: isPlacing ? null : { kind: 'measure', id: measure.id } });
                if (!isPlacing) focusMap();
              }}
            >
              {t(isPlacing ? 'measures.place-cancel' : 'measures.move-it')}
            </button>
          ) : null}
          <button type="button" className="text-button" onClick={() => void remove()}>
            {t('measures.remove')}
            <span className="sr-only">: {name}</span>
          </button>
        </p>
        {isPlacing ? <p className="measure-hint">{t('measures.place-hint')}</p> : null}
      </div>
    </li>
  );
}

/** What a merge of two plans left without its place or house. */
function isIncomplete({ kind, position, houseId }: ObjectOf<'measures'>): boolean {
  return (kind !== 'add' && houseId === null) || ((kind === 'add' || kind === 'move') && position === null);
}

/** Outside German, dates are typed in ISO form: "1 Sep 2028" is none that can be read. */
function withIsoDays<T extends { readonly from: string; readonly to: string }>(
  fields: T,
  { from, to }: ObjectOf<'measures'>,
  language: string,
): T {
  return language === 'de' ? fields : { ...fields, from: from ?? '', to: to ?? '' };
}

interface EffectTextProps {
  readonly measure: ObjectOf<'measures'>;
  readonly effects: readonly MeasureEffect[] | null;
  readonly year: number;
}

function EffectText({ measure, effects, year }: EffectTextProps) {
  const t = useTexts();
  if (effects === null || measure.status === 'dropped') return null;
  if (measure.from !== null && measure.from > `${year}-12-31`)
    return <p className="measure-effect">{t('measures.later', { year: String(year) })}</p>;
  const sentences = effects.flatMap(({ service, closes }) => {
    if (closes === null) return [];
    const rounded = Math.round(closes);
    const params = { service: t(`service.${service}`), value: t.format.number(Math.abs(rounded)) };
    if (rounded === 0) return [t('measures.closes-none', { service: params.service })];
    return [t(rounded > 0 ? 'measures.closes' : 'measures.opens-gap', params)];
  });
  if (effects.length === 0) return null;
  return (
    <p className="measure-effect">{sentences.length === 0 ? t('measures.closes-unknown') : sentences.join('; ')}</p>
  );
}
