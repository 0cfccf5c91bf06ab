import type { Where } from '../../shared/problem.ts';
import type { CityContent, Forecast } from '../types.ts';
import type { DistrictsById } from './check-districts.ts';
import { refuseRule, requireDate, requireNotNegative } from './refuse.ts';

/** Forecast, district figures, social indicators, published history, streets. */
export function checkFigures(content: CityContent, byId: DistrictsById): void {
  if (content.forecast !== null) checkForecast(content.forecast, content, byId);
  content.districtFigures.forEach((figure, i) => {
    const where = { layer: 'district-figures', feature: String(i + 1) };
    requireDistrict(figure.district, byId, where);
    requireNotNegative(figure.value, { ...where, column: 'value' });
  });
  for (const indicator of content.social) {
    const where = { layer: 'social', feature: indicator.id };
    requireDate(indicator.date, { ...where, column: 'date' });
    for (const row of indicator.rows) {
      requireDistrict(row.district, byId, where);
      requireNotNegative(row.numerator, { ...where, column: 'numerator' });
      requireNotNegative(row.denominator, { ...where, column: 'denominator' });
    }
  }
  content.history.forEach((figure, i) => {
    if (figure.district !== null) requireDistrict(figure.district, byId, { layer: 'history', feature: String(i + 1) });
  });
  for (const street of content.streets) {
    for (const id of street.districts) {
      if (id !== null) requireDistrict(id, byId, { layer: 'streets', feature: street.name });
    }
  }
}

function requireDistrict(id: string, byId: DistrictsById, where: Where): void {
  if (!byId.has(id)) refuseRule('known-district', id, { ...where, column: 'district' });
}

/** One row per age band and one factor per year, for each district and variant. */
function checkForecast(forecast: Forecast, { identity }: CityContent, byId: DistrictsById): void {
  requireDate(forecast.date, { layer: 'forecast', column: 'date' });
  for (const [district, byVariant] of Object.entries(forecast.factors)) {
    requireDistrict(district, byId, { layer: 'forecast', feature: district });
    for (const [variant, rows] of Object.entries(byVariant)) {
      const where = { layer: 'forecast', feature: district, column: variant };
      if (!(identity.variants as readonly string[]).includes(variant)) {
        refuseRule('known-variant', variant, where, identity.variants.join(', '));
      }
      if (rows.length !== identity.bands.length) refuseRule('count', rows.length, where, identity.bands.length);
      for (const factors of rows) {
        if (factors.length !== identity.years.length) refuseRule('count', factors.length, where, identity.years.length);
        for (const factor of factors) requireNotNegative(factor, where);
      }
    }
  }
}
