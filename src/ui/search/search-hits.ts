import type { SearchHit, SearchKind } from '../../questions/search-city.ts';
import type { AppParts } from '../common/app-context.ts';
import { focusMap, selectObject, showOnMap } from '../common/select-object.ts';

/** How close the map comes to a hit without an extent: streets and houses around it are readable. */
const POINT_ZOOM = 16;

/** Hits under their kinds; the kind of the best hit comes first, the order within is kept. */
export function hitsByKind(
  hits: readonly SearchHit[],
): readonly { readonly kind: SearchKind; readonly hits: readonly SearchHit[] }[] {
  const groups = new Map<SearchKind, SearchHit[]>();
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups].map(([kind, members]) => ({ kind, hits: members }));
}

/** Moves the map to a hit; a district, house or site also opens with its details, which take the focus. */
export function goToHit(app: AppParts, hit: SearchHit): void {
  if (hit.kind === 'district' || hit.kind === 'house' || hit.kind === 'site') {
    selectObject(app, { kind: hit.kind, id: hit.id });
  } else {
    // After the dialog has given the focus back to where it was opened from.
    setTimeout(focusMap, 100);
  }
  showOnMap(app, hit.bbox === null ? { position: hit.position, zoom: POINT_ZOOM } : { bbox: hit.bbox });
}
