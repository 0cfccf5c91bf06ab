import type { Variant } from '../city/types.ts';
import { MAP_MEASURE_IDS } from '../questions/gap-map/gap-classes.ts';
import { DEFAULT_COUNTS, type WhatCounts } from '../questions/gaps/gap-request.ts';
import { SERVICE_IDS } from '../shared/services.ts';
import { FIRST_GAP_VIEW, type GapView, type LinkedView } from './view-state.ts';

type Draft = { -readonly [K in keyof LinkedView]?: LinkedView[K] };
type Reader = (value: string, draft: Draft) => boolean;

/** Word in a link for a gap map that is switched off. */
const OFF = 'off';
const VARIANTS = ['low', 'middle', 'high'] as const satisfies readonly Variant[];
const FACILITIES = ['secured', 'planned', 'ideas'] as const satisfies readonly WhatCounts['facilities'][];
const LAST_STAGE = 14;

/** The question of the gap map as parts of a link: only what differs from the first view, and always the service. */
export function encodeGap({ gap, gapShown, tableOpen }: LinkedView): [string, string][] {
  if (!gapShown) return [['gap', OFF]];
  const { counts } = gap;
  const first = FIRST_GAP_VIEW;
  const what = [
    ...(counts.facilities === DEFAULT_COUNTS.facilities ? [] : [counts.facilities]),
    ...(counts.sitesFromStage === DEFAULT_COUNTS.sitesFromStage ? [] : [`stage:${counts.sitesFromStage}`]),
    ...(counts.capacity === DEFAULT_COUNTS.capacity ? [] : [counts.capacity]),
  ];
  const parts: [string, string | null][] = [
    ['gap', gap.service],
    ['year', gap.year === null ? null : String(gap.year)],
    ['variant', gap.variant === first.variant ? null : gap.variant],
    ['counts', what.length === 0 ? null : what.join(',')],
    ['limit', gap.limitMeters === null ? null : String(gap.limitMeters)],
    ['walk', gap.profile === first.profile ? null : gap.profile],
    ['measure', gap.measure],
    ['level', gap.level === first.level ? null : String(gap.level)],
    ['within', gap.within],
    ['cells', gap.cells ? '1' : null],
    ['symbols', gap.symbols ? null : '0'],
    ['flows', gap.flows ? '1' : null],
    ['bands', gap.bands ? null : '0'],
    ['table', tableOpen ? '1' : null],
  ];
  return parts.filter((part): part is [string, string] => part[1] !== null);
}

/** A reader that changes the question. */
function reader(read: (value: string) => Partial<GapView> | null): Reader {
  return (value, draft) => {
    const change = read(value);
    if (change === null) return false;
    draft.gap = { ...(draft.gap ?? FIRST_GAP_VIEW), ...change };
    return true;
  };
}

/** One of the known words; `null` for another. */
function oneOf<T extends string>(known: readonly T[], value: string): T | null {
  return known.find((word) => word === value) ?? null;
}

function flag(value: string): boolean | null {
  return value === '1' ? true : value === '0' ? false : null;
}

function flagReader(change: (on: boolean) => Partial<GapView>): Reader {
  return reader((value) => {
    const on = flag(value);
    return on === null ? null : change(on);
  });
}

function readCounts(value: string): WhatCounts | null {
  let counts = DEFAULT_COUNTS;
  for (const word of value.split(',')) {
    const facilities = oneOf(FACILITIES, word);
    const capacity = oneOf(['available', 'approved'] as const, word);
    const stage = /^stage:(\d{1,2})$/.exec(word);
    if (facilities !== null) counts = { ...counts, facilities };
    else if (capacity !== null) counts = { ...counts, capacity };
    else if (stage !== null && Number(stage[1]) <= LAST_STAGE) counts = { ...counts, sitesFromStage: Number(stage[1]) };
    else return null;
  }
  return counts;
}

/** Readers of the parts of a link that {@link encodeGap} writes. */
export const GAP_READERS: Readonly<Record<string, Reader>> = {
  gap: (value, draft) => {
    if (value === OFF) {
      draft.gapShown = false;
      return true;
    }
    const service = oneOf(SERVICE_IDS, value);
    if (service === null) return false;
    draft.gapShown = true;
    draft.gap = { ...(draft.gap ?? FIRST_GAP_VIEW), service };
    return true;
  },
  year: reader((value) => (/^\d{4}$/.test(value) ? { year: Number(value) } : null)),
  variant: reader((value) => {
    const variant = oneOf(VARIANTS, value);
    return variant === null ? null : { variant };
  }),
  counts: reader((value) => {
    const counts = readCounts(value);
    return counts === null ? null : { counts };
  }),
  limit: reader((value) => (/^[1-9]\d{0,4}$/.test(value) ? { limitMeters: Number(value) } : null)),
  walk: reader((value) => {
    const profile = oneOf(['all', 'step-free'] as const, value);
    return profile === null ? null : { profile };
  }),
  measure: reader((value) => {
    const measure = oneOf(MAP_MEASURE_IDS, value);
    return measure === null ? null : { measure };
  }),
  level: reader((value) => (/^\d$/.test(value) ? { level: Number(value) } : null)),
  within: reader((value) => (value === '' ? null : { within: value })),
  cells: flagReader((cells) => ({ cells })),
  symbols: flagReader((symbols) => ({ symbols })),
  flows: flagReader((flows) => ({ flows })),
  bands: flagReader((bands) => ({ bands })),
  table: (value, draft) => {
    const open = flag(value);
    if (open === null) return false;
    draft.tableOpen = open;
    return true;
  },
};
