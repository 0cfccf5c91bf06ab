import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { lonLat } from '../../../src/shared/coordinates.ts';
import { emptyFields, fieldsOf, type MeasureFields, readFields } from '../../../src/ui/measures/measure-fields.ts';
import { groupSize, TEMPLATES } from '../../../src/ui/measures/templates.ts';
import { planWithKita } from '../../plan/plan-fixtures.ts';

const PLACE = { position: lonLat(9.18, 48.78), outside: false, district: 'West', plot: null, site: null };
const OFFER = { id: 'o', service: 'kita-u3', form: '', capacity: '20', groups: '' } as const;

const house = (change: Partial<MeasureFields> = {}): MeasureFields => ({
  ...emptyFields('m', 'add'),
  place: PLACE,
  offers: [OFFER],
  ...change,
});
const read = (fields: MeasureFields, style: 'de' | 'plain' = 'de', opens: string | null = null) =>
  readFields(fields, { scenarioId: 'a', style, opens });
const codes = (fields: MeasureFields, opens: string | null = null) =>
  Object.fromEntries(Object.entries(read(fields, 'de', opens).faults).map(([field, { code }]) => [field, code]));

describe('a measure as it is typed', () => {
  it('is read with numbers of the language, a year as its first day, and blanks as keine Angabe', () => {
    const { draft } = read(house({ from: '2028', to: '31.07.2035', cost: '4.500.000', name: ' Kita Süd ' }));
    expect(draft!.measure).toMatchObject({
      id: 'm',
      scenarioId: 'a',
      kind: 'add',
      name: 'Kita Süd',
      position: [9.18, 48.78],
      from: '2028-01-01',
      to: '2035-07-31',
      costEuro: 4_500_000,
      funding: null,
      reason: null,
    });
    expect(draft!.offers[0]).toMatchObject({ service: 'kita-u3', capacity: 20, groups: null, form: null });
    const unstated = read(house({ offers: [{ ...OFFER, capacity: '' }] })).draft;
    expect(unstated!.offers[0]!.capacity).toBeNull();
    expect(read(house({ cost: '4,500,000' }), 'plain').draft!.measure.costEuro).toBe(4_500_000);
  });

  it('is refused at the field that cannot be read', () => {
    expect(codes(house({ offers: [{ ...OFFER, capacity: 'ca. 45' }] }))).toEqual({
      'capacity o': 'measure.number-unreadable',
    });
    expect(codes(house({ cost: '12.50' }))).toEqual({ cost: 'measure.number-unreadable' });
    expect(codes(house({ from: 'bald' }))).toEqual({ from: 'measure.date-unreadable' });
    expect(codes(house({ from: '31.02.2028' }))).toEqual({ from: 'measure.date-unreadable' });
  });

  it('is refused without place, house or offer, and outside the city', () => {
    expect(codes(emptyFields('m', 'add'))).toEqual({ place: 'measure.missing', offers: 'measure.missing' });
    expect(codes(emptyFields('m', 'close'))).toEqual({ house: 'measure.missing' });
    expect(codes(house({ place: { ...PLACE, outside: true } }))).toEqual({ place: 'measure.outside-city' });
  });

  it('may not end before it begins, nor close a house before it opens', () => {
    expect(codes(house({ from: '2030', to: '2029' }))).toEqual({ to: 'plan.dates-reversed' });
    const closing = { ...emptyFields('m', 'close'), houseId: 'h', from: '2027' };
    expect(codes(closing, '2028-09-01')).toEqual({ from: 'measure.closed-before-open' });
    expect(codes(closing, '2026-09-01')).toEqual({});
  });

  it('takes places away only where a house is enlarged or reduced', () => {
    const fewer = [{ ...OFFER, capacity: '-10' }];
    expect(codes(house({ offers: fewer }))).toEqual({ 'capacity o': 'plan.capacity-negative' });
    const { draft } = read({ ...emptyFields('m', 'enlarge'), houseId: 'h', offers: fewer });
    expect(draft!.offers[0]!.capacity).toBe(-10);
  });

  it('keeps back a Schulbezirk that was changed by hand without a word why, but shows what it means', () => {
    const area = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [9, 48],
          [9.1, 48],
          [9.1, 48.1],
          [9, 48],
        ],
      ],
    };
    const edit = { by: 'Meier', at: '2026-03-01T09:30:00Z', reason: ' ' };
    const changed = house({ catchment: area, catchmentEdit: edit });
    expect(codes(changed)).toEqual({ catchment: 'measure.missing' });
    expect(read(changed).draft!.measure.catchment).toEqual(area);
    const said = read(house({ catchment: area, catchmentEdit: { ...edit, reason: ' Bahnlinie ' } }));
    expect(said.faults).toEqual({});
    expect(said.draft!.measure.catchmentEdit).toEqual({ ...edit, reason: 'Bahnlinie' });
    expect(read(house({ catchment: null, catchmentEdit: edit })).draft!.measure.catchmentEdit).toBeNull();
  });

  it('comes back from the plan as it went in', () => {
    const plan = planWithKita();
    const fields = fieldsOf(plan, 'k1', String, (iso) => iso)!;
    const { draft } = readFields(fields, { scenarioId: 'a', style: 'plain', opens: null });
    const { order: _, ...measure } = plan.measures.k1!;
    expect(draft!.measure).toMatchObject(measure);
    expect(draft!.offers.map(({ service, capacity, groups }) => [service, capacity, groups])).toEqual([
      ['kita-u3', 20, 2],
      ['kita-ue3', 40, 2],
    ]);
  });
});

describe('templates', () => {
  it('have as many places as their groups or Züge give', () => {
    const counted = TEMPLATES.flatMap(({ offers }) => offers).filter(({ groups }) => groups !== null);
    const sized = counted.filter(({ service }) => groupSize(service, DEFAULT_CATALOGUE) !== null);
    // Two groups of 10, two of 20, two Züge of four classes with 25 children.
    expect(sized.map(({ service, capacity }) => [service, capacity])).toEqual([
      ['kita-u3', 2 * 10],
      ['kita-ue3', 2 * 20],
      ['grundschule', 2 * 4 * 25],
    ]);
    for (const { service, capacity, groups } of sized)
      expect(capacity).toBe(groups! * groupSize(service, DEFAULT_CATALOGUE)!);
  });

  it('begins in the circle AGSP, and keeps the one that is set', () => {
    expect(read(house()).draft!.measure.circle).toBe('agsp');
    expect(read(house({ circle: 'council' })).draft!.measure.circle).toBe('council');
  });
});
