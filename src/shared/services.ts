/**
 * The kinds of infrastructure (Angebotsarten) the program knows by id. The first block carries Kennwerte (see `indicators`); the
 * rest is what sources name without saying enough to be counted (a school of unknown type, a practice of unknown field).
 */
export const SERVICE_IDS = [
  'kita-u3',
  'kita-ue3',
  'grundschule',
  'ganztag',
  'sek-1',
  'jugendtreff',
  'spielplatz-0-6',
  'spielplatz-6-12',
  'spielplatz-12-18',
  'spielflaeche',
  'gruen-nah',
  'sporthalle',
  'hausarzt',
  'kinderarzt',
  'pflege',
  'begegnung',
  'bibliothek',
  'familienzentrum',
  'schule',
  'arzt',
  'tagespflege',
  'unterkunft',
] as const;

export type ServiceId = (typeof SERVICE_IDS)[number];

/** Groups of services that share one symbol on the map. */
export const HOUSE_GROUPS = [
  'kita',
  'grundschule',
  'schule',
  'ganztag',
  'jugend',
  'pflege',
  'gesundheit',
  'begegnung',
  'bibliothek',
  'sport',
] as const;

export type HouseGroup = (typeof HOUSE_GROUPS)[number];

/** The symbol group of a service; `null` for areas (playgrounds, green), which are drawn as areas. */
export function houseGroupByService(service: ServiceId): HouseGroup | null {
  switch (service) {
    case 'kita-u3':
    case 'kita-ue3':
      return 'kita';
    case 'grundschule':
      return 'grundschule';
    case 'ganztag':
      return 'ganztag';
    case 'sek-1':
    case 'schule':
      return 'schule';
    case 'jugendtreff':
      return 'jugend';
    case 'pflege':
    case 'tagespflege':
      return 'pflege';
    case 'hausarzt':
    case 'kinderarzt':
    case 'arzt':
      return 'gesundheit';
    case 'begegnung':
    case 'familienzentrum':
    case 'unterkunft':
      return 'begegnung';
    case 'bibliothek':
      return 'bibliothek';
    case 'sporthalle':
      return 'sport';
    case 'spielplatz-0-6':
    case 'spielplatz-6-12':
    case 'spielplatz-12-18':
    case 'spielflaeche':
    case 'gruen-nah':
      return null;
  }
}
