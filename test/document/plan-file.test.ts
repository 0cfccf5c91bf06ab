import { readFileSync } from 'node:fs';
import * as A from '@automerge/automerge';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/plan-document.ts';
import { checkCity, checkFileSize, readPlanFile } from '../../src/document/plan-file.ts';
import { planToJson } from '../../src/document/plan-json.ts';
import { encodePlan } from '../../src/document/stored-plan.ts';
import { planWithKita, problemOf } from '../plan/plan-fixtures.ts';
import { documentWithKita, planner } from './document-fixtures.ts';

const fixture = (name: string) => new URL(`../fixtures/plans/${name}`, import.meta.url);

describe('a plan file', () => {
  it('is refused where it is cut off or altered, at any place', () => {
    const bytes = documentWithKita().save();
    for (const length of [8, 60, Math.floor(bytes.length / 2), bytes.length - 1])
      expect(problemOf(() => readPlanFile(bytes.slice(0, length), planner)).code).toBe('plan.file-damaged');
    const altered = bytes.slice();
    altered[200]! ^= 0xff;
    expect(problemOf(() => readPlanFile(altered, planner)).code).toBe('plan.file-damaged');
  });

  it('is refused where it is something else: nothing, text, another document', () => {
    const other = A.save(A.from({ recipe: 'Linsen mit Spätzle' }));
    const texts = new TextEncoder().encode('{"schemaVersion": 1}');
    for (const bytes of [new Uint8Array(0), texts, other])
      expect(problemOf(() => readPlanFile(bytes, planner)).code).toBe('plan.file-not-a-plan');
  });

  it('is refused with both versions where a newer program wrote it', () => {
    const newer = A.save(A.from({ ...encodePlan(planWithKita()), schemaVersion: 3 } as Record<string, unknown>));
    expect(problemOf(() => readPlanFile(newer, planner))).toMatchObject({
      code: 'plan.version-newer',
      params: { found: 3, known: 1 },
    });
  });

  it('is refused with the object that is wrong', () => {
    const plan = planWithKita();
    Object.assign(plan.measures.k1!, { status: 'vielleicht' });
    const bytes = A.save(A.from(encodePlan(plan) as unknown as Record<string, unknown>));
    expect(problemOf(() => readPlanFile(bytes, planner))).toMatchObject({
      code: 'plan.object-invalid',
      params: { collection: 'measures', id: 'k1', path: 'status', found: '"vielleicht"' },
    });
  });

  it('is refused before it is read where it is too large', () => {
    expect(problemOf(() => checkFileSize(100_000_000))).toMatchObject({
      code: 'plan.file-too-large',
      params: { bytes: 100_000_000, limit: 80_000_000 },
    });
    checkFileSize(80_000_000);
  });

  it('is refused for another city', () => {
    const { plan } = documentWithKita();
    checkCity(plan, 'musterstadt');
    expect(problemOf(() => checkCity(plan, 'koeln'))).toMatchObject({
      code: 'plan.other-city',
      params: { found: 'Musterstadt', expected: 'koeln' },
    });
  });

  it('of version 1 opens as it was written then', () => {
    const bytes = new Uint8Array(readFileSync(fixture('version-1.gemeinbedarf')));
    expect(planToJson(openDocument(bytes, planner).plan)).toBe(readFileSync(fixture('version-1.json'), 'utf8'));
  });
});
