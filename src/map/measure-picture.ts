import type { LonLat } from '../shared/coordinates.ts';
import type { HouseGroup } from '../shared/services.ts';

/** A measure as the map shows it. */
export interface ShownMeasure {
  readonly id: string;
  readonly kind: 'add' | 'enlarge' | 'move' | 'close' | 'reopen';
  readonly group: HouseGroup;
  /** Written beside it, in the reader's language. */
  readonly label: string;
  readonly position: LonLat;
  /** Where a moved house stood before; `null` = nowhere else. */
  readonly from: LonLat | null;
  /** Not yet decided: drawn with a dashed outline. */
  readonly planned: boolean;
  /** It offers the service that is shown; others are pale. */
  readonly concerned: boolean;
  readonly selected: boolean;
}

/** A place that was suggested, numbered by its rank. */
export interface SuggestionPin {
  readonly key: string;
  readonly position: LonLat;
  readonly label: string;
}

/** What the map shows of scenarios. */
export interface MeasurePicture {
  readonly measures: readonly ShownMeasure[];
  readonly pins: readonly SuggestionPin[];
  /** By district of the level shown: missing places fewer (above 0) or more than in the other scenario; `null` = no comparison. */
  readonly difference: ReadonlyMap<string, { readonly value: number; readonly label: string }> | null;
  /** The next click or Enter places something. */
  readonly placing: boolean;
}

export const NO_MEASURES: MeasurePicture = { measures: [], pins: [], difference: null, placing: false };

/** What a person does with measures on the map. */
export interface MeasureHandlers {
  onPlace(position: LonLat): void;
  onPick(measureId: string): void;
  onPin(key: string): void;
  /** While a measure is dragged; it may only where this says so. */
  mayDrag(measureId: string): boolean;
  onDrag(measureId: string, position: LonLat): void;
  onDrop(measureId: string, position: LonLat): void;
  onDragCancelled(): void;
}
