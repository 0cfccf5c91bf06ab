import { describe, expect, it } from 'vitest';
import type { ServiceId } from '../../../src/shared/services.ts';
import { answer, waves } from './check-scene.ts';

describe('whether uses share a house', () => {
  it('says which of the uses that a site needs fit into one house', () => {
    const { services } = waves;
    const only = (...wanted: (readonly [ServiceId, number])[]) => ({
      ...waves,
      services: wanted.map(([service, value]) => {
        const found = services.find(({ indicator }) => indicator.service === service)!;
        return { ...found, peak: { ...found.peak, value } };
      }),
    });
    // Half a group of 10 is 5 places, half a Zug of 100 pupils is 50: both are reached. Kita + school: "+".
    expect(answer(36, { waves: only(['kita-u3', 5], ['grundschule', 50]) })).toEqual({
      result: 'partly',
      evidence: 'mit Trennung der Bereiche: Kita + Schule',
      layer: null,
    });
    expect(answer(36, { waves: only(['kita-u3', 4.9], ['grundschule', 50]) })).toMatchObject({
      result: 'open',
      evidence: 'eigene Räume braucht: Schule; zum Bündeln braucht es zwei Nutzungen',
    });
    // 49 pupils of a lower secondary school, for which no Zug is set, are no school of their own.
    expect(answer(36, { waves: only(['sek-1', 49], ['kita-u3', 5]) }).result).toBe('open');
    // What departments have reported for it counts too: meeting is ++ with Kita, youth is − with it and + with meeting.
    expect(answer(36, { waves: only(['kita-u3', 12]), needServices: ['familienzentrum', 'jugendtreff'] })).toEqual({
      result: 'met',
      evidence:
        'passt gut in ein Haus: Kita + Begegnung; mit Trennung der Bereiche: Jugend + Begegnung; verträgt sich nicht: Kita + Jugend',
      layer: null,
    });
    expect(answer(36, { waves: only(), needServices: ['kita-u3', 'jugendtreff'] })).toMatchObject({ result: 'unmet' });
  });
});
