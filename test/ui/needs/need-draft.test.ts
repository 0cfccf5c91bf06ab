import { describe, expect, it } from 'vitest';
import type { Need } from '../../../src/plan/types/needs.ts';
import type { LonLat } from '../../../src/shared/coordinates.ts';
import { draftOfNeed, EMPTY_NEED, type NeedDraft, readDay, readNeed } from '../../../src/ui/needs/need-draft.ts';
import { need } from '../../plan/plan-fixtures.ts';

const INSIDE = {
  name: null,
  position: null,
  path: [],
  touches: [],
  outside: false,
  partlyOutside: false,
  unknown: false,
};
const whole: NeedDraft = {
  ...EMPTY_NEED,
  title: ' Krippe ',
  departmentId: 'jugend',
  kind: 'point',
  position: [9.18, 48.78] as unknown as LonLat,
  service: 'kita-u3',
  quantity: '1.250,5',
  neededBy: '31.12.2029',
};
const problemsOf = (change: Partial<NeedDraft>, facts = INSIDE) => {
  const read = readNeed({ ...whole, ...change }, 'de', facts);
  return 'problems' in read
    ? Object.fromEntries(Object.entries(read.problems).map(([field, found]) => [field, found.code]))
    : {};
};

describe('a need as it is typed', () => {
  it('is read with German numbers and dates; blank is keine Angabe, never 0', () => {
    const read = readNeed(whole, 'de', INSIDE);
    expect('values' in read && read.values.content).toMatchObject({
      title: 'Krippe',
      quantity: 1250.5,
      unit: 'places',
      neededBy: '2029-12-31',
      roomSquareMeters: null,
      combinable: null,
      reason: null,
      place: { kind: 'point', position: [9.18, 48.78], searchRadiusMeters: null },
    });
  });

  it('is refused field by field, each with its own sentence', () => {
    expect(problemsOf({ title: ' ' })).toEqual({ title: 'need.title-missing' });
    expect(problemsOf({ departmentId: 'new', departmentName: '' })).toEqual({
      departmentId: 'need.department-missing',
    });
    expect(problemsOf({ quantity: '' })).toEqual({ reason: 'plan.need-without-content' });
    expect(problemsOf({ quantity: 'ca. 45' })).toEqual({ quantity: 'site.number-invalid' });
    expect(problemsOf({ rooms: '-5' })).toEqual({ rooms: 'site.number-invalid' });
    expect(problemsOf({ neededBy: '31.02.2029' })).toEqual({ neededBy: 'site.date-invalid' });
    expect(problemsOf({ service: '' })).toEqual({ topic: 'plan.need-without-topic' });
    expect(problemsOf({ position: null })).toEqual({ place: 'need.place-missing' });
    expect(problemsOf({}, { ...INSIDE, outside: true })).toEqual({ place: 'site.outside-city' });
    expect(problemsOf({ kind: 'plot' })).toEqual({ place: 'need.place-missing' });
  });

  it('is refused with an area that crosses itself', () => {
    const coordinates = [
      [
        [9, 48],
        [9.01, 48.01],
        [9.01, 48],
        [9, 48.01],
        [9, 48],
      ],
    ];
    expect(problemsOf({ kind: 'area', geometry: { type: 'Polygon', coordinates } })).toEqual({
      place: 'plan.area-invalid',
    });
  });

  it('may lie in the whole city and say no quantity, if it says why', () => {
    const read = readNeed({ ...whole, kind: 'city', quantity: '', reason: 'Es fehlt.' }, 'de', null);
    expect('values' in read && read.values.content).toMatchObject({
      place: { kind: 'city' },
      quantity: null,
      unit: null,
    });
  });

  it('takes a year for its last day', () => {
    expect(readDay('2030')).toEqual({ kind: 'value', value: '2030-12-31' });
    expect(readDay('1.9.2030')).toEqual({ kind: 'value', value: '2030-09-01' });
    expect(readDay('')).toEqual({ kind: 'missing' });
  });

  it('comes back unchanged from its own fields', () => {
    const given = {
      ...need('n1', { quantity: 12.5, links: ['https://a.de', 'GRDrs 1'], combinable: false, neededBy: '2030-09-01' }),
      status: 'reported',
      removed: null,
    } as Need;
    const read = readNeed(
      draftOfNeed(given, 'de', (iso) => iso),
      'de',
      INSIDE,
    );
    const { id: _, removed: __, status: ___, departmentId: ____, circle, evidence: _____, ...content } = given;
    expect(read).toEqual({ values: { circle, content } });
  });
});
