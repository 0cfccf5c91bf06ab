import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { DETAIL_LAYERS, layerHeight } from '../../src/map/layer-order.ts';
import { groundLayers } from '../../src/map/layers/ground-layers.ts';
import { nameLayers } from '../../src/map/layers/name-layers.ts';
import { roadLayers } from '../../src/map/layers/road-layers.ts';
import { moveLightly } from '../../src/map/light-movement.ts';
import { isSoftwareRenderer } from '../../src/map/webgl.ts';

describe('the renderer', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.6, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ])('%s draws in software', (name) => {
    expect(isSoftwareRenderer(name)).toBe(true);
  });

  it.each(['ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11)', 'Apple M2', ''])(
    '"%s" is taken for a card',
    (name) => {
      expect(isSoftwareRenderer(name)).toBe(false);
    },
  );
});

/** As much of a map as the movement needs: layers with their paint, and events. */
function fakeMap(layers: Record<string, { type: string; paint: Record<string, unknown> }>) {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const map = {
    getLayersOrder: () => Object.keys(layers),
    getLayer: (id: string) => layers[id],
    getPaintProperty: (id: string, name: string) => layers[id]!.paint[name],
    setPaintProperty: (id: string, name: string, value: unknown) => {
      layers[id]!.paint[name] = value;
    },
    on: (type: string, listener: (event: unknown) => void) => {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
  };
  moveLightly(map as unknown as MapLibreMap);
  const fire = (type: string, event: unknown = {}) => {
    for (const listener of listeners.get(type) ?? []) listener(event);
  };
  return { fire, layers };
}

describe('a movement of a map drawn in software', () => {
  const layers = () => ({
    'ground-water': { type: 'fill', paint: { 'fill-opacity': 1 } },
    'detail-buildings': { type: 'fill', paint: { 'fill-opacity': 0.55 } },
    'street-fill': { type: 'line', paint: {} },
    'street-names': { type: 'symbol', paint: {} },
    'gap-numbers': { type: 'symbol', paint: {} },
  });
  const opacities = (map: ReturnType<typeof fakeMap>) =>
    Object.values(map.layers).map(({ paint }) => Object.values(paint)[0]);

  it('leaves out detail while a person moves it, and brings it back as it was', () => {
    const map = fakeMap(layers());
    map.fire('movestart', { originalEvent: {} });
    expect(opacities(map)).toEqual([1, 0, 0, 0, undefined]);
    map.fire('moveend');
    expect(opacities(map)).toEqual([1, 0.55, undefined, undefined, undefined]);
  });

  it('changes nothing when the program moves it', () => {
    const map = fakeMap(layers());
    map.fire('movestart');
    expect(opacities(map)).toEqual([1, 0.55, undefined, undefined, undefined]);
    map.fire('moveend');
    expect(opacities(map)).toEqual([1, 0.55, undefined, undefined, undefined]);
  });

  it('survives a layer that goes while it lasts', () => {
    const map = fakeMap(layers());
    map.fire('movestart', { originalEvent: {} });
    delete (map.layers as Record<string, unknown>)['street-names'];
    map.fire('moveend');
    expect(map.layers['detail-buildings']!.paint['fill-opacity']).toBe(0.55);
  });
});

describe('the detail that is left out', () => {
  it('is listed in the order of layers, and has no opacity that depends on data', () => {
    for (const id of DETAIL_LAYERS) expect(layerHeight(id)).toBeGreaterThan(0);
    const base = [...groundLayers(), ...roadLayers(), ...nameLayers({ districtsShown: false })];
    const detail = base.filter(({ id }) => DETAIL_LAYERS.has(id));
    expect(detail.length).toBeGreaterThan(10);
    for (const { id, paint } of detail) {
      const given = Object.entries(paint ?? {}).filter(([name]) => /^(line|fill|text)-opacity$/.test(name));
      expect(JSON.stringify(given), id).not.toContain('"get"');
    }
  });

  it('is not what the map is about: water, green and main roads stay', () => {
    for (const id of ['ground-water', 'ground-green', 'road-fill', 'district-names', 'gap-fill', 'gap-numbers']) {
      expect(DETAIL_LAYERS.has(id), id).toBe(false);
    }
  });
});
