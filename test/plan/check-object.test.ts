import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addNeed } from '../../src/plan/actions/add-need.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { kita, measure, NOON, need, problemOf, scenario, site, smallPlan, square } from './plan-fixtures.ts';

describe('checks of an object', () => {
  it('name the field, what was found and what was expected', () => {
    expect(
      problemOf(() => addObject(smallPlan(), { collection: 'sites', object: site('s', { stage: 15 }) })),
    ).toMatchObject({
      code: 'plan.object-invalid',
      params: { collection: 'sites', id: 's', path: 'stage', found: '15', expected: '≤ 14' },
    });
    expect(
      problemOf(() => addObject(smallPlan(), { collection: 'scenarios', object: scenario('x', { name: ' ' }) })).code,
    ).toBe('plan.object-invalid');
    expect(
      problemOf(() => addObject(smallPlan(), { collection: 'sites', object: site('s', { dwellings: Number.NaN }) })),
    ).toMatchObject({ params: { path: 'dwellings' } });
  });

  it('refuse a measure that ends before it begins', () => {
    const reversed = kita('k', { from: '2030-01-01', to: '2029-01-01' });
    expect(problemOf(() => addMeasure(smallPlan(), reversed))).toMatchObject({
      code: 'plan.dates-reversed',
      params: { from: '2030-01-01', to: '2029-01-01' },
    });
  });

  it('refuse a new house without place, and a change without a house', () => {
    expect(problemOf(() => addMeasure(smallPlan(), kita('k', { position: null }))).code).toBe(
      'plan.measure-without-position',
    );
    expect(
      problemOf(() => addMeasure(smallPlan(), { measure: measure('m', { kind: 'close' }), offers: [] })),
    ).toMatchObject({ code: 'plan.measure-without-house', params: { kind: 'close' } });
  });

  it('take fewer places only where a house is made smaller', () => {
    const offer = { id: 'o', service: 'kita-u3', form: null, capacity: -10, groups: null } as const;
    const smaller = measure('m', { kind: 'enlarge', houseId: 'osm:1', position: null });
    const plan = smallPlan();
    addMeasure(plan, { measure: smaller, offers: [offer] });
    expect(plan.measureOffers.o?.capacity).toBe(-10);
    expect(problemOf(() => addMeasure(smallPlan(), { measure: measure('m'), offers: [offer] })).code).toBe(
      'plan.capacity-negative',
    );
  });

  it('refuse an outline that crosses itself, in a site and in a need', () => {
    const bow = square(9, 48);
    bow.coordinates[0] = [[9, 48], [9.001, 48.001], [9.001, 48], [9, 48.001], [9, 48]]; // biome-ignore format: a bow-tie
    expect(
      problemOf(() => addObject(smallPlan(), { collection: 'sites', object: site('s', { geometry: bow }) })),
    ).toMatchObject({ code: 'plan.area-invalid', params: { invalidity: 'self-crossing' } });
    const asked = { need: need('n', { place: { kind: 'area', geometry: bow } }), at: NOON, by: 'x' };
    expect(problemOf(() => addNeed(smallPlan(), asked)).code).toBe('plan.area-invalid');
  });

  it('refuse a need with neither quantity nor reason, or with neither service nor topic', () => {
    const add = (more: Parameters<typeof need>[1]) => () =>
      addNeed(smallPlan(), { need: need('n', more), at: NOON, by: 'x' });
    expect(problemOf(add({ quantity: null, reason: '  ' })).code).toBe('plan.need-without-content');
    expect(problemOf(add({ service: null })).code).toBe('plan.need-without-topic');
    add({ service: null, topic: 'konsumfreie Räume', quantity: null, reason: 'fehlt im Stadtteil' })();
  });

  it('refuse attachments that are too large or may run, whatever they call themselves', () => {
    const withNeed = () => {
      const plan = smallPlan();
      addNeed(plan, { need: need('n'), at: NOON, by: 'x' });
      return plan;
    };
    const file = (bytes: Uint8Array, mediaType: 'image/png' = 'image/png') => ({
      collection: 'attachments' as const,
      object: { id: 'f', needId: 'n', name: 'Plan.png', mediaType, bytes, at: NOON, by: 'x' },
    });
    const png = (length: number) => {
      const bytes = new Uint8Array(length);
      bytes.set([0x89, 0x50, 0x4e, 0x47]);
      return bytes;
    };
    const windowsProgram = new Uint8Array([0x4d, 0x5a, 0x90, 0]);
    expect(problemOf(() => addObject(withNeed(), file(windowsProgram)))).toMatchObject({
      code: 'plan.attachment-kind',
      params: { name: 'Plan.png' },
    });
    expect(problemOf(() => addObject(withNeed(), file(png(5_000_001))))).toMatchObject({
      code: 'plan.attachment-too-large',
      params: { bytes: 5_000_001, limit: 5_000_000 },
    });
    const plan = withNeed();
    addObject(plan, file(png(5_000_000)));
    expect(plan.attachments.f?.bytes.length).toBe(5_000_000);
  });
});
