import { measureName } from '../../report/measures/measure-name.ts';
import '../../i18n/later-texts.ts';
import { createTexts } from '../../i18n/translate.ts';
import type { MapView } from '../../map/map-view.ts';
import { type MeasurePicture, NO_MEASURES, type ShownMeasure } from '../../map/measure-picture.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { partsOfScenario } from '../../plan/readers/scenario-parts.ts';
import type { HouseBrief } from '../../questions/measures/measure-calls.ts';
import type { MeasureDraft } from '../../questions/measures/measure-draft.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import { problem } from '../../shared/problem.ts';
import { houseGroupByService, type ServiceId } from '../../shared/services.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { scenarioActions } from '../../state/scenario-actions.ts';
import type { AppParts } from '../common/app-context.ts';
import { readFields } from './measure-fields.ts';
import { measureUi, setFields, showScreen } from './measure-ui.ts';

type Houses = ReadonlyMap<string, HouseBrief>;

/** Keeps measures, suggestions and differences on the map as the stores say, and turns drags and clicks into changes. Ends with what it gives back. */
export function bindMeasures(map: MapView, app: AppParts): () => void {
  const { view, planState, planSession, gapSession, gaps, measureSession, notices, settings } = app;
  const texts = () => createTexts(view.getState().language);
  const actions = scenarioActions(planSession, () => ({
    at: new Date().toISOString(),
    by: settings.read().person ?? texts()('plan.nobody'),
  }));
  let houses: Houses = new Map();
  let asked = '';
  /** What is under the pointer, over what the plan has. */
  let dragged: MeasureDraft | null = null;
  let ended = false;
  let scheduled = false;

  const scenarioOf = () => {
    const { plan } = planState.getState();
    const { scenarioId } = view.getState();
    const scenario = plan === null || scenarioId === null ? undefined : plan.scenarios[scenarioId];
    return plan === null || scenario === undefined || scenario.removed !== null ? null : { plan, id: scenario.id };
  };

  /** Positions and services of the houses that measures act on; the picture is drawn again when they are there. */
  const askHouses = (measures: readonly ObjectOf<'measures'>[]) => {
    const ids = [...new Set(measures.flatMap(({ houseId }) => (houseId === null ? [] : [houseId])))].sort();
    const key = `${view.getState().cityId} ${ids.join()}`;
    if (key === asked) return;
    asked = key;
    if (ids.length === 0) return;
    measureSession.houses(ids, gaps.getState().question?.request.year ?? 0).then(
      (found) => {
        if (key !== asked) return;
        houses = new Map(found.map((house) => [house.id, house]));
        schedule();
      },
      () => {
        asked = '';
      },
    );
  };

  const pictureOf = (): MeasurePicture => {
    const ui = measureUi.getState();
    const t = texts();
    const found = scenarioOf();
    const formDraft = ui.form === null || found === null ? null : draftOfForm(found.id);
    const drafts = [dragged, formDraft].filter((draft) => draft !== null);
    return {
      // A difference is read undisturbed.
      measures: found === null || ui.difference !== null ? [] : shownMeasures(found.plan, found.id, drafts),
      pins: (ui.suggestions?.found.places ?? [])
        .filter(({ gain }) => gain > 0)
        .map(({ key, position }, i) => ({ key, position, label: String(i + 1) })),
      difference:
        ui.difference === null
          ? null
          : new Map(
              [...ui.difference].map(([id, value]) => [
                id,
                { value, label: `${value > 0 ? '+' : ''}${t.format.number(value)}` },
              ]),
            ),
      placing: ui.placing !== null,
    };
  };

  const draftOfForm = (scenarioId: string): MeasureDraft | null => {
    const { form } = measureUi.getState();
    if (form === null) return null;
    const style = view.getState().language === 'de' ? 'de' : 'plain';
    return readFields(form.fields, { scenarioId, style, opens: null }).draft;
  };

  const shownMeasures = (plan: Plan, scenarioId: string, drafts: readonly MeasureDraft[]): ShownMeasure[] => {
    const { measures, offersOf } = partsOfScenario(plan, scenarioId);
    askHouses(measures);
    const drafted = new Map(drafts.map((draft) => [draft.measure.id, draft]));
    const all = [
      ...measures.map((measure) => drafted.get(measure.id) ?? { measure, offers: offersOf(measure.id) }),
      ...drafts.filter(({ measure }) => plan.measures[measure.id] === undefined),
    ];
    const { service } = view.getState().gap;
    const selectedId = measureUi.getState().form?.fields.id ?? dragged?.measure.id ?? null;
    return all.flatMap(({ measure, offers }): ShownMeasure[] => {
      if (measure.status === 'dropped') return [];
      const house = measure.houseId === null ? undefined : houses.get(measure.houseId);
      const brought = measure.houseId === null ? undefined : all.find((other) => other.measure.id === measure.houseId);
      const stood = house?.position ?? positionOf(brought?.measure);
      const own = positionOf(measure) ?? stood;
      if (own === null || own === undefined) return [];
      const named = offers.map((offer) => offer.service);
      const services: readonly ServiceId[] =
        named.length > 0 ? named : (house?.offers ?? brought?.offers ?? []).map((offer) => offer.service);
      const ordered = services.includes(service) ? [service, ...services] : services;
      const group = ordered.map(houseGroupByService).find((candidate) => candidate !== null) ?? 'begegnung';
      return [
        {
          id: measure.id,
          kind: measure.kind,
          group,
          label: measureName(measure, offers, texts()),
          position: own,
          from: measure.kind === 'move' ? (stood ?? null) : null,
          planned: measure.status === 'idea' || measure.status === 'planned',
          concerned: services.includes(service),
          selected: measure.id === selectedId,
        },
      ];
    });
  };

  const draw = () => {
    scheduled = false;
    if (!ended) map.measures.set(pictureOf());
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(draw);
  };

  const measureOf = (id: string): MeasureDraft | null => {
    const found = scenarioOf();
    const measure = found?.plan.measures[id];
    if (found === null || measure === undefined) return null;
    return { measure, offers: partsOfScenario(found.plan, found.id).offersOf(id) };
  };
  const movedTo = (draft: MeasureDraft, position: LonLat): MeasureDraft => ({
    ...draft,
    measure: { ...draft.measure, position: [position[0], position[1]] },
  });

  /** Puts a measure of the plan somewhere, as one change; refused outside the city. */
  const put = async (id: string, position: LonLat) => {
    const found = measureOf(id);
    if (found === null) return;
    const t = texts();
    const name = measureName(found.measure, found.offers, t);
    try {
      const facts = await measureSession.placeAt(position, found.measure.scenarioId);
      if (facts.outside) addNotice(notices, problem('measure.outside-city', { lon: position[0], lat: position[1] }));
      else {
        await actions.moveMeasure(id, name, facts);
        measureUi.setState({ said: t('measures.moved', { name }) });
      }
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
    dragged = null;
    gapSession.showDraft(null);
    schedule();
  };

  map.measures.listen({
    onPlace(position) {
      const { placing } = measureUi.getState();
      measureUi.setState({ placing: null });
      if (placing?.kind === 'measure') void put(placing.id, position);
      else if (placing?.kind === 'form') {
        measureSession.placeAt(position, view.getState().scenarioId).then(
          (place) => setFields({ place }),
          (thrown) => addNotice(notices, problemOf(thrown)),
        );
      }
    },
    onPick: (picked) => {
      measureUi.setState({ picked });
      view.setState({ panel: 'measures' });
    },
    onPin: () => view.setState({ panel: 'measures' }),
    mayDrag: (id) => {
      const { form } = measureUi.getState();
      const measure = form?.fields.id === id ? form.fields : measureOf(id)?.measure;
      // Existing houses stay where they are: only what the scenario brings or moves can be dragged.
      return measure?.kind === 'add' || measure?.kind === 'move';
    },
    onDrag(id, position) {
      const scenarioId = view.getState().scenarioId;
      const inForm =
        measureUi.getState().form?.fields.id === id && scenarioId !== null ? draftOfForm(scenarioId) : null;
      const found = inForm ?? measureOf(id);
      if (found === null) return;
      dragged = movedTo(found, position);
      gapSession.showDraft(dragged);
      draw();
    },
    onDrop(id, position) {
      if (measureUi.getState().form?.fields.id !== id) {
        void put(id, position);
        return;
      }
      measureSession.placeAt(position, view.getState().scenarioId).then(
        (place) => {
          dragged = null;
          setFields({ place });
        },
        (thrown) => addNotice(notices, problemOf(thrown)),
      );
    },
    onDragCancelled() {
      dragged = null;
      gapSession.showDraft(null);
      schedule();
    },
  });

  const stops = [
    planState.subscribe(schedule),
    measureUi.subscribe(schedule),
    view.subscribe((now, before) => {
      // What was begun in one scenario is none of another.
      if (now.scenarioId !== before.scenarioId) {
        measureUi.setState({ form: null });
        showScreen('list', measureUi.getState().said);
      }
      if (now.scenarioId !== before.scenarioId || now.language !== before.language || now.gap !== before.gap)
        schedule();
    }),
  ];
  schedule();
  return () => {
    ended = true;
    map.measures.listen(null);
    map.measures.set(NO_MEASURES);
    for (const stop of stops) stop();
  };
}

function positionOf(measure: Pick<ObjectOf<'measures'>, 'position'> | undefined): LonLat | null {
  const position = measure?.position ?? null;
  return position === null ? null : lonLat(position[0], position[1]);
}
