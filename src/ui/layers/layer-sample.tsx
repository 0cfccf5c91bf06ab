import { AREA_STYLES, CELL_COLORS, DISTRICT_COLORS } from '../../map/palette.ts';
import type { OverlayName } from '../../questions/map-calls.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';

/** How a layer looks on the map, as a small picture. */
export function LayerSample({ layer }: { readonly layer: OverlayName }) {
  switch (layer) {
    case 'districts':
      return (
        <svg className="sample" viewBox="0 0 28 18" aria-hidden="true">
          <path d="M1 5 11 1l7 4 9-2v12l-11 2-7-4-8 3Z" fill="none" stroke={DISTRICT_COLORS[0]} strokeWidth="1.8" />
          <path d="m18 5-9 8" fill="none" stroke={DISTRICT_COLORS[1]} strokeWidth="1.2" />
        </svg>
      );
    case 'houses':
      return <HouseSymbol group="kita" />;
    case 'supplyAreas':
      return <AreaSample kind="green" />;
    case 'sites':
      return <AreaSample kind="site" />;
    case 'plots':
      return <AreaSample kind="plot" />;
    case 'population':
      return (
        <svg className="sample" viewBox="0 0 28 18" aria-hidden="true">
          {[1, 3, 5, 2, 4, 2].map((shade, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
              key={index}
              x={2 + 8 * (index % 3)}
              y={1 + 8 * Math.floor(index / 3)}
              width="8"
              height="8"
              fill={CELL_COLORS[shade]}
            />
          ))}
        </svg>
      );
  }
}

/** How an area of a kind is filled and outlined on the map. */
export function AreaSample({ kind }: { readonly kind: keyof typeof AREA_STYLES }) {
  const { fill, line } = AREA_STYLES[kind];
  return (
    <svg className="sample" viewBox="0 0 28 18" aria-hidden="true">
      <rect
        x="1.5"
        y="1.5"
        width="25"
        height="15"
        rx="2"
        fill={fill}
        fillOpacity="0.55"
        stroke={line}
        strokeWidth="1.5"
      />
    </svg>
  );
}
