import { describe, expect, it } from 'vitest';
import { citation, isMeasureOf, MEASURES_BY_MODEL, MODELS } from '../../src/indicators/indicator.ts';

describe('an indicator', () => {
  it('is cited by id and version', () => {
    expect(citation({ id: 'kita-u3', version: 12 })).toBe('kita-u3@12');
  });

  it('has the measures of its model and no others', () => {
    expect([isMeasureOf('reach', 'coverage'), isMeasureOf('reach', 'missing')]).toEqual([true, false]);
    expect([isMeasureOf('allocation', 'missing'), isMeasureOf('allocation', 'apples')]).toEqual([true, false]);
    expect(MEASURES_BY_MODEL.count).toEqual(['count']);
    // Who walks where is known where people are allotted, and only there.
    expect(MODELS.filter((model) => isMeasureOf(model, 'flows'))).toEqual(['allocation']);
    expect(MODELS.filter((model) => isMeasureOf(model, 'balance'))).toEqual(['allocation', 'catchment', 'balance']);
  });
});
