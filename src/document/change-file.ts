import * as A from '@automerge/automerge/slim';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unzlibSync, zlibSync } from 'fflate';
import * as z from 'zod/mini';
import { readSchemaVersion } from '../plan/check-plan.ts';
import { fail } from '../shared/problem.ts';
import { readNote } from './change-info.ts';
import { checkFileSize, damagedIfThrown } from './plan-file.ts';
import type { PlanDoc } from './stored-plan.ts';
import { secondsOf } from './write-changes.ts';

/** First bytes of a file of changes ("GBCH"); then the header's length (uint32, little-endian), the header (JSON), the changes (zlib). */
const MAGIC = [0x47, 0x42, 0x43, 0x48];
const HEAD_BYTES = MAGIC.length + 4;

const headerSchema = z.object({
  planId: z.string(),
  planName: z.string(),
  cityId: z.string(),
  cityName: z.string(),
  schemaVersion: z.int(),
  /** Whose changes; `null` = everybody's. */
  department: z.nullable(z.string()),
  /** ISO: changes from this moment on. */
  since: z.string(),
  /** Length and SHA-256 of the changes before they were packed. */
  bytes: z.int().check(z.nonnegative()),
  sha256: z.string(),
});
export type ChangeFileHeader = z.infer<typeof headerSchema>;

/** What a file of changes holds. */
export interface ChangeFile {
  readonly header: ChangeFileHeader;
  /** Changes as the document library writes them, one behind the other. */
  readonly changes: Uint8Array;
}

export interface ChangeChoice {
  /** Whose changes, as they are signed; `null` = everybody's. */
  readonly department: string | null;
  /** Other words by which the same department signed, e.g. its id beside its name. */
  readonly aliases?: readonly string[];
  /** ISO: changes from this moment on. */
  readonly since: string;
}

/** How many changes a choice comes to. */
export interface ChosenChanges {
  readonly own: number;
  /** Changes of others since then that those stand on: they have to come along. */
  readonly others: number;
}

/** Numbers of the changes into the whole history, in its order. */
function chosenNumbers(doc: PlanDoc, { department, aliases = [], since }: ChangeChoice) {
  const signers = new Set<string | null | undefined>([department, ...aliases]);
  const from = secondsOf(since);
  const all = A.getChangesMetaSince(doc, []);
  const numbers = new Map(all.map(({ hash }, i) => [hash, i]));
  const isFresh = (i: number) => all[i]!.time >= from;
  const isOwn = (i: number) => department === null || signers.has(readNote(all[i]!.message)?.department);
  const own = all.flatMap((_, i) => (isFresh(i) && isOwn(i) ? [i] : []));
  const chosen = new Set(own);
  const toLook = [...own];
  for (let i = toLook.pop(); i !== undefined; i = toLook.pop()) {
    for (const before of all[i]!.deps.map((hash) => numbers.get(hash)!)) {
      if (chosen.has(before) || !isFresh(before)) continue;
      chosen.add(before);
      toLook.push(before);
    }
  }
  return { own: own.length, numbers: [...chosen].sort((a, b) => a - b) };
}

/** What {@link writeChangeFile} would write. O(changes). */
export function countChanges(doc: PlanDoc, choice: ChangeChoice): ChosenChanges {
  const { own, numbers } = chosenNumbers(doc, choice);
  return { own, others: numbers.length - own };
}

/** A department's changes since a moment as a small file to be mailed, with those of others since then that they stand on. */
export function writeChangeFile(
  doc: PlanDoc,
  plan: Pick<ChangeFileHeader, 'planId' | 'planName' | 'cityId' | 'cityName' | 'schemaVersion'>,
  choice: ChangeChoice,
): Uint8Array {
  const all = A.getAllChanges(doc);
  const changes = joined(chosenNumbers(doc, choice).numbers.map((i) => all[i]!));
  const header: ChangeFileHeader = {
    ...plan,
    department: choice.department,
    since: choice.since,
    bytes: changes.length,
    sha256: bytesToHex(sha256(changes)),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length, true);
  return joined([Uint8Array.from(MAGIC), length, head, zlibSync(changes)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function isChangeFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** Reads a file of changes. Throws `plan.file-damaged` (cut off or altered), `plan.file-too-large`, `plan.version-newer`. */
export function readChangeFile(bytes: Uint8Array): ChangeFile {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const head = bytes.subarray(HEAD_BYTES, HEAD_BYTES + size);
  const header = damagedIfThrown(() => z.parse(headerSchema, JSON.parse(new TextDecoder().decode(head))));
  readSchemaVersion(header);
  checkFileSize(header.bytes);
  const changes = damagedIfThrown(() =>
    unzlibSync(bytes.subarray(HEAD_BYTES + size), { out: new Uint8Array(header.bytes) }),
  );
  if (bytesToHex(sha256(changes)) !== header.sha256) fail('plan.file-damaged', { detail: 'SHA-256' });
  return { header, changes };
}

/**
 * A document with the changes of a file. Throws `plan.changes-without-base` where it lacks changes that those stand on; the document
 * given stays as it is.
 */
export function withChangeFile(doc: PlanDoc, { header, changes }: ChangeFile): PlanDoc {
  const made = damagedIfThrown(() => A.loadIncremental(A.clone(doc), changes));
  if (A.getMissingDeps(made, []).length > 0)
    fail('plan.changes-without-base', { name: header.planName, since: header.since });
  return made;
}
