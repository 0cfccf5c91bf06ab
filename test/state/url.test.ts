import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUSE_GROUPS } from '../../src/shared/services.ts';
import { decodeView, encodeView } from '../../src/state/url.ts';
import { FIRST_LINKED_VIEW, type LinkedView, OVERLAYS, PANELS } from '../../src/state/view-state.ts';

const first = FIRST_LINKED_VIEW;

const cameras = fc.record({
  zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
  lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 100_000),
  lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 100_000),
  bearing: fc.integer({ min: -1800, max: 1800 }).map((value) => value / 10),
});

const views: fc.Arbitrary<LinkedView> = fc.record({
  cityId: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
  language: fc.constantFrom('de' as const, 'en' as const),
  camera: fc.option(cameras),
  layers: fc.subarray([...OVERLAYS]),
  groups: fc.option(fc.subarray([...HOUSE_GROUPS])),
  selection: fc.option(
    fc.record({
      kind: fc.constantFrom('district', 'house', 'supply-area', 'site', 'plot', 'cell'),
      id: fc.string({ minLength: 1, unit: 'grapheme' }),
    }),
  ),
  panel: fc.option(fc.constantFrom(...PANELS)),
});

describe('a link', () => {
  it('reads', () => {
    const query = encodeView({
      ...first,
      cityId: 'berlin',
      camera: { zoom: 13.254, lat: 52.520008, lon: 13.404954, bearing: -0.04 },
      groups: ['kita', 'jugend'],
      selection: { kind: 'house', id: 'osm:n123/7' },
    });
    expect(query).toBe(
      '?city=berlin&lang=de&map=13.25/52.52001/13.40495&layers=districts,houses,supplyAreas,sites,plots&services=kita,jugend&sel=house:osm:n123/7&panel=layers',
    );
  });

  it('gives back the view it was made from', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: read, unknownParts } = decodeView(encodeView(view));
        expect(unknownParts).toEqual([]);
        expect({ ...first, camera: null, groups: null, selection: null, ...read }).toEqual(view);
      }),
    );
  });

  it('survives whatever stands in an address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { view } = decodeView(text);
        expect(decodeView(encodeView({ ...first, ...view })).unknownParts).toEqual([]);
      }),
    );
  });

  it('says nothing of what it does not name', () => {
    expect(decodeView('')).toEqual({ view: {}, unknownParts: [] });
    expect(decodeView('?city=koeln')).toEqual({ view: { cityId: 'koeln' }, unknownParts: [] });
  });

  it('keeps the known members of a list and names the part with the unknown one', () => {
    expect(decodeView('?layers=houses,pixies,districts')).toEqual({
      view: { layers: ['districts', 'houses'] },
      unknownParts: ['layers=houses,pixies,districts'],
    });
    expect(decodeView('?services=none')).toEqual({ view: { groups: [] }, unknownParts: [] });
  });

  it.each([
    '?city=../secret',
    '?lang=fr',
    '?map=13/52',
    '?map=99/52/13',
    '?map=13/52/200',
    '?map=13/x/13',
    '?map=1e1/52/13',
    '?layers=pixies',
    '?sel=house:',
    '?sel=ghost:1',
    '?sel=house',
    '?panel=cellar',
    '?year=2030',
  ])('leaves out what it does not understand and names it: %s', (query) => {
    expect(decodeView(query)).toEqual({ view: {}, unknownParts: [query.slice(1)] });
  });
});
