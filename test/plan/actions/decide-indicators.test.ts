import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../../src/indicators/indicator.ts';
import { addIndicatorVersion } from '../../../src/plan/actions/add-indicator-version.ts';
import { decideIndicators } from '../../../src/plan/actions/decide-indicators.ts';
import { importIndicators } from '../../../src/plan/actions/import-indicators.ts';
import { resetIndicators } from '../../../src/plan/actions/reset-indicators.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { decidedIndicators, isDecided } from '../../../src/plan/readers/decided-indicators.ts';
import { decisionOfIndicator } from '../../../src/plan/readers/decision-of-indicator.ts';
import { citedIndicator, indicatorsInForce } from '../../../src/plan/readers/indicators-in-force.ts';
import { localVersions } from '../../../src/plan/readers/local-versions.ts';
import { nextVersion } from '../../../src/plan/readers/next-version.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

const SHIPPED = DEFAULT_CATALOGUE;
const kita = SHIPPED.find(({ id }) => id === 'kita-u3')!;
const shipped = SHIPPED.map(citation);
const DAY = '2026-11-22';

function addKita(plan: Plan, rate: number, more: Partial<Indicator> = {}): void {
  const version = nextVersion(plan, SHIPPED, 'kita-u3');
  const indicator = { ...kita, version, rate: { ...kita.rate, value: rate }, validFrom: '2026-01-01', ...more };
  addIndicatorVersion(plan, {
    indicator: { ...indicator, reason: 'neue Quote', author: 'Jugendamt' },
    shippedVersion: 1,
    at: NOON,
    circle: 'agsp',
    decisionId: null,
  });
}

function decide(plan: Plan, citations: readonly string[], id = 'd1', date = '2026-03-12'): void {
  decideIndicators(plan, {
    id,
    title: 'Kennwerte',
    citations,
    shipped,
    reference: 'GRDrs 12/2026',
    date,
    validFrom: '2026-04-01',
    body: 'Gemeinderat',
    circle: 'agsp',
  });
}

const inForce = (plan: Plan, id = 'kita-u3') => indicatorsInForce(plan, SHIPPED, DAY).find((found) => found.id === id);

describe('deciding indicators', () => {
  it('adds one decision that names the records, shipped and own', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2', 'kita-ue3@1']);
    expect(plan.decisions.d1).toMatchObject({
      reference: 'GRDrs 12/2026',
      date: '2026-03-12',
      validFrom: '2026-04-01',
      body: 'Gemeinderat',
      subjects: [
        { collection: 'indicatorVersions', id: 'kita-u3@2' },
        { collection: 'indicatorVersions', id: 'kita-ue3@1' },
      ],
    });
    expect(isDecided(plan, { id: 'kita-u3', version: 2 })).toBe(true);
    expect(isDecided(plan, { id: 'grundschule', version: 1 })).toBe(false);
    expect(decisionOfIndicator(plan, { id: 'kita-ue3', version: 1 })?.reference).toBe('GRDrs 12/2026');
    expect(decisionOfIndicator(plan, kita)).toBeNull();
  });

  it('leaves a later change as a variant beside the decided record', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2']);
    addKita(plan, 0.75);
    expect(inForce(plan)?.version).toBe(3);
    expect(decidedIndicators(plan, SHIPPED).find(({ id }) => id === 'kita-u3')?.version).toBe(2);
  });

  it('is refused without records, number, date, valid-from or body, and for a record that is not there', () => {
    const plan = smallPlan();
    expect(problemOf(() => decide(plan, [])).code).toBe('indicator.nothing-decided');
    expect(problemOf(() => decide(plan, ['kita-u3@2']))).toMatchObject({
      code: 'plan.object-unknown',
      params: { id: 'kita-u3@2' },
    });
    const args = {
      id: 'd1',
      title: 'Kennwerte',
      citations: ['kita-u3@1'],
      shipped,
      reference: 'GRDrs 1/2026',
      date: DAY,
      validFrom: DAY,
      body: 'Gemeinderat',
      circle: 'agsp' as const,
    };
    for (const [field, what] of [
      ['reference', 'reference'],
      ['date', 'date'],
      ['validFrom', 'valid-from'],
      ['body', 'body'],
    ] as const)
      expect(problemOf(() => decideIndicators(plan, { ...args, [field]: ' ' }))).toMatchObject({
        code: 'indicator.missing',
        params: { what },
      });
    expect(plan.decisions).toEqual({});
  });
});

describe('resetting indicators', () => {
  it('goes back to the shipped record where none is decided, keeps the withdrawn ones readable with the reason', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    addKita(plan, 0.75);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual(['kita-u3@2', 'kita-u3@3']);
    resetIndicators(plan, {
      ids: ['kita-u3'],
      shipped: SHIPPED,
      at: NOON,
      by: 'Geschäftsstelle',
      why: 'nur ein Versuch',
    });
    expect(inForce(plan)).toBe(kita);
    expect(plan.indicatorVersions['kita-u3@3']?.removed).toEqual({
      at: NOON,
      by: 'Geschäftsstelle',
      why: 'nur ein Versuch',
    });
    expect(citedIndicator(plan, SHIPPED, 'kita-u3@3').rate.value).toBe(0.75);
    // The numbers of withdrawn versions are not given again.
    expect(nextVersion(plan, SHIPPED, 'kita-u3')).toBe(4);
  });

  it('goes back to the decided record and leaves it where it is', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2']);
    addKita(plan, 0.75);
    resetIndicators(plan, {
      ids: ['kita-u3', 'kita-ue3'],
      shipped: SHIPPED,
      at: NOON,
      by: 'x',
      why: 'Variante verworfen',
    });
    expect(inForce(plan)?.version).toBe(2);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual([]);
  });

  it('is refused without a reason', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    const args = { ids: ['kita-u3'], shipped: SHIPPED, at: NOON, by: 'x', why: '  ' };
    expect(problemOf(() => resetIndicators(plan, args)).code).toBe('plan.reason-missing');
    expect(inForce(plan)?.version).toBe(2);
  });
});

describe('importing indicators', () => {
  it('adds each record as the next version of its own, whatever number the file gave it', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    const tagespflege: Indicator = { ...kita, id: 'tagespflege', service: 'tagespflege', version: 7 };
    importIndicators(plan, {
      indicators: [{ ...kita, version: 9, rate: { ...kita.rate, value: 0.8 }, validFrom: '2026-05-01' }, tagespflege],
      shipped: SHIPPED,
      reason: 'Import aus kennwerte.json',
      author: 'Geschäftsstelle',
      validFrom: DAY,
      at: NOON,
      circle: 'agsp',
    });
    expect(Object.keys(plan.indicatorVersions)).toEqual(['kita-u3@2', 'kita-u3@3', 'tagespflege@1']);
    expect(inForce(plan)).toMatchObject({ version: 3, validFrom: '2026-05-01', author: 'Geschäftsstelle' });
    expect(inForce(plan, 'tagespflege')).toMatchObject({ version: 1, validFrom: DAY });
  });
});
