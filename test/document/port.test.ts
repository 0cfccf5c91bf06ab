import '@automerge/automerge';
import * as A from '@automerge/automerge/slim';
import { describe, expect, it } from 'vitest';
import { createHandlePort, createMemoryPort, type PlanHandle, patchesBetween } from '../../src/document/port.ts';
import { encodePlan, type PlanDoc } from '../../src/document/stored-plan.ts';
import { planWithKita } from '../plan/plan-fixtures.ts';

const plan = () => A.from(encodePlan(planWithKita()) as unknown as Record<string, unknown>) as unknown as PlanDoc;
const rename = (name: string) => (doc: PlanDoc) =>
  A.change(doc, (draft) => {
    draft.header.name = new A.ImmutableString(name);
  });

describe('where the document lives', () => {
  it('in memory keeps what an update makes of it', () => {
    const port = createMemoryPort(plan());
    const before = A.getHeads(port.doc());
    port.update(rename('Neu'));
    expect(String(port.doc().header.name)).toBe('Neu');
    expect(patchesBetween(port.doc(), before).map(({ path }) => path)).toEqual([['header', 'name']]);
  });

  it('behind a handle tells of updates from elsewhere and not of its own', () => {
    let doc = plan();
    const listeners = new Set<(payload: { patches: A.Patch[] }) => void>();
    const handle: PlanHandle = {
      doc: () => doc,
      update: (change) => {
        doc = change(doc);
        for (const listener of listeners)
          listener({ patches: [{ action: 'put', path: ['header', 'name'], value: '' }] });
      },
      on: (_, listener) => listeners.add(listener),
      off: (_, listener) => listeners.delete(listener),
    };
    const port = createHandlePort(handle);
    const heard: unknown[] = [];
    const stop = port.onForeign((patches) => heard.push(patches.length));
    port.update(rename('mine'));
    expect(heard).toEqual([]);
    handle.update(rename('theirs'));
    expect(heard).toEqual([1]);
    stop();
    handle.update(rename('later'));
    expect(heard).toEqual([1]);
  });
});
