import { describe, expect, it } from 'vitest';
import { cellOf, matrixUse, USES } from '../../../src/questions/needs/compatibility.ts';
import { SERVICE_IDS } from '../../../src/shared/services.ts';
import { cellOf as writtenOut } from '../../cli/demo-plan/matrix.ts';

const SIGNS: Readonly<Record<string, string>> = { same: '.', strong: '++', possible: '+', neutral: 'o', conflict: '-' };

describe('the matrix of compatible uses', () => {
  it('is that of the domain document, for every pair of services that have a use', () => {
    const services = SERVICE_IDS.filter((service) =>
      [
        'kita-u3',
        'grundschule',
        'jugendtreff',
        'begegnung',
        'bibliothek',
        'pflege',
        'sporthalle',
        'hausarzt',
        'unterkunft',
      ].includes(service),
    );
    expect(services.length).toBe(USES.length);
    for (const a of services)
      for (const b of services)
        expect(`${a} ${b} ${SIGNS[cellOf(matrixUse(a)!, matrixUse(b)!)]}`).toBe(`${a} ${b} ${writtenOut(a, b)}`);
  });

  it('has no use for areas such as playgrounds', () => {
    expect(SERVICE_IDS.filter((service) => matrixUse(service) === null)).toEqual([
      'spielplatz-0-6',
      'spielplatz-6-12',
      'spielplatz-12-18',
      'spielflaeche',
      'gruen-nah',
    ]);
  });
});
