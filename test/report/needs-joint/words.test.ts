import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import {
  areaText,
  codeWord,
  departmentName,
  needSubject,
  partFigure,
  serviceName,
  signedText,
  unitText,
} from '../../../src/report/needs-joint/words.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';
import { plain } from '../gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('words of needs of several departments', () => {
  it('name who and what, also what the plan or the program does not know', () => {
    expect([departmentName(smallPlan(), 'jugend'), departmentName(smallPlan(), 'zoo')]).toEqual(['Amt jugend', 'zoo']);
    expect([codeWord('duty', de), codeWord('duty', en)]).toEqual(['Pflicht', 'duty']);
    expect(needSubject({ service: 'jugendtreff', topic: 'Musik' }, de)).toBe(serviceName('jugendtreff', de));
    expect([
      needSubject({ service: null, topic: 'Musik' }, de),
      needSubject({ service: null, topic: null }, de),
    ]).toEqual(['Musik', '']);
    expect([unitText('places', de), unitText('Betten', de), unitText(null, de)]).toEqual(['Plätze', 'Betten', '']);
    expect([plain(areaText(819.6, de)), areaText(null, de)]).toEqual(['820 m²', 'k. A.']);
  });

  it('give a sign to what is more, but none to what is written as 0', () => {
    expect([signedText(2.34, 1, de), signedText(-2.34, 1, de), signedText(0.04, 1, de), signedText(0, 0, en)]).toEqual([
      '+2,3',
      '−2,3',
      '0,0',
      '0',
    ]);
  });

  it('write each part of a rank as people know it', () => {
    const figure = (part: Parameters<typeof partFigure>[0], value: number | null, t = de) =>
      partFigure(part, { figure: value } as never, t);
    expect(plain(figure('unserved', 0.6)!)).toBe('60 %');
    expect(figure('affected', 1234.4)).toBe('1.234');
    expect(figure('priority', 0.5, en)).toBe('+0.5');
    expect([figure('time', 3), figure('time', -0.1), figure('time', null)]).toEqual(['3,0 Jahre', 'überfällig', null]);
  });
});
