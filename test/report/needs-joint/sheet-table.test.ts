import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { planForCircle } from '../../../src/plan/readers/circles.ts';
import { needSheet } from '../../../src/questions/needs/need-sheet.ts';
import { agreedText, leftOutOfSheet, sheetTable, versionText } from '../../../src/report/needs-joint/sheet-table.ts';
import { jointScene } from './joint-scene.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('the Bedarfsblatt to take away', () => {
  const { plan, ground, figures } = jointScene();
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

  it('names a figure in another unit with its unit, and a sheet without figures as such', () => {
    expect(agreedText({ value: 2, unit: 'houses' }, de)).toBe('2 Einrichtungen');
    expect(versionText({ version: 2, on: '2026-07-09' }, en)).toBe('Version 2 of 9 Jul 2026');
    expect(versionText({ version: 0, on: null }, de)).toBe('Noch ohne vereinbarte Zahlen');
  });
});
