import type { GapQuestion } from '../questions/gap-map/gap-calls.ts';
import type { GapResult } from '../questions/gaps/gap-request.ts';
import type {
  CatchmentGround,
  HouseBrief,
  MeasureCalls,
  PlaceFacts,
  PlotBrief,
  Suggestions,
} from '../questions/measures/measure-calls.ts';
import type { LonLat } from '../shared/coordinates.ts';
import type { WorkerClient } from '../worker/client.ts';

/** What screens ask about measures. Answers come from the worker, under the open plan; an aborted question rejects. */
export interface MeasureSession {
  houses(ids: readonly string[], year: number, signal?: AbortSignal): Promise<readonly HouseBrief[]>;
  plots(scenarioId: string | null, signal?: AbortSignal): Promise<readonly PlotBrief[]>;
  placeAt(position: LonLat, scenarioId: string | null): Promise<PlaceFacts>;
  effects(question: GapQuestion, signal: AbortSignal): Promise<MeasureCalls['measureEffects']['output']>;
  /** `onProgress` gets a share, 0–1. */
  suggest(
    input: MeasureCalls['suggestPlaces']['input'],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Suggestions>;
  /** What a Schulbezirk for the new school of the question's draft is made of; `null` if the school does not count in that year. */
  catchment(input: MeasureCalls['catchmentGround']['input'], signal: AbortSignal): Promise<CatchmentGround | null>;
  /** Two scenarios in all services and some years; `onProgress` gets a share, 0–1. */
  compareAll(
    input: MeasureCalls['compareAll']['input'],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<MeasureCalls['compareAll']['output']>;
  /** The rows of another question than the one on the map, e.g. of another scenario. */
  rows(question: GapQuestion, signal: AbortSignal): Promise<GapResult>;
}

export function createMeasureSession(client: WorkerClient): MeasureSession {
  const options = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
  return {
    houses: (ids, year, signal) => client.call('houseBriefs', { ids, year }, options(signal)),
    plots: (scenarioId, signal) => client.call('plotList', { scenarioId }, options(signal)),
    placeAt: (position, scenarioId) => client.call('placeAt', { position, scenarioId }),
    effects: (question, signal) => client.call('measureEffects', question, { signal }),
    suggest: (input, signal, onProgress) =>
      client.call('suggestPlaces', input, { signal, onProgress: ({ doneBytes }) => onProgress(doneBytes) }),
    catchment: (input, signal) => client.call('catchmentGround', input, { signal }),
    compareAll: (input, signal, onProgress) =>
      client.call('compareAll', input, { signal, onProgress: ({ doneBytes }) => onProgress(doneBytes) }),
    rows: async (question, signal) => (await client.call('gaps', question, { signal })).result,
  };
}
