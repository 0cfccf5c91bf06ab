import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { importIndicators } from '../../../src/plan/actions/import-indicators.ts';
import { addKita, DAY, inForce, KITA, SHIPPED } from '../indicator-fixtures.ts';
import { NOON, smallPlan } from '../plan-fixtures.ts';

describe('importing indicators', () => {
  it('adds each record as the next version of its own, whatever number the file gave it', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    const tagespflege: Indicator = { ...KITA, id: 'tagespflege', service: 'tagespflege', version: 7 };
    importIndicators(plan, {
      indicators: [{ ...KITA, version: 9, rate: { ...KITA.rate, value: 0.8 }, validFrom: '2026-05-01' }, tagespflege],
      shipped: SHIPPED,
      reason: 'Import aus kennwerte.json',
      author: 'Geschäftsstelle',
      validFrom: DAY,
      at: NOON,
      circle: 'agsp',
    });
    expect(Object.keys(plan.indicatorVersions)).toEqual(['kita-u3@2', 'kita-u3@3', 'tagespflege@1']);
    expect(inForce(plan)).toMatchObject({ version: 3, validFrom: '2026-05-01', author: 'Geschäftsstelle' });
    expect(inForce(plan, 'tagespflege')).toMatchObject({ version: 1, validFrom: DAY });
  });
});
