import type { CityIdentity } from '../types.ts';
import { isIsoDate, refuseRule, requireDate, requireNotNegative } from './refuse.ts';

/** Checks what the manifest says of the city itself: id, dates, levels, contiguous age bands, years, box. Throws `city.rule-broken`. */
export function checkIdentity(identity: CityIdentity, file: string): void {
  const at = (column: string) => ({ file, column });
  if (!/^[a-z0-9][a-z0-9-]*$/.test(identity.id)) refuseRule('simple-id', identity.id, at('id'));
  if (identity.name === '') refuseRule('non-empty', identity.name, at('name'));
  requireDate(identity.referenceDate, at('referenceDate'));
  requireDate(identity.dataDate, at('dataDate'));
  requireNotNegative(identity.smallNumberThreshold, at('smallNumberThreshold'));
  if (!isIsoDate(`2000-${identity.schoolCutOff}`)) refuseRule('month-day', identity.schoolCutOff, at('schoolCutOff'));
  identity.levels.forEach(({ level }, i) => {
    if (level !== i + 1) refuseRule('level-number', level, at(`levels[${i}]`), i + 1);
  });
  checkBands(identity, file);
  if (identity.years.length === 0) refuseRule('non-empty', identity.years, at('years'));
  identity.years.forEach((year, i) => {
    if (i > 0 && year <= identity.years[i - 1]!)
      refuseRule('ascending', year, at(`years[${i}]`), identity.years[i - 1]);
  });
  if (identity.demandGrid !== null && !(identity.demandGrid.cellMeters > 0)) {
    refuseRule('positive', identity.demandGrid.cellMeters, at('demandGrid.cellMeters'));
  }
  const [west, south, east, north] = identity.bbox;
  const isBox = west <= east && south <= north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isBox) refuseRule('degrees', identity.bbox, at('bbox'));
}

/** Each band begins where the one before ends; only the last may be open at the top. */
function checkBands({ bands }: CityIdentity, file: string): void {
  bands.forEach(({ from, to }, i) => {
    const where = { file, column: `bands[${i}]` };
    const previous = bands[i - 1];
    if (previous !== undefined && previous.to !== from) refuseRule('contiguous-bands', from, where, previous.to ?? '–');
    if (to !== null && to <= from) refuseRule('later-than', to, where, from);
  });
}
