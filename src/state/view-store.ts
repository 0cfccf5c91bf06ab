import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OverlayName } from '../questions/map-calls.ts';
import { HOUSE_GROUPS, type HouseGroup, houseGroupByService, SERVICE_IDS, type ServiceId } from '../shared/services.ts';
import type { Settings, SettingsStorage } from './settings.ts';
import type { DecodedLink } from './url.ts';
import { FIRST_VIEW, OVERLAYS, type ViewState } from './view-state.ts';

export type ViewStore = StoreApi<ViewState>;

/** The view at the start: what the link says, else what the browser remembers, else the first view. */
export function createViewStore(settings: Settings, link: DecodedLink): ViewStore {
  const { person: _, department: __, districts: ___, ...remembered } = settings;
  return createStore<ViewState>()(() => ({ ...FIRST_VIEW, ...remembered, ...link.view }));
}

/** Keeps language, panel, background map and single keys for the next visit. Gives back a function that ends it. */
export function rememberView(view: ViewStore, storage: SettingsStorage): () => void {
  const remembered = ({ language, panel, officialBasemap, singleKeys, role }: ViewState): Settings => ({
    language,
    panel,
    officialBasemap,
    singleKeys,
    ...(role === null ? {} : { role }),
  });
  return view.subscribe((now, before) => {
    const settings = remembered(now);
    if (JSON.stringify(settings) !== JSON.stringify(remembered(before))) storage.write(settings);
  });
}

export function toggleLayer(view: ViewStore, layer: OverlayName): void {
  view.setState(({ layers }) => ({
    layers: OVERLAYS.filter((name) => (name === layer ? !layers.includes(name) : layers.includes(name))),
  }));
}

/** Shows or hides one group of `present` ones; with the last one back on, the filter is gone. */
export function toggleGroup(view: ViewStore, group: HouseGroup, present: readonly HouseGroup[]): void {
  const shown = view.getState().groups ?? present;
  const groups = HOUSE_GROUPS.filter((name) => (name === group ? !shown.includes(name) : shown.includes(name)));
  view.setState({ groups: present.every((name) => groups.includes(name)) ? null : groups });
}

/** The services of the shown groups and all services of areas, which the filter leaves alone; `null` = no filter. */
export function servicesOfGroups(groups: readonly HouseGroup[] | null): readonly ServiceId[] | null {
  if (groups === null) return null;
  return SERVICE_IDS.filter((service) => {
    const group = houseGroupByService(service);
    return group === null || groups.includes(group);
  });
}
