import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { type Cell, cellOf, matrixUse, USES, type Use } from '../../questions/needs/compatibility.ts';
import { type CheckEvidence, type ComputedAnswer, OPEN } from './check-evidence.ts';
import type { CheckResult } from './check-questions.ts';

/** From here on a service asks for rooms of its own: half a group or Zug, five places, half a hall; an assumption. */
const LEAST = { share: 0.5, places: 5, pupils: 50, squareMeters: 200 } as const;

/** Uses that the site asks for rooms of their own for: by its waves, and by what departments have reported for it. */
function usesAskedFor({ waves, needServices }: CheckEvidence): readonly Use[] {
  const own = (typeof waves === 'string' ? [] : waves.services).filter(({ indicator, peak }) => {
    const { rounding, unit } = indicator;
    if (rounding.size !== null) return peak.value >= rounding.size * LEAST.share;
    if (unit === 'persons' || unit === 'houses') return false;
    return peak.value >= (unit === 'square-meters' ? LEAST.squareMeters : LEAST[unit]);
  });
  const asked = new Set([...own.map(({ indicator }) => indicator.service), ...needServices].map(matrixUse));
  return USES.filter((use) => asked.has(use));
}

/** Which of the uses that the site needs fit into one house, by the matrix of `domain.md` § 8. */
export function sharedHouseAnswer(known: CheckEvidence, t: Texts): ComputedAnswer {
  const uses = usesAskedFor(known);
  const name = (use: Use) => t(`sites.use-${use}`);
  if (uses.length < 2) {
    const what = uses.length === 0 ? t('sites.uses-none') : name(uses[0]!);
    return { ...OPEN, evidence: t('sites.uses-too-few', { uses: what }) };
  }
  const pairs = uses.flatMap((a, i) => uses.slice(i + 1).map((b) => ({ a, b, cell: cellOf(a, b) })));
  const of = (cell: Cell) => pairs.filter((pair) => pair.cell === cell);
  const text = (key: 'sites.uses-strong' | 'sites.uses-possible' | 'sites.uses-conflict', cell: Cell) => {
    const found = of(cell).map(({ a, b }) => `${name(a)} + ${name(b)}`);
    return found.length === 0 ? [] : [t(key, { pairs: found.join(', ') })];
  };
  const evidence = [
    ...text('sites.uses-strong', 'strong'),
    ...text('sites.uses-possible', 'possible'),
    ...text('sites.uses-conflict', 'conflict'),
  ].join('; ');
  const result: CheckResult =
    of('strong').length > 0
      ? 'met'
      : of('possible').length > 0
        ? 'partly'
        : of('conflict').length === pairs.length
          ? 'unmet'
          : 'open';
  return { result, evidence: evidence === '' ? t('sites.uses-neutral') : evidence, layer: null };
}
