import { createTexts } from '../../i18n/translate.ts';
import type { MapView } from '../../map/map-view.ts';
import type { CatchmentArea, GapBands, GapFlows, GapQuestion } from '../../questions/gap-map/gap-calls.ts';
import { type GapState, isAnswered, questionKey, shownAnswer, shownResult } from '../../state/gap-store.ts';
import type { AppParts } from '../common/app-context.ts';
import { pictureOf } from './picture-of.ts';

/** Shares of the limit at which the reach of a selected house is drawn. */
const BAND_SHARES = [0.5, 1] as const;

/** What is asked beside the answer, each kept with the key of its question. */
interface Beside<T> {
  key: string | null;
  value: T | null;
  asking: AbortController;
}

function nothing<T>(): Beside<T> {
  return { key: null, value: null, asking: new AbortController() };
}

/** Readable from outside: which question the map shows the whole answer of. Journeys wait for it instead of for time. */
function setGapState(state: GapState): void {
  const { question } = state;
  const { dataset } = document.documentElement;
  if (question === null || !isAnswered(state)) delete dataset.gaps;
  else dataset.gaps = `${question.request.service} ${question.request.year} ${question.request.variant}`;
}

/** Keeps the map's gap picture as the stores say. Gives back a function that ends it. */
export function bindGapMap(map: MapView, app: AppParts): () => void {
  const { view, city, gaps, gapSession } = app;
  const catchments = nothing<readonly CatchmentArea[]>();
  const bands = nothing<GapBands>();
  const flows = nothing<GapFlows>();
  let scheduled = false;
  let ended = false;

  /** Asks once per key; the picture is drawn again when the answer is there. `key: null` = not wanted. */
  const ask = <T>(beside: Beside<T>, key: string | null, call: (signal: AbortSignal) => Promise<T>) => {
    if (beside.key === key) return;
    beside.asking.abort();
    beside.asking = new AbortController();
    beside.key = key;
    beside.value = null;
    if (key === null) return;
    const { signal } = beside.asking;
    call(signal).then(
      (value) => {
        beside.value = value;
        schedule();
      },
      // The question itself says what is wrong.
      () => {
        if (!signal.aborted) beside.key = null;
      },
    );
  };

  const askBeside = (question: GapQuestion) => {
    const { gap, selection } = view.getState();
    const { indicator, request } = question;
    const key = questionKey(question);
    const areasKey = `${request.service} ${request.year} ${request.scenarioId} ${question.basis ?? ''}`;
    ask(catchments, indicator.model === 'catchment' ? areasKey : null, (signal) =>
      gapSession.catchmentAreas(question, signal),
    );
    const limit = request.limitMeters ?? indicator.limitMeters?.value ?? null;
    const houseId = gap.bands && limit !== null && selection?.kind === 'house' ? selection.id : null;
    ask(bands, houseId === null ? null : `${houseId} ${limit} ${request.profile}`, (signal) =>
      gapSession.bands(
        {
          houseId,
          position: null,
          limitsMeters: BAND_SHARES.map((share) => Math.round(limit! * share)),
          stepFree: request.profile === 'step-free',
        },
        signal,
      ),
    );
    const district =
      gap.flows && indicator.model === 'allocation' && selection?.kind === 'district' ? selection.id : null;
    const level = levelOf(district);
    ask(flows, district === null || level === null ? null : `${district} ${key}`, (signal) =>
      gapSession.flows(question, level!, district, signal),
    );
  };

  const levelOf = (district: string | null): number | null => {
    const { result } = shownResult(gaps.getState());
    return result?.levels.flat().find(({ id }) => id === district)?.level ?? null;
  };

  const draw = () => {
    scheduled = false;
    if (ended) return;
    const { gap, gapShown, language } = view.getState();
    const { question } = gaps.getState();
    const { result } = shownResult(gaps.getState());
    const { summary } = city.getState();
    if (!gapShown || question === null || result === null || summary === null) {
      map.setGap(null);
      setGapState(gaps.getState());
      return;
    }
    askBeside(question);
    performance.mark('gb:gap-picture');
    const picture = pictureOf(
      {
        gap,
        indicator: question.indicator,
        result,
        answer: shownAnswer(gaps.getState()),
        catchments: catchments.value,
        bands: bands.value,
        flows: flows.value,
        smallNumberThreshold: summary.identity.smallNumberThreshold,
      },
      createTexts(language),
    );
    map.setGap(picture);
    setGapState(gaps.getState());
  };

  /** Several stores change with one click: they are drawn together, before the next frame. */
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(draw);
  };

  const stops = [
    gaps.subscribe(schedule),
    view.subscribe((now, before) => {
      if (
        now.gap !== before.gap ||
        now.gapShown !== before.gapShown ||
        now.selection !== before.selection ||
        now.language !== before.language
      ) {
        schedule();
      }
    }),
  ];
  schedule();
  return () => {
    ended = true;
    for (const beside of [catchments, bands, flows]) beside.asking.abort();
    for (const stop of stops) stop();
  };
}
