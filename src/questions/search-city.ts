import type { LonLat, LonLatBox } from '../shared/coordinates.ts';
import type { HouseGroup } from '../shared/services.ts';

export type SearchKind = 'district' | 'street' | 'house' | 'site' | 'place' | 'coordinates';

export interface SearchHit {
  readonly kind: SearchKind;
  /** Object id; for streets and coordinates a key that is stable within the edition. */
  readonly id: string;
  readonly name: string;
  /** What tells it from its namesakes: district, address, operator. */
  readonly detail: string | null;
  readonly group: HouseGroup | null;
  readonly position: LonLat;
  readonly bbox: LonLatBox | null;
}
