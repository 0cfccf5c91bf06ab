import { expect, it } from 'vitest';
import { EMPTY_NEED } from '../../../src/ui/needs/need-draft.ts';
import {
  dropDraft,
  followPlan,
  needsStore,
  setNeedFilter,
  showNeedsScreen,
} from '../../../src/ui/needs/needs-store.ts';

it('what is typed stays while the first plan is made, and goes with another plan', () => {
  const draft = { of: null, fields: { ...EMPTY_NEED, title: 'Krippe' } };
  followPlan(null);
  needsStore.setState({ draft, page: 3 });
  showNeedsScreen({ kind: 'report' });
  followPlan('one');
  expect(needsStore.getState()).toMatchObject({ draft, screen: { kind: 'report' }, page: 3 });
  setNeedFilter({ overdue: true });
  expect(needsStore.getState().page).toBe(0);
  followPlan('one');
  expect(needsStore.getState().draft).toBe(draft);
  followPlan('two');
  expect(needsStore.getState()).toMatchObject({ draft: null, screen: { kind: 'tabs' }, planId: 'two' });
  expect(needsStore.getState().filter.overdue).toBe(false);
});

it('a need that is given up leaves neither fields nor files nor its mark on the map', () => {
  const file = { name: 'a.pdf', mediaType: 'application/pdf' as const, bytes: new Uint8Array() };
  needsStore.setState({ draft: { of: 'n1', fields: EMPTY_NEED }, files: [file] });
  dropDraft();
  expect(needsStore.getState()).toMatchObject({ draft: null, files: [], sketch: null });
});
