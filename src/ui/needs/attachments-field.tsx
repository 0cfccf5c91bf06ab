import { useId, useState } from 'react';
import { ATTACHMENT_LIMIT_BYTES } from '../../plan/types/needs.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { type ReadAttachment, readAttachment } from './read-attachment.ts';

/** Takes pictures and PDFs; each file that is refused says why, the others are taken all the same. */
export function AttachmentsField({ onRead }: { readonly onRead: (read: readonly ReadAttachment[]) => void }) {
  const t = useTexts();
  const id = useId();
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readFile));
    setRefused(read.filter((found): found is Problem => 'code' in found));
    const taken = read.filter((found): found is ReadAttachment => !('code' in found));
    if (taken.length > 0) onRead(taken);
  };
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{t('needs.attach', { limit: t.format.bytes(ATTACHMENT_LIMIT_BYTES) })}</label>
      <input
        id={id}
        className="input"
        type="file"
        multiple
        accept="image/png,image/jpeg,image/webp,application/pdf"
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {refused.map((found) => (
        <p key={JSON.stringify(found)} className="warning-text" role="alert">
          <ProblemSentence problem={found} />
        </p>
      ))}
    </div>
  );
}

async function readFile(file: File): Promise<ReadAttachment | Problem> {
  // A file over the limit is not read at all.
  if (file.size > ATTACHMENT_LIMIT_BYTES)
    return problem('plan.attachment-too-large', { name: file.name, bytes: file.size, limit: ATTACHMENT_LIMIT_BYTES });
  try {
    return readAttachment(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return problem('need.file-unreadable', { name: file.name });
  }
}
