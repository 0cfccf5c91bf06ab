import { featureFilter, type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { writeCity } from '../../src/city/write-city.ts';
import { cityLayers, citySources, emptyStyle, type MapContent } from '../../src/map/city-style.ts';
import { layerHeight } from '../../src/map/layer-order.ts';
import { cellLayers, cellSource } from '../../src/map/layers/cell-layers.ts';
import { officialSource } from '../../src/map/layers/official-layer.ts';
import { SOURCES } from '../../src/map/sources.ts';
import { OVERLAY_NAMES, type OverlayName } from '../../src/questions/map-calls.ts';
import { houseLayer } from '../../src/questions/map-layers.ts';
import { summarizeCity } from '../../src/questions/summarize-city.ts';
import type { ServiceId } from '../../src/shared/services.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const summary = summarizeCity(writeCity(city).manifest, city.identity, null);

function content(more: Partial<MapContent> = {}): MapContent {
  const all = new Set<OverlayName>(OVERLAY_NAMES);
  return {
    summary,
    visible: all,
    present: all,
    services: null,
    selectedHouseId: null,
    official: false,
    gap: null,
    gapCellBlocks: 0,
    ...more,
  };
}

function styleOf(given: MapContent): StyleSpecification {
  const sources = citySources(given.summary);
  if (given.official) sources[SOURCES.official] = officialSource();
  return { version: 8, sources, layers: cityLayers(given) };
}

const idsOf = (given: MapContent) => cityLayers(given).map(({ id }) => id);
const layerOf = (id: string, given = content()) => cityLayers(given).find((layer) => layer.id === id)!;

/** Whether a feature of the houses passes a layer's filter. */
function passes(layer: LayerSpecification, properties: Record<string, unknown>, zoom = 16): boolean {
  const filter = 'filter' in layer ? layer.filter : undefined;
  return featureFilter(filter as never, 'filter').filter({ zoom }, { type: 1, properties } as never);
}

describe('the style of a city', () => {
  const services = new Set<ServiceId>(['kita-u3', 'spielflaeche']);
  it.each<[string, Partial<MapContent>]>([
    ['everything', {}],
    ['nothing but the base map', { visible: new Set() }],
    ['some services', { services }],
    ['no service at all', { services: new Set() }],
    ['a selected house', { selectedHouseId: 'einrichtungen:kita-1' }],
    ['the official background', { official: true }],
    ['no base map', { summary: { ...summary, hasBaseMap: false } }],
  ])('is valid with %s, in the one order, and has no glyph files', (_name, more) => {
    const style = styleOf(content(more));
    // The one source without address is the picture of cells, which is handed over as pixels.
    expect(validateStyleMin(style)).toEqual([]);
    expect('glyphs' in style).toBe(false);
    const heights = style.layers.map(({ id }) => layerHeight(id));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    const sources = Object.keys(style.sources);
    for (const layer of style.layers) if ('source' in layer) expect(sources).toContain(layer.source);
  });

  it('is empty land before a city is known', () => {
    expect(validateStyleMin(emptyStyle())).toEqual([]);
    expect(emptyStyle().layers.map(({ id }) => id)).toEqual(['background']);
  });

  it('gives an overlay layers only when it is wanted and its data is there', () => {
    const houses = new Set<OverlayName>(['houses']);
    const has = (more: Partial<MapContent>) => idsOf(content(more)).includes('house-symbols');
    expect(has({ visible: houses, present: houses })).toBe(true);
    expect(has({ visible: houses, present: new Set() })).toBe(false);
    expect(has({ visible: new Set(), present: houses })).toBe(false);
  });

  it('shows either the package’s own base map or the official one', () => {
    const own = idsOf(content());
    const official = idsOf(content({ official: true }));
    expect(own).toContain('ground-water');
    expect(own).not.toContain('official');
    expect(official).toContain('official');
    expect(official.filter((id) => /^(ground|road|street|place|nature|detail|rail|waterway)/.test(id))).toEqual([]);
    expect(official).toContain('house-symbols');
  });

  it('asks nobody outside for anything unless the official map is on', () => {
    expect(JSON.stringify(styleOf(content()))).not.toContain('http');
    expect(JSON.stringify(styleOf(content({ official: true }))).match(/https:\/\/[^/"]+/g)).toEqual([
      'https://sgx.geodatenzentrum.de',
    ]);
  });

  it('writes only names that come with the data, so that no language is built in', () => {
    for (const layer of cityLayers(content())) {
      if (layer.type !== 'symbol') continue;
      const field = layer.layout?.['text-field'];
      if (field === undefined) continue;
      expect(JSON.stringify(field), layer.id).toMatch(/^(\["get","name"\]|\["coalesce",\["get","name"\],""\])$/);
    }
  });

  it('leaves the names of quarters to the districts where these are shown', () => {
    const filter = (visible: OverlayName[]) => layerOf('place-names', content({ visible: new Set(visible) }));
    expect(passes(filter([]), { kind: 'suburb', name: 'Südstadt' })).toBe(true);
    expect(passes(filter(['districts']), { kind: 'suburb', name: 'Südstadt' })).toBe(false);
    expect(passes(filter(['districts']), { kind: 'town', name: 'Zehnblock' })).toBe(true);
  });

  it('draws a border per district level, the largest units on top', () => {
    const lines = idsOf(content()).filter((id) => id.startsWith('district-line'));
    expect(lines).toEqual(['district-line/2', 'district-line/1']);
    const fine = layerOf('district-line/2');
    const coarse = layerOf('district-line/1');
    expect(fine.minzoom).toBeGreaterThan(coarse.minzoom!);
  });
});

describe('filters by service', () => {
  const houses = houseLayer(city.houses, city.identity.referenceDate).features;
  const shown = (services: ReadonlySet<ServiceId> | null) =>
    houses
      .filter(({ properties }) => passes(layerOf('house-symbols', content({ services })), { ...properties }))
      .map(({ properties }) => properties.id.replace('einrichtungen:', ''));

  it('show all houses, those of a service, or none', () => {
    expect(shown(null)).toHaveLength(houses.length);
    expect(shown(new Set<ServiceId>(['bibliothek']))).toEqual(['bibliothek-1']);
    expect(shown(new Set<ServiceId>(['kita-u3'])).sort()).toEqual(['kita-1', 'kita-2', 'kita-4']);
    expect(shown(new Set())).toEqual([]);
  });

  it('take no service for another whose name begins alike', () => {
    const filter = layerOf('house-dots', content({ services: new Set<ServiceId>(['arzt']) }));
    expect(passes(filter, { services: '|hausarzt|kinderarzt|' })).toBe(false);
    expect(passes(filter, { services: '|arzt|' })).toBe(true);
  });

  it('keep the selected house whatever the services', () => {
    const given = content({ services: new Set(), selectedHouseId: 'einrichtungen:kita-1' });
    expect(passes(layerOf('house-selected', given), { id: 'einrichtungen:kita-1' })).toBe(true);
    expect(passes(layerOf('house-selected', given), { id: 'einrichtungen:kita-2' })).toBe(false);
    expect(passes(layerOf('house-selected', content()), { id: 'einrichtungen:kita-1' })).toBe(false);
  });
});

describe('population cells', () => {
  it('have a layer per block, under the roads', () => {
    const layers = cellLayers({ blockCount: 3 });
    expect(layers.map((layer) => 'source' in layer && layer.source)).toEqual([0, 1, 2].map(cellSource));
    expect(layerHeight(layers[0]!.id)).toBeLessThan(layerHeight('road-fill'));
    expect(layerHeight(layers[0]!.id)).toBeGreaterThan(layerHeight('ground-water'));
    expect(cellLayers({ blockCount: 0 })).toEqual([]);
  });
});
