import type { Indicator } from '../../indicators/indicator.ts';
import type { GapResult } from '../../questions/gaps/gap-request.ts';
import { gapSentence } from '../../report/gap-sentence.ts';
import { useTexts } from '../common/app-context.ts';
import { cityRow, rowsOfLevel, useGapView, useRange } from './use-gaps.ts';
import { lackKind, lackOf, worstFirst } from './worst-first.ts';

/** Districts that the sentence names. */
const NAMED_DISTRICTS = 3;

interface HeadlineProps {
  readonly result: GapResult;
  readonly indicator: Indicator;
}

/** The answer in a few sentences, for the city or the district one has gone into. */
export function Headline({ result, indicator }: HeadlineProps) {
  const t = useTexts();
  const { within } = useGapView();
  const row = result.levels.flat().find(({ id }) => id === within) ?? cityRow(result);
  const range = useRange(row);
  const kind = lackKind(result, indicator);
  const worstNames =
    row.level === 0 && result.levels.length > 1
      ? worstFirst(rowsOfLevel(result, 1), kind)
          .filter((district) => (lackOf(district, kind) ?? 0) > 0)
          .slice(0, NAMED_DISTRICTS)
          .map(({ name }) => name)
      : [];
  const [first, ...rest] = gapSentence({ result, ...range, indicator, worstNames }, row, t);
  return (
    <div className="sentence">
      {row.level === 0 ? null : <p className="secondary">{row.name}</p>}
      <p className="sentence-first">{first}</p>
      {rest.length === 0 ? null : <p>{rest.join(' ')}</p>}
    </div>
  );
}
