import { describe, expect, it } from 'vitest';
import { isWebAddress } from '../../src/indicators/check-indicator.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import type { IndicatorSource } from '../../src/indicators/indicator.ts';
import { SOURCES } from '../../src/indicators/sources.ts';

const CITED: readonly IndicatorSource[] = DEFAULT_CATALOGUE.flatMap(
  ({ rate, limitMeters, targetShare, phaseInSource }) => [
    ...[rate, limitMeters, targetShare].flatMap((value) => value?.source ?? []),
    ...(phaseInSource ? [phaseInSource] : []),
  ],
);

describe('the register of sources', () => {
  it('names each source by its own id, and its place in the web by an address that opens', () => {
    for (const [key, { id, url }] of Object.entries(SOURCES)) {
      expect(id).toBe(key);
      expect([id, url === null || isWebAddress(url)]).toEqual([id, true]);
    }
  });

  it('holds each source that the shipped catalogue cites, as it is cited', () => {
    const register = new Map<string, IndicatorSource>(Object.entries(SOURCES));
    for (const source of CITED) expect(source).toEqual(register.get(source.id));
  });

  it('holds none that the shipped catalogue does not cite', () => {
    const cited = new Set(CITED.map(({ id }) => id));
    expect(Object.keys(SOURCES).filter((id) => !cited.has(id))).toEqual([]);
  });
});
