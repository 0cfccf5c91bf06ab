import { citation } from '../../indicators/indicator.ts';
import type { FrozenFigures } from '../../plan/types/common.ts';
import type { RegisterSite } from './site-calls.ts';
import type { SiteWaves } from './site-waves.ts';

/** Version of the site model; raised when equal sites give other figures. */
export const SITE_MODEL_VERSION = 'site-1';

/**
 * The figures of a site as they are when somebody cites them: peak with its year and range, and the long run per service. They are kept in
 * the plan and never computed again.
 */
export function freezeSite(
  site: RegisterSite,
  waves: SiteWaves,
  { at, edition, scenarioId }: { readonly at: string; readonly edition: string; readonly scenarioId: string | null },
): FrozenFigures {
  const { residents, services } = waves;
  const valuesOf = ({ peak, longRun }: (typeof services)[number] | SiteWaves['residents']['all']) => [
    peak.value,
    peak.low,
    peak.high,
    peak.year,
    longRun.middle,
  ];
  return {
    at,
    edition,
    engineVersion: SITE_MODEL_VERSION,
    catalogue: services.map(({ indicator }) => citation(indicator)),
    request: { siteId: site.id, scenarioId, dwellings: waves.dwellings },
    columns: ['peak', 'peakLow', 'peakHigh', 'peakYear', 'longRun'],
    rows: [
      { id: 'residents', name: site.name, values: valuesOf(residents.all) },
      ...services.map((wave) => ({ id: wave.indicator.service, name: wave.indicator.id, values: valuesOf(wave) })),
    ],
    grade: 'assumed',
    missing: { servicesWithoutRate: waves.withoutRate.length },
  };
}

/** The figures of a site with what was computed for a question of the checklist, as an answer keeps them. */
export function freezeEvidence(
  site: RegisterSite,
  waves: SiteWaves,
  when: Parameters<typeof freezeSite>[2],
  { item, said }: { readonly item: string; readonly said: string },
): FrozenFigures {
  const frozen = freezeSite(site, waves, when);
  return { ...frozen, request: { ...frozen.request, item, said } };
}
