import '../../i18n/later-texts.ts';
import { useEffect, useMemo } from 'react';
import type { Texts } from '../../i18n/translate.ts';
import type { MapView } from '../../map/map-view.ts';
import { type NeedDisplay, needDisplay } from '../../map/need-display.ts';
import type { ShownNeed } from '../../map/need-picture.ts';
import { NEED_STEPS, type NeedStatus } from '../../plan/types/needs.ts';
import { stageOf } from '../../report/needs/need-filter.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, restText } from '../../report/needs/need-text.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { Area } from '../../shared/geometry/area.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { type NeedMarks, needsStore, showNeedsScreen, useNeedsUi } from './needs-store.ts';

/** One display for the life of a map. */
const displays = new WeakMap<MapView, NeedDisplay>();

/** Opens the need that was clicked on; not while one is being typed. */
function pick(id: string): boolean {
  const { kind } = needsStore.getState().screen;
  if (kind === 'report' || kind === 'amend') return false;
  showNeedsScreen({ kind: 'need', id });
  return true;
}

function displayOf(map: MapView): NeedDisplay {
  const known = displays.get(map);
  if (known !== undefined) return known;
  const made = map.extras.add(needDisplay(pick));
  displays.set(map, made);
  return made;
}

/** The sign of a status: its step's number, a letter for those beside the order. */
export function statusMark(status: NeedStatus, t: Texts): string {
  const step = NEED_STEPS.indexOf(status as (typeof NEED_STEPS)[number]);
  return step >= 0 ? String(step + 1) : codeText(status, t).charAt(0).toUpperCase();
}

export function shownNeeds(
  rows: readonly NeedRow[],
  marks: Exclude<NeedMarks, 'none'>,
  selectedId: string | null,
  t: Texts,
): readonly ShownNeed[] {
  return rows.flatMap((row): ShownNeed[] => {
    const { need, place, overdue } = row;
    if (place?.position == null) return [];
    const rest = restText(row, t);
    return [
      {
        id: need.id,
        position: place.position,
        stage: stageOf(need.status),
        letter: marks === 'department' ? row.short : statusMark(need.status, t),
        overdue,
        label: rest === null ? need.title : `${need.title} (${rest})`,
        area: need.place.kind === 'area' ? (need.place.geometry as Area) : null,
        selected: need.id === selectedId,
      },
    ];
  });
}

/** The need that is being typed, where it is to be. */
function sketched(position: LonLat, label: string): ShownNeed {
  return { id: '', position, stage: 'open', letter: '+', overdue: false, label, area: null, selected: true };
}

/** Puts needs on the map as long as the panel is open. */
export function useNeedsOnMap(rows: readonly NeedRow[]): void {
  const t = useTexts();
  const { map } = useApp();
  const isShown = useCity((state) => state.mapShown);
  const marks = useNeedsUi((state) => state.marks);
  const selectedId = useNeedsUi((state) => ('id' in state.screen ? state.screen.id : null));
  const sketch = useNeedsUi((state) => state.sketch);
  const needs = useMemo(() => {
    const shown = marks === 'none' ? [] : shownNeeds(rows, marks, selectedId, t);
    return sketch === null ? shown : [...shown, sketched(sketch, t('needs.sketch'))];
  }, [rows, marks, selectedId, sketch, t]);
  useEffect(() => {
    if (isShown && map.current !== null) displayOf(map.current).set({ needs });
  }, [map, isShown, needs]);
  useEffect(
    () => () => {
      if (map.current !== null) displayOf(map.current).set({ needs: [] });
    },
    [map],
  );
}
