import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { partsOfScenario } from '../../src/plan/readers/scenario-parts.ts';
import { euroText, scenarioSummary } from '../../src/report/scenario-summary.ts';
import { kita, measure, smallPlan } from '../plan/plan-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const summaryOf = (plan: Plan, t = de) => scenarioSummary(partsOfScenario(plan, 'a'), DEFAULT_CATALOGUE, t);
/** Without the narrow spaces before units. */
const plain = (sentences: readonly string[]) => sentences.map((text) => text.replaceAll('\u202f', ' '));

describe('the summary of a scenario', () => {
  it('says that there is nothing yet', () => {
    expect(summaryOf(smallPlan())).toEqual(['Noch keine Maßnahmen.']);
  });

  it('counts measures by kind, adds up places by service, and tells years and money', () => {
    const plan = smallPlan();
    addMeasure(plan, kita('k1', { from: '2028-09-01', costEuro: 4_200_000, funding: 'unfunded' }));
    addMeasure(plan, kita('k2', { from: '2030-09-01', costEuro: 5_800_000, funding: 'funded' }));
    addMeasure(plan, {
      measure: measure('c', { kind: 'close', houseId: 'h', position: null, from: '2031-08-01' }),
      offers: [],
    });
    addMeasure(plan, kita('k3', { status: 'dropped' }));
    expect(plain(summaryOf(plan))).toEqual([
      '2 neue Häuser und 1 Schließung.',
      // Two Kitas of 20 + 40; the dropped one does not count.
      'Zusammen 40 Plätze Kita U3 mehr und 80 Plätze Kita Ü3 mehr.',
      'Die Plätze geschlossener Einrichtungen sind darin nicht abgezogen.',
      'Beginn 2028 bis 2031.',
      'Kosten 10,0 Mio. €, davon 4,2 Mio. € nicht finanziert.',
      '1 Maßnahme ohne Kostenangabe.',
      '1 Maßnahme ist verworfen und zählt nicht.',
    ]);
    expect(plain(summaryOf(plan, en))[0]).toBe('2 new houses and 1 closure.');
  });

  it('calls no cost unknown 0, and writes millions only from a million on', () => {
    const plan = smallPlan();
    addMeasure(plan, kita('k1', { from: null }));
    expect(summaryOf(plan).join(' ')).not.toContain('Kosten ');
    expect([euroText(950_000, de), euroText(1_250_000, de)].map((text) => text.replaceAll('\u202f', ' '))).toEqual([
      '950.000 €',
      '1,3 Mio. €',
    ]);
  });
});
