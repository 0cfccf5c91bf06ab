import { beforeEach, describe, expect, it } from 'vitest';
import { createTexts } from '../../../src/i18n/translate.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { NeedStatus } from '../../../src/plan/types/needs.ts';
import type { NeedPlaceFacts } from '../../../src/questions/need-places.ts';
import {
  leftOutText,
  needsForCircle,
  needsGeoJson,
  needsHeader,
  needsTable,
} from '../../../src/report/needs/need-export.ts';
import {
  FIRST_NEED_FILTER,
  filterNeeds,
  isOpenWith,
  type NeedFilter,
  type NeedViewer,
  sortNeeds,
  stageOf,
} from '../../../src/report/needs/need-filter.ts';
import { needRows, type RowContext } from '../../../src/report/needs/need-rows.ts';
import { placeText, quantityText } from '../../../src/report/needs/need-text.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { toXlsx } from '../../../src/report/workbook.ts';
import { NOON, need, site, smallPlan } from '../../plan/plan-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const FACTS: NeedPlaceFacts = {
  name: 'Mitte',
  position: [9.18, 48.78] as unknown as NeedPlaceFacts['position'],
  path: [{ id: 'd:1', name: 'Mitte' }],
  touches: ['d:1'],
  outside: false,
  partlyOutside: false,
  unknown: false,
};
const context: RowContext = {
  placeOf: ({ place }) =>
    place.kind === 'city' ? { ...FACTS, name: null, position: null, path: [], touches: [] } : FACTS,
  scenarioId: null,
  today: '2026-06-01',
};
const NOBODY: NeedViewer = { departmentId: null, districts: [], isOffice: false };

describe('lists of needs', () => {
  let plan: Plan;
  const report = (...args: Parameters<typeof need>) => addNeed(plan, { need: need(...args), at: NOON, by: 'Planung' });
  const move = (id: string, status: NeedStatus) =>
    setNeedStatus(plan, {
      id,
      stepId: `${id}-${status}`,
      status,
      at: NOON,
      by: 'AGSP',
      departmentId: null,
      reason: 'so',
    });
  const say = (id: string, needId: string, departmentId: string, kind: 'supports' | 'adds' | 'objects') =>
    addObject(plan, {
      collection: 'supports',
      object: { id, needId, departmentId, kind, sentence: 'Ein Satz.', at: NOON, by: 'x' },
    });
  const ids = (filter: Partial<NeedFilter>, viewer = NOBODY) =>
    filterNeeds(needRows(plan, context), { ...FIRST_NEED_FILTER, ...filter }, viewer).map((row) => row.need.id);

  beforeEach(() => {
    plan = smallPlan();
    report('late', { title: 'A Krippe', service: 'kita-u3', neededBy: '2026-01-31', urgency: 'duty' });
    report('theme', {
      title: 'B Räume',
      service: null,
      topic: 'Begegnung',
      place: { kind: 'city' },
      quantity: null,
      unit: null,
      reason: 'Es fehlt an Orten.',
      departmentId: 'schule',
      circle: 'public',
      urgency: 'wish',
    });
    report('done', { title: 'C Treff', urgency: 'duty', departmentId: 'schule' });
    move('done', 'implemented');
  });

  it('are narrowed down by every field of the filter', () => {
    expect(ids({})).toEqual(['late', 'theme', 'done']);
    expect(ids({ overdue: true })).toEqual(['late']);
    expect(ids({ service: 'qualitative' })).toEqual(['theme']);
    expect(ids({ service: 'kita-u3' })).toEqual(['late']);
    expect(ids({ district: 'city' })).toEqual(['theme']);
    expect(ids({ district: 'd:1' })).toEqual(['late', 'done']);
    expect(ids({ status: 'active' })).toEqual(['late', 'theme']);
    expect(ids({ status: 'implemented' })).toEqual(['done']);
    expect(ids({ urgency: 'duty', departmentId: 'jugend' })).toEqual(['late']);
    expect(ids({ text: 'BEGEGN' })).toEqual(['theme']);
    expect(ids({ circle: 'public' })).toEqual(['theme']);
  });

  it('know what is my department, what lies in my districts and what waits for me', () => {
    const jugend = { departmentId: 'jugend', districts: ['d:1'], isOffice: false };
    const schule = { departmentId: 'schule', districts: ['d:1'], isOffice: false };
    expect(ids({ whose: 'department' }, jugend)).toEqual(['late']);
    expect(ids({ whose: 'districts' }, jugend)).toEqual(['late', 'done']);
    // Overdue and mine; of the other's needs one is done and one in no district.
    expect(ids({ whose: 'open' }, jugend)).toEqual(['late']);
    expect(ids({ whose: 'open' }, schule)).toEqual(['late']);
    say('v1', 'late', 'schule', 'supports');
    expect(ids({ whose: 'open' }, schule)).toEqual([]);
    say('v2', 'theme', 'jugend', 'objects');
    expect(ids({ whose: 'open' }, schule)).toEqual(['theme']);
    expect(ids({ whose: 'open' }, NOBODY)).toEqual([]);
    const office = { departmentId: null, districts: [], isOffice: true };
    expect(ids({ whose: 'open' }, office)).toEqual(['late', 'theme']);
    expect(isOpenWith(needRows(plan, context)[2]!, office)).toBe(false);
  });

  it('are sorted by urgency with what is concluded last, and by date with what has none last', () => {
    const rows = needRows(plan, context);
    expect(sortNeeds(rows, 'urgency').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(sortNeeds(rows.toReversed(), 'neededBy').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(sortNeeds(rows, 'status').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(stageOf('secured')).toBe('agreed');
    expect(stageOf('ranked')).toBe('open');
    expect(stageOf('settled')).toBe('done');
    expect(stageOf('deferred')).toBe('aside');
  });

  it('say where and how much in both languages', () => {
    const [late, theme] = needRows(plan, context);
    expect(placeText(theme!, de)).toBe('ganze Stadt');
    expect(placeText(late!, en)).toBe('Mitte');
    expect(quantityText({ quantity: 1, unit: 'houses' }, de)).toBe('1 Einrichtung');
    expect(quantityText({ quantity: 1250, unit: 'places' }, en)).toBe('1,250 places');
    expect(quantityText(theme!.need, en)).toBe('no quantity');
  });

  it('are exported for a circle without what it may not see, and say how much that is', () => {
    const seen = needsForCircle(plan, 'public', needRows(plan, context), context);
    expect(seen.rows.map((row) => row.need.id)).toEqual(['theme']);
    expect(seen).toMatchObject({ leftOut: 2, seesAll: false });
    expect(needsForCircle(plan, 'agsp', needRows(plan, context), context)).toMatchObject({ leftOut: 0, seesAll: true });
    expect(leftOutText(seen, de)).toBe('Für den Kreis „öffentlich“. 2 Bedarfe engerer Kreise sind nicht enthalten.');
    expect(leftOutText(needsForCircle(plan, 'department', needRows(plan, context), context), en)).toContain(
      'Nothing is left out.',
    );
  });

  it('do not tell the place of a public need at a site that is not public', () => {
    addObject(plan, { collection: 'sites', object: site('s1') });
    report('at-site', { title: 'D Raum', place: { kind: 'site', siteId: 's1' }, circle: 'public' });
    const seen = needsForCircle(plan, 'public', needRows(plan, context), context);
    expect(seen.placesLeftOut).toBe(1);
    const text = needsGeoJson(seen.rows, [], de);
    expect(text).not.toContain('Güterbahnhof');
    const feature = (JSON.parse(text) as GeoJSON.FeatureCollection).features.find(({ id }) => id === 'at-site');
    expect(feature?.geometry).toBeNull();
    expect(feature?.properties?.place).toBe('Ort nicht bekannt');
  });

  it('neutralise formulas in CSV and XLSX and keep markup as text', () => {
    report('evil', { title: '=cmd|calc', reason: '<script>alert(1)</script>', targetGroup: '@SUM(A1)' });
    const rows = needRows(plan, context).filter((row) => row.need.id === 'evil');
    const header = needsHeader(
      {
        cityName: 'Musterstadt',
        edition: '2025',
        planName: '+Plan',
        scenario: ['Szenario', 'Bestand'],
        filters: [],
        on: '2026-06-01',
        seen: needsForCircle(plan, 'agsp', rows, context),
      },
      de,
    );
    const csv = toCsv(needsTable(rows, de), header, de);
    expect(csv).toContain(`\r\n'=cmd|calc;`);
    expect(csv).toContain(`;'@SUM(A1);`);
    expect(csv).toContain('<script>alert(1)</script>');
    expect(csv).toContain('Gemeldete Bedarfe, +Plan, 01.06.2026');
    const book = toXlsx([{ name: 'Bedarfe', header, table: needsTable(rows, de) }], de);
    expect(new TextDecoder('latin1').decode(book)).not.toContain('<f>');
  });

  it('hold areas as they were drawn and city-wide needs without geometry', () => {
    const geometry = {
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
    report('area', { title: 'E Fläche', place: { kind: 'area', geometry } });
    const file = JSON.parse(
      needsGeoJson(needRows(plan, context), [['Kreis', 'AGSP']], en),
    ) as GeoJSON.FeatureCollection & {
      header: Record<string, string>;
    };
    const geometryOf = (id: string) => file.features.find((feature) => feature.id === id)?.geometry;
    expect(geometryOf('area')).toEqual(geometry);
    expect(geometryOf('theme')).toBeNull();
    expect(geometryOf('late')).toEqual({ type: 'Point', coordinates: [9.18, 48.78] });
    expect(file.header).toEqual({ Kreis: 'AGSP' });
  });
});
