import type { LonLat } from '../shared/coordinates.ts';
import type { Area } from '../shared/geometry/area.ts';
import type { NeedStage } from './need-symbols.ts';

/** A need as the map shows it. */
export interface ShownNeed {
  readonly id: string;
  readonly position: LonLat;
  readonly stage: NeedStage;
  /** Written in the symbol: short name of the department, or a sign of the status. */
  readonly letter: string;
  readonly overdue: boolean;
  /** Written below it, in the reader's language. */
  readonly label: string;
  /** Drawn area; `null` = none of its own. */
  readonly area: Area | null;
  readonly selected: boolean;
}

export interface NeedPicture {
  readonly needs: readonly ShownNeed[];
}
