import { useTexts } from '../../common/app-context.ts';

/** Says that figures are being computed, and how far that is. */
export function Waiting({ share }: { readonly share: number | null }) {
  const t = useTexts();
  return (
    <div className="joint">
      <p role="status">{t('joint.reading')}</p>
      <progress className="joint-progress" aria-label={t('joint.reading')} value={share ?? undefined} max={1} />
    </div>
  );
}
