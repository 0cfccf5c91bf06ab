import { describe, expect, it } from 'vitest';
import type { RecordedChange } from '../../src/document/record-change.ts';
import { createUndoStack } from '../../src/document/undo-stack.ts';
import { planWithKita } from '../plan/plan-fixtures.ts';

const label = { code: 'change.plan-renamed', params: { name: 'x' } } as const;
const set = (field: string, before: unknown, after: unknown): RecordedChange => ({
  kind: 'set',
  collection: 'measures',
  id: 'k1',
  field,
  before,
  after,
});
const by = { at: '2026-03-01T12:00:00Z', by: 'x' };

describe('the undo stack', () => {
  it('reverses the changes of a step in reverse order', () => {
    const stack = createUndoStack();
    stack.push(label, [set('name', 'a', 'b'), set('reason', null, 'c')]);
    expect(stack.planUndo(by)?.changes).toEqual([set('reason', 'c', null), set('name', 'b', 'a')]);
  });

  it('counts only what others changed after a step, not before', () => {
    const stack = createUndoStack();
    const field = { collection: 'measures', id: 'k1', field: 'name' } as const;
    stack.noteForeign([field]);
    stack.push(label, [set('name', 'theirs', 'mine')]);
    expect(stack.planUndo(by)?.left).toEqual([]);
    stack.noteForeign([field]);
    expect(stack.planUndo(by)).toMatchObject({ left: [field], changes: [] });
  });

  it('drops a step of which nothing could be reversed', () => {
    const stack = createUndoStack();
    stack.push(label, [set('name', 'a', 'b')]);
    stack.noteForeign([{ collection: 'measures', id: 'k1', field: 'name' }]);
    stack.commitUndo(stack.planUndo(by)!);
    expect(stack.undoLabel).toBeNull();
    expect(stack.redoLabel).toBeNull();
  });

  it('redoes a creation by lifting its removal', () => {
    const stack = createUndoStack();
    stack.push(label, [{ kind: 'create', collection: 'measures', id: 'k1', object: {}, replaced: null }]);
    const undo = stack.planUndo(by)!;
    expect(undo.changes).toEqual([set('removed', null, { ...by, why: null })]);
    stack.commitUndo(undo);
    expect(stack.planRedo(planWithKita())?.changes).toEqual([set('removed', null, null)]);
  });
});
