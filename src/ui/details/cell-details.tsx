import { CELL_CLASSES } from '../../questions/cell-classes.ts';
import type { CellDetails as CellFigures } from '../../questions/describe-object.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { cellClassText } from '../common/cell-class.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { Tooltip } from '../common/tooltip.tsx';
import { GradeFact } from './grade-fact.tsx';

/** A grid cell: its class and, if not too small, its total; never ages. */
export function CellDetails({ details }: { readonly details: CellFigures }) {
  const t = useTexts();
  const summary = useCity((state) => state.summary);
  const { classIndex } = details;
  return (
    <>
      <Facts>
        <Fact label={t('details.inhabitants')}>
          {details.masked ? (
            <Tooltip className="missing" text={t('details.cell-small-why')}>
              {t('details.protected')}
            </Tooltip>
          ) : (
            <Figure value={details.persons} why={t('missing.no-population')} />
          )}
          {summary === null ? null : (
            <span className="secondary fact-date">
              {t('details.as-of', { date: t.format.date(summary.identity.referenceDate) })}
            </span>
          )}
        </Fact>
        {classIndex === null ? null : (
          <Fact label={t('details.cell-class')}>{cellClassText(CELL_CLASSES, classIndex, t)}</Fact>
        )}
        <GradeFact grade={details.grade} />
      </Facts>
      <p className="secondary">{t('details.cell-ages')}</p>
    </>
  );
}
