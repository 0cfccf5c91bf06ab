import type { Grade } from '../../shared/grade.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact } from '../common/facts.tsx';
import { Tooltip } from '../common/tooltip.tsx';

/** How well the figures are known, with what the word means on hover and focus. */
export function GradeFact({ grade }: { readonly grade: Grade }) {
  const t = useTexts();
  return (
    <Fact label={t('details.grade')}>
      <Tooltip className={`grade grade-${grade}`} text={t(`grade-why.${grade}`)}>
        {t(`grade.${grade}`)}
      </Tooltip>
    </Fact>
  );
}
