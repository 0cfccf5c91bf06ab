import type { ChangeChoice, ChosenChanges } from '../document/change-file.ts';
import type { HistoryEntry } from '../document/history.ts';
import type { MergeReport, PlanDocument } from '../document/plan-document.ts';
import type { Circle } from '../plan/types/common.ts';
import { fail, type Problem } from '../shared/problem.ts';
import { problemOf } from './city-session.ts';
import type { PlanDesk } from './plan-desk.ts';

/** A file that a person hands in; its bytes are read when its size is known to be possible. */
export interface IncomingFile {
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** What one sender's changes in a file came to: objects made, and others changed. */
export interface SenderReport {
  readonly author: string | null;
  readonly department: string | null;
  readonly added: number;
  readonly changed: number;
}

/** What became of a file. */
export type FileReport = { readonly file: string } & (
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'opened'; readonly planName: string; readonly senders: readonly SenderReport[] }
  | {
      readonly kind: 'merged';
      readonly planName: string;
      readonly senders: readonly SenderReport[];
      /** Conflicts that this file brought. */
      readonly conflicts: number;
      /** The version before: `openVersion` opens it as a copy. */
      readonly before: readonly string[];
      readonly planId: string;
    }
);

export interface PlanFiles {
  /**
   * Takes files in, one after the other: into the kept plan of the same origin, else as plans of their own. A refused one changes nothing
   * and is reported with its problem. The open plan stays open if one of the files was merged into it; else the last plan is shown.
   */
  openFiles(files: readonly IncomingFile[]): Promise<FileReport[]>;
  /** The open plan as a file, noted as saved; `null` = none is open. */
  saveFile(): { readonly name: string; readonly bytes: Uint8Array } | null;
  /** How many changes of the open plan a choice comes to; `null` = none is open. */
  countChanges(choice: ChangeChoice): ChosenChanges | null;
  /** Some changes of the open plan as a small file to be mailed; `null` = none is open. */
  saveChanges(choice: ChangeChoice): { readonly name: string; readonly bytes: Uint8Array } | null;
  /** When a department's changes were last saved this way, ISO; `null` = never from this browser. */
  changesSavedAt(department: string | null): string | null;
  /** What a circle may see of the open plan as readable text. */
  readableExport(
    circle: Circle,
  ): Promise<{ readonly name: string; readonly text: string; readonly leftOut: number } | null>;
}

const BRACE = 0x7b;

export function createPlanFiles(desk: PlanDesk): PlanFiles {
  const takeIn = async (file: IncomingFile) => {
    const { checkFileSize } = await import('../document/plan-file.ts');
    checkFileSize(file.size);
    const bytes = await file.bytes();
    if (bytes[0] === BRACE) fail('plan.file-readable', {});
    const store = await desk.kept();
    const { document, merged } = await store.keep(bytes, desk.signed(), desk.city().identity.id);
    if (merged !== null) return { document, report: () => mergedInto(file, document, merged) };
    noteFile(document);
    return { document, report: () => opened(file, document) };
  };
  /** All that the plan holds is in a file now. */
  const noteFile = (document: PlanDocument) =>
    desk.parts.memory.rememberFile(document.plan.header.planId, {
      at: desk.parts.now(),
      changes: document.changeCount,
    });
  const nameOf = (document: PlanDocument, ending: string, part = '') =>
    `${fileName(document.plan.header.name)}${part}-${desk.parts.now().slice(0, 10)}${ending}`;
  return {
    openFiles: async (files) => {
      await desk.ready();
      const reports: FileReport[] = [];
      const shown: PlanDocument[] = [];
      // A long history takes longer to add up than the plan to be shown: the last report is made after that.
      let addReport = () => {};
      for (const file of files) {
        addReport();
        addReport = () => {};
        try {
          const { document, report } = await takeIn(file);
          shown.push(document);
          addReport = () => void reports.push(report());
        } catch (thrown) {
          reports.push({ kind: 'refused', file: file.name, problem: problemOf(thrown) });
        }
      }
      const last = shown.at(-1);
      if (last !== undefined && !shown.includes(desk.document()!)) desk.show(last);
      await desk.refreshKept();
      addReport();
      return reports;
    },
    saveFile: () => {
      const document = desk.document();
      if (document === null) return null;
      noteFile(document);
      desk.refreshUnfiled();
      return { name: nameOf(document, '.gemeinbedarf'), bytes: document.save() };
    },
    countChanges: (choice) => desk.document()?.countChanges(choice) ?? null,
    saveChanges: (choice) => {
      const document = desk.document();
      if (document === null) return null;
      const bytes = document.saveChanges(choice);
      desk.parts.memory.rememberSent(document.plan.header.planId, choice.department, desk.parts.now());
      const whose = choice.department === null ? '' : `-${fileName(choice.department)}`;
      return { name: nameOf(document, '.gemeinbedarf', `-aenderungen${whose}`), bytes };
    },
    changesSavedAt: (department) => {
      const document = desk.document();
      return document === null ? null : desk.parts.memory.sentAt(document.plan.header.planId, department);
    },
    readableExport: async (circle) => {
      const document = desk.document();
      if (document === null) return null;
      const [{ planForCircle }, { planToJson }] = await Promise.all([
        import('../plan/readers/circles.ts'),
        import('../document/plan-json.ts'),
      ]);
      const { plan, leftOut } = planForCircle(document.plan, circle);
      return { name: nameOf(document, '.json'), text: planToJson(plan), leftOut };
    },
  };
}

/** Letters, digits and hyphens: a name that every system takes. */
function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
  const kept = plain
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return kept === '' ? 'plan' : kept.slice(0, 80);
}

function opened({ name }: IncomingFile, document: PlanDocument): FileReport {
  return {
    kind: 'opened',
    file: name,
    planName: document.plan.header.name,
    senders: reportSenders(document.history()),
  };
}

function mergedInto(
  { name }: IncomingFile,
  { plan: { header } }: PlanDocument,
  { before, entries, newConflicts }: MergeReport,
): FileReport {
  return {
    kind: 'merged',
    file: name,
    planName: header.name,
    planId: header.planId,
    senders: reportSenders(entries),
    conflicts: newConflicts.length,
    before,
  };
}

/** Adds changes up by who signed them, in the order in which they first appear. */
export function reportSenders(entries: readonly HistoryEntry[]): SenderReport[] {
  const senders = new Map<string, { sender: HistoryEntry; added: Set<string>; changed: Set<string> }>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.author, entry.department]);
    const found = senders.get(key) ?? { sender: entry, added: new Set(), changed: new Set() };
    senders.set(key, found);
    for (const { collection, id, fields } of entry.touched) {
      const object = JSON.stringify([collection, id]);
      if (fields === null) found.added.add(object);
      else found.changed.add(object);
    }
  }
  return [...senders.values()].map(({ sender: { author, department }, added, changed }) => ({
    author,
    department,
    added: added.size,
    changed: [...changed].filter((object) => !added.has(object)).length,
  }));
}
