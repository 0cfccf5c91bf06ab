import type { SourceRecord } from '../../city/types.ts';
import type { Texts } from '../../i18n/translate.ts';

/** Why a figure of an object is missing: its source says nothing about it. */
export function missingReason(source: SourceRecord | null, t: Texts): string {
  return source === null ? t('missing.no-source') : t('missing.by-source', { source: source.name });
}
