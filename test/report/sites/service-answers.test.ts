import { describe, expect, it } from 'vitest';
import { answer } from './check-scene.ts';

describe('answers by demand and places', () => {
  it('says with numbers what is required where only a plan can answer', () => {
    // 120 dwellings: 30 + 20 + 15 + 90 m².
    expect(answer(13)).toEqual({ result: 'open', evidence: 'erforderlich 155\u202fm²', layer: null });
  });

  it('stay open where no effect is known of a service, and say why', () => {
    const unknown = new Map([['spielplatz-6-12', 'Das Alter fehlt.']] as const);
    const found = answer(9, { unknown });
    expect(found.result).toBe('open');
    expect(found.evidence).toMatch(/^Spielplatz 0–6: .*; keine Angabe zu Spielplatz 6–12 \(Das Alter fehlt\)$/);
    const both = new Map([
      ['kita-u3', 'Das Alter fehlt.'],
      ['kita-ue3', 'Das Alter fehlt.'],
    ] as const);
    expect(answer(2, { unknown: both })).toEqual({
      result: 'open',
      evidence: 'keine Angabe zu Kita U3, Kita Ü3 (Das Alter fehlt)',
      layer: null,
    });
  });
});
