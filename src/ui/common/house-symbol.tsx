import { HOUSE_SHAPES, houseSymbolInk } from '../../map/house-symbols.ts';
import type { HouseState } from '../../questions/house-state.ts';
import type { HouseGroup } from '../../shared/services.ts';

interface HouseSymbolProps {
  readonly group: HouseGroup;
  readonly state?: HouseState;
  /** A figure of its places is missing. */
  readonly missing?: boolean;
}

/** The symbol of a kind of houses, the same drawing as on the map. The name stands beside it. */
export function HouseSymbol({ group, state = 'existing', missing = false }: HouseSymbolProps) {
  const { path, detail, letter, letterY } = HOUSE_SHAPES[group];
  const { fill, line, ink, hollow, dash, cap } = houseSymbolInk({ group, state, missing });
  const letterSize = letter !== null && letter.length > 1 ? 10.5 : 13;
  return (
    <svg className="house-symbol" viewBox="-1 -1 26 26" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={fill}
        stroke={line}
        strokeWidth={hollow ? 2.2 : 0.8}
        strokeDasharray={dash.join(' ')}
        strokeLinecap={cap}
      />
      {detail === null ? null : <path d={detail} fill="none" stroke={ink} strokeWidth="1.3" strokeLinecap="round" />}
      {letter === null ? null : (
        <text
          x="12"
          y={letterY + 0.33 * letterSize}
          fill={ink}
          fontSize={letterSize}
          fontWeight="700"
          textAnchor="middle"
        >
          {letter}
        </text>
      )}
      {missing ? (
        <g>
          <circle cx="20.5" cy="4" r="4.6" fill="#fbfaf7" stroke={line} strokeWidth="1.1" />
          <text x="20.5" y="7" fill={line} fontSize="9" fontWeight="700" textAnchor="middle">
            ?
          </text>
        </g>
      ) : null}
    </svg>
  );
}
