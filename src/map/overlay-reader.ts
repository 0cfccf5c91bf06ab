import type { Map as MapLibreMap } from 'maplibre-gl';
import type { OverlayName } from '../questions/map-calls.ts';
import type { CellGrid } from '../questions/population-cells.ts';
import type { MapClient } from './map-client.ts';
import { loadOverlay, type OverlayData } from './overlay-data.ts';

/** What the map shows beside overlays: the grid that the gap map's cells lie on. */
type Wanted = OverlayName | 'gap-grid';

export interface OverlayReader {
  /** Reads what has not been read yet, one after the other. */
  read(wanted: readonly Wanted[], signal: AbortSignal): void;
  /** Overlays whose data is on the map. */
  present(): ReadonlySet<OverlayName>;
  /** Data that the gap map is drawn from. */
  data(): OverlayData;
  isReading(): boolean;
  /** Resolves when everything asked for so far has come or failed. */
  settled(): Promise<void>;
  /** Begins anew, for another city. */
  forget(): void;
}

interface Parts {
  readonly map: MapLibreMap;
  readonly client: MapClient;
  readonly addGrid: (grid: CellGrid) => void;
  /** Something has come, or failed to. */
  readonly onArrival: () => void;
  readonly onFailed: (thrown: unknown) => void;
}

/** Reads the data of overlays, each once. What failed is read again when it is asked for again. */
export function createOverlayReader({ map, client, addGrid, onArrival, onFailed }: Parts): OverlayReader {
  const loaded = new Map<Wanted, Promise<void>>();
  let present: ReadonlySet<OverlayName> = new Set();
  let data: OverlayData = {};
  let underWay = 0;

  const load = async (name: Wanted, signal: AbortSignal) => {
    if (name === 'gap-grid') {
      const grid = await client.call('populationCells', {}, { signal });
      if (!signal.aborted && grid !== null) addGrid(grid);
      return;
    }
    await loadOverlay(map, client, name, data, signal);
    if (!signal.aborted) present = new Set([...present, name]);
  };

  const arrive = (signal: AbortSignal) => {
    if (signal.aborted) return;
    underWay--;
    onArrival();
  };

  return {
    read(wanted, signal) {
      let before: Promise<unknown> = Promise.resolve();
      for (const name of wanted) {
        if (loaded.has(name)) continue;
        underWay++;
        const loading = before.then(() => load(name, signal)).finally(() => arrive(signal));
        loaded.set(name, loading);
        loading.catch((thrown) => {
          if (signal.aborted) return;
          loaded.delete(name);
          onFailed(thrown);
        });
        before = loading.catch(() => {});
      }
    },
    present: () => present,
    data: () => data,
    isReading: () => underWay > 0,
    settled: async () => void (await Promise.allSettled([...loaded.values()])),
    forget() {
      loaded.clear();
      present = new Set();
      data = {};
      underWay = 0;
    },
  };
}
