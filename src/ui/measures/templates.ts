import type { Indicator } from '../../indicators/indicator.ts';
import type { ServiceId } from '../../shared/services.ts';

/** A usual house, ready to be placed. Sizes in the unit of the service. */
export interface MeasureTemplate {
  readonly id: 'kita' | 'grundschule' | 'ganztag' | 'jugend' | 'sporthalle';
  readonly offers: readonly {
    readonly service: ServiceId;
    readonly form: string;
    readonly capacity: number;
    readonly groups: number | null;
  }[];
  /** Ground it needs, m²; `null` = nothing is known. */
  readonly plotSquareMeters: number | null;
}

/**
 * Sources: Kita module of Stuttgart (GRDrs 100/2020: four groups, 20 + 40 places) on 2,000 m² (Köln, 31 m² a place); a Zug of four
 * classes of 25 on 25 m² a pupil (DRL); a group of 20 in the Ganztag; 40 places as in Berlin's youth clubs of 100 m² (2.5 m² a place); an
 * Übungseinheit of 15 × 27 m.
 */
export const TEMPLATES: readonly MeasureTemplate[] = [
  {
    id: 'kita',
    offers: [
      { service: 'kita-u3', form: 'Krippe', capacity: 20, groups: 2 },
      { service: 'kita-ue3', form: 'GT', capacity: 40, groups: 2 },
    ],
    plotSquareMeters: 2000,
  },
  {
    id: 'grundschule',
    offers: [{ service: 'grundschule', form: '', capacity: 200, groups: 2 }],
    plotSquareMeters: 5000,
  },
  { id: 'ganztag', offers: [{ service: 'ganztag', form: '', capacity: 60, groups: 3 }], plotSquareMeters: null },
  { id: 'jugend', offers: [{ service: 'jugendtreff', form: '', capacity: 40, groups: null }], plotSquareMeters: null },
  {
    id: 'sporthalle',
    offers: [{ service: 'sporthalle', form: '', capacity: 405, groups: null }],
    plotSquareMeters: null,
  },
];

/** Places of a group (Zug) of a service, by its Kennwert; `null` = it is not counted in groups. */
export function groupSize(service: ServiceId, catalogue: readonly Indicator[]): number | null {
  const indicator = catalogue.find((record) => record.service === service);
  if (indicator === undefined) return null;
  const { kind, size } = indicator.rounding;
  return kind === 'groups' || kind === 'zuege' ? size : null;
}
