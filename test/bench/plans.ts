import '@automerge/automerge';
import { createDocument, openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { changeObject } from '../../src/plan/actions/change-object.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { header, kita, scenario, site } from '../plan/plan-fixtures.ts';
import { quantile, type Timing, time } from './measure.ts';

const MEASURES = 500;
const SITES = 200;
const CHANGES = 20_000;

const author: Signer = { author: 'Geschäftsstelle', department: 'AGSP', at: '2026-03-02T09:00:00Z' };

const label = (name: string) => ({ code: 'change.changed', params: { collection: 'measures', name } }) as const;

function setCost(document: PlanDocument, id: string, costEuro: number): void {
  document.apply(changeObject, { collection: 'measures', id, fields: { costEuro } }, { ...author, label: label(id) });
}

/** A plan of 500 measures and 200 sites on which people have worked for years. */
function longPlan(): PlanDocument {
  const random = seededRandom(7);
  const document = createDocument(header, 'AGSP', '00');
  document.apply(addObject, { collection: 'scenarios', object: scenario('a') }, { ...author, label: label('a') });
  for (let i = 0; i < MEASURES; i++) document.apply(addMeasure, kita(`m${i}`), { ...author, label: label(`m${i}`) });
  for (let i = 0; i < SITES; i++)
    document.apply(addObject, { collection: 'sites', object: site(`s${i}`) }, { ...author, label: label(`s${i}`) });
  while (document.changeCount < CHANGES) setCost(document, `m${random.below(MEASURES)}`, random.below(10_000_000));
  return document;
}

type Report = (city: string, work: string, timing: Timing | null, note?: string) => void;

/** Times a plan of 20,000 changes: opening, one change, undo, and what the screens ask of it. */
export function timePlans(report: Report): void {
  const startedAt = performance.now();
  const bytes = longPlan().save();
  const made = ((performance.now() - startedAt) / 1000).toFixed(1);
  const name = 'plan';
  report(
    name,
    `made: ${MEASURES} measures, ${SITES} sites, ${CHANGES} changes`,
    null,
    `${made} s; ${bytes.length} bytes`,
  );
  report(
    name,
    'open the file: load, read, check (800 ms allowed)',
    time(7, () => openDocument(bytes, author)),
  );
  const document = openDocument(bytes, author);
  const [changes, undos]: [number[], number[]] = [[], []];
  for (let i = 0; i < 200; i++) {
    const changedAt = performance.now();
    setCost(document, `m${i}`, 20_000_000 + i);
    changes.push(performance.now() - changedAt);
    const undoneAt = performance.now();
    document.undo(author);
    undos.push(performance.now() - undoneAt);
  }
  const said = (values: readonly number[]): Timing => ({
    median: quantile(values, 0.5),
    min: Math.min(...values),
    max: Math.max(...values),
    runs: values.length,
  });
  report(name, 'one change', said(changes));
  report(name, 'undo (50 ms allowed)', said(undos));
  report(
    name,
    'latest change and number of changes',
    time(25, () => [document.lastChange, document.changeCount]),
  );
  report(
    name,
    'history',
    time(5, () => document.history()),
  );
  report(
    name,
    'conflicts of a plan that one place wrote',
    time(5, () => document.conflicts()),
  );
  const other = openDocument(bytes, author);
  setCost(other, 'm0', 1);
  const theirs = other.save();
  setCost(document, 'm0', 2);
  const mergedAt = performance.now();
  const { newConflicts } = document.merge(theirs, author);
  report(
    name,
    'merge a file',
    null,
    `${(performance.now() - mergedAt).toFixed(0)} ms, ${newConflicts.length} conflict`,
  );
  report(
    name,
    'conflicts of a merged plan',
    time(5, () => document.conflicts()),
  );
  report(
    name,
    'the file',
    time(5, () => document.save()),
    `${bytes.length} bytes`,
  );
}
