import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { inLayerOrder, LAYER_ORDER, layerAbove, layerHeight } from '../../src/map/layer-order.ts';

const layer = (id: string): LayerSpecification => ({ id, type: 'background' });

describe('the order of layers', () => {
  it('knows each layer once', () => {
    expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
  });

  it('refuses a layer nobody has listed', () => {
    expect(() => layerHeight('heat')).toThrow('heat');
    expect(() => inLayerOrder([layer('background'), layer('heat')])).toThrow('LAYER_ORDER');
  });

  it('sorts from bottom to top and keeps copies of one layer as they come', () => {
    const sorted = inLayerOrder(['house-symbols', 'district-line/2', 'background', 'district-line/1'].map(layer));
    expect(sorted.map(({ id }) => id)).toEqual(['background', 'district-line/2', 'district-line/1', 'house-symbols']);
  });

  it('puts a new layer right under the next higher one that is there', () => {
    const present = ['background', 'ground-water', 'house-dots', 'house-symbols'];
    expect(layerAbove('cells/0', present)).toBe('house-dots');
    expect(layerAbove('official', present)).toBe('ground-water');
    expect(layerAbove('selection-ring', present)).toBeUndefined();
  });
});
