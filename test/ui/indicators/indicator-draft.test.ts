import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import {
  draftOf,
  fieldDate,
  fieldNumber,
  type IndicatorDraft,
  keepsOldSource,
  readDraft,
} from '../../../src/ui/indicators/indicator-draft.ts';

const shipped = (id: string) => DEFAULT_CATALOGUE.find((indicator) => indicator.id === id)!;
const kita = shipped('kita-u3');
const DAY = '2026-11-22';
const signed = (indicator: Indicator, change: Partial<IndicatorDraft> = {}) => ({
  ...draftOf(indicator, 'de', DAY, 'Geschäftsstelle'),
  reason: 'neue Quote',
  ...change,
});
const withRate = (change: Partial<IndicatorDraft['rate']>) => {
  const draft = signed(kita);
  return readDraft({ ...draft, rate: { ...draft.rate, ...change } }, kita, 2);
};
const codes = ({ faults }: ReturnType<typeof readDraft>) =>
  [...faults].map(([field, problem]) => `${field} ${problem.code}`);

describe('a draft of a Kennwert', () => {
  it('of every shipped record in both languages reads back as that record, unchanged', () => {
    for (const indicator of DEFAULT_CATALOGUE) {
      for (const language of ['de', 'en'] as const) {
        const draft = { ...draftOf(indicator, language, DAY, 'Geschäftsstelle'), reason: 'x' };
        const read = readDraft(draft, indicator, 2);
        expect([...read.faults]).toEqual([]);
        expect(read.changed).toBe(false);
        expect(read.indicator).toEqual({
          ...indicator,
          version: 2,
          validFrom: DAY,
          reason: 'x',
          author: 'Geschäftsstelle',
        });
      }
    }
  });

  it('writes rates per 100 and metres without thousands, in the way of the language', () => {
    const draft = draftOf(shipped('pflege'), 'de', DAY, '');
    expect([draft.rate.value, draft.rate.low, draft.rate.high]).toEqual(['5,9', '5,3', '6,5']);
    expect(draftOf(kita, 'de', DAY, '').limit.value).toBe('900');
    expect([fieldNumber(1250.5, 'de'), fieldNumber(1250.5, 'plain'), fieldNumber(null, 'de')]).toEqual([
      '1250,5',
      '1250.5',
      '',
    ]);
    expect([fieldDate(DAY, 'de'), fieldDate(DAY, 'plain'), fieldDate(null, 'de')]).toEqual(['22.11.2026', DAY, '']);
  });

  it('reads German numbers strictly: "12,5" is 12.5, "1.250" is 1250, "ca. 45" is refused', () => {
    // 12,5 per 100 = 0.125 per person.
    expect(withRate({ value: '12,5' }).indicator?.rate.value).toBe(0.125);
    const draft = signed(kita);
    const walk = readDraft({ ...draft, limit: { ...draft.limit, value: '1.250' } }, kita, 2);
    expect(walk.indicator?.limitMeters?.value).toBe(1250);
    expect(codes(withRate({ value: 'ca. 45' }))).toEqual(['rate.value indicator.number-unreadable']);
    expect(codes(withRate({ value: '12.5' }))).toEqual(['rate.value indicator.number-unreadable']);
  });

  it('keeps the way numbers are read when the language is switched while editing', () => {
    const draft = { ...draftOf(kita, 'en', DAY, 'x'), reason: 'x' };
    expect(readDraft({ ...draft, rate: { ...draft.rate, value: '12.5' } }, kita, 2).indicator?.rate.value).toBe(0.125);
    expect(codes(readDraft({ ...draft, rate: { ...draft.rate, value: '12,5' } }, kita, 2))).toEqual([
      'rate.value indicator.number-unreadable',
    ]);
  });

  it('notes crossed bounds, a negative value and a limit above the largest, each at its field', () => {
    expect(codes(withRate({ low: '70' }))).toEqual(['rate.value indicator.bounds-crossed']);
    expect(codes(withRate({ value: '-5' }))).toEqual(['rate.value indicator.outside']);
    expect(withRate({ value: '-5' }).indicator).toBeNull();
    const draft = signed(kita);
    const far = { ...draft, limit: { ...draft.limit, value: '3000' }, agesFrom: '', agesTo: '0' };
    expect(codes(readDraft(far, kita, 2)).sort()).toEqual([
      'ages-from indicator.missing',
      'ages-to indicator.ages-crossed',
      'limit.value indicator.limit-above-largest',
    ]);
  });

  it('without reason, name or day has faults but can be computed already', () => {
    const read = readDraft(signed(kita, { reason: ' ', author: '', validFrom: '31.02.2027' }), kita, 2);
    expect(codes(read)).toEqual([
      'valid-from indicator.date-unreadable',
      'reason indicator.missing',
      'author indicator.missing',
    ]);
    expect(read.indicator?.rate.value).toBe(0.62);
  });

  it('with another model drops what that model does not have, and asks for what it needs', () => {
    const read = readDraft(signed(kita, { model: 'balance' }), kita, 2);
    expect(read.indicator).toMatchObject({ model: 'balance', limitMeters: null, largestLimitMeters: null });
    const everyone = readDraft(signed(kita, { model: 'reach', unit: 'persons' }), kita, 2);
    expect(everyone.indicator?.rate).toMatchObject({ value: 1, low: null, high: null, source: null });
    const pflege = shipped('pflege');
    expect(codes(readDraft(signed(pflege, { model: 'allocation' }), pflege, 2))).toEqual([
      'limit.value indicator.missing',
    ]);
  });

  it('keeps a source that was not touched, and makes one of another title with its link', () => {
    expect(withRate({ value: '70' }).indicator?.rate.source).toBe(kita.rate.source);
    expect(withRate({ title: 'GRDrs 5/2027', url: '', basis: 'decision' }).indicator?.rate.source).toEqual({
      id: 'kita-u3@1',
      title: 'GRDrs 5/2027',
      url: null,
      year: null,
      kind: 'council-paper',
    });
    expect(codes(withRate({ title: '', url: 'https://stuttgart.de' }))).toEqual(['rate.title indicator.missing']);
    expect(codes(withRate({ url: 'stuttgart.de' }))).toEqual(['rate.url indicator.link-wrong']);
  });

  it('says when a number is new but its basis and source are the old ones', () => {
    const { rate } = draftOf(kita, 'de', DAY, '');
    expect(keepsOldSource({ ...rate, value: '70' }, rate)).toBe(true);
    expect(keepsOldSource({ ...rate, value: '70', title: 'GRDrs 5/2027' }, rate)).toBe(false);
    expect(keepsOldSource(rate, rate)).toBe(false);
  });
});
