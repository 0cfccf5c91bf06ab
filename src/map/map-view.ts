import './map-view.css';
import { addProtocol, Map as MapLibreMap, prewarm, removeProtocol, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { createTexts } from '../i18n/translate.ts';
import type { CitySummary } from '../questions/city-summary.ts';
import type { ObjectRef } from '../questions/describe-object.ts';
import { OVERLAY_NAMES, type OverlayName } from '../questions/map-calls.ts';
import type { Language } from '../shared/language.ts';
import { type Problem, problem } from '../shared/problem.ts';
import type { ServiceId } from '../shared/services.ts';
import type { Camera } from './camera.ts';
import { createTileLoader } from './city-protocol.ts';
import { cityLayers, citySources, type MapContent } from './city-style.ts';
import { createCrosshair } from './crosshair.ts';
import { drawIcon } from './draw-icon.ts';
import { createGapDisplay, type GapDisplay } from './gap-display.ts';
import type { GapPicture } from './gap-picture.ts';
import { isReachable } from './is-reachable.ts';
import { createLayerSync, type LayerSync } from './layer-sync.ts';
import { cellLayers } from './layers/cell-layers.ts';
import { NEAR_ZOOM } from './layers/gap-area-layers.ts';
import { OFFICIAL_HOST, officialSource, officialTileUrl } from './layers/official-layer.ts';
import { moveLightly } from './light-movement.ts';
import { createMapCamera, type MapCamera, MOTION_MILLISECONDS } from './map-camera.ts';
import type { MapClient } from './map-client.ts';
import { createMapExtras, type MapExtras } from './map-extra.ts';
import { mapOptions } from './map-options.ts';
import { isAbort, problemOf } from './map-problem.ts';
import { createMeasureDisplay, type MeasureDisplay } from './measure-display.ts';
import { cellBlockCount, setFeatures } from './overlay-data.ts';
import { createOverlayReader, type OverlayReader } from './overlay-reader.ts';
import { visibleKinds } from './picking.ts';
import { listenToPointer, type MapHover, watchPress } from './pointer.ts';
import { createSiteDisplay, type SiteDisplay } from './site-display.ts';
import { EMPTY, SOURCES, TILE_PROTOCOL } from './sources.ts';
import { type SpacedFrames, spaceFrames } from './spaced-frames.ts';
import { drawn, requireWebGl } from './webgl.ts';

export interface MapViewOptions {
  readonly client: MapClient;
  readonly language: Language;
  readonly reducedMotion: boolean;
  /** A person chose an object, or empty ground. Nothing is selected yet: the caller decides and calls `select`. */
  readonly onSelect: (ref: ObjectRef | null) => void;
  readonly onHover: (hover: MapHover | null) => void;
  /** After each movement. */
  readonly onCamera: (camera: Camera) => void;
  readonly onError: (problem: Problem) => void;
}

const MAX_PIXEL_RATIO = 2;
/** A renderer without a graphics card begins coarse: a quarter of the pixels until everything is there. */
const COARSE = 0.5;

setWorkerUrl(workerUrl);

/** Starts MapLibre's worker ahead of the map. */
export function prepareMap(): void {
  prewarm();
}

/** The map: owns MapLibre's map, shows a city, and says what a person did on it. See README.md. */
export class MapView {
  readonly camera: MapCamera;
  /** Measures of the scenario, suggestions, the difference of two scenarios. */
  readonly measures: MeasureDisplay;
  /** Sites as the plan has them, and an area that is being drawn. */
  readonly sites: SiteDisplay;
  /** What is fetched later and drawn over every city. */
  readonly extras: MapExtras;
  readonly #options: MapViewOptions;
  readonly #map: MapLibreMap;
  readonly #layers: LayerSync;
  readonly #overlays: OverlayReader;
  readonly #crosshair: HTMLElement;
  readonly #ready: Promise<void>;
  readonly #inSoftware: boolean;
  /** Only in software. */
  readonly #frames: SpacedFrames | null;
  readonly #pixelRatio: number;
  #content: MapContent | null = null;
  #visible: ReadonlySet<OverlayName> = new Set();
  #services: ReadonlySet<ServiceId> | null = null;
  #official = false;
  #officialWish = false;
  /** The city's first pictures are on their way. */
  #isOpening = false;
  #language: Language;
  #gap: GapPicture | null = null;
  #gapDisplay: GapDisplay;
  #cityLife = new AbortController();
  #selecting = new AbortController();
  #selected: ObjectRef | null = null;
  #reported = new Set<string>();

  /** Throws `app.no-webgl`. The container is to be empty and positioned. */
  constructor(container: HTMLElement, options: MapViewOptions) {
    const { inSoftware } = requireWebGl();
    this.#inSoftware = inSoftware;
    this.#pixelRatio = Math.min(inSoftware ? 1 : MAX_PIXEL_RATIO, window.devicePixelRatio || 1);
    this.#options = options;
    this.#language = options.language;
    addProtocol(
      TILE_PROTOCOL,
      createTileLoader(options.client, (found) => this.#report(found)),
    );
    const form = {
      pixelRatio: this.#pixelRatio * (inSoftware ? COARSE : 1),
      fadeMilliseconds: options.reducedMotion || inSoftware ? 0 : MOTION_MILLISECONDS,
    };
    this.#map = new MapLibreMap(mapOptions(container, form));
    const map = this.#map;
    this.#layers = createLayerSync(map);
    this.#gapDisplay = createGapDisplay(map);
    this.#overlays = createOverlayReader({
      map,
      client: options.client,
      addGrid: (grid) => this.#gapDisplay.addGrid(grid),
      onArrival: () => this.#arrive(),
      onFailed: (thrown) => this.#report(problemOf(thrown)),
    });
    this.sites = createSiteDisplay(map);
    this.measures = createMeasureDisplay(map, () => this.#update());
    this.extras = createMapExtras(map, () => this.#update());
    map.touchZoomRotate.disableRotation();
    map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-left');
    map.setMissingStyleImageResolver((id) => this.#drawImage(id));
    this.#crosshair = createCrosshair(map.getCanvas());
    container.append(this.#crosshair);
    this.camera = createMapCamera(map, this.#crosshair, options.reducedMotion);
    this.#ready = new Promise((resolve) => map.once('style.load', () => resolve()));
    this.#listen();
    this.#frames = inSoftware ? this.#saveFrames() : null;
    this.#label();
  }

  /** Shows a city, at the camera or as a whole; resolves when its base map is painted. A newer call takes over: this one then never paints. */
  async showCity(summary: CitySummary, camera?: Camera): Promise<void> {
    this.#cityLife.abort();
    this.#cityLife = new AbortController();
    const { signal } = this.#cityLife;
    await this.#ready;
    if (signal.aborted) return;
    this.#clear();
    this.#isOpening = true;
    this.#content = this.#contentOf(summary);
    this.#label();
    this.camera.showCity(summary.identity.bbox, camera);
    for (const [id, source] of Object.entries(citySources(summary))) this.#map.addSource(id, source);
    if (this.#official) this.#map.addSource(SOURCES.official, officialSource());
    this.#applyLayers();
    if (summary.hasBaseMap && !this.#official) await this.#painted(SOURCES.ground, signal);
    if (signal.aborted) return;
    this.#loadVisible();
    void this.#open(signal);
    if (this.#selected !== null) void this.#highlight(this.#selected);
  }

  /** Shows these overlays and no others; their data is read when they are first shown. */
  setLayers(visible: ReadonlySet<OverlayName>): void {
    this.#visible = new Set(visible);
    this.#update();
    this.#loadVisible();
  }

  /** Shows houses and supply areas of these services alone; `null` = all. */
  setServices(services: ReadonlySet<ServiceId> | null): void {
    this.#services = services === null ? null : new Set(services);
    this.#update();
  }

  /** Shows what is missing where; `null` = the plain map. Only what differs from the picture before is handed over. */
  setGap(picture: GapPicture | null): void {
    this.#gap = picture;
    this.#update();
    this.#showGap();
    this.#loadVisible();
  }

  /** Marks the district whose row a person points at; `null` = none. */
  pointAtDistrict(id: string | null): void {
    this.#gapDisplay.pointAt(id);
  }

  /** Highlights an object. Does not move the map. */
  select(ref: ObjectRef | null): void {
    this.#selected = ref;
    this.#update();
    void this.#highlight(ref);
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#label();
  }

  /**
   * Puts the official background map in place of the package's own, or back. It is asked for only now; if it does not answer,
   * `onError` gets `app.basemap-unreachable`, the package's own map stays, and the answer is `false`.
   */
  async setOfficialBasemap(on: boolean): Promise<boolean> {
    this.#officialWish = on;
    const reachable = !on || (await isReachable(officialTileUrl(5, 17, 10)));
    await this.#ready;
    // Switched again while the answer was awaited: the newer wish counts.
    if (this.#officialWish !== on || this.#official === on) return this.#official;
    if (!reachable) {
      this.#officialWish = false;
      this.#options.onError(problem('app.basemap-unreachable', { host: OFFICIAL_HOST }));
      return false;
    }
    this.#official = on;
    if (this.#content === null) return on;
    if (on) this.#map.addSource(SOURCES.official, officialSource());
    this.#update();
    if (!on) this.#map.removeSource(SOURCES.official);
    return on;
  }

  /** Somebody waits for figures: until the function given back is called, a map drawn in software leaves them the processor. */
  giveWay(): () => void {
    return this.#frames?.holdBack() ?? (() => {});
  }

  /** Resolves when all visible layers have their data and are drawn. */
  async whenIdle(): Promise<void> {
    await this.#overlays.settled();
    if (this.#map.loaded() && !this.#map.isMoving()) return;
    await new Promise<void>((resolve) => this.#map.once('idle', () => resolve()));
  }

  /** The map as it is drawn, as the address of a PNG (`data:`), e.g. for printing: a drawing surface itself prints empty. */
  takePicture(): Promise<string> {
    return new Promise((resolve) => {
      // Only right after a frame does the surface still hold its pixels.
      this.#map.once('render', () => resolve(this.#map.getCanvas().toDataURL('image/png')));
      this.#map.triggerRepaint();
    });
  }

  /** To be called when the container's size has changed. */
  resize(): void {
    this.#map.resize();
  }

  destroy(): void {
    this.#cityLife.abort();
    this.#selecting.abort();
    removeProtocol(TILE_PROTOCOL);
    this.#crosshair.remove();
    this.#map.remove();
  }

  #saveFrames(): SpacedFrames {
    const map = this.#map;
    moveLightly(map);
    return spaceFrames(map, {
      isHeld: watchPress(map.getCanvas()),
      isReading: () => this.#overlays.isReading() || (this.#isOpening && !map.areTilesLoaded()),
      drawn: () => drawn(map.getCanvas()),
    });
  }

  #label(): void {
    const texts = createTexts(this.#language);
    const canvas = this.#map.getCanvas();
    canvas.setAttribute('aria-label', texts('map.label', { city: this.#content?.summary.identity.name ?? '' }));
    canvas.setAttribute('aria-describedby', 'map-keyboard');
  }

  /** Once all that is to be seen at first is seen, pictures come as they are asked for; in software they come in full only now. */
  async #open(signal: AbortSignal): Promise<void> {
    await this.whenIdle();
    // Drawn on still, the surface would take its new size only afterwards, and block the page until then.
    if (this.#inSoftware) await drawn(this.#map.getCanvas());
    if (signal.aborted) return;
    this.#isOpening = false;
    if (this.#inSoftware) this.#map.setPixelRatio(this.#pixelRatio);
  }

  /** Takes everything of the present city off the map. */
  #clear(): void {
    this.#layers.clear();
    for (const id of Object.keys(this.#map.getStyle().sources)) this.#map.removeSource(id);
    this.#overlays.forget();
    this.#gapDisplay.clear();
    this.#reported.clear();
  }

  #contentOf(summary: CitySummary): MapContent {
    return {
      summary,
      visible: this.#visible,
      present: this.#overlays.present(),
      services: this.#services,
      selectedHouseId: this.#selected?.kind === 'house' ? this.#selected.id : null,
      official: this.#official,
      gap: this.#gap,
      gapCellBlocks: this.#gapDisplay.cellBlocks(),
    };
  }

  #update(): void {
    if (this.#content === null) return;
    this.#content = this.#contentOf(this.#content.summary);
    this.#applyLayers();
  }

  #applyLayers(): void {
    if (this.#content === null) return;
    const blockCount = this.#gap === null && this.#visible.has('population') ? cellBlockCount(this.#map) : 0;
    this.#layers.apply([
      ...cityLayers(this.#content),
      ...cellLayers({ blockCount }),
      ...this.measures.layers(),
      ...this.extras.layers(),
    ]);
  }

  #showGap(): void {
    if (this.#content === null) return;
    this.#gapDisplay.show(this.#gap, this.#overlays.data());
    this.measures.show(this.#overlays.data());
    this.sites.show();
  }

  /** Whether an overlay's data is needed now: to be seen itself, or to be coloured. */
  #needs(name: OverlayName): boolean {
    return this.#visible.has(name) || (name === 'districts' && this.#gap !== null && this.#gap.level > 0);
  }

  /** Reads the data of visible overlays that have none yet, one after the other in drawing order. */
  #loadVisible(): void {
    if (this.#content === null) return;
    const { signal } = this.#cityLife;
    const { layers } = this.#content.summary;
    // Districts and houses first: they are what a person looks for.
    const order = ['districts', 'houses', ...OVERLAY_NAMES] as const;
    const wanted = order.filter((name) => this.#needs(name) && layers.includes(name));
    this.#overlays.read([...wanted, ...(this.#gap?.cells ? (['gap-grid'] as const) : [])], signal);
  }

  /** Shows what has been read; in software together with what is still under way, for each picture takes long. */
  #arrive(): void {
    if (this.#inSoftware && this.#overlays.isReading()) return;
    this.#update();
    this.#showGap();
  }

  async #highlight(ref: ObjectRef | null): Promise<void> {
    this.#selecting.abort();
    this.#selecting = new AbortController();
    const { signal } = this.#selecting;
    if (ref === null || this.#content === null) {
      setFeatures(this.#map, SOURCES.selection, EMPTY);
      return;
    }
    try {
      const place = await this.#options.client.call('locate', { ref }, { signal });
      if (signal.aborted) return;
      const geometry = this.sites.areaOf(ref) ?? place?.geometry;
      const features = geometry === undefined ? [] : [{ type: 'Feature' as const, properties: {}, geometry }];
      setFeatures(this.#map, SOURCES.selection, { type: 'FeatureCollection', features });
    } catch (thrown) {
      if (!signal.aborted) this.#report(problemOf(thrown));
    }
  }

  /** Kinds of objects that are on the map, as overlays or as part of the gap map. */
  #kinds(): ObjectRef['kind'][] {
    const kinds = new Set(visibleKinds(this.#visible));
    if (this.#gap !== null) {
      kinds.delete('cell');
      const showsCells = this.#gap.cells !== null && (this.#gap.cellsWanted || this.#map.getZoom() >= NEAR_ZOOM);
      if (showsCells) kinds.add('cell');
      if (this.#gap.level > 0) kinds.add('district');
    }
    return [...kinds];
  }

  #listen(): void {
    const map = this.#map;
    const { client, onCamera, onHover, onSelect } = this.#options;
    map.on('moveend', () => onCamera(this.camera.get()));
    map.on('error', ({ error }) => {
      // Tiles of the official map may miss here and there; whether it answers at all was asked before.
      if (isAbort(error) || error.message.includes(OFFICIAL_HOST)) return;
      this.#report(problem('app.map-failed', { detail: error.message }));
    });
    listenToPointer({
      map,
      hasLayer: (id) => this.#layers.has(id),
      kinds: () => this.#kinds(),
      objectAt: (position, kinds, withinMeters) =>
        client.call('objectAt', { position, kinds, withinMeters }, { signal: this.#cityLife.signal }),
      takes: (position, point) =>
        [this.sites, this.measures, this.extras].some((layer) => layer.takes(position, point)),
      opens: (point) => this.extras.opens(point),
      onSelect,
      onHover,
      onFailed: (thrown) => {
        if (!this.#cityLife.signal.aborted) this.#report(problemOf(thrown));
      },
    });
  }

  async #drawImage(id: string): Promise<void> {
    const pixelRatio = this.#pixelRatio;
    const image = drawIcon(id, pixelRatio) ?? this.extras.drawIcon(id, pixelRatio);
    if (image !== null && !this.#map.hasImage(id)) this.#map.addImage(id, image, { pixelRatio });
  }

  /** Resolves when a source's tiles for the present view are drawn. */
  #painted(source: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && !this.#map.isSourceLoaded(source)) return;
        this.#map.off('render', look);
        resolve();
      };
      this.#map.on('render', look);
      this.#map.triggerRepaint();
    });
  }

  /** The same problem is said once per city: a missing file fails every tile. */
  #report(found: Problem): void {
    const key = JSON.stringify(found);
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#options.onError(found);
  }
}
