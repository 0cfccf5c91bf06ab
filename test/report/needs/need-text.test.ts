import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../src/i18n/translate.ts';
import { needRows } from '../../../src/report/needs/need-rows.ts';
import {
  evidenceText,
  placeText,
  quantityText,
  requirementText,
  restText,
  subjectText,
  unitText,
} from '../../../src/report/needs/need-text.ts';
import { CONTEXT, needsScene } from './needs-scene.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('a need in words', () => {
  it('says where and how much in both languages', () => {
    const { plan } = needsScene();
    const [late, theme] = needRows(plan, CONTEXT);
    expect(placeText(theme!, de)).toBe('ganze Stadt');
    expect(placeText(late!, en)).toBe('Mitte');
    expect(quantityText({ quantity: 1, unit: 'houses' }, de)).toBe('1 Einrichtung');
    expect(quantityText({ quantity: 1250, unit: 'places' }, en)).toBe('1,250 places');
    expect(quantityText(theme!.need, en)).toBe('no quantity');
  });

  it('calls a place by its kind, with the borough and the radius', () => {
    const { plan } = needsScene();
    const [late] = needRows(plan, CONTEXT);
    const text = (place: object, facts = late!.place, t = de) =>
      placeText({ need: { ...late!.need, place } as never, place: facts }, t);
    const point = { kind: 'point', position: [9.18, 48.78], searchRadiusMeters: 500 };
    expect(text(point)).toBe('Punkt in Mitte, Umkreis 500\u202fm');
    expect(text({ ...point, searchRadiusMeters: null }, null, en)).toBe('point');
    expect(text({ kind: 'site', siteId: 's1' })).toBe('Vorhaben Mitte');
    expect(text({ kind: 'plot', plotId: 'p1' }, null, en)).toBe('plot p1');
    expect(text({ kind: 'plot', plotId: 'p1' }, { ...late!.place!, unknown: true })).toBe('Ort nicht bekannt');
  });

  it('is for a service, a topic or both, in units and with requirements that may be one’s own words', () => {
    expect(subjectText({ service: 'kita-u3', topic: 'Inklusion' }, de)).toBe('Kita U3 · Inklusion');
    expect(subjectText({ service: null, topic: ' ' }, de)).toBe('k. A.');
    expect([unitText(null, de), unitText('places', de), unitText('Betten', de)]).toEqual(['', 'Plätze', 'Betten']);
    expect(quantityText({ quantity: 8, unit: 'Betten' }, de)).toBe('8\u202fBetten');
    expect([requirementText('quiet', en), requirementText('am Wasser', en)]).toEqual(['quiet (no noise)', 'am Wasser']);
  });

  it('says what measures leave of it', () => {
    const { plan } = needsScene();
    const [late] = needRows(plan, CONTEXT);
    const rest = (left: number | null) =>
      restText({ need: late!.need, rest: { measures: [{} as never], planned: null, left } }, de);
    expect(rest(15)).toBe('15 offen, gemeldet 40 Plätze');
    expect(rest(0)).toBe('durch Maßnahmen gedeckt');
    expect(rest(null)).toBe('1 Maßnahme antwortet darauf');
    expect(restText({ need: late!.need, rest: null }, de)).toBe(null);
  });

  it('cites the figures of its place with year and date, and what the program does not know by its own name', () => {
    const frozen = {
      at: '2025-10-14T08:00:00Z',
      edition: 'e1',
      engineVersion: 'gaps-1',
      catalogue: ['kita-u3@1'],
      request: { question: 'gaps', service: 'kita-u3', year: 2030 },
      columns: ['demand', 'capacity', 'glück'],
      rows: [
        { id: 'stadt', name: 'Stadt', values: [900, 800, 1] },
        { id: 'd:1', name: 'Mitte', values: [120, null, 7] },
      ],
      grade: 'estimated',
      missing: {},
    } as const;
    expect(evidenceText(frozen as never, de)).toBe('2030, Stand 14.10.2025 – Mitte: Bedarf 120, Plätze k. A., glück 7');
    expect(evidenceText(null, de)).toBe(null);
  });
});
