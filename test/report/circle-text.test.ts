import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import {
  circleLine,
  circleWord,
  geoJsonText,
  leftOutText,
  namedWithCircle,
  scenarioLine,
} from '../../src/report/circle-text.ts';
import { smallPlan } from '../plan/plan-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('what is taken away for a circle', () => {
  it('names the circle and how much it leaves out', () => {
    expect(circleWord('public', de)).toBe('öffentlich');
    expect([leftOutText(0, de), leftOutText(1, de), leftOutText(1200, en)]).toEqual([
      'Nichts ist weggelassen.',
      '1 Eintrag ist für diesen Kreis weggelassen.',
      '1,200 entries are left out for this circle.',
    ]);
    expect(circleLine('agsp', 2, de)).toEqual(['Kreis', 'AGSP. 2 Einträge sind für diesen Kreis weggelassen.']);
  });

  it('names the scenario only to who may see it', () => {
    // Scenarios of the small plan are for the working group.
    const plan = smallPlan();
    expect(scenarioLine(plan, 'a', 'agsp', de)).toEqual(['Szenario', 'Szenario a']);
    expect(scenarioLine(plan, 'a', 'public', de)).toEqual([
      'Szenario',
      'Bestand (das gewählte Szenario gehört einem engeren Kreis)',
    ]);
    for (const given of [
      scenarioLine(plan, null, 'agsp', en),
      scenarioLine(null, 'a', 'agsp', en),
      scenarioLine(plan, 'z', 'agsp', en),
    ])
      expect(given).toEqual(['Scenario', 'As it is']);
  });

  it('says whose a scenario is in which figures are worked out', () => {
    const plan = smallPlan();
    expect(namedWithCircle(plan, 'a', 'Plan A', de)).toBe('Plan A (Kreis: AGSP)');
    expect(namedWithCircle(plan, 'z', 'Plan A', de)).toBe('Plan A');
    expect(namedWithCircle(null, 'a', 'Plan A', de)).toBe('Plan A');
  });

  it('carries the lines above a list inside of a GeoJSON file, too', () => {
    const feature = { type: 'Feature', geometry: null, properties: { name: 'Kita' } };
    const text = geoJsonText([feature], [['Kreis', 'AGSP. Nichts ist weggelassen.']]);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      header: { Kreis: 'AGSP. Nichts ist weggelassen.' },
      features: [feature],
    });
  });
});
