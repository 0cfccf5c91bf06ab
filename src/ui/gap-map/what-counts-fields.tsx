import { useEffect, useId, useState } from 'react';
import type { WhatCounts } from '../../questions/gaps/gap-request.ts';
import { FIRST_GAP_VIEW } from '../../state/view-state.ts';
import { useTexts } from '../common/app-context.ts';
import { HelpMark } from '../common/help-mark.tsx';
import { Switch } from '../common/switch.tsx';
import { useGapView, useIndicator, useSetGap } from './use-gaps.ts';

const FACILITIES = ['secured', 'planned', 'ideas'] as const;
const CAPACITIES = ['available', 'approved'] as const;
const STAGES = Array.from({ length: 15 }, (_, stage) => stage);

/** What counts: facilities, places, sites, the walk; and the way back to the defaults. */
export function WhatCountsFields() {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const gap = useGapView();
  const { counts } = gap;
  const setCounts = (change: Partial<WhatCounts>) => setGap({ counts: { ...counts, ...change } });
  const { limitMeters, profile, variant } = FIRST_GAP_VIEW;
  const first = { counts: FIRST_GAP_VIEW.counts, limitMeters, profile, variant };
  const isFirst = JSON.stringify(first) === JSON.stringify({ ...first, ...pick(gap) });
  return (
    <details className="gap-section what-counts">
      <summary>{t('gaps.what-counts')}</summary>
      <div className="field field-wide">
        <span className="field-head">
          <label htmlFor={`${id}f`}>{t('gaps.facilities')}</label>
          <HelpMark name={t('gaps.facilities')} text={t('gaps.help-facilities')} />
        </span>
        <select
          id={`${id}f`}
          className="select"
          value={counts.facilities}
          onChange={(event) => setCounts({ facilities: event.target.value as WhatCounts['facilities'] })}
        >
          {FACILITIES.map((value) => (
            <option key={value} value={value}>
              {t(`gaps.facilities-${value}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field field-wide">
        <span className="field-head">
          <label htmlFor={`${id}c`}>{t('gaps.capacity')}</label>
          <HelpMark name={t('gaps.capacity')} text={t('gaps.help-capacity')} />
        </span>
        <select
          id={`${id}c`}
          className="select"
          value={counts.capacity}
          onChange={(event) => setCounts({ capacity: event.target.value as WhatCounts['capacity'] })}
        >
          {CAPACITIES.map((value) => (
            <option key={value} value={value}>
              {t(`gaps.capacity-${value}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field field-wide">
        <span className="field-head">
          <label htmlFor={`${id}s`}>{t('gaps.stage')}</label>
          <HelpMark name={t('gaps.stage')} text={t('gaps.help-stage')} />
        </span>
        <select
          id={`${id}s`}
          className="select"
          value={counts.sitesFromStage}
          onChange={(event) => setCounts({ sitesFromStage: Number(event.target.value) })}
        >
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {t('gaps.stage-option', { stage, name: t(`stage.${stage}` as 'stage.0') })}
            </option>
          ))}
        </select>
      </div>
      <LimitField />
      <Switch
        label={t('gaps.step-free')}
        checked={gap.profile === 'step-free'}
        onChange={(stepFree) => setGap({ profile: stepFree ? 'step-free' : 'all' })}
      />
      <button type="button" className="button" disabled={isFirst} onClick={() => setGap(first)}>
        {t('gaps.reset')}
      </button>
    </details>
  );
}

function pick({ counts, limitMeters, profile, variant }: typeof FIRST_GAP_VIEW) {
  return { counts, limitMeters, profile, variant };
}

/** The walking limit; empty = the Kennwert's own. Takes effect as soon as it is a valid number. */
function LimitField() {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const { limitMeters } = useGapView();
  const indicator = useIndicator();
  const [text, setText] = useState(limitMeters === null ? '' : String(limitMeters));
  useEffect(() => setText(limitMeters === null ? '' : String(limitMeters)), [limitMeters]);
  const own = indicator?.limitMeters?.value ?? null;
  if (indicator === null || indicator.limitMeters === null) return null;
  const largest = indicator.largestLimitMeters ?? own ?? 2000;
  const isValid = (value: string) =>
    value === '' || (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= largest);
  const change = (value: string) => {
    setText(value);
    if (isValid(value)) setGap({ limitMeters: value === '' ? null : Number(value) });
  };
  return (
    <div className="field field-wide">
      <span className="field-head">
        <label htmlFor={id}>{t('gaps.limit')}</label>
        <HelpMark name={t('gaps.limit')} text={t('gaps.help-limit')} />
      </span>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        value={text}
        placeholder={own === null ? '' : String(own)}
        aria-describedby={`${id}n`}
        aria-invalid={!isValid(text)}
        onChange={(event) => change(event.target.value.trim())}
      />
      <p id={`${id}n`} className={isValid(text) ? 'secondary' : 'warning-text'}>
        {isValid(text)
          ? own === null
            ? ''
            : t('gaps.limit-own', { meters: own })
          : t('gaps.limit-wrong', { largest })}
      </p>
    </div>
  );
}
