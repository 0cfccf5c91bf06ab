import { describe, expect, it } from 'vitest';
import { SERVICE_IDS } from '../../src/shared/services.ts';
import { createSettings } from '../../src/state/settings.ts';
import { FIRST_VIEW } from '../../src/state/view-state.ts';
import {
  createViewStore,
  rememberView,
  servicesOfGroups,
  toggleGroup,
  toggleLayer,
} from '../../src/state/view-store.ts';

const nothing = { view: {}, unknownParts: [] };

describe('the view', () => {
  it('starts as the link says, then as remembered, then as a first visit', () => {
    const store = createViewStore(
      { language: 'en', panel: 'data', officialBasemap: true },
      { view: { panel: 'houses', cityId: 'berlin' }, unknownParts: [] },
    );
    expect(store.getState()).toEqual({
      ...FIRST_VIEW,
      language: 'en',
      officialBasemap: true,
      panel: 'houses',
      cityId: 'berlin',
    });
  });

  it('shows and hides a layer and keeps the order of the list', () => {
    const store = createViewStore({}, nothing);
    toggleLayer(store, 'districts');
    toggleLayer(store, 'population');
    expect(store.getState().layers).toEqual(['houses', 'supplyAreas', 'sites', 'plots', 'population']);
    toggleLayer(store, 'districts');
    expect(store.getState().layers).toEqual(['districts', 'houses', 'supplyAreas', 'sites', 'plots', 'population']);
  });

  it('filters by group and drops the filter when the last present group is back', () => {
    const store = createViewStore({}, nothing);
    toggleGroup(store, 'kita', ['kita', 'jugend', 'pflege']);
    expect(store.getState().groups).toEqual(['jugend', 'pflege']);
    toggleGroup(store, 'pflege', ['kita', 'jugend', 'pflege']);
    expect(store.getState().groups).toEqual(['jugend']);
    toggleGroup(store, 'kita', ['kita', 'jugend', 'pflege']);
    toggleGroup(store, 'pflege', ['kita', 'jugend', 'pflege']);
    expect(store.getState().groups).toBeNull();
  });

  it('leaves playgrounds and green out of the filter for houses', () => {
    expect(servicesOfGroups(null)).toBeNull();
    expect(servicesOfGroups(['kita'])).toEqual([
      'kita-u3',
      'kita-ue3',
      'spielplatz-0-6',
      'spielplatz-6-12',
      'spielplatz-12-18',
      'spielflaeche',
      'gruen-nah',
    ]);
    const everyGroup = [...new Set(SERVICE_IDS)];
    expect(
      servicesOfGroups([
        'kita',
        'grundschule',
        'schule',
        'ganztag',
        'jugend',
        'pflege',
        'gesundheit',
        'begegnung',
        'bibliothek',
        'sport',
      ]),
    ).toEqual(everyGroup);
  });

  it('remembers language, panel, background map and single keys, but not where the map was', () => {
    let kept = '';
    const storage = {
      getItem: () => null,
      setItem: (_: string, text: string) => {
        kept = text;
      },
    };
    const store = createViewStore({}, nothing);
    rememberView(
      store,
      createSettings(() => storage),
    );
    store.setState({ camera: { zoom: 10, lat: 50, lon: 9, bearing: 0 } });
    expect(kept).toBe('');
    store.setState({ language: 'en', panel: null });
    expect(JSON.parse(kept)).toEqual({ language: 'en', panel: null, officialBasemap: false, singleKeys: true });
  });
});
