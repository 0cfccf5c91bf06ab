import { checkIndicator, hasReach, type IndicatorField, type SourcedName } from '../../indicators/check-indicator.ts';
import {
  type Basis,
  citation,
  type Indicator,
  type IndicatorSource,
  type Model,
  type SourcedValue,
  type Unit,
} from '../../indicators/indicator.ts';
import { rateScale, scaled } from '../../indicators/rate-scale.ts';
import { saysTheSame } from '../../plan/readers/catalogue-file.ts';
import { type NumberStyle, parseDate, parseNumber } from '../../shared/german-numbers.ts';
import type { Language } from '../../shared/language.ts';
import { type Problem, problem } from '../../shared/problem.ts';

/** A sourced value as it stands in the fields. */
export interface SourcedDraft {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly basis: Basis;
  readonly title: string;
  readonly url: string;
  readonly city: string;
  readonly remark: string;
}

/** A Kennwert being edited: what stands in the fields, letter by letter, so that nothing is lost that cannot be read yet. */
export interface IndicatorDraft {
  /** The record it began as, `id@n`. */
  readonly base: string;
  /** How its numbers are read and written; stays as it was when the editor was opened, whatever the language is then. */
  readonly style: NumberStyle;
  readonly model: Model;
  readonly unit: Unit;
  readonly rate: SourcedDraft;
  readonly limit: SourcedDraft;
  readonly share: SourcedDraft;
  readonly largestLimit: string;
  readonly agesFrom: string;
  /** Empty = open. */
  readonly agesTo: string;
  readonly rounding: Indicator['rounding']['kind'];
  readonly groupSize: string;
  readonly validFrom: string;
  readonly reason: string;
  readonly author: string;
}

/** A number for a field: no thousands, so that what stands there is read the same way in both styles where it is whole. */
export function fieldNumber(value: number | null, style: NumberStyle): string {
  if (value === null) return '';
  const text = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 6 }).format(value);
  return style === 'de' ? text.replace('.', ',') : text;
}

/** A day for a field: 31.12.2026, or ISO where numbers are not German. */
export function fieldDate(iso: string | null, style: NumberStyle): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  if (parts === null) return '';
  return style === 'de' ? `${parts[3]}.${parts[2]}.${parts[1]}` : iso!;
}

/** What numbers of a sourced value are multiplied by in the fields. */
function scaleOf(name: SourcedName, unit: Unit): number {
  return name === 'rate' ? rateScale(unit) : name === 'share' ? 100 : 1;
}

const NO_VALUE: SourcedValue = {
  value: null,
  low: null,
  high: null,
  basis: 'assumption',
  source: null,
  city: null,
  remark: null,
};

const EVERYONE: SourcedValue = { ...NO_VALUE, value: 1, basis: 'practice' };

function sourcedDraft(sourced: SourcedValue, scale: number, style: NumberStyle, language: Language): SourcedDraft {
  const write = (value: number | null) => fieldNumber(value === null ? null : scaled(value, scale), style);
  return {
    value: write(sourced.value),
    low: write(sourced.low),
    high: write(sourced.high),
    basis: sourced.basis,
    title: sourced.source?.title ?? '',
    url: sourced.source?.url ?? '',
    city: sourced.city ?? '',
    remark: sourced.remark?.[language] ?? '',
  };
}

/** A draft that says what a record says; it is valid from `today` (ISO) and signed by `author`. */
export function draftOf(indicator: Indicator, language: Language, today: string, author: string): IndicatorDraft {
  const style: NumberStyle = language === 'de' ? 'de' : 'plain';
  const { model, unit, rate, limitMeters, targetShare, target, rounding } = indicator;
  const sourced = (name: SourcedName, value: SourcedValue | null) =>
    sourcedDraft(value ?? NO_VALUE, scaleOf(name, unit), style, language);
  return {
    base: citation(indicator),
    style,
    model,
    unit,
    rate: sourced('rate', rate),
    limit: sourced('limit', limitMeters),
    share: sourced('share', targetShare),
    largestLimit: fieldNumber(indicator.largestLimitMeters, style),
    agesFrom: fieldNumber(target.from, style),
    agesTo: fieldNumber(target.to, style),
    rounding: rounding.kind,
    groupSize: fieldNumber(rounding.size, style),
    validFrom: fieldDate(today, style),
    reason: '',
    author,
  };
}

/** What a draft says: the record if its content can be read, and a sentence for each field that has a fault. */
export interface ReadDraft {
  /** With the next version's number, reason, author and valid-from as far as they are given; `null` while its content has a fault. */
  readonly indicator: Indicator | null;
  readonly faults: ReadonlyMap<IndicatorField, Problem>;
  /** Whether it says something else than the record it began as. */
  readonly changed: boolean;
}

const SIGNATURE: readonly IndicatorField[] = ['valid-from', 'reason', 'author'];

/** Reads a draft of `base` as version `version`. */
export function readDraft(draft: IndicatorDraft, base: Indicator, version: number): ReadDraft {
  const faults = new Map<IndicatorField, Problem>();
  const reader = new FieldReader(draft.style, faults);
  const limit = hasReach(draft.model)
    ? reader.sourced('limit', draft.limit, base.limitMeters ?? NO_VALUE, 1, draft)
    : null;
  const share = reader.sourced('share', draft.share, base.targetShare ?? NO_VALUE, 100, draft);
  const countsEveryone = draft.model === 'reach' && base.model !== 'reach';
  const validFrom = reader.date('valid-from', draft.validFrom);
  const isGrouped = draft.rounding === 'groups' || draft.rounding === 'zuege';
  const indicator: Indicator = {
    ...base,
    version,
    model: draft.model,
    unit: draft.unit,
    // Reach counts people, not places: everyone of the target group, once.
    rate: countsEveryone ? EVERYONE : reader.sourced('rate', draft.rate, base.rate, rateScale(draft.unit), draft),
    limitMeters: limit,
    largestLimitMeters: hasReach(draft.model)
      ? reader.number('largest-limit', draft.largestLimit, base.largestLimitMeters, 1)
      : null,
    targetShare: share.value === null && share.low === null && share.high === null ? null : share,
    target: {
      ...base.target,
      from: reader.number('ages-from', draft.agesFrom, base.target.from, 1) ?? reader.missing('ages-from', 'ages'),
      to: reader.number('ages-to', draft.agesTo, base.target.to, 1),
    },
    rounding: {
      kind: draft.rounding,
      size: isGrouped ? reader.number('group-size', draft.groupSize, base.rounding.size, 1) : null,
    },
    validFrom,
    reason: reader.said('reason', draft.reason),
    author: reader.said('author', draft.author),
  };
  for (const { field, problem: found } of checkIndicator(indicator)) if (!faults.has(field)) faults.set(field, found);
  const isReadable = [...faults.keys()].every((field) => SIGNATURE.includes(field));
  return { indicator: isReadable ? indicator : null, faults, changed: !isReadable || !saysTheSame(base, indicator) };
}

/** Reads fields; what cannot be read is noted with a sentence and counts as missing. */
class FieldReader {
  readonly #style: NumberStyle;
  readonly #faults: Map<IndicatorField, Problem>;

  constructor(style: NumberStyle, faults: Map<IndicatorField, Problem>) {
    this.#style = style;
    this.#faults = faults;
  }

  missing(field: IndicatorField, what: 'ages'): number {
    if (!this.#faults.has(field)) this.#faults.set(field, problem('indicator.missing', { what }));
    return 0;
  }

  /** A number that was not touched stays what it was, digit by digit. */
  number(field: IndicatorField, text: string, before: number | null, scale: number): number | null {
    if (before !== null && text.trim() === fieldNumber(scaled(before, scale), this.#style)) return before;
    const parsed = parseNumber(text, this.#style, ['']);
    if (parsed.kind === 'missing') return null;
    if (parsed.kind === 'value') return scaled(parsed.value, 1 / scale);
    this.#faults.set(field, problem('indicator.number-unreadable', { found: parsed.found, style: this.#style }));
    return null;
  }

  date(field: IndicatorField, text: string): string | null {
    const parsed = parseDate(text, ['']);
    if (parsed.kind === 'value') return parsed.value;
    this.#faults.set(
      field,
      parsed.kind === 'error'
        ? problem('indicator.date-unreadable', { found: parsed.found })
        : problem('indicator.missing', { what: 'valid-from' }),
    );
    return null;
  }

  said(field: 'reason' | 'author', text: string): string | null {
    if (text.trim() !== '') return text.trim();
    this.#faults.set(field, problem('indicator.missing', { what: field }));
    return null;
  }

  sourced(
    name: SourcedName,
    fields: SourcedDraft,
    before: SourcedValue,
    scale: number,
    { base }: IndicatorDraft,
  ): SourcedValue {
    const title = fields.title.trim();
    const url = fields.url.trim();
    if (url !== '' && title === '') this.#faults.set(`${name}.title`, problem('indicator.missing', { what: 'source' }));
    const remark = fields.remark.trim();
    return {
      value: this.number(`${name}.value`, fields.value, before.value, scale),
      low: this.number(`${name}.low`, fields.low, before.low, scale),
      high: this.number(`${name}.high`, fields.high, before.high, scale),
      basis: fields.basis,
      source: sourceOf(before.source, title, url, fields.basis, base),
      city: fields.city.trim() === '' ? null : fields.city.trim(),
      // What a person writes is in one language only and stands in both.
      remark: remark === '' ? null : isOneOf(remark, before.remark) ? before.remark : { de: remark, en: remark },
    };
  }
}

function isOneOf(text: string, localized: SourcedValue['remark']): boolean {
  return localized !== null && (localized.de === text || localized.en === text);
}

const SOURCE_KIND: Readonly<Record<Basis, IndicatorSource['kind']>> = {
  law: 'law',
  standard: 'standard',
  decision: 'council-paper',
  practice: 'authority',
  assumption: 'own-assumption',
};

function sourceOf(
  before: IndicatorSource | null,
  title: string,
  url: string,
  basis: Basis,
  base: string,
): IndicatorSource | null {
  if (title === '') return null;
  if (before !== null && before.title === title && (before.url ?? '') === url) return before;
  return { id: base, title, url: url === '' ? null : url, year: null, kind: SOURCE_KIND[basis] };
}

/** Whether a number was changed while basis, source, city and remark are still those of the old one. */
export function keepsOldSource(draft: SourcedDraft, before: SourcedDraft): boolean {
  const number = ({ value, low, high }: SourcedDraft) => `${value}|${low}|${high}`;
  const origin = ({ basis, title, url, city, remark }: SourcedDraft) => [basis, title, url, city, remark].join('|');
  return number(draft) !== number(before) && origin(draft) === origin(before);
}
