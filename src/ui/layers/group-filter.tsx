import { useId } from 'react';
import type { CitySummary } from '../../questions/city-summary.ts';
import { HOUSE_GROUPS } from '../../shared/services.ts';
import { toggleGroup } from '../../state/view-store.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';
import { groupsOfServices } from '../common/object-name.ts';

/** Which kinds of houses are shown, with the symbols of the map: legend and filter in one. */
export function GroupFilter({ summary }: { readonly summary: CitySummary }) {
  const t = useTexts();
  const { view } = useApp();
  const groups = useView((state) => state.groups);
  const idBase = useId();
  const inCity = groupsOfServices(summary.services);
  const present = HOUSE_GROUPS.filter((group) => inCity.includes(group));
  return (
    <fieldset className="groups">
      <legend className="sr-only">{t('layers.groups')}</legend>
      <ul>
        {present.map((group) => (
          <li key={group}>
            <input
              id={`${idBase}${group}`}
              type="checkbox"
              checked={groups === null || groups.includes(group)}
              onChange={() => toggleGroup(view, group, present)}
            />
            <label htmlFor={`${idBase}${group}`}>
              <HouseSymbol group={group} />
              {t(`group.${group}`)}
            </label>
          </li>
        ))}
      </ul>
      <div className="groups-actions">
        <button
          type="button"
          className="text-button"
          disabled={groups === null}
          onClick={() => view.setState({ groups: null })}
        >
          {t('layers.groups-all')}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={groups?.length === 0}
          onClick={() => view.setState({ groups: [] })}
        >
          {t('layers.groups-none')}
        </button>
      </div>
    </fieldset>
  );
}
