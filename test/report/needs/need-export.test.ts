import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../src/i18n/translate.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import {
  needsCircleText,
  needsForCircle,
  needsGeoJson,
  needsHeader,
  needsTable,
} from '../../../src/report/needs/need-export.ts';
import { needRows } from '../../../src/report/needs/need-rows.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { toXlsx } from '../../../src/report/workbook.ts';
import { site } from '../../plan/plan-fixtures.ts';
import { CONTEXT, needsScene } from './needs-scene.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('needs to take away', () => {
  it('are those of a circle without what it may not see, and say how much that is', () => {
    const { plan } = needsScene();
    const seen = needsForCircle(plan, 'public', needRows(plan, CONTEXT), CONTEXT);
    expect(seen.rows.map((row) => row.need.id)).toEqual(['theme']);
    expect(seen).toMatchObject({ leftOut: 2, seesAll: false });
    expect(needsForCircle(plan, 'agsp', needRows(plan, CONTEXT), CONTEXT)).toMatchObject({ leftOut: 0, seesAll: true });
    expect(needsCircleText(seen, de)).toBe(
      'Für den Kreis „öffentlich“. 2 Bedarfe engerer Kreise sind nicht enthalten.',
    );
    expect(needsCircleText(needsForCircle(plan, 'department', needRows(plan, CONTEXT), CONTEXT), en)).toContain(
      'Nothing is left out.',
    );
  });

  it('do not tell the place of a public need at a site that is not public', () => {
    const { plan, report } = needsScene();
    addObject(plan, { collection: 'sites', object: site('s1') });
    report('at-site', { title: 'D Raum', place: { kind: 'site', siteId: 's1' }, circle: 'public' });
    const seen = needsForCircle(plan, 'public', needRows(plan, CONTEXT), CONTEXT);
    expect(seen.placesLeftOut).toBe(1);
    const text = needsGeoJson(seen.rows, [], de);
    expect(text).not.toContain('Güterbahnhof');
    const feature = (JSON.parse(text) as GeoJSON.FeatureCollection).features.find(({ id }) => id === 'at-site');
    expect(feature?.geometry).toBeNull();
    expect(feature?.properties?.place).toBe('Ort nicht bekannt');
  });

  it('neutralise formulas in CSV and XLSX and keep markup as text', () => {
    const { plan, report } = needsScene();
    report('evil', { title: '=cmd|calc', reason: '<script>alert(1)</script>', targetGroup: '@SUM(A1)' });
    const rows = needRows(plan, CONTEXT).filter((row) => row.need.id === 'evil');
    const header = needsHeader(
      {
        cityName: 'Musterstadt',
        edition: '2025',
        planName: '+Plan',
        scenario: ['Szenario', 'Bestand'],
        filters: [],
        on: '2026-06-01',
        seen: needsForCircle(plan, 'agsp', rows, CONTEXT),
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
    const { plan, report } = needsScene();
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
      needsGeoJson(needRows(plan, CONTEXT), [['Kreis', 'AGSP']], en),
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
