import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAP_MEASURE_IDS } from '../../src/questions/gap-map/gap-classes.ts';
import { HOUSE_GROUPS, SERVICE_IDS } from '../../src/shared/services.ts';
import { decodeView, encodeView } from '../../src/state/url.ts';
import {
  FIRST_GAP_VIEW,
  FIRST_LINKED_VIEW,
  type GapView,
  type LinkedView,
  OVERLAYS,
  PANELS,
} from '../../src/state/view-state.ts';

const first = FIRST_LINKED_VIEW;

const cameras = fc.record({
  zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
  lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 100_000),
  lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 100_000),
  bearing: fc.integer({ min: -1800, max: 1800 }).map((value) => value / 10),
});

const gapViews: fc.Arbitrary<GapView> = fc.record({
  service: fc.constantFrom(...SERVICE_IDS),
  year: fc.option(fc.integer({ min: 1990, max: 2060 })),
  variant: fc.constantFrom('low' as const, 'middle' as const, 'high' as const),
  counts: fc.record({
    facilities: fc.constantFrom('secured' as const, 'planned' as const, 'ideas' as const),
    sitesFromStage: fc.integer({ min: 0, max: 14 }),
    capacity: fc.constantFrom('available' as const, 'approved' as const),
  }),
  limitMeters: fc.option(fc.integer({ min: 1, max: 99_999 })),
  profile: fc.constantFrom('all' as const, 'step-free' as const),
  measure: fc.option(fc.constantFrom(...MAP_MEASURE_IDS)),
  level: fc.integer({ min: 0, max: 9 }),
  within: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  cells: fc.boolean(),
  symbols: fc.boolean(),
  flows: fc.boolean(),
  bands: fc.boolean(),
});

/** A gap map that is switched off is a word in the link: its question is not kept. */
const gapParts = fc.oneof(
  fc.record({ gap: gapViews, gapShown: fc.constant(true), tableOpen: fc.boolean() }),
  fc.constant({ gap: FIRST_GAP_VIEW, gapShown: false, tableOpen: false }),
);

const viewParts = fc.record({
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
  scenarioId: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
});

const views: fc.Arbitrary<LinkedView> = fc
  .tuple(viewParts, gapParts)
  .map(([parts, gap]) => ({ ...parts, ...gap }) as LinkedView);

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
      '?city=berlin&lang=de&map=13.25/52.52001/13.40495&layers=districts,houses,supplyAreas,sites,plots&services=kita,jugend&sel=house:osm:n123/7&panel=gaps&gap=kita-u3',
    );
  });

  it('says of the gap map only what differs from the first view', () => {
    const query = encodeView({
      ...first,
      gap: {
        ...FIRST_GAP_VIEW,
        service: 'grundschule',
        year: 2030,
        variant: 'high',
        counts: { facilities: 'planned', sitesFromStage: 3, capacity: 'available' },
        limitMeters: 1200,
      },
      tableOpen: true,
    });
    expect(query).toContain('&gap=grundschule&year=2030&variant=high&counts=planned,stage:3&limit=1200&table=1');
    expect(encodeView({ ...first, gapShown: false })).toMatch(/&gap=off$/);
  });

  it.each([
    'gap=schwimmbad',
    'year=30',
    'counts=alles',
    'counts=stage:15',
    'limit=0',
    'walk=fly',
    'cells=2',
    'table=yes',
  ])('names %s, which it does not understand, and leaves the rest as it was', (part) => {
    const { view, unknownParts } = decodeView(`?${part}&panel=data`);
    expect(unknownParts).toEqual([part]);
    expect(view).toEqual({ panel: 'data' });
  });

  it('gives back the view it was made from', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: read, unknownParts } = decodeView(encodeView(view));
        expect(unknownParts).toEqual([]);
        expect({ ...first, camera: null, groups: null, selection: null, scenarioId: null, ...read }).toEqual(view);
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

  it('names parts that are called like what every object has', () => {
    expect(decodeView('?__proto__=1&constructor=2&toString')).toEqual({
      view: {},
      unknownParts: ['__proto__=1', 'constructor=2', 'toString'],
    });
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
    '?colour=2030',
  ])('leaves out what it does not understand and names it: %s', (query) => {
    expect(decodeView(query)).toEqual({ view: {}, unknownParts: [query.slice(1)] });
  });
});
