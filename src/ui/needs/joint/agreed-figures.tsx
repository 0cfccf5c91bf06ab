import '../../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { visibleObjects } from '../../../plan/readers/visible-objects.ts';
import { agreedLines } from '../../../report/needs-joint/agreed-lines.ts';
import { useTexts } from '../../common/app-context.ts';
import { usePlan } from './use-joint.ts';

interface AgreedFiguresProps {
  /** Districts whose figures are cited, e.g. those that a site lies in. */
  readonly path: readonly { readonly id: string; readonly name: string }[];
}

/** What was agreed and decided for a borough, as its Bedarfsblatt has it; nothing where there is none. */
export function AgreedFigures({ path }: AgreedFiguresProps) {
  const t = useTexts();
  const plan = usePlan();
  const lines = useMemo(() => {
    if (plan === null) return [];
    const names = new Map(path.map(({ id, name }) => [id, name]));
    const figures = visibleObjects(plan, 'agreedFigures', ({ districtId }) => names.has(districtId));
    return agreedLines(figures, (id) => names.get(id) ?? id, t);
  }, [plan, path, t]);
  if (lines.length === 0) return null;
  return (
    <section className="gap-section">
      <h3>{t('joint.agreed-title')}</h3>
      <ul className="needs-records">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
