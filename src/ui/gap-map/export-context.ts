import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { CitySummary } from '../../questions/city-summary.ts';
import type { GapResult } from '../../questions/gaps/gap-request.ts';
import type { HeaderContext } from '../../report/header-block.ts';

interface ExportParts {
  readonly summary: CitySummary;
  readonly result: GapResult;
  readonly indicator: Indicator;
  readonly decided: Indicator;
  /** `null` = Bestand. */
  readonly scenarioName: string | null;
  /** Text that narrows the rows down; empty = none. */
  readonly filter: string;
  /** District that the rows lie in; `null` = the city. */
  readonly within: string | null;
}

/** What an exported table says of itself on top. */
export function exportContext(parts: ExportParts, t: Texts): HeaderContext {
  const { summary, result, indicator, decided, scenarioName, filter, within } = parts;
  const { identity, edition, sources } = summary;
  const place = result.levels.flat().find(({ id }) => id === within);
  return {
    cityName: identity.name,
    invented: identity.invented,
    edition,
    result,
    indicator,
    decided,
    scenarioName,
    sources: sources.map(({ name, date }) => ({ name, date })),
    filters: [
      ...(place === undefined || place.level === 0 ? [] : [`${t('gaps.path')}: ${place.name}`]),
      ...(filter === '' ? [] : [`${t('gaps.table-filter')}: ${filter}`]),
    ],
  };
}
