import type { ObjectRef } from '../questions/describe-object.ts';
import type { OverlayName } from '../questions/map-calls.ts';

/** Layers in which the pointer finds objects, topmost first. */
export const PICK_LAYERS: readonly { readonly layer: string; readonly kind: ObjectRef['kind'] }[] = [
  { layer: 'house-symbols', kind: 'house' },
  { layer: 'house-dots', kind: 'house' },
  { layer: 'supply-point', kind: 'supply-area' },
  { layer: 'site-fill', kind: 'site' },
  { layer: 'plot-fill', kind: 'plot' },
  { layer: 'supply-fill', kind: 'supply-area' },
  { layer: 'gap-catchment-fill', kind: 'house' },
  { layer: 'gap-fill', kind: 'district' },
];

const KIND_BY_OVERLAY: Readonly<Record<OverlayName, ObjectRef['kind']>> = {
  houses: 'house',
  sites: 'site',
  plots: 'plot',
  supplyAreas: 'supply-area',
  population: 'cell',
  districts: 'district',
};

/** Kinds of objects that are on the map. */
export function visibleKinds(visible: ReadonlySet<OverlayName>): ObjectRef['kind'][] {
  return [...visible].map((overlay) => KIND_BY_OVERLAY[overlay]);
}

/** A feature under the pointer, as far as picking cares. */
export interface Hit {
  readonly layer: { readonly id: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Picked {
  readonly ref: ObjectRef;
  readonly name: string | null;
}

/** The topmost object among the features under the pointer; of several areas of one layer, the smallest (of highest `rank`). */
export function topmost(hits: readonly Hit[]): Picked | null {
  for (const { layer, kind } of PICK_LAYERS) {
    const ofLayer = hits.filter((candidate) => candidate.layer.id === layer);
    if (ofLayer.length === 0) continue;
    const hit = kind === 'supply-area' ? ofLayer.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a)) : ofLayer[0]!;
    const { id, name } = hit.properties;
    return { ref: { kind, id: String(id) }, name: typeof name === 'string' ? name : null };
  }
  return null;
}

function rankOf({ properties }: Hit): number {
  return typeof properties.rank === 'number' ? properties.rank : 0;
}

/** Metres that a pixel covers at a zoom and latitude (512 px tiles). */
export function metersPerPixel(zoom: number, lat: number): number {
  const equatorMeters = 40_075_016.686;
  return (equatorMeters * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}
