import { expression as mapExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import {
  HOUSE_SHAPES,
  type HouseSymbol,
  houseSymbolId,
  houseSymbolInk,
  parseHouseSymbolId,
} from '../../src/map/house-symbols.ts';
import { houseLayers } from '../../src/map/layers/house-layers.ts';
import { HOUSE_COLORS } from '../../src/map/palette.ts';
import { LOADS } from '../../src/questions/gap-map/gap-calls.ts';
import { HOUSE_STATES } from '../../src/questions/house-state.ts';
import { houseLayer } from '../../src/questions/map-layers.ts';
import { HOUSE_GROUPS, type ServiceId } from '../../src/shared/services.ts';
import { house, offer } from '../fixtures/tiny-city.ts';

/** Contrast of a colour with white by WCAG 2.2: (1 + 0.05) / (L + 0.05). */
function contrastWithWhite(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

describe('symbols of houses', () => {
  it('have a shape of their own for each group, so that colour is never alone', () => {
    expect(new Set(HOUSE_GROUPS.map((group) => HOUSE_SHAPES[group].path)).size).toBe(HOUSE_GROUPS.length);
  });

  it('carry letters that can be read: white on each colour has a contrast of at least 4.5 : 1', () => {
    for (const group of HOUSE_GROUPS) expect(contrastWithWhite(HOUSE_COLORS[group]), group).toBeGreaterThanOrEqual(4.5);
  });

  it('are named so that the name gives the symbol back', () => {
    for (const group of HOUSE_GROUPS) {
      for (const state of HOUSE_STATES) {
        for (const missing of [true, false]) {
          for (const load of [null, ...LOADS.filter((one) => one !== 'none')]) {
            const symbol: HouseSymbol = { group, state, missing, load };
            expect(parseHouseSymbolId(houseSymbolId(symbol))).toEqual(symbol);
          }
        }
      }
    }
    expect(parseHouseSymbolId('pattern/plot')).toBeNull();
    expect(parseHouseSymbolId('house/castle/existing/stated')).toBeNull();
  });

  it('are hollow where figures are missing or the house is not there yet, and tell planned from idea by the line', () => {
    const inkOf = (more: Partial<HouseSymbol>) =>
      houseSymbolInk({ group: 'kita', state: 'existing', missing: false, ...more });
    expect(inkOf({}).hollow).toBe(false);
    expect(inkOf({ missing: true }).hollow).toBe(true);
    expect(inkOf({ state: 'planned' }).hollow).toBe(true);
    const dashes = [inkOf({}), inkOf({ state: 'planned' }), inkOf({ state: 'idea' })].map(({ dash }) => dash.join());
    expect(new Set(dashes).size).toBe(3);
  });
});

describe('the symbol a house gets on the map', () => {
  const layerFor = (services: ReadonlySet<ServiceId> | null) =>
    houseLayers({ services, selectedId: null }).find(({ id }) => id === 'house-symbols')!;

  /** Evaluates the layer's `icon-image` for a house. */
  function iconOf(services: ReadonlySet<ServiceId> | null, ...given: Parameters<typeof house>): string {
    const { layout } = layerFor(services) as { layout: Record<string, unknown> };
    const expression = mapExpression.createExpression(layout['icon-image'], 'icon-image');
    if (expression.result === 'error') throw new Error(expression.value[0]!.message);
    const [feature] = houseLayer([house(...given)], '2025-12-31').features;
    return String(
      expression.value.evaluate({ zoom: 14 }, { type: 1, properties: { ...feature!.properties } } as never),
    );
  }

  it('is that of its first group, and that of the chosen service where one is chosen', () => {
    const both = ['x', null, 0, 0, [offer('grundschule', 100), offer('jugendtreff', 20)]] as const;
    expect(iconOf(null, ...both)).toBe('house/grundschule/existing/stated');
    expect(iconOf(new Set<ServiceId>(['jugendtreff']), ...both)).toBe('house/jugend/existing/stated');
  });

  it('says whether figures of the shown group are missing', () => {
    const half = ['x', null, 0, 0, [offer('grundschule', 100), offer('jugendtreff', null)]] as const;
    expect(iconOf(null, ...half)).toBe('house/grundschule/existing/stated');
    expect(iconOf(new Set<ServiceId>(['jugendtreff']), ...half)).toBe('house/jugend/existing/missing');
  });

  it('says whether the house is there yet', () => {
    expect(iconOf(null, 'x', null, 0, 0, [offer('kita-u3', 10, { status: 'idea' })])).toBe('house/kita/idea/stated');
  });
});
