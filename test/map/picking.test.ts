import { describe, expect, it } from 'vitest';
import { attributions } from '../../src/map/attributions.ts';
import { layerHeight } from '../../src/map/layer-order.ts';
import { officialTileUrl } from '../../src/map/layers/official-layer.ts';
import { metersPerPixel, PICK_LAYERS, topmost, visibleKinds } from '../../src/map/picking.ts';
import { baseTileSource, parseTileUrl } from '../../src/map/sources.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const hit = (layer: string, id: string, name?: string) => ({ layer: { id: layer }, properties: { id, name } });

describe('what lies under the pointer', () => {
  it('is the topmost object: a house on a site on a green', () => {
    const hits = [hit('supply-fill', 'park'), hit('site-fill', 'site'), hit('house-symbols', 'house', 'Kita')];
    expect(topmost(hits)).toEqual({ ref: { kind: 'house', id: 'house' }, name: 'Kita' });
    expect(topmost(hits.slice(0, 2))).toEqual({ ref: { kind: 'site', id: 'site' }, name: null });
    expect(topmost([])).toBeNull();
  });

  it('is the smallest of several areas: the playground in the park, whatever comes first', () => {
    const area = (id: string, rank: number) => ({ layer: { id: 'supply-fill' }, properties: { id, rank } });
    expect(topmost([area('park', 0), area('playground', 7)])?.ref.id).toBe('playground');
    expect(topmost([area('playground', 7), area('park', 0)])?.ref.id).toBe('playground');
  });

  it('is looked for in layers that exist', () => {
    for (const { layer } of PICK_LAYERS) expect(layerHeight(layer)).toBeGreaterThan(0);
  });

  it('is asked for among the kinds that are shown', () => {
    expect(visibleKinds(new Set(['houses', 'population']))).toEqual(['house', 'cell']);
  });
});

describe('metres per pixel', () => {
  it('are the earth’s circumference over the world’s pixels, less towards the pole', () => {
    expect(metersPerPixel(0, 0)).toBeCloseTo(40_075_016.686 / 512, 6);
    expect(metersPerPixel(10, 60)).toBeCloseTo(40_075_016.686 / 512 / 1024 / 2, 6);
  });
});

describe('addresses of tiles', () => {
  it('say part and place, whatever the edition is called', () => {
    const source = baseTileSource('detail', 'stadt/detail@1 ?', [9, 48, 10, 49]) as {
      tiles: string[];
      minzoom: number;
    };
    const url = source.tiles[0]!.replace('{z}', '14').replace('{x}', '8600').replace('{y}', '5650');
    expect(url.startsWith('city://')).toBe(true);
    expect(parseTileUrl(url)).toEqual({ part: 'detail', z: 14, x: 8600, y: 5650 });
    expect(source.minzoom).toBe(13);
  });

  it('of other kinds are none of ours', () => {
    expect(parseTileUrl('city://x/roads/1/2/3')).toBeNull();
    expect(parseTileUrl('city://x/ground/1/2')).toBeNull();
  });

  it('of the official map follow its row-before-column order', () => {
    expect(officialTileUrl(5, 17, 10)).toMatch(/GLOBAL_WEBMERCATOR\/5\/10\/17\.png$/);
  });
});

describe('attributions', () => {
  it('name each source once, in the manifest’s order, and leave out empty ones', () => {
    const { sources } = tinyCity();
    const [first] = sources;
    expect(attributions({ sources: [...sources, first!, { ...first!, attribution: '' }] })).toEqual([
      '© Statistikamt Zehnblock',
      '© Jugendamt Zehnblock',
      '© OpenStreetMap-Mitwirkende',
    ]);
  });
});
