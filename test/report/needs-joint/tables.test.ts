import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { planForCircle } from '../../../src/plan/readers/circles.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import { jointList } from '../../../src/questions/needs/joint-list.ts';
import type { HorizonFigures, NeedGround } from '../../../src/questions/needs/need-calls.ts';
import { needSheet } from '../../../src/questions/needs/need-sheet.ts';
import { obstacleText, pairText } from '../../../src/report/needs-joint/bundle-text.ts';
import { jointTable, listForCircle, listHeader, weightsLine } from '../../../src/report/needs-joint/joint-table.ts';
import { leftOutOfSheet, sheetTable } from '../../../src/report/needs-joint/sheet-table.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

function scene() {
  const plan = smallPlan();
  const add = (id: string, more: Parameters<typeof need>[1]) =>
    addNeed(plan, { need: need(id, { reason: 'so', neededBy: '2029-01-01', ...more }), at: NOON, by: 'x' });
  add('open', { title: '=Jugendraum <b>', circle: 'public', urgency: 'duty' });
  add('inner', { title: 'Innerer Bedarf', circle: 'department' });
  const ground: NeedGround = {
    placed: ['open', 'inner'].map((id) => ({ id, districtId: 'd:1', land: null })),
    districts: [{ id: 'd:1', name: 'Mitte', burden: null, indicators: 0 }],
    indicators: [],
  };
  const figures: HorizonFigures = {
    scenarioId: null,
    variant: 'middle',
    counts: DEFAULT_COUNTS,
    years: [2030],
    rows: [
      {
        districtId: 'd:1',
        service: 'jugendtreff',
        year: 2030,
        persons: 1000,
        demand: 100,
        capacity: 40,
        missing: 60,
        balance: -60,
        personsWithinReach: 800,
      },
    ],
    indicators: [],
    without: [],
  };
  return { plan, ground, figures };
}

describe('the joint list to take away', () => {
  const { plan, ground, figures } = scene();
  const list = jointList({ plan, ground, figures, today: '2026-01-01' });
  const names = { plan, districtName: () => 'Mitte' };

  it('has every part with its figure and its value, and writes what is missing as such', () => {
    const table = jointTable(listForCircle(plan, list, 'department').ranked, names, de);
    const [first] = table.rows;
    expect(first!.cells).toMatchObject({
      place: 1,
      placeByRule: 1,
      title: '=Jugendraum <b>',
      department: 'Amt jugend',
      district: 'Mitte',
      urgency: 'Pflicht',
      unserved: 0.6,
      unservedValue: 0.6,
      affected: 600,
      affectedValue: 0.6,
      priority: null,
      readiness: null,
      time: 3,
      timeValue: 0.7,
      cost: null,
    });
    // (3 × 0.6 + 2 × 0.6 + 2 × 0.7) / 7 = 0.6286
    expect(first!.cells.score).toBe(0.6286);
    expect(table.total.cells.title).toBe('2 Bedarfe');
  });

  it('leaves out what a circle may not see, counts it, and keeps the places of the whole list', () => {
    const circled = listForCircle(plan, list, 'public');
    expect(circled.leftOut).toBe(1);
    expect(circled.ranked.map(({ entry }) => entry.need.id)).toEqual(['open']);
    const header = listHeader(
      'Mit einer Stimme',
      {
        cityName: 'Musterstadt',
        edition: 'e1',
        scenario: ['Szenario', 'Bestand'],
        invented: true,
        figures,
        today: '2026-01-01',
        circle: 'public',
        leftOut: circled.leftOut,
      },
      de,
    );
    expect(header[0]![1]).toBe('Musterstadt (erfundene Stadt, keine Angaben über einen wirklichen Ort), Ausgabe e1');
    expect(header).toContainEqual(['Kreis', 'öffentlich. 1 Eintrag ist für diesen Kreis weggelassen.']);
    const csv = toCsv(jointTable(circled.ranked, names, de), [...header, weightsLine(list, de)], de);
    expect(csv).not.toContain('Innerer Bedarf');
    // A formula is a text, and markup stays text.
    expect(csv).toContain("'=Jugendraum <b>");
    expect(csv).toContain('ohne Versorgung 3, Betroffene 2');
  });

  it('is complete in English', () => {
    const table = jointTable(list.ranked, names, en);
    expect(table.columns.map(({ label }) => label).slice(0, 6)).toEqual([
      'Place',
      'by the rule',
      'Need',
      'Service',
      'Department',
      'Borough',
    ]);
    expect(table.rows[0]!.cells.urgency).toBe('duty');
  });
});

describe('the Bedarfsblatt to take away', () => {
  const { plan, ground, figures } = scene();
  const figure = {
    circle: 'council',
    districtId: 'd:1',
    service: 'jugendtreff',
    year: 2030,
    kind: 'agreed',
    value: 60,
    unit: 'places',
    on: '2026-06-24',
    reference: null,
    explanation: 'Auf ganze Gruppen gerundet.',
    by: 'AGSP',
  } as const;
  putObject(plan, { collection: 'agreedFigures', object: figure });
  const sheetFor = (circle: 'department' | 'public') =>
    needSheet({
      plan: planForCircle(plan, circle).plan,
      figures,
      placed: ground.placed,
      catalogue: DEFAULT_CATALOGUE,
      districtId: 'd:1',
    });

  it('has the four figures and their differences in words', () => {
    const { rows, total } = sheetTable(sheetFor('department'), de);
    expect(rows.map(({ cells }) => cells)).toEqual([
      {
        service: 'Jugendtreff',
        year: '2030',
        unit: 'Plätze',
        computed: 60,
        figure: 'ohne Platz in Reichweite',
        demand: 100,
        capacity: 40,
        reported: 80,
        needs: 2,
        agreed: 60,
        decided: null,
        difference: 'gemeldet: 20 mehr als gerechnet; vereinbart: 20 weniger als gemeldet – Auf ganze Gruppen gerundet',
      },
    ]);
    expect(total.cells.service).toBe('Fassung 1 vom 24.06.2026');
  });

  it('sums only what a circle may see, and counts the rest', () => {
    const [row] = sheetTable(sheetFor('public'), de).rows;
    expect(row!.cells).toMatchObject({ reported: 40, needs: 1, agreed: null });
    // One need and one agreed figure.
    expect(leftOutOfSheet(plan, 'd:1', ground.placed, 'public')).toBe(2);
    expect(leftOutOfSheet(plan, 'd:1', ground.placed, 'department')).toBe(0);
  });
});

describe('bundles in words', () => {
  const titleOf = (id: string) => (id === 'a' ? 'Krippe' : 'Jugendtreff');

  it('say what keeps needs apart in both languages', () => {
    const noise = { misfit: 'noise', needIds: ['a', 'b'] } as const;
    expect(obstacleText(noise, DEFAULT_BUNDLE_RULES, titleOf, de)).toBe(
      'Lärm: „Krippe“ und „Jugendtreff“ vertragen sich nicht unter einem Dach (Abendlärm gegen Ruhe).',
    );
    const area = {
      misfit: 'area',
      needIds: ['a', 'b'],
      neededSquareMeters: 3600,
      placeSquareMeters: 2000,
      placeName: 'X',
    } as const;
    expect(obstacleText(area, DEFAULT_BUNDLE_RULES, titleOf, en)).toBe(
      'Area: together they need 3,600\u202fm²; the largest place on foot (X) has 2,000\u202fm².',
    );
    const far = { misfit: 'distance', needIds: ['a', 'b'], walkMeters: null } as const;
    expect(obstacleText(far, DEFAULT_BUNDLE_RULES, titleOf, de)).toContain('mehr als 3.000\u202fm');
  });

  it('say the rule of a pair', () => {
    const pair = { a: 'a', b: 'b', cell: 'strong', sameTarget: true, monthsApart: 1 } as const;
    expect(pairText(pair, de)).toBe('++ stark, gleiche Zielgruppe, Termine 1 Monat auseinander');
    expect(pairText({ ...pair, cell: 'possible', sameTarget: false, monthsApart: 0 }, en)).toBe(
      '+ possible with zoning, same date',
    );
  });
});
