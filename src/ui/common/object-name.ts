import type { Texts } from '../../i18n/translate.ts';
import type { ObjectDetails } from '../../questions/describe-object.ts';
import { type HouseGroup, houseGroupByService, type ServiceId } from '../../shared/services.ts';

/** What a house is called: its name, else its kind with "ohne Namen". */
export function nameOfHouse(name: string | null, services: readonly ServiceId[], t: Texts): string {
  if (name !== null) return name;
  const first = services[0];
  return t('houses.unnamed', { kind: first === undefined ? t('kind.house') : t(`service.${first}`) });
}

/** The heading of an object's details. */
export function nameOfDetails(details: ObjectDetails, t: Texts): string {
  switch (details.kind) {
    case 'district':
      return details.district.name;
    case 'house':
      return nameOfHouse(
        details.house.name,
        details.house.offers.map((offer) => offer.service),
        t,
      );
    case 'supply-area':
      return details.area.name ?? t('houses.unnamed', { kind: t(`layers.${details.area.kind}`) });
    case 'site':
      return details.site.name;
    case 'plot':
      return details.plot.name ?? details.plot.use ?? t('houses.unnamed', { kind: t('kind.plot') });
    case 'cell':
      return t('kind.cell');
  }
}

/** Groups among the services, each once, in the order of the services. */
export function groupsOfServices(services: readonly ServiceId[]): HouseGroup[] {
  const groups = services.map(houseGroupByService).filter((group) => group !== null);
  return [...new Set(groups)];
}

/** With a capital first letter, for words of a city that begin a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
