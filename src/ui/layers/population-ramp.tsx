import { CELL_COLORS, CELL_UNKNOWN_COLOR } from '../../map/palette.ts';
import { CELL_CLASSES } from '../../questions/cell-classes.ts';
import { useTexts } from '../common/app-context.ts';
import { cellClassText } from '../common/cell-class.ts';

/** The classes of the population cells: fixed limits, light to dark. */
export function PopulationRamp() {
  const t = useTexts();
  return (
    <div className="ramp">
      <p className="secondary" id="ramp-title">
        {t('layers.population-ramp')}
      </p>
      <ol aria-labelledby="ramp-title">
        {CELL_CLASSES.map((limit, index) => (
          <li key={limit}>
            <span className="ramp-swatch" style={{ background: CELL_COLORS[index] }} />
            <span className="ramp-limit figure" aria-hidden="true">
              {Math.max(1, limit)}
              {index === CELL_CLASSES.length - 1 ? '+' : ''}
            </span>
            <span className="sr-only">{cellClassText(CELL_CLASSES, index, t)}</span>
          </li>
        ))}
      </ol>
      <p className="ramp-extra secondary">
        <span>{t('layers.population-none')}</span>
        <span>
          <svg className="ramp-unknown" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M0 10 10 0M-2 4 4-2M6 12l6-6" stroke={CELL_UNKNOWN_COLOR} strokeWidth="1.2" />
          </svg>{' '}
          {t('layers.population-unknown')}
        </span>
      </p>
    </div>
  );
}
