import { describe, expect, it } from 'vitest';
import { planFromJson, planToJson } from '../../src/document/plan-json.ts';
import { addNeed } from '../../src/plan/actions/add-need.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { NOON, need, planWithKita, problemOf } from '../plan/plan-fixtures.ts';

function planWithAttachment() {
  const plan = planWithKita();
  addNeed(plan, { need: need('n'), at: NOON, by: 'x' });
  const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255]);
  const file = { id: 'f', needId: 'n', name: 'a.pdf', mediaType: 'application/pdf', bytes, at: NOON, by: 'x' } as const;
  addObject(plan, { collection: 'attachments', object: file });
  return plan;
}

describe('the readable export', () => {
  it('comes back as it went out, attachments too', () => {
    expect(planFromJson(planToJson(planWithAttachment()))).toEqual(planWithAttachment());
    expect(planToJson(planWithAttachment())).toContain('"base64": "JVBERgD/"');
  });

  it('is the same text for the same plan, in whatever order it was made', () => {
    const plan = planWithKita();
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    expect(planToJson(turned as typeof plan)).toBe(planToJson(plan));
    expect(planToJson(plan).split('\n')[1]).toBe('  "agreedFigures": {},');
  });

  it('refuses what is no plan, and a newer one', () => {
    for (const text of ['', 'Kita', '[]', '{"schemaVersion":"eins"}'])
      expect(problemOf(() => planFromJson(text)).code).toBe('plan.file-not-a-plan');
    const newer = planToJson({ ...planWithKita(), schemaVersion: 2 });
    expect(problemOf(() => planFromJson(newer)).code).toBe('plan.version-newer');
  });
});
