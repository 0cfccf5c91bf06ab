import { useId } from 'react';
import {
  type AreaSample,
  cellSample,
  classSample,
  loadSample,
  type SymbolKind,
  symbolSample,
} from '../../map/gap-samples.ts';
import type { RingLoad } from '../../map/palette.ts';
import type { CellState } from '../../questions/gap-map/gap-calls.ts';
import type { DistrictClass } from '../../questions/gap-map/gap-classes.ts';

/** The same fill and pattern as on the map. */
function AreaSwatch({ sample }: { readonly sample: AreaSample }) {
  const id = useId();
  const { fill, opacity, pattern } = sample;
  return (
    <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
      {pattern === null ? null : (
        <pattern id={id} width={pattern.side} height={pattern.side} patternUnits="userSpaceOnUse">
          <path
            d={pattern.path}
            fill="none"
            stroke={pattern.color}
            strokeWidth={pattern.width}
            strokeLinecap={pattern.round ? 'round' : 'butt'}
          />
        </pattern>
      )}
      <rect x="0.5" y="0.5" width="25" height="15" rx="1.5" fill={fill} fillOpacity={opacity} />
      {pattern === null ? null : <rect x="0.5" y="0.5" width="25" height="15" rx="1.5" fill={`url(#${id})`} />}
      <rect x="0.5" y="0.5" width="25" height="15" rx="1.5" fill="none" stroke="#1f2426" strokeOpacity="0.35" />
    </svg>
  );
}

export function ClassSample({ cls }: { readonly cls: DistrictClass }) {
  return <AreaSwatch sample={classSample(cls)} />;
}

export function CellSample({ state, strength }: { readonly state: CellState; readonly strength: 0 | 1 | 2 }) {
  return <AreaSwatch sample={cellSample(state, strength)} />;
}

/** The ring of a house by its load. */
export function LoadSample({ load }: { readonly load: RingLoad }) {
  const { color, width, dash, badge } = loadSample(load);
  return (
    <svg className="swatch swatch-round" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="8" fill="#fff" stroke={color} strokeWidth={width} strokeDasharray={dash.join(' ')} />
      {badge ? (
        <text x="11" y="15" textAnchor="middle" fontSize="11" fontWeight="600" fill={color}>
          ?
        </text>
      ) : null}
    </svg>
  );
}

export function PlacesSample({ kind }: { readonly kind: SymbolKind }) {
  const { fill, color, width } = symbolSample(kind);
  return (
    <svg className="swatch swatch-round" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="7.5" fill={fill} stroke={color} strokeWidth={width} />
    </svg>
  );
}
