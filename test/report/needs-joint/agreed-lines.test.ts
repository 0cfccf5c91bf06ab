import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { agreedLines } from '../../../src/report/needs-joint/agreed-lines.ts';

const figure = {
  id: 'x',
  removed: null,
  circle: 'council',
  districtId: 'd:1',
  service: 'kita-ue3',
  year: 2035,
  kind: 'agreed',
  value: 1200,
  unit: 'places',
  on: '2026-06-24',
  reference: null,
  explanation: null,
  by: 'Geschäftsstelle',
} as const;

describe('agreed figures where they are cited', () => {
  it('say place, service, year, figure, and who or which paper, in order', () => {
    const decided = { ...figure, kind: 'decided', value: 800, on: '2026-07-09', reference: 'GRDrs 1/2026' } as const;
    const figures = [decided, figure, { ...figure, year: 2030, value: 900 }];
    expect(agreedLines(figures, () => 'Mitte', createTexts('de'))).toEqual([
      'Mitte, Kita Ü3 2030: vereinbart 900 Plätze (Geschäftsstelle, 24.06.2026)',
      'Mitte, Kita Ü3 2035: vereinbart 1.200 Plätze (Geschäftsstelle, 24.06.2026)',
      'Mitte, Kita Ü3 2035: beschlossen 800 Plätze (GRDrs 1/2026, 09.07.2026)',
    ]);
    expect(agreedLines([figure], () => 'Mitte', createTexts('en'))).toEqual([
      'Mitte, Day care from 3 2035: agreed 1,200 places (Geschäftsstelle, 24 Jun 2026)',
    ]);
  });
});
