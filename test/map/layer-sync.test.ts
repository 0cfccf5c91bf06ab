import type { LayerSpecification } from 'maplibre-gl';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLayerSync, type LayerMap, type LayerSync } from '../../src/map/layer-sync.ts';

/** What was asked of the map, in order. */
let asked: unknown[][];
let sync: LayerSync;

beforeEach(() => {
  asked = [];
  const order = ['background'];
  const note =
    (name: string) =>
    (...input: unknown[]) =>
      void asked.push([name, ...input]);
  const map = {
    addLayer: (layer: LayerSpecification, above?: string) => {
      order.splice(above === undefined ? order.length : order.indexOf(above), 0, layer.id);
      asked.push(['add', layer.id, above]);
    },
    removeLayer: (id: string) => {
      order.splice(order.indexOf(id), 1);
      asked.push(['remove', id]);
    },
    getLayer: (id: string) => order.find((known) => known === id),
    getLayersOrder: () => order,
    setFilter: (id: string, filter: unknown) => note('filter')(id, filter),
    setLayerZoomRange: note('zooms'),
    setLayoutProperty: (id: string, name: string, value: unknown) => note('layout')(id, name, value),
    setPaintProperty: (id: string, name: string, value: unknown) => note('paint')(id, name, value),
  };
  sync = createLayerSync(map as unknown as LayerMap);
});

const water: LayerSpecification = {
  id: 'ground-water',
  type: 'fill',
  source: 'ground',
  'source-layer': 'water',
  minzoom: 5,
  paint: { 'fill-color': '#abc', 'fill-opacity': 0.5 },
};
const green: LayerSpecification = { id: 'ground-green', type: 'fill', source: 'ground', 'source-layer': 'green' };

describe('the layers of a map', () => {
  it('come in their order, whatever the order they are wanted in', () => {
    sync.apply([water]);
    sync.apply([water, green]);
    expect(asked).toEqual([
      ['add', 'ground-water', undefined],
      ['add', 'ground-green', 'ground-water'],
    ]);
    expect([sync.has('ground-green'), sync.has('ground-forest')]).toEqual([true, false]);
  });

  it('take the place of what the style began with', () => {
    sync.apply([{ id: 'background', type: 'background' }]);
    expect(asked).toEqual([
      ['remove', 'background'],
      ['add', 'background', undefined],
    ]);
  });

  it('are changed by what differs alone, and never taken away and put back for it', () => {
    sync.apply([water]);
    asked.length = 0;
    sync.apply([{ ...water }]);
    expect(asked).toEqual([]);
    sync.apply([{ ...water, minzoom: 7, filter: ['has', 'name'], paint: { 'fill-color': '#def' } }]);
    expect(asked).toEqual([
      ['zooms', 'ground-water', 7, 24],
      ['filter', 'ground-water', ['has', 'name']],
      ['paint', 'ground-water', 'fill-color', '#def'],
      ['paint', 'ground-water', 'fill-opacity', undefined],
    ]);
    asked.length = 0;
    sync.apply([{ ...water, layout: { visibility: 'none' } }]);
    expect(asked).toContainEqual(['filter', 'ground-water', null]);
    expect(asked).toContainEqual(['layout', 'ground-water', 'visibility', 'none']);
  });

  it('are replaced where features begin or cease to decide on their paint', () => {
    const byKind = { ...water, paint: { ...water.paint, 'fill-opacity': ['get', 'depth'] } } as LayerSpecification;
    sync.apply([water]);
    asked.length = 0;
    sync.apply([byKind]);
    expect(asked.map(([what]) => what)).toEqual(['remove', 'add']);
    asked.length = 0;
    sync.apply([{ ...byKind, paint: { ...byKind.paint, 'fill-opacity': ['*', 2, ['get', 'depth']] } } as never]);
    expect(asked.map(([what]) => what)).toEqual(['paint']);
  });

  it('are replaced where they are drawn from something else', () => {
    sync.apply([water]);
    asked.length = 0;
    sync.apply([{ ...water, 'source-layer': 'lakes' }]);
    expect(asked).toEqual([
      ['remove', 'ground-water'],
      ['add', 'ground-water', undefined],
    ]);
  });

  it('are hidden while nobody wants them, shown again, and removed with all others', () => {
    sync.apply([water]);
    asked.length = 0;
    sync.apply([]);
    sync.apply([]);
    expect(sync.has('ground-water')).toBe(false);
    sync.apply([water]);
    expect(sync.has('ground-water')).toBe(true);
    sync.clear();
    expect(asked).toEqual([
      ['layout', 'ground-water', 'visibility', 'none'],
      ['layout', 'ground-water', 'visibility', undefined],
      ['remove', 'ground-water'],
    ]);
  });

  it('made of pictures are removed where nobody wants them: their sources may go', () => {
    sync.apply([{ id: 'official', type: 'raster', source: 'official' }]);
    asked.length = 0;
    sync.apply([]);
    expect(asked).toEqual([['remove', 'official']]);
  });
});
