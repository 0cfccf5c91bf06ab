import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../../src/indicators/indicator.ts';
import { decideIndicators } from '../../../src/plan/actions/decide-indicators.ts';
import { importIndicators } from '../../../src/plan/actions/import-indicators.ts';
import { resetIndicators } from '../../../src/plan/actions/reset-indicators.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import {
  groupIndicators,
  historyOf,
  listIndicator,
  listIndicators,
} from '../../../src/ui/indicators/catalogue-list.ts';
import {
  classesText,
  leadingValue,
  otherChanges,
  otherCity,
  schoolYearText,
  summaryText,
} from '../../../src/ui/indicators/indicator-words.ts';
import { NOON, smallPlan } from '../../plan/plan-fixtures.ts';

const SHIPPED = DEFAULT_CATALOGUE;
const DAY = '2026-11-22';
const kita = SHIPPED.find(({ id }) => id === 'kita-u3')!;
const t = createTexts('de');
/** U+202F, between number and unit. */
const NARROW = '\u202f';

function addKita(plan: Plan, change: Partial<Indicator>): void {
  importIndicators(plan, {
    indicators: [{ ...kita, ...change }],
    shipped: SHIPPED,
    reason: 'neue Quote',
    author: 'Geschäftsstelle',
    validFrom: DAY,
    at: NOON,
    circle: 'agsp',
  });
}

function decide(plan: Plan, cited: string): void {
  decideIndicators(plan, {
    id: cited,
    title: 'Kennwerte',
    citations: [cited],
    shipped: SHIPPED.map(citation),
    reference: 'GRDrs 12/2026',
    date: '2026-03-12',
    validFrom: '2026-04-01',
    body: 'Gemeinderat',
    circle: 'agsp',
  });
}

const listed = (plan: Plan | null, day = DAY) => listIndicator(plan, SHIPPED, day, 'kita-u3')!;

describe('the list of Kennwerte', () => {
  it('without a plan is the shipped catalogue, none of it decided or own', () => {
    const list = listIndicators(null, SHIPPED, DAY);
    expect(list.map(({ indicator }) => indicator)).toEqual(SHIPPED);
    expect(
      list.every(({ decision, local, resettable }) => decision === null && !local && resettable.length === 0),
    ).toBe(true);
  });

  it('shows what will come into force, marked so', () => {
    const [ganztag] = listIndicators(null, SHIPPED, '2026-01-01').filter(({ indicator }) => indicator.id === 'ganztag');
    expect([ganztag!.inForce, ganztag!.indicator.validFrom]).toEqual([false, '2026-08-01']);
    const plan = smallPlan();
    addKita(plan, { rate: { ...kita.rate, value: 0.7 }, validFrom: '2027-09-01' });
    expect(listed(plan).indicator.version).toBe(1);
    expect(listed(plan).later?.version).toBe(2);
    expect(listed(plan, '2027-09-01').indicator.version).toBe(2);
  });

  it('marks decided records, and variants beside them with what is decided instead', () => {
    const plan = smallPlan();
    decide(plan, 'kita-u3@1');
    expect(listed(plan).decision?.reference).toBe('GRDrs 12/2026');
    addKita(plan, { rate: { ...kita.rate, value: 0.7 } });
    const variant = listed(plan);
    expect([variant.decision, variant.local, variant.resettable]).toEqual([null, true, ['kita-u3@2']]);
    expect(variant.decidedInstead).toMatchObject({ version: 1, decision: { reference: 'GRDrs 12/2026' } });
  });

  it('keeps withdrawn versions in the history, newest first, with who withdrew them and why', () => {
    const plan = smallPlan();
    addKita(plan, { rate: { ...kita.rate, value: 0.7 } });
    resetIndicators(plan, {
      ids: ['kita-u3'],
      shipped: SHIPPED,
      at: NOON,
      by: 'Sachbearbeitung',
      why: 'nur ein Versuch',
    });
    addKita(plan, { rate: { ...kita.rate, value: 0.65 } });
    expect(
      historyOf(plan, SHIPPED, 'kita-u3').map(({ indicator, removal }) => [citation(indicator), removal?.why]),
    ).toEqual([
      ['kita-u3@3', undefined],
      ['kita-u3@2', 'nur ein Versuch'],
      ['kita-u3@1', undefined],
    ]);
  });

  it('is grouped by service, with a group for what belongs to none', () => {
    const plan = smallPlan();
    addKita(plan, { id: 'unterkunft', service: 'unterkunft' });
    const groups = groupIndicators(listIndicators(plan, SHIPPED, DAY), [
      ['children', ['kita-ue3', 'kita-u3']],
      ['empty', ['arzt']],
    ] as const);
    expect(groups[0]!.indicators.map(({ indicator }) => indicator.id)).toEqual(['kita-ue3', 'kita-u3']);
    expect(groups.map(({ key }) => key)).toEqual(['children', null]);
    expect(groups[1]!.indicators.at(-1)?.indicator.id).toBe('unterkunft');
  });
});

describe('the words of a Kennwert', () => {
  it('put rate and limit on one line, and say what is to be set', () => {
    expect(summaryText(kita, t)).toBe(`62 Plätze je 100 Kinder · bis 900${NARROW}m`);
    const ganztag = SHIPPED.find(({ id }) => id === 'ganztag')!;
    expect(summaryText(ganztag, t)).toContain('von der Stadt festzulegen');
  });

  it('name the city of a value unless it is the own one or decided here', () => {
    expect(otherCity(kita.rate, 'Musterstadt', false)).toBe('Stuttgart');
    expect(otherCity(kita.rate, 'Stuttgart', false)).toBeNull();
    expect(otherCity(kita.rate, 'Musterstadt', true)).toBeNull();
  });

  it('take the basis from what the model rests on', () => {
    const bibliothek = SHIPPED.find(({ id }) => id === 'bibliothek')!;
    expect(leadingValue(bibliothek)).toBe(bibliothek.limitMeters);
    expect(leadingValue(kita)).toBe(kita.rate);
  });

  it('write classes and school years', () => {
    expect(classesText(kita, t)).toBe(
      'unter 50 %, 50 % bis 80 %, 80 % bis 100 %, 100 % bis 110 %, ab 110 %'.replaceAll(' %', `${NARROW}%`),
    );
    expect(classesText({ ...kita, model: 'count' }, t)).toBeNull();
    expect([schoolYearText(2026), schoolYearText(2099)]).toEqual(['2026/27', '2099/00']);
  });

  it('name what else a file changes beside rate and limit', () => {
    expect(otherChanges(kita, { ...kita, rate: { ...kita.rate, value: 0.7 } }, t)).toEqual([]);
    const other = { ...kita, target: { ...kita.target, to: 3.5 }, rate: { ...kita.rate, basis: 'law' as const } };
    expect(otherChanges(kita, other, t)).toEqual(['Zielgruppe', 'Grundlage und Quelle']);
  });
});
