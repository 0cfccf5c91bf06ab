import { expect, it } from 'vitest';
import type { Need } from '../../../src/plan/types/needs.ts';
import { offersOfNeeds } from '../../../src/ui/needs/measure-of-need.ts';
import { need } from '../../plan/plan-fixtures.ts';

const asked = (id: string, more: Parameters<typeof need>[1]) => need(id, more) as unknown as Need;

it('a measure for a bundle offers what is left of each service, and leaves open what is not counted in places', () => {
  const needs = [
    asked('n1', { service: 'kita-u3', quantity: 30 }),
    asked('n2', { service: 'kita-u3', quantity: 20 }),
    asked('n3', { service: 'sporthalle', quantity: 405, unit: 'square-meters' }),
    asked('n4', { service: null, topic: 'Begegnung', quantity: null }),
  ];
  const restOf = (id: string) => (id === 'n1' ? { measures: [], planned: 20, left: 10 } : null);
  const offers = offersOfNeeds({ needs, restOf }, () => 'new', String);
  // 10 that are left of 30, and 20 that nobody answers yet.
  expect(offers.map(({ service, capacity }) => [service, capacity])).toEqual([
    ['kita-u3', '30'],
    ['sporthalle', ''],
  ]);
});
