import type { Texts } from '../../i18n/translate.ts';
import type { CitySummary } from '../../questions/city-summary.ts';
import type { ObjectDetails } from '../../questions/describe-object.ts';
import { capitalised, groupsOfServices } from '../common/object-name.ts';

/** The line above the name: what the object is. Districts are called as the city calls them, houses by what they offer. */
export function kindWord(details: ObjectDetails, summary: CitySummary | null, t: Texts): string {
  switch (details.kind) {
    case 'district': {
      const words = summary?.identity.levels.find((level) => level.level === details.district.level);
      return words === undefined ? t('kind.district') : capitalised(words[t.language].singular);
    }
    case 'house': {
      const groups = groupsOfServices(details.house.offers.map((offer) => offer.service));
      return groups.length === 0 ? t('kind.house') : groups.map((group) => t(`group.${group}`)).join(', ');
    }
    case 'supply-area':
      return t(`layers.${details.area.kind}`);
    case 'cell':
      return t('layers.population');
    default:
      return t(`kind.${details.kind}`);
  }
}
