import { useEffect, useState } from 'react';
import { addObject } from '../../plan/actions/add-object.ts';
import { removeObject } from '../../plan/actions/remove-object.ts';
import type { Attachment } from '../../plan/types/needs.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSigner } from '../sites/use-signer.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { mediaTypeOf, type ReadAttachment } from './read-attachment.ts';

interface NeedAttachmentsProps {
  readonly needId: string;
  readonly attachments: readonly Attachment[];
}

/** Pictures and PDFs of a need, kept in the plan. */
export function NeedAttachments({ needId, attachments }: NeedAttachmentsProps) {
  const t = useTexts();
  const { needSession } = useApp();
  const signed = useSigner();
  const { problem, apply } = usePlanChange();
  const add = async (read: readonly ReadAttachment[]) => {
    for (const file of read) {
      const object = { id: needSession.newId(), needId, ...file, ...signed() };
      const params = { collection: 'attachments' as const, name: file.name };
      await apply(addObject, { collection: 'attachments', object }, { code: 'change.added', params }, () => {});
    }
  };
  const remove = ({ id, name }: Attachment) =>
    void apply(
      removeObject,
      { collection: 'attachments', id, ...signed(), why: t('needs.attachment-withdrawn') },
      { code: 'change.removed', params: { collection: 'attachments', name } },
      () => {},
    );
  return (
    <section className="gap-section">
      <h3>{t('needs.attachments')}</h3>
      <ul className="needs-files">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <Picture attachment={attachment} />
            <button
              type="button"
              className="text-button"
              onClick={() => downloadFile(attachment.name, attachment.mediaType, attachment.bytes)}
            >
              {attachment.name}
            </button>
            <span className="secondary">{t.format.bytes(attachment.bytes.length)}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t('needs.attachment-remove', { name: attachment.name })}
              onClick={() => remove(attachment)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <AttachmentsField onRead={(read) => void add(read)} />
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
    </section>
  );
}

/** A picture is shown as one only if its first bytes say so. */
function Picture({ attachment: { bytes, mediaType } }: { readonly attachment: Attachment }) {
  const [address, setAddress] = useState<string | null>(null);
  const isPicture = mediaType !== 'application/pdf' && mediaTypeOf(bytes) === mediaType;
  useEffect(() => {
    if (!isPicture) return;
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType, isPicture]);
  // Its name stands beside it.
  return address === null ? null : <img className="needs-thumbnail" src={address} alt="" />;
}
