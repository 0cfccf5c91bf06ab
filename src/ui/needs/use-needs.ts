import '../../i18n/later-texts.ts';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { ListedDistrict } from '../../questions/need-places.ts';
import { filterNeeds, type NeedViewer, sortNeeds } from '../../report/needs/need-filter.ts';
import { type NeedRow, needRows, type RowContext } from '../../report/needs/need-rows.ts';
import { placeKey } from '../../state/need-session.ts';
import { useApp, useCity, useView } from '../common/app-context.ts';
import { setNeedsUi, useNeedsUi } from './needs-store.ts';

export type Department = ObjectOf<'departments'>;

export function usePlan(): Plan | null {
  return useStore(useApp().planState, (state) => state.plan);
}

/** Today as an ISO day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Where needs lie, when, and in which scenario: what rows are made with. */
export function useRowContext(): RowContext {
  const { needSession } = useApp();
  useEffect(() => needSession.watch(), [needSession]);
  const places = useStore(needSession.store, (state) => state.places);
  const scenarioId = useView((state) => state.scenarioId);
  return useMemo(
    () => ({ placeOf: ({ place }) => places.get(placeKey(place)) ?? null, scenarioId, today: today() }),
    [places, scenarioId],
  );
}

/** All needs of the plan, by title. */
export function useNeedRows(): readonly NeedRow[] {
  const plan = usePlan();
  const context = useRowContext();
  return useMemo(() => (plan === null ? [] : needRows(plan, context)), [plan, context]);
}

/** The needs that pass the filter, in the order of the list. */
export function useShownNeeds(): { readonly all: readonly NeedRow[]; readonly shown: readonly NeedRow[] } {
  const all = useNeedRows();
  const filter = useNeedsUi((state) => state.filter);
  const sort = useNeedsUi((state) => state.sort);
  const viewer = useViewer();
  const shown = useMemo(() => sortNeeds(filterNeeds(all, filter, viewer), sort), [all, filter, viewer, sort]);
  return { all, shown };
}

export function useDepartments(): readonly Department[] {
  const plan = usePlan();
  return useMemo(() => (plan === null ? [] : visibleObjects(plan, 'departments')), [plan]);
}

/** The department of the plan that a person means by what they call their own; `null` = none of them. */
export function departmentNamed(departments: readonly Department[], said: string | undefined): Department | null {
  const wanted = said?.trim().toLowerCase() ?? '';
  if (wanted === '') return null;
  return (
    departments.find(({ id, name, short }) =>
      [id, name, short].some((text) => text?.trim().toLowerCase() === wanted),
    ) ?? null
  );
}

/** The department that a person calls their own; read again when the dialog that sets it has closed. */
export function useMyDepartment(): Department | null {
  const { settings } = useApp();
  const departments = useDepartments();
  useView((state) => state.dialog);
  const { department } = settings.read();
  return useMemo(() => departmentNamed(departments, department), [departments, department]);
}

const NONE: readonly string[] = [];

/** One's own districts of the open city, and how to set them. */
export function useMyDistricts(): readonly [readonly string[], (ids: readonly string[]) => void] {
  const { settings } = useApp();
  const cityId = useCity((state) => state.cityId);
  const chosen = useNeedsUi((state) => state.districts);
  const ids = (chosen ?? settings.read().districts)?.[cityId] ?? NONE;
  return [
    ids,
    (next) => {
      const districts = { ...settings.read().districts, [cityId]: next };
      settings.write({ districts });
      setNeedsUi({ districts });
    },
  ];
}

export function useViewer(): NeedViewer {
  const departmentId = useMyDepartment()?.id ?? null;
  const isOffice = useView((state) => state.role === 'office');
  const [districts] = useMyDistricts();
  return useMemo(() => ({ departmentId, districts, isOffice }), [departmentId, districts, isOffice]);
}

/** The districts of the city; empty until they are known. */
export function useDistricts(): readonly ListedDistrict[] {
  const { needSession } = useApp();
  const open = useCity((state) => (state.phase === 'open' ? state.cityId : null));
  const [districts, setDistricts] = useState<readonly ListedDistrict[]>([]);
  useEffect(() => {
    if (open === null) return;
    let ended = false;
    needSession.districts().then(
      (found) => {
        if (!ended) setDistricts(found);
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [needSession, open]);
  return districts;
}
