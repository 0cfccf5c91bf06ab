import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument, openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import { moveMeasure } from '../../src/plan/actions/move-measure.ts';
import { removeObject } from '../../src/plan/actions/remove-object.ts';
import { restoreObject } from '../../src/plan/actions/restore-object.ts';
import { emptyPlan } from '../../src/plan/plan.ts';
import { visibleObjects } from '../../src/plan/readers/visible-objects.ts';
import { header, kita, problemOf } from '../plan/plan-fixtures.ts';
import { added, changed, copyFor, documentWithKita, planner, setCost, youth } from './document-fixtures.ts';

const move = (lon: number) => ({ id: 'k1', position: [lon, 48.8], plotId: null, siteId: null }) as const;

describe('an open plan', () => {
  it('begins empty and keeps what actions do', () => {
    expect(createDocument(header, null).plan).toEqual(emptyPlan(header));
    expect(documentWithKita().plan.measures.k1?.name).toBe('Kita k1');
  });

  it('gives snapshots that nobody can change by accident', () => {
    const document = copyFor(documentWithKita());
    const before = document.plan;
    expect(() => {
      before.measures.k1!.costEuro = 1;
    }).toThrow(TypeError);
    expect(() => {
      before.measures.k1!.position![0] = 1;
    }).toThrow(TypeError);
    setCost(document, 7);
    expect(before.measures.k1?.costEuro).toBeNull();
    expect(document.plan.measures.k1?.costEuro).toBe(7);
    expect(document.plan.scenarios).toBe(before.scenarios);
  });

  it('makes no change of an action that changes nothing, or refuses', () => {
    const document = documentWithKita();
    const { heads } = document;
    setCost(document, 7);
    const after = document.heads;
    expect(after).not.toEqual(heads);
    setCost(document, 7);
    expect(document.heads).toEqual(after);
    const reversed = kita('k2', { from: '2030-01-01', to: '2029-01-01' });
    expect(problemOf(() => document.apply(addMeasure, reversed, { ...planner, label: added('k2') })).code).toBe(
      'plan.dates-reversed',
    );
    expect(document.heads).toEqual(after);
    expect(document.plan.measures.k2).toBeUndefined();
  });

  it('tells who listens, until they stop', () => {
    const document = documentWithKita();
    const heard: unknown[] = [];
    const stop = document.subscribe(({ source }) => heard.push([source, document.redoLabel?.code]));
    setCost(document, 1);
    document.undo(planner);
    stop();
    setCost(document, 2);
    expect(heard).toEqual([
      ['own', undefined],
      ['own', 'change.changed'],
    ]);
  });

  it('is the same after saving and opening, history included', () => {
    const document = documentWithKita();
    const again = openDocument(document.save(), youth);
    expect(again.plan).toEqual(document.plan);
    expect(again.history()).toEqual(document.history());
  });

  it('shows itself as it was, and refuses a version it never had', () => {
    const document = documentWithKita();
    const { heads, plan } = document;
    setCost(document, 9);
    expect(document.planAt(heads)).toEqual(plan);
    const stranger = createDocument({ ...header, name: 'Anders' }, null);
    expect(problemOf(() => document.planAt(stranger.heads)).code).toBe('plan.version-unknown');
  });
});

describe('undo and redo', () => {
  it('take back and bring back every change of this tab, to the last field', () => {
    const document = documentWithKita();
    const states = [document.plan];
    const info = { ...planner, label: changed('k1') };
    document.apply(moveMeasure, move(9.2), info);
    states.push(document.plan);
    document.apply(removeObject, { collection: 'measures', id: 'k1', at: planner.at, by: 'x', why: 'y' }, info);
    states.push(document.plan);
    for (const state of [states[1], states[0]]) {
      document.undo(planner);
      expect(document.plan).toEqual(state);
    }
    for (const state of [states[1], states[2]]) {
      document.redo(planner);
      expect(document.plan).toEqual(state);
    }
    expect(document.redo(planner)).toBeNull();
  });

  it('are changes of their own in the history', () => {
    const document = documentWithKita();
    setCost(document, 5);
    const outcome = document.undo(youth);
    expect(outcome).toMatchObject({
      label: { code: 'change.changed' },
      changed: [{ collection: 'measures', id: 'k1', fields: ['costEuro'] }],
      left: [],
    });
    expect(document.history().at(-1)).toMatchObject({
      author: 'Jugendamt',
      mode: 'undo',
      label: { code: 'change.changed' },
    });
    document.redo(planner);
    expect(document.history().at(-1)).toMatchObject({ author: 'Stadtplanung', mode: 'redo' });
  });

  it('take an added object back by removing it, never by deleting', () => {
    const document = documentWithKita();
    document.apply(addMeasure, kita('k2'), { ...planner, label: added('k2') });
    document.undo(planner);
    expect(document.plan.measures.k2?.removed).toEqual({ at: planner.at, by: 'Stadtplanung', why: null });
    expect(visibleObjects(document.plan, 'measures').map(({ id }) => id)).toEqual(['k1']);
    document.redo(planner);
    expect(visibleObjects(document.plan, 'measureOffers', (o) => o.measureId === 'k2').length).toBe(2);
  });

  it('leave and name a field that someone else changed since', () => {
    const mine = documentWithKita();
    const fields = { costEuro: 5, fundingNote: 'Haushalt 2027' };
    mine.apply(changeObject, { collection: 'measures', id: 'k1', fields } as const, {
      ...planner,
      label: changed('k1'),
    });
    const theirs = copyFor(mine);
    setCost(theirs, 8, youth);
    mine.merge(theirs.save(), planner);
    const outcome = mine.undo(planner);
    expect(outcome?.left).toEqual([{ collection: 'measures', id: 'k1', field: 'costEuro' }]);
    expect(mine.plan.measures.k1).toMatchObject({ costEuro: 8, fundingNote: null });
    mine.redo(planner);
    expect(mine.plan.measures.k1).toMatchObject({ costEuro: 8, fundingNote: 'Haushalt 2027' });
  });

  it('leave an added object that someone else worked on', () => {
    const mine = documentWithKita();
    mine.apply(addMeasure, kita('k2'), { ...planner, label: added('k2') });
    const theirs = copyFor(mine);
    setCost(theirs, 8, youth, 'k2');
    mine.merge(theirs.save(), planner);
    expect(mine.undo(planner)?.left).toEqual([{ collection: 'measures', id: 'k2', field: 'removed' }]);
    expect(mine.plan.measures.k2?.removed).toBeNull();
  });

  it('forget what was undone when something new is done', () => {
    const document = documentWithKita();
    setCost(document, 5);
    document.undo(planner);
    setCost(document, 6);
    expect(document.redoLabel).toBeNull();
    expect(document.redo(planner)).toBeNull();
    expect(document.plan.measures.k1?.costEuro).toBe(6);
  });

  it('know nothing of changes from an earlier session: those are history', () => {
    const again = copyFor(documentWithKita());
    expect(again.undoLabel).toBeNull();
    expect(again.undo(planner)).toBeNull();
  });
});

describe('any series of changes', () => {
  const ids = ['k1', 'k2', 'k3'];
  const step = fc.record({ who: fc.nat(1), what: fc.nat(2), id: fc.constantFrom(...ids), value: fc.nat(9) });
  type Step = { who: number; what: number; id: string; value: number };
  const take = (document: PlanDocument, { what, id, value }: Step, who: Signer) => {
    const info = { ...who, label: changed(id) };
    const measure = document.plan.measures[id];
    if (measure === undefined) document.apply(addMeasure, kita(id), info);
    else if (measure.removed !== null) document.apply(restoreObject, { collection: 'measures', id }, info);
    else if (what === 0) setCost(document, value, who, id);
    else if (what === 1) document.apply(moveMeasure, { ...move(9 + value / 10), id }, info);
    else document.apply(removeObject, { collection: 'measures', id, at: who.at, by: who.author, why: 'x' }, info);
  };
  const visible = (document: PlanDocument) =>
    visibleObjects(document.plan, 'measures').map(({ order, ...rest }) => rest);

  it('is taken back by as many undos, and brought back by as many redos', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const document = documentWithKita();
        const again = copyFor(document);
        const start = visible(again);
        for (const taken of steps) take(again, taken, planner);
        const end = visible(again);
        while (again.undo(planner) !== null);
        expect(visible(again)).toEqual(start);
        while (again.redo(planner) !== null);
        expect(visible(again)).toEqual(end);
      }),
      { numRuns: 10 },
    );
  });

  it('made in two places gives one plan, whoever merges first, and the same conflicts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const both = [documentWithKita()];
        both.push(copyFor(both[0]!));
        for (const taken of steps) take(both[taken.who]!, taken, [planner, youth][taken.who]!);
        const files = both.map((document) => document.save());
        const reports = [both[0]!.merge(files[1]!, planner), both[1]!.merge(files[0]!, youth)];
        expect(both[0]!.plan).toEqual(both[1]!.plan);
        expect(copyFor(both[0]!).plan).toEqual(both[0]!.plan);
        const names = reports.map(({ conflicts }) => conflicts.map((c) => `${c.kind} ${c.id}`).sort());
        expect(names[0]).toEqual(names[1]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('merging', () => {
  it('brings what others made and changed, and reports it', () => {
    const mine = documentWithKita();
    const theirs = copyFor(mine);
    setCost(theirs, 8, youth);
    theirs.apply(addMeasure, kita('k2'), { ...youth, label: added('k2') });
    setCost(mine, 8);
    const report = mine.merge(theirs.save(), planner);
    expect(report.entries.map(({ author, label }) => [author, label?.code])).toEqual([
      ['Jugendamt', 'change.changed'],
      ['Jugendamt', 'change.added'],
    ]);
    expect(report.touched.map(({ collection, id, fields }) => [collection, id, fields])).toEqual([
      ['measures', 'k1', ['costEuro']],
      ['measures', 'k2', null],
      ['measureOffers', 'k2-u3', null],
      ['measureOffers', 'k2-ue3', null],
    ]);
    expect(report.conflicts).toEqual([]);
    expect(mine.plan.measures.k2?.name).toBe('Kita k2');
  });

  it('gives the same plan whoever merges whom', () => {
    const mine = documentWithKita();
    const theirs = copyFor(mine);
    setCost(theirs, 8, youth);
    setCost(mine, 9);
    const [left, right] = [mine.save(), theirs.save()];
    mine.merge(right, planner);
    theirs.merge(left, youth);
    expect(mine.plan).toEqual(theirs.plan);
    expect(mine.merge(right, planner)).toMatchObject({ entries: [], touched: [] });
  });

  it('refuses a plan of another origin, and stays as it is', () => {
    const mine = documentWithKita();
    const { plan } = mine;
    const other = createDocument({ ...header, planId: 'another', name: 'Schulen' }, null);
    expect(problemOf(() => mine.merge(other.save(), planner))).toMatchObject({
      code: 'plan.other-origin',
      params: { found: 'Schulen', expected: 'Kitas West' },
    });
    expect(mine.plan).toBe(plan);
  });

  it('can be left behind: the version before opens as a plan of its own', () => {
    const mine = documentWithKita();
    const theirs = copyFor(mine);
    setCost(theirs, 8, youth);
    const { before } = mine.merge(theirs.save(), planner);
    const copy = mine.copyAt(before, 'copy-id', 'Kitas West (davor)', planner);
    expect(copy.plan.measures.k1?.costEuro).toBeNull();
    expect(copy.plan.header).toMatchObject({
      planId: 'copy-id',
      name: 'Kitas West (davor)',
      copiedFrom: { planId: header.planId, at: planner.at },
    });
    expect(mine.plan.measures.k1?.costEuro).toBe(8);
    expect(problemOf(() => mine.merge(copy.save(), planner)).code).toBe('plan.other-origin');
  });
});
