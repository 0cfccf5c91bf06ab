import { useState } from 'react';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { nextVersion } from '../../plan/readers/next-version.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { Accept } from './editor-accept.tsx';
import { ContentFields, Signature } from './editor-fields.tsx';
import { EffectPeek, EffectSection } from './effect-section.tsx';
import { draftOf, type IndicatorDraft, readDraft } from './indicator-draft.ts';
import { draftKey, keepDraft, showScreen, useScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { today, usePlan } from './use-catalogue.ts';
import { useResults } from './use-results.ts';

/** Changes a Kennwert: fields, what the change does to the city, and who makes it why. A new version; the old ones stay. */
export function IndicatorEditor({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { settings } = useApp();
  const plan = usePlan();
  const { indicator: base, decision } = listed;
  const cityId = useCity((state) => state.summary?.identity.id ?? '');
  const key = draftKey(cityId, base.id);
  const kept = useScreen((state) => state.drafts[key]);
  const [fresh] = useState(() => draftOf(base, t.language, today(), settings.read().person ?? ''));
  const draft = kept ?? fresh;
  const version = nextVersion(plan, DEFAULT_CATALOGUE, base.id);
  const read = readDraft(draft, base, version);
  const set = (change: Partial<IndicatorDraft>) => keepDraft(key, { ...draft, ...change });
  const isComparable = read.indicator !== null && read.changed;
  const effect = useResults(isComparable ? [base, content(read.indicator!)] : []);
  const leave = () => showScreen({ kind: 'record', id: base.id });
  return (
    <form className="indicator-form" noValidate>
      <SubHead
        title={t('indicators.edit-title', { name: base.name[t.language] })}
        back={{ label: base.name[t.language], onBack: leave }}
      >
        {decision === null ? null : (
          <p className="standing standing-decided">
            <Icon name="lock" />
            {t('indicators.locked', { reference: decision.reference ?? decision.title })}
          </p>
        )}
        {draft.base === citation(base) ? null : (
          <p className="warning-text">{t('indicators.base-changed', { citation: citation(base) })}</p>
        )}
        <p className="secondary">{t(`indicators.numbers-${draft.style}`)}</p>
      </SubHead>
      <ContentFields base={base} draft={draft} read={read} set={set} />
      <EffectSection
        effect={effect}
        nothing={
          read.indicator === null ? t('indicators.effect-faulty') : read.changed ? null : t('indicators.effect-wait')
        }
      />
      <Signature base={base} draft={draft} read={read} set={set} />
      <Accept base={base} read={read} effectStale={effect.stale} draftKey={key} version={version} />
      {isComparable ? <EffectPeek effect={effect} /> : null}
    </form>
  );
}

/** The record without its signature: what is computed does not depend on it. */
function content(indicator: Indicator): Indicator {
  return { ...indicator, reason: null, author: null, validFrom: null };
}
