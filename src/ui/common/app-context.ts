import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import { createTexts, type Texts } from '../../i18n/translate.ts';
import type { MapView } from '../../map/map-view.ts';
import type { CatalogueStore } from '../../state/catalogue-store.ts';
import type { CitySession } from '../../state/city-session.ts';
import type { CityState, CityStore } from '../../state/city-store.ts';
import type { GapSession } from '../../state/gap-session.ts';
import type { GapStore } from '../../state/gap-store.ts';
import type { MeasureSession } from '../../state/measure-session.ts';
import type { NeedAnswersSession } from '../../state/need-answers-session.ts';
import type { NeedSession } from '../../state/need-session.ts';
import type { NoticeStore } from '../../state/notice-store.ts';
import type { PlanSession } from '../../state/plan-session.ts';
import type { PlanStateStore } from '../../state/plan-store.ts';
import type { ScenarioStore } from '../../state/scenario-store.ts';
import type { SettingsStorage } from '../../state/settings.ts';
import type { SiteSession } from '../../state/site-session.ts';
import type { ViewState } from '../../state/view-state.ts';
import type { ViewStore } from '../../state/view-store.ts';

/** What `MapView` calls back; the rest of its options `main.tsx` knows. */
export type MapHandlers = Pick<
  ConstructorParameters<typeof MapView>[1],
  'language' | 'reducedMotion' | 'onSelect' | 'onHover' | 'onCamera' | 'onError'
>;

/** Everything the screens are given. Made once in `main.tsx`. */
export interface AppParts {
  readonly view: ViewStore;
  readonly city: CityStore;
  readonly notices: NoticeStore;
  readonly session: CitySession;
  readonly catalogue: CatalogueStore;
  readonly scenarios: ScenarioStore;
  readonly gaps: GapStore;
  readonly gapSession: GapSession;
  readonly measureSession: MeasureSession;
  readonly siteSession: SiteSession;
  readonly needSession: NeedSession;
  readonly needAnswers: NeedAnswersSession;
  readonly planState: PlanStateStore;
  readonly planSession: PlanSession;
  readonly settings: SettingsStorage;
  /** Marks a district on the map while its row is under the pointer or has the focus; `null` = none. */
  hoverDistrict(id: string | null): void;
  /** Loads the drawing code and makes the map; rejects with `app.no-webgl` where nothing can be drawn. */
  createMap(container: HTMLElement, handlers: MapHandlers): Promise<MapView>;
  /** The map once it is there; screens ask it to move. */
  readonly map: { current: MapView | null };
  /** Where the focus goes back to when the details close. */
  readonly detailsOpener: { current: HTMLElement | null };
  /** Set where the next details to appear shall take the focus. */
  readonly focusDetails: { current: boolean };
}

const AppContext = createContext<AppParts | null>(null);

export const AppProvider = AppContext.Provider;

export function useApp(): AppParts {
  const parts = use(AppContext);
  if (parts === null) throw new Error('useApp outside AppProvider');
  return parts;
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useApp().view, select);
}

export function useCity<T>(select: (state: CityState) => T): T {
  return useStore(useApp().city, select);
}

export function useTexts(): Texts {
  const language = useView((state) => state.language);
  return useMemo(() => createTexts(language), [language]);
}
