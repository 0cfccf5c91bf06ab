import { describe, expect, it } from 'vitest';
import {
  commonPeriod,
  endedPeriod,
  houseEndingOn,
  movedCatchments,
  offersWithin,
} from '../../../src/questions/gaps/house-periods.ts';
import { house, offer, rectangle } from '../../fixtures/tiny-city.ts';

const open = { from: null, to: null };
const period = (from: string | null, to: string | null) => ({ from, to });

describe('periods of houses', () => {
  it('share the later start and the earlier end, or nothing', () => {
    expect(commonPeriod(open, period('2026-01-01', null))).toEqual(period('2026-01-01', null));
    expect(commonPeriod(period('2026-01-01', '2030-01-01'), period('2025-01-01', '2028-01-01'))).toEqual(
      period('2026-01-01', '2028-01-01'),
    );
    expect(commonPeriod(period(null, '2026-01-01'), period('2026-01-01', null))).toBeNull();
    expect(endedPeriod(open, null)).toBeNull();
    expect(endedPeriod(open, '2026-01-01')).toEqual(period(null, '2026-01-01'));
  });

  it('cut offers to where a house stands, and leave out those of before and those that are closed', () => {
    const offers = [
      offer('kita-u3', 1),
      offer('kita-u3', 2, { to: '2026-01-01' }),
      offer('kita-u3', 4, { status: 'closed' }),
    ];
    expect(offersWithin(offers, period('2027-01-01', null))).toEqual([{ ...offers[0]!, from: '2027-01-01' }]);
  });

  it('end the offers of the services named, and mark closed what would never have been', () => {
    const kita = house('k', 'Kita', 0, 0, [offer('kita-u3', 1), offer('kita-ue3', 2, { from: '2029-01-01' })]);
    expect(houseEndingOn(kita, '2028-01-01', null).offers).toEqual([
      { ...kita.offers[0]!, to: '2028-01-01' },
      { ...kita.offers[1]!, status: 'closed' },
    ]);
    expect(houseEndingOn(kita, '2028-01-01', ['kita-ue3']).offers[0]).toEqual(kita.offers[0]);
  });

  it('hand catchments over on the day of the move', () => {
    const area = {
      id: 'b:1',
      service: 'grundschule' as const,
      houseId: 'old',
      name: null,
      validFrom: '2020-08-01',
      validTo: null,
      geometry: rectangle(0, 0, 1, 1),
    };
    const move = (from: string | null) => movedCatchments([area], new Set(['old']), { houseId: 'new', from });
    expect(move('2028-01-01')).toEqual([
      { ...area, validTo: '2028-01-01' },
      { ...area, id: 'b:1|new', houseId: 'new', validFrom: '2028-01-01' },
    ]);
    expect(move(null)).toEqual([{ ...area, id: 'b:1|new', houseId: 'new' }]);
    expect(movedCatchments([area], new Set(['other']), { houseId: 'new', from: null })).toEqual([area]);
  });
});
