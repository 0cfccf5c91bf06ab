import { useTexts } from '../common/app-context.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';

/** What the outline of a symbol says, whatever its kind. */
export function HouseStates() {
  const t = useTexts();
  return (
    <ul className="legend-row secondary" aria-label={t('layers.states')}>
      <li>
        <HouseSymbol group="kita" missing />
        {t('layers.state-missing')}
      </li>
      <li>
        <HouseSymbol group="kita" state="planned" />
        {t('layers.state-planned')}
      </li>
      <li>
        <HouseSymbol group="kita" state="idea" />
        {t('layers.state-idea')}
      </li>
    </ul>
  );
}
