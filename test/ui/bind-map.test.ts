import { beforeEach, describe, expect, it } from 'vitest';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import { createCityStore } from '../../src/state/city-store.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import { createViewStore } from '../../src/state/view-store.ts';
import type { AppParts } from '../../src/ui/common/app-context.ts';
import { bindMap } from '../../src/ui/map-pane/bind-map.ts';

const CAMERA = { zoom: 12, lat: 48.7, lon: 9.1, bearing: 0 };

/** A map that writes down what it is told; the official background answers as the test says. */
class FakeMap {
  told: [name: string, ...args: unknown[]][] = [];
  officialAnswers = true;
  looksAt = CAMERA;
  readonly camera = {
    get: () => this.looksAt,
    set: (camera: typeof CAMERA) => {
      this.looksAt = camera;
      this.told.push(['camera.set', camera]);
    },
  };
  finishCity: (() => void)[] = [];

  showCity(summary: CitySummary, camera?: unknown) {
    this.told.push(['showCity', summary.edition, camera]);
    return new Promise<void>((resolve) => this.finishCity.push(resolve));
  }
  setLayers(layers: ReadonlySet<string>) {
    this.told.push(['setLayers', ...layers]);
  }
  setServices(services: ReadonlySet<string> | null) {
    this.told.push(['setServices', services === null ? null : [...services].slice(0, 2)]);
  }
  select(ref: unknown) {
    this.told.push(['select', ref]);
  }
  setLanguage(language: string) {
    this.told.push(['setLanguage', language]);
  }
  setOfficialBasemap(on: boolean) {
    this.told.push(['setOfficialBasemap', on]);
    return Promise.resolve(on && this.officialAnswers);
  }
  takeTold() {
    return this.told.splice(0);
  }
}

const summaryOf = (edition: string) => ({ edition, identity: { id: 'x' } }) as CitySummary;
const ticks = async () => {
  for (let i = 0; i < 4; i++) await Promise.resolve();
};

let map: FakeMap;
let app: AppParts;
let progress: string[];
let stop: () => void;

beforeEach(() => {
  map = new FakeMap();
  progress = [];
  app = {
    view: createViewStore({}, { view: {}, unknownParts: [] }),
    city: createCityStore('demo'),
    notices: createNoticeStore(),
  } as AppParts;
  stop = bindMap(map as never, app, {
    onStart: () => progress.push('start'),
    onPainted: () => progress.push('painted'),
    onFailed: () => progress.push('failed'),
  });
});

describe('the map and the stores', () => {
  it('begin with the same view, the official background left alone', () => {
    expect(map.takeTold()).toEqual([
      ['setLayers', 'districts', 'houses', 'supplyAreas', 'sites', 'plots'],
      ['setServices', null],
      ['select', null],
      ['setLanguage', 'de'],
    ]);
  });

  it('tell the map nothing but what changed', () => {
    map.takeTold();
    app.view.setState({ selection: { kind: 'house', id: 'h' } });
    app.view.setState({ groups: ['kita'] });
    app.view.setState({ panel: 'data' });
    expect(map.takeTold()).toEqual([
      ['select', { kind: 'house', id: 'h' }],
      ['setServices', ['kita-u3', 'kita-ue3']],
    ]);
  });

  it('draw a city once, also when its counts come later, and another edition anew', async () => {
    map.takeTold();
    app.city.setState({ summary: summaryOf('a') });
    app.city.setState({ summary: summaryOf('a'), complete: true });
    expect(map.takeTold()).toEqual([['showCity', 'a', undefined]]);
    app.view.setState({ camera: CAMERA });
    app.city.setState({ summary: summaryOf('b') });
    expect(map.takeTold()).toEqual([['showCity', 'b', CAMERA]]);
    for (const finish of map.finishCity) finish();
    await ticks();
    // The first of the two was overtaken: only the second counts as painted.
    expect(progress).toEqual(['start', 'start', 'painted']);
  });

  it('move the map where a link points, but not to where it already is', () => {
    map.takeTold();
    app.view.setState({ camera: { ...CAMERA, lat: CAMERA.lat + 1e-7 } });
    expect(map.takeTold()).toEqual([]);
    app.view.setState({ camera: { ...CAMERA, zoom: 15 } });
    expect(map.takeTold()).toEqual([['camera.set', { ...CAMERA, zoom: 15 }]]);
  });

  it('put the switch of the official background back if that does not answer', async () => {
    map.officialAnswers = false;
    app.view.setState({ officialBasemap: true });
    await ticks();
    expect(app.view.getState().officialBasemap).toBe(false);
  });

  it('have nothing to do with each other once that is ended', () => {
    stop();
    map.takeTold();
    app.view.setState({ language: 'en' });
    app.city.setState({ summary: summaryOf('c') });
    expect(map.takeTold()).toEqual([]);
  });
});
