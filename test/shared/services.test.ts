import { describe, expect, it } from 'vitest';
import { HOUSE_GROUPS, houseGroupByService, SERVICE_IDS } from '../../src/shared/services.ts';

describe('the group of a service', () => {
  it('is shared by those of one symbol; areas have none', () => {
    expect(['kita-u3', 'kita-ue3'].map((id) => houseGroupByService(id as 'kita-u3'))).toEqual(['kita', 'kita']);
    expect(SERVICE_IDS.filter((id) => houseGroupByService(id) === 'gesundheit')).toEqual([
      'hausarzt',
      'kinderarzt',
      'arzt',
    ]);
    expect(SERVICE_IDS.filter((id) => houseGroupByService(id) === null)).toEqual([
      'spielplatz-0-6',
      'spielplatz-6-12',
      'spielplatz-12-18',
      'spielflaeche',
      'gruen-nah',
    ]);
  });

  it('is never empty: each has a service', () => {
    expect(HOUSE_GROUPS.filter((group) => !SERVICE_IDS.some((id) => houseGroupByService(id) === group))).toEqual([]);
  });
});
