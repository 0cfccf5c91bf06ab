import { useId } from 'react';
import { useStore } from 'zustand';
import type { ServiceId } from '../../shared/services.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { HelpMark } from '../common/help-mark.tsx';
import { Segments } from '../common/segments.tsx';
import { useGapView, useSetGap } from './use-gaps.ts';

/** Services in the order a planner looks for them; those without a Kennwert are left out. */
export const GROUPS = [
  ['gaps.group-children', ['kita-u3', 'kita-ue3', 'grundschule', 'ganztag', 'sek-1']],
  ['gaps.group-meeting', ['jugendtreff', 'begegnung', 'familienzentrum', 'bibliothek']],
  [
    'gaps.group-play',
    ['spielplatz-0-6', 'spielplatz-6-12', 'spielplatz-12-18', 'spielflaeche', 'gruen-nah', 'sporthalle'],
  ],
  ['gaps.group-health', ['hausarzt', 'kinderarzt', 'pflege', 'tagespflege']],
] as const satisfies readonly (readonly [string, readonly ServiceId[]])[];

export function ServiceSelect() {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const { service } = useGapView();
  const { catalogue } = useApp();
  const known = useStore(catalogue, (state) => state.indicators);
  const has = (candidate: ServiceId) => known.some((indicator) => indicator.service === candidate);
  return (
    <div className="field field-wide">
      <span className="field-head">
        <label htmlFor={id}>{t('gaps.service')}</label>
        <HelpMark name={t('gaps.service')} text={t('gaps.help-service')} />
      </span>
      <select
        id={id}
        className="select gap-service"
        value={service}
        // Another service has other measures and another limit.
        onChange={(event) => setGap({ service: event.target.value as ServiceId, measure: null, limitMeters: null })}
      >
        {GROUPS.map(([group, services]) => (
          <optgroup key={group} label={t(group)}>
            {services.filter(has).map((id) => (
              <option key={id} value={id}>
                {t(`service.${id}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

export function YearSelect() {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const years = useCity((state) => state.summary?.identity.years ?? null);
  const { year } = useGapView();
  if (years === null) return null;
  return (
    <div className="field">
      <span className="field-head">
        <label htmlFor={id}>{t('gaps.year')}</label>
        <HelpMark name={t('gaps.year')} text={t('gaps.help-year')} />
      </span>
      <select
        id={id}
        className="select gap-year"
        value={year ?? years[0]}
        onChange={(event) => setGap({ year: Number(event.target.value) })}
      >
        {years.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    </div>
  );
}

const VARIANTS = ['low', 'middle', 'high'] as const;

export function VariantChoice() {
  const t = useTexts();
  const setGap = useSetGap();
  const { variant } = useGapView();
  return (
    <Segments
      label={t('gaps.variant')}
      help={t('gaps.help-variant')}
      options={VARIANTS.map((value) => ({ value, label: t(`gaps.variant-${value}`) }))}
      value={variant}
      onChange={(value) => setGap({ variant: value })}
    />
  );
}
