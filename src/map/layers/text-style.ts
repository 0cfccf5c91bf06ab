import type { SymbolLayerSpecification } from 'maplibre-gl';
import { BASE_COLORS } from '../palette.ts';

/**
 * Fonts by name: the style has no glyph files, so MapLibre draws labels with the page's own fonts, the weight told from the first name.
 * Quoted because a CSS name may not begin a word with a digit.
 */
export const REGULAR: string[] = ["'Source Sans 3 Variable'", 'sans-serif'];
export const SEMIBOLD: string[] = ["'Labels semibold'", "'Source Sans 3 Variable'", 'sans-serif'];
export const ITALIC: string[] = ["'Labels italic'", "'Source Sans 3 Variable'", 'sans-serif'];

/** The halo all labels share. */
export const HALO = {
  'text-halo-color': BASE_COLORS.paper,
  'text-halo-width': 1.4,
  'text-halo-blur': 0.4,
} as const satisfies SymbolLayerSpecification['paint'];
