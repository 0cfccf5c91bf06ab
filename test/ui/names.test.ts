import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../src/city/types.ts';
import { createTexts } from '../../src/i18n/translate.ts';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import type { SearchHit, SearchKind } from '../../src/questions/search-city.ts';
import { lonLat } from '../../src/shared/coordinates.ts';
import { cellClassText } from '../../src/ui/common/cell-class.ts';
import { capitalised, groupsOfServices, nameOfHouse } from '../../src/ui/common/object-name.ts';
import { restOfAges } from '../../src/ui/details/district-details.tsx';
import { countOfLayer, dateOfLayer, nameOfLayer } from '../../src/ui/layers/layer-facts.ts';
import { hitsByKind } from '../../src/ui/search/search-hits.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('names', () => {
  it('call a house without a name after what it offers first', () => {
    expect(nameOfHouse('Kita Sonnenhof', ['kita-u3'], de)).toBe('Kita Sonnenhof');
    expect(nameOfHouse(null, ['grundschule', 'ganztag'], de)).toBe('Grundschule ohne Namen');
    expect(nameOfHouse(null, [], en)).toBe('Facility without a name');
  });

  it('list groups once and leave out services that are areas', () => {
    expect(groupsOfServices(['kita-ue3', 'spielflaeche', 'kita-u3', 'jugendtreff'])).toEqual(['kita', 'jugend']);
  });

  it('say the classes of cells without gap or overlap', () => {
    const limits = [0, 10, 25];
    expect(limits.map((_, index) => cellClassText(limits, index, de))).toEqual(['1 bis 9', '10 bis 24', '25 und mehr']);
  });

  it('begin a line with a capital', () => {
    expect(capitalised('city districts, quarters')).toBe('City districts, quarters');
    expect(capitalised('')).toBe('');
  });
});

describe('layers', () => {
  const source = (usedFor: string[], date: string | null) => ({ usedFor, date }) as unknown as SourceRecord;
  const summary = (sources: SourceRecord[]) =>
    ({
      identity: {
        referenceDate: '2025-12-31',
        levels: [
          {
            level: 1,
            de: { singular: 'Bezirk', plural: 'Bezirke' },
            en: { singular: 'district', plural: 'districts' },
          },
          {
            level: 2,
            de: { singular: 'Stadtteil', plural: 'Stadtteile' },
            en: { singular: 'quarter', plural: 'quarters' },
          },
        ],
      },
      counts: { districtsByLevel: [12, 1447], houses: 2552, demandPoints: 1 },
      sources,
    }) as unknown as CitySummary;

  it('call districts as the city does and count them by level', () => {
    expect(nameOfLayer(summary([]), 'districts', de)).toBe('Bezirke, Stadtteile');
    expect(nameOfLayer(summary([]), 'districts', en)).toBe('Districts, quarters');
    expect(countOfLayer(summary([]), 'districts', de)).toBe('12 + 1.447');
    expect(countOfLayer(summary([]), 'houses', en)).toBe('2,552');
    expect(countOfLayer(summary([]), 'population', de)).toBe('1 Rasterzelle');
  });

  it('carry the date of their own source before that of the extract', () => {
    const sources = [
      source(['osm'], '2026-05-01'),
      source(['facilities'], '2024-01-01'),
      source(['facilities'], '2024-06-30'),
    ];
    expect(dateOfLayer(summary(sources), 'houses')).toBe('2024-06-30');
    expect(dateOfLayer(summary(sources), 'supplyAreas')).toBe('2026-05-01');
    expect(dateOfLayer(summary(sources), 'plots')).toBeNull();
    expect(dateOfLayer(summary(sources), 'population')).toBe('2025-12-31');
  });

  it('share the date of the only source, and have none where it states none', () => {
    expect(dateOfLayer(summary([source(['generator'], '2026-01-01')]), 'plots')).toBe('2026-01-01');
    expect(dateOfLayer(summary([source(['osm'], null)]), 'houses')).toBeNull();
  });
});

describe('search hits', () => {
  it('stand under their kinds, that of the best hit first', () => {
    const hit = (kind: SearchKind, id: string): SearchHit => ({
      kind,
      id,
      name: id,
      detail: null,
      group: null,
      position: lonLat(9, 48),
      bbox: null,
    });
    const groups = hitsByKind([hit('street', 'a'), hit('house', 'b'), hit('street', 'c')]);
    expect(groups.map(({ kind, hits }) => [kind, ...hits.map(({ id }) => id)])).toEqual([
      ['street', 'a', 'c'],
      ['house', 'b'],
    ]);
  });
});

describe('ages that are not broken down', () => {
  const band = (persons: number | null) => ({ band: { from: 0, to: 1 }, persons, masked: persons === null });

  it('are what is left of all inhabitants', () => {
    // 327,522 − (3,435 + 3,489) = 320,598
    expect(restOfAges([band(3435), band(3489)], 327_522)).toBe(320_598);
  });

  it('are no rounding remainder, and nothing that would give a protected figure away', () => {
    expect(restOfAges([band(50), band(49)], 101)).toBeNull();
    expect(restOfAges([band(50), band(null)], 200)).toBeNull();
    expect(restOfAges([band(50)], null)).toBeNull();
  });
});
