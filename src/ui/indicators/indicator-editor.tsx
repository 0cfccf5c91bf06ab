import { useState } from 'react';
import { hasReach, modelsOfService, UNITS_BY_MODEL } from '../../indicators/check-indicator.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { type AddIndicatorVersionArgs, addIndicatorVersion } from '../../plan/actions/add-indicator-version.ts';
import { nextVersion } from '../../plan/readers/next-version.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { EffectPeek, EffectSection } from './effect-section.tsx';
import { FieldGroup, SaveButton, SelectField, TextField } from './form-fields.tsx';
import { draftOf, type IndicatorDraft, type ReadDraft, readDraft } from './indicator-draft.ts';
import { draftKey, keepDraft, showScreen, useScreen } from './screen-store.ts';
import { SourcedFields } from './sourced-fields.tsx';
import { SubHead } from './sub-head.tsx';
import { now, today, usePlan } from './use-catalogue.ts';
import { usePlanChange } from './use-plan-change.ts';
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

interface PartProps {
  readonly base: Indicator;
  readonly draft: IndicatorDraft;
  readonly read: ReadDraft;
  readonly set: (change: Partial<IndicatorDraft>) => void;
}

function ContentFields({ base, draft, read: { faults }, set }: PartProps) {
  const t = useTexts();
  // In the way the draft began, whatever the language is now.
  const before = draftOf(base, draft.style === 'de' ? 'de' : 'en', today(), '');
  const models = modelsOfService(base.service);
  const units = UNITS_BY_MODEL[draft.model];
  const reach = hasReach(draft.model);
  // Another model counts in other units: the first that fits, until another is chosen.
  const setModel = (model: IndicatorDraft['model']) =>
    set({ model, unit: UNITS_BY_MODEL[model].includes(draft.unit) ? draft.unit : UNITS_BY_MODEL[model][0]! });
  return (
    <>
      {draft.model === 'reach' && base.model !== 'reach' ? null : (
        <SourcedFields
          name="rate"
          title={t('indicators.field-rate')}
          unit={t(`indicators.rate-${draft.unit}`)}
          draft={draft.rate}
          before={before.rate}
          faults={faults}
          onChange={(rate) => set({ rate })}
        />
      )}
      {reach ? (
        <>
          <SourcedFields
            name="limit"
            title={t('indicators.field-limit')}
            unit={t('indicators.limit-unit')}
            draft={draft.limit}
            before={before.limit}
            faults={faults}
            onChange={(limit) => set({ limit })}
          />
          <TextField
            label={`${t('indicators.largest-limit')} (m)`}
            value={draft.largestLimit}
            inputMode="decimal"
            problem={faults.get('largest-limit')}
            onChange={(largestLimit) => set({ largestLimit })}
          />
        </>
      ) : null}
      <FieldGroup title={t('indicators.field-target')}>
        <div className="indicator-pair">
          <TextField
            label={t('indicators.field-ages-from')}
            value={draft.agesFrom}
            inputMode="decimal"
            problem={faults.get('ages-from')}
            onChange={(agesFrom) => set({ agesFrom })}
          />
          <TextField
            label={t('indicators.field-ages-to')}
            value={draft.agesTo}
            inputMode="decimal"
            problem={faults.get('ages-to')}
            onChange={(agesTo) => set({ agesTo })}
          />
        </div>
      </FieldGroup>
      <SourcedFields
        name="share"
        title={t('indicators.field-share')}
        unit={t('indicators.share-unit')}
        draft={draft.share}
        before={before.share}
        faults={faults}
        onChange={(share) => set({ share })}
      />
      <FieldGroup title={t('indicators.field-model')}>
        <SelectField
          label={t('indicators.field-model')}
          value={draft.model}
          options={models.map((value) => ({ value, label: t(`report-model.${value}`) }))}
          problem={faults.get('model')}
          onChange={setModel}
        />
        <p className="secondary">{t(`indicators.model-${draft.model}`)}</p>
        <SelectField
          label={t('indicators.field-unit')}
          value={draft.unit}
          options={[...new Set([...units, draft.unit])].map((value) => ({
            value,
            label: t(`indicators.unit-${value}`),
          }))}
          problem={faults.get('unit')}
          onChange={(unit) => set({ unit })}
        />
        <div className="indicator-pair">
          <SelectField
            label={t('indicators.field-rounding')}
            value={draft.rounding}
            options={(['none', 'whole', 'groups', 'zuege'] as const).map((value) => ({
              value,
              label: t(`indicators.kind-${value}`),
            }))}
            onChange={(rounding) => set({ rounding })}
          />
          {draft.rounding === 'groups' || draft.rounding === 'zuege' ? (
            <TextField
              label={t('indicators.field-group-size')}
              value={draft.groupSize}
              inputMode="decimal"
              problem={faults.get('group-size')}
              onChange={(groupSize) => set({ groupSize })}
            />
          ) : null}
        </div>
      </FieldGroup>
    </>
  );
}

function Signature({ draft, read: { faults, changed }, set }: PartProps) {
  const t = useTexts();
  // Nobody is told that a reason is missing before there is something to give a reason for.
  const faultOf = (field: 'reason' | 'author' | 'valid-from') => (changed ? faults.get(field) : undefined);
  return (
    <FieldGroup title={t('indicators.signature')}>
      <TextField
        label={t('indicators.field-valid-from')}
        value={draft.validFrom}
        required
        problem={faultOf('valid-from')}
        onChange={(validFrom) => set({ validFrom })}
      />
      <TextField
        label={t('indicators.field-reason')}
        value={draft.reason}
        required
        problem={faultOf('reason')}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={t('indicators.field-author')}
        value={draft.author}
        required
        problem={faultOf('author')}
        onChange={(author) => set({ author })}
      />
    </FieldGroup>
  );
}

interface AcceptProps {
  readonly base: Indicator;
  readonly read: ReadDraft;
  readonly effectStale: boolean;
  readonly draftKey: string;
  readonly version: number;
}

function Accept({ base, read, effectStale, draftKey: key, version }: AcceptProps) {
  const t = useTexts();
  const { saving, problem, apply } = usePlanChange();
  const name = base.name[t.language];
  const blocked = !read.changed
    ? t('indicators.blocked-same')
    : read.faults.size > 0
      ? t.count('indicators.blocked-faults', read.faults.size)
      : effectStale
        ? t('indicators.blocked-effect')
        : saving
          ? t('indicators.saving')
          : null;
  const leave = (said: string | null) => {
    keepDraft(key, null);
    showScreen({ kind: 'record', id: base.id }, said);
  };
  const save = () => {
    const { indicator } = read;
    if (indicator === null) return;
    const args: AddIndicatorVersionArgs = {
      indicator,
      shippedVersion: DEFAULT_CATALOGUE.find(({ id }) => id === base.id)?.version ?? 0,
      at: now(),
      circle: 'agsp',
      decisionId: null,
    };
    const date = t.format.date(indicator.validFrom!);
    const label = { code: 'change.added', params: { collection: 'indicatorVersions', name } } as const;
    void apply(addIndicatorVersion, args, label, () =>
      leave(t('indicators.saved', { name, version: String(version), date })),
    );
  };
  return (
    <div className="indicator-accept">
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      <SaveButton label={t('indicators.save', { version: String(version) })} blocked={blocked} onSave={save} />
      <button type="button" className="button" onClick={() => leave(null)}>
        {t('indicators.discard')}
      </button>
    </div>
  );
}
