import { NEED_SHAPES, needInk } from '../../map/need-symbols.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import { stageOf } from '../../report/needs/need-filter.ts';

interface NeedSymbolProps {
  readonly status: NeedStatus;
  readonly letter: string;
}

/** The symbol of a need as the map draws it; always beside words that say the same. */
export function NeedSymbol({ status, letter }: NeedSymbolProps) {
  const stage = stageOf(status);
  const { fill, line, ink, dash } = needInk(stage);
  return (
    <svg className="need-symbol" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path
        d={NEED_SHAPES[stage]}
        fill={fill}
        stroke={line}
        strokeWidth="2"
        strokeLinejoin="round"
        strokeDasharray={dash.join(' ')}
      />
      <text x="14" y="17.4" textAnchor="middle" fontSize={letter.length > 2 ? 7.6 : 10.5} fontWeight="700" fill={ink}>
        {letter}
      </text>
    </svg>
  );
}
