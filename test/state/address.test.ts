import { beforeEach, describe, expect, it } from 'vitest';
import { type AddressWindow, linkViewToAddress } from '../../src/state/address.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import { createViewStore } from '../../src/state/view-store.ts';

/** A browser window with history and a clock that the test moves. */
class FakeWindow implements AddressWindow {
  entries: string[];
  at = 0;
  listeners: (() => void)[] = [];
  timers: (() => void)[] = [];
  readonly location: AddressWindow['location'];
  readonly history: AddressWindow['history'];

  constructor(search: string) {
    this.entries = [`/${search}`];
    const here = () => this.entries[this.at]!;
    this.location = {
      pathname: '/',
      hash: '',
      get search() {
        return here().slice(1);
      },
    };
    this.history = {
      pushState: (_data, _unused, url) => {
        this.entries = [...this.entries.slice(0, this.at + 1), url];
        this.at++;
      },
      replaceState: (_data, _unused, url) => {
        this.entries[this.at] = url;
      },
    };
  }

  addEventListener(_: 'popstate', listener: () => void) {
    this.listeners.push(listener);
  }
  removeEventListener(_: 'popstate', listener: () => void) {
    this.listeners = this.listeners.filter((known) => known !== listener);
  }
  setTimeout(callback: () => void) {
    return this.timers.push(callback);
  }
  clearTimeout(handle: number) {
    this.timers[handle - 1] = () => {};
  }
  runTimers() {
    for (const timer of this.timers.splice(0)) timer();
  }
  back() {
    this.at--;
    for (const listener of this.listeners) listener();
  }
}

const camera = (zoom: number) => ({ zoom, lat: 48.5, lon: 9.25, bearing: 0 });
let win: FakeWindow;
let view: ReturnType<typeof createViewStore>;
let notices: ReturnType<typeof createNoticeStore>;
let stop: () => void;

beforeEach(() => {
  win = new FakeWindow('');
  view = createViewStore({}, { view: {}, unknownParts: [] });
  notices = createNoticeStore();
  stop = linkViewToAddress(view, notices, win);
});

describe('the address', () => {
  it('names the view from the start without adding a step', () => {
    expect(win.entries).toEqual([
      '/?city=demo&lang=de&layers=districts,houses,supplyAreas,sites,plots&panel=gaps&gap=kita-u3',
    ]);
  });

  it('is rewritten once for many movements of the map', () => {
    view.setState({ camera: camera(10) });
    view.setState({ camera: camera(11) });
    expect(win.timers).toHaveLength(1);
    win.runTimers();
    expect(win.entries).toHaveLength(1);
    expect(win.entries[0]).toContain('map=11/48.50000/9.25000&');
  });

  it('gets a step for another selection, which back undoes with the camera of then', () => {
    view.setState({ camera: camera(10) });
    win.runTimers();
    view.setState({ selection: { kind: 'house', id: 'osm:n1' } });
    view.setState({ camera: camera(16) });
    win.runTimers();
    expect(win.entries).toHaveLength(2);
    expect(win.entries[1]).toContain('sel=house:osm:n1');
    win.back();
    expect(view.getState().selection).toBeNull();
    expect(view.getState().camera).toEqual(camera(10));
    expect(win.entries).toHaveLength(2);
  });

  it('keeps the step before a selection as it was last seen, even if that was not written yet', () => {
    view.setState({ camera: camera(12) });
    view.setState({ selection: { kind: 'house', id: 'osm:n1' } });
    win.back();
    expect(view.getState().camera).toEqual(camera(12));
  });

  it('says what of a link it does not know', () => {
    win.entries = ['/?city=demo&colour=red', '/x'];
    win.at = 1;
    win.back();
    expect(notices.getState().notices.map((notice) => notice.problem)).toEqual([
      { code: 'app.link-not-understood', params: { parts: 'colour=red' } },
    ]);
  });

  it('stays as it is once linking has ended', () => {
    stop();
    view.setState({ selection: { kind: 'plot', id: 'p1' } });
    expect(win.entries).toHaveLength(1);
    expect(win.listeners).toEqual([]);
  });
});
