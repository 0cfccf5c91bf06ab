import {
  expression as mapExpression,
  type StyleSpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { writeCity } from '../../src/city/write-city.ts';
import { cityLayers, citySources, type MapContent } from '../../src/map/city-style.ts';
import type { GapDistrict, GapPicture } from '../../src/map/gap-picture.ts';
import { layerHeight } from '../../src/map/layer-order.ts';
import { gapAreaLayers, NEAR_ZOOM } from '../../src/map/layers/gap-area-layers.ts';
import { CLASS_COLORS } from '../../src/map/palette.ts';
import { topmost } from '../../src/map/picking.ts';
import { OVERLAY_NAMES, type OverlayName } from '../../src/questions/map-calls.ts';
import { summarizeCity } from '../../src/questions/summarize-city.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const summary = summarizeCity(writeCity(city).manifest, city.identity, null);

const district = (id: string, cls: GapDistrict['cls']): GapDistrict => ({
  id,
  cls,
  label: '−1',
  missing: 1,
  free: 0,
  atBorder: false,
});

const cells = { tells: 'places' as const, columns: 1, rows: 1, codes: Uint8Array.of(1) };
const nothing = { type: 'FeatureCollection' as const, features: [] };

function picture(more: Partial<GapPicture> = {}): GapPicture {
  return {
    level: 1,
    districts: [district('a', 0), district('b', 3)],
    symbols: false,
    cells: null,
    cellsWanted: false,
    services: ['kita-u3'],
    houses: [],
    catchments: null,
    catchmentClass: null,
    bands: null,
    flows: null,
    ...more,
  };
}

function content(gap: GapPicture | null, more: Partial<MapContent> = {}): MapContent {
  const all = new Set<OverlayName>(OVERLAY_NAMES);
  return {
    summary,
    visible: all,
    present: all,
    services: null,
    selectedHouseId: null,
    official: false,
    gap,
    gapCellBlocks: 0,
    ...more,
  };
}

const layersOf = (gap: GapPicture | null, more: Partial<MapContent> = {}) => cityLayers(content(gap, more));
const idsOf = (gap: GapPicture | null, more: Partial<MapContent> = {}) => layersOf(gap, more).map(({ id }) => id);
const layerOf = (gap: GapPicture, id: string) => layersOf(gap).find((layer) => layer.id === id)!;

describe('the style of the gap map', () => {
  it.each<[string, GapPicture]>([
    ['districts', picture()],
    ['the finer level', picture({ level: 2, districts: [district('a', 'unknown'), district('b', 'small')] })],
    ['circles and cells from nearby', picture({ symbols: true, cells })],
    ['cells at every zoom', picture({ cells, cellsWanted: true })],
    ['catchments', picture({ catchments: [], catchmentClass: new Map([['schule', 1]]) })],
    ['bands and flows', picture({ bands: nothing, flows: nothing })],
    ['the city alone', picture({ level: 0, districts: [] })],
    ['an area service', picture({ services: ['spielflaeche'] })],
  ])('is valid with %s, in the one order', (_name, gap) => {
    const layers = layersOf(gap);
    const style: StyleSpecification = { version: 8, sources: citySources(summary), layers };
    expect(validateStyleMin(style)).toEqual([]);
    const heights = layers.map(({ id }) => layerHeight(id));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    for (const layer of layers) if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source);
  });

  it('does not depend on values: a new year changes no layer', () => {
    const later = picture({ districts: [district('a', 3), district('b', 0)] });
    expect(layersOf(later)).toEqual(layersOf(picture()));
  });

  it('is not there without a picture', () => {
    expect(idsOf(null).filter((id) => id.startsWith('gap-'))).toEqual([]);
  });

  it('lies under water and roads and over green', () => {
    expect(layerHeight('gap-fill')).toBeLessThan(layerHeight('ground-water'));
    expect(layerHeight('gap-fill')).toBeGreaterThan(layerHeight('ground-forest'));
    expect(layerHeight('gap-pattern/0')).toBeLessThan(layerHeight('road-fill'));
  });
});

describe('the fill of districts', () => {
  const [fill] = gapAreaLayers({
    area: 'district',
    level: 1,
    classes: new Set([0, 4, 'unknown']),
    untilNear: false,
    seeThrough: false,
  });

  function paintOf(property: 'fill-color' | 'fill-opacity', state: Record<string, unknown>): unknown {
    const given = (fill as { paint: Record<string, unknown> }).paint[property];
    const made = mapExpression.createExpression(given, property);
    if (made.result === 'error') throw new Error(made.value[0]!.message);
    return made.value.evaluate({ zoom: 11 }, { type: 3, properties: {} } as never, state);
  }

  it('has the colour of the class in its state, and is not seen without one', () => {
    expect(String(paintOf('fill-color', { cls: '0' }))).toBe(CLASS_COLORS[0]);
    expect(String(paintOf('fill-color', { cls: '4' }))).toBe(CLASS_COLORS[4]);
    expect(paintOf('fill-opacity', { cls: '4' })).toBe(1);
    expect(paintOf('fill-opacity', {})).toBe(0);
  });

  it('has a pattern layer for each class that occurs and has lines', () => {
    const ids = (gap: GapPicture) => idsOf(gap).filter((id) => id.startsWith('gap-pattern'));
    expect(ids(picture())).toEqual(['gap-pattern/0']);
    expect(ids(picture({ districts: [district('a', 'small'), district('b', 2)] }))).toEqual([
      'gap-pattern/2',
      'gap-pattern/small',
    ]);
  });

  it('ends where cells begin, and there is none where cells are wanted everywhere', () => {
    expect(layerOf(picture({ cells }), 'gap-fill').maxzoom).toBe(NEAR_ZOOM);
    expect(layerOf(picture(), 'gap-fill').maxzoom).toBeUndefined();
    expect(idsOf(picture({ cells, cellsWanted: true }))).not.toContain('gap-fill');
    const near = layersOf(picture({ cells }), { gapCellBlocks: 2 }).filter(({ id }) => id.startsWith('gap-cells'));
    expect(near.map(({ id, minzoom }) => [id, minzoom])).toEqual([
      ['gap-cells/0', NEAR_ZOOM],
      ['gap-cells/1', NEAR_ZOOM],
    ]);
  });

  it('gives way to catchments where these have classes', () => {
    const outlines = idsOf(picture({ catchments: [] }));
    expect(outlines).toContain('gap-fill');
    expect(outlines).toContain('gap-catchment-line');
    const filled = idsOf(picture({ catchments: [], catchmentClass: new Map([['schule', 0]]) }));
    expect(filled).not.toContain('gap-fill');
    expect(filled).toContain('gap-catchment-fill');
  });

  it('is not asked for while the districts are not there', () => {
    const without = idsOf(picture(), { present: new Set() });
    expect(without.filter((id) => id.startsWith('gap-'))).toEqual([]);
  });
});

describe('under the gap map', () => {
  it('sites and plots are outlines, and what catches the pointer is not seen', () => {
    const gap = picture();
    expect(layerOf(gap, 'site-line')).toMatchObject({ paint: { 'line-opacity': 0.5 } });
    expect(layerOf(gap, 'plot-fill')).toMatchObject({ paint: { 'fill-opacity': 0 } });
    expect(idsOf(gap)).not.toContain('plot-pattern');
    expect(idsOf(gap)).not.toContain('road-casing');
  });

  it('areas of a chosen area service are shown in full', () => {
    expect(idsOf(picture())).not.toContain('supply-pattern');
    expect(idsOf(picture({ services: ['spielflaeche'] }))).toContain('supply-pattern');
  });

  it('names of the coloured level come with the numbers, and its borders from afar', () => {
    const ids = idsOf(picture({ level: 2 }));
    expect(ids).toContain('gap-names');
    expect(ids).toContain('district-names/1');
    expect(ids).not.toContain('district-names/2');
    expect(layerOf(picture({ level: 2 }), 'district-line/2').minzoom).toBe(0);
  });

  it('the pointer finds a house before its district, and the school of a catchment', () => {
    const hit = (layer: string, id: string) => ({ layer: { id: layer }, properties: { id } });
    expect(topmost([hit('gap-fill', 'nord'), hit('house-symbols', 'kita')])?.ref).toEqual({
      kind: 'house',
      id: 'kita',
    });
    expect(topmost([hit('gap-fill', 'nord')])?.ref).toEqual({ kind: 'district', id: 'nord' });
    expect(topmost([hit('gap-catchment-fill', 'schule')])?.ref).toEqual({ kind: 'house', id: 'schule' });
  });
});
