import type { ImpactAnswer } from '../../questions/sites/site-calls.ts';
import { useCity, useTexts } from '../common/app-context.ts';

/** Says that years are compared of which the city package knows nothing: its people and places stay as they are known last. */
export function HeldNote({ answers }: { readonly answers: Iterable<ImpactAnswer> }) {
  const t = useTexts();
  const lastYear = useCity((state) => state.summary?.identity.years.at(-1) ?? null);
  const isLater = [...answers].some(
    (answer) => 'impact' in answer && answer.impact.years.at(-1)!.year > (lastYear ?? 0),
  );
  return lastYear === null || !isLater ? null : (
    <p className="secondary">{t('sites.held-constant', { year: String(lastYear) })}</p>
  );
}
