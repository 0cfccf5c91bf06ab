import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { jointList } from '../../../src/questions/needs/joint-list.ts';
import { jointTable, listForCircle, listHeader, weightsLine } from '../../../src/report/needs-joint/joint-table.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { jointScene } from './joint-scene.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('the joint list to take away', () => {
  const { plan, ground, figures } = jointScene();
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
