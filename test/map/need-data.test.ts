import { describe, expect, it } from 'vitest';
import { layerHeight } from '../../src/map/layer-order.ts';
import { needLayers } from '../../src/map/layers/need-layers.ts';
import { needFeatures, SLOTS } from '../../src/map/need-data.ts';
import type { ShownNeed } from '../../src/map/need-picture.ts';
import { needSymbolId, parseNeedSymbolId } from '../../src/map/need-symbols.ts';
import type { LonLat } from '../../src/shared/coordinates.ts';

const shown = (id: string, more: Partial<ShownNeed> = {}): ShownNeed => ({
  id,
  position: [9.18, 48.78] as unknown as LonLat,
  stage: 'open',
  letter: '51',
  overdue: false,
  label: `Bedarf ${id}`,
  area: null,
  selected: false,
  ...more,
});

describe('needs on the map', () => {
  it('stand side by side where they share a place, the selected one first, and the rest is counted', () => {
    const needs = Array.from({ length: SLOTS + 3 }, (_, i) => shown(`n${i}`, { selected: i === 4 }));
    const { features } = needFeatures(needs);
    expect(features).toHaveLength(SLOTS);
    expect(features[0]!.properties).toMatchObject({ id: 'n4', slot: 0, label: 'Bedarf n4' });
    expect(features[1]!.properties).toMatchObject({ id: 'n0', slot: 1, label: '' });
    expect(features.at(-1)!.properties).toMatchObject({ slot: SLOTS - 1, more: '+3' });
  });

  it('have their name where they stand alone, and their area beside the symbol', () => {
    const area = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [9, 48],
          [9.1, 48],
          [9.1, 48.1],
          [9, 48],
        ],
      ],
    };
    const { features } = needFeatures([shown('n1', { area })]);
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'Polygon']);
    expect(features[0]!.properties!.label).toBe('Bedarf n1');
  });

  it('have symbols whose name says stage, letter and whether the day has passed', () => {
    const symbol = { stage: 'agreed', letter: 'Ö/1', overdue: true } as const;
    expect(parseNeedSymbolId(needSymbolId(symbol))).toEqual(symbol);
    expect(parseNeedSymbolId('house/kita/existing/stated')).toBeNull();
    expect(parseNeedSymbolId('need/lost/1/late')).toBeNull();
  });

  it('have a height for every layer', () => {
    expect(needLayers().map(({ id }) => layerHeight(id) > 0)).toEqual(needLayers().map(() => true));
  });
});
