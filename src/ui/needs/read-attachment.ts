import { ATTACHMENT_LIMIT_BYTES, type ATTACHMENT_TYPES } from '../../plan/types/needs.ts';
import { type Problem, problem } from '../../shared/problem.ts';

export type MediaType = (typeof ATTACHMENT_TYPES)[number];

/** A file that may be attached. */
export interface ReadAttachment {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
}

/** The kind of a file by its first bytes, whatever its name says; `null` = none that may be attached. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const starts = (signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (starts([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  return null;
}

/** Words for the first bytes of files that are refused often. */
function foundIn(name: string, bytes: Uint8Array): string {
  const starts = (text: string) => [...text].every((sign, i) => bytes[i] === sign.charCodeAt(0));
  if (starts('MZ') || starts('\u007fELF')) return 'application/x-executable';
  if (starts('PK')) return 'application/zip';
  if (starts('#!')) return 'text/x-script';
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1];
  return ending === undefined ? '?' : `.${ending.toLowerCase()}`;
}

/** A file read for attaching, or why it is refused: too large, or no picture and no PDF by its first bytes. */
export function readAttachment(name: string, bytes: Uint8Array): ReadAttachment | Problem {
  if (bytes.length > ATTACHMENT_LIMIT_BYTES)
    return problem('plan.attachment-too-large', { name, bytes: bytes.length, limit: ATTACHMENT_LIMIT_BYTES });
  const mediaType = mediaTypeOf(bytes);
  return mediaType === null
    ? problem('plan.attachment-kind', { name, found: foundIn(name, bytes) })
    : { name, mediaType, bytes };
}
