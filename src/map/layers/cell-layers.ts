import type { LayerSpecification } from 'maplibre-gl';

export interface CellInput {
  /** Number of blocks the grid is cut into. */
  readonly blockCount: number;
}

/** Source of a block's image. */
export function cellSource(block: number): string {
  return `cells/${block}`;
}

/** Population cells: one picture per block of the grid, a pixel per cell, not smoothed. */
export function cellLayers({ blockCount }: CellInput): LayerSpecification[] {
  return Array.from({ length: blockCount }, (_, block) => ({
    id: `cells/${block}`,
    type: 'raster' as const,
    source: cellSource(block),
    paint: {
      'raster-resampling': 'nearest' as const,
      'raster-fade-duration': 0,
      'raster-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.9, 15, 0.7] as never,
    },
  }));
}
