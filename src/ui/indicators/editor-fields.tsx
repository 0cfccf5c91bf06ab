import { hasReach, modelsOfService, UNITS_BY_MODEL } from '../../indicators/check-indicator.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { useTexts } from '../common/app-context.ts';
import { FieldGroup, SelectField, TextField } from './form-fields.tsx';
import { draftOf, type IndicatorDraft, type ReadDraft } from './indicator-draft.ts';
import { SourcedFields } from './sourced-fields.tsx';
import { today } from './use-catalogue.ts';

interface PartProps {
  readonly base: Indicator;
  readonly draft: IndicatorDraft;
  readonly read: ReadDraft;
  readonly set: (change: Partial<IndicatorDraft>) => void;
}

/** What a Kennwert says: rate, limit, target group, target, model. */
export function ContentFields({ base, draft, read: { faults }, set }: PartProps) {
  const t = useTexts();
  // In the way the draft began, whatever the language is now.
  const before = draftOf(base, draft.style === 'de' ? 'de' : 'en', today(), '');
  const reach = hasReach(draft.model);
  return (
    <>
      {draft.model === 'reach' && base.model !== 'reach' ? null : (
        <SourcedFields
          name="rate"
          title={t('indicators.field-rate')}
          help={t('indicators.help-rate')}
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
            help={t('indicators.help-limit')}
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
      <FieldGroup title={t('indicators.field-target')} help={t('indicators.help-target')}>
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
        help={t('indicators.help-share')}
        unit={t('indicators.share-unit')}
        draft={draft.share}
        before={before.share}
        faults={faults}
        onChange={(share) => set({ share })}
      />
      <ModelFields base={base} draft={draft} faults={faults} set={set} />
    </>
  );
}

type ModelProps = Omit<PartProps, 'read'> & Pick<ReadDraft, 'faults'>;

/** Model, unit and rounding. */
function ModelFields({ base, draft, faults, set }: ModelProps) {
  const t = useTexts();
  const units = UNITS_BY_MODEL[draft.model];
  // Another model counts in other units: the first that fits, until another is chosen.
  const setModel = (model: IndicatorDraft['model']) =>
    set({ model, unit: UNITS_BY_MODEL[model].includes(draft.unit) ? draft.unit : UNITS_BY_MODEL[model][0]! });
  return (
    <FieldGroup title={t('indicators.field-model')} help={t('indicators.help-model')}>
      <SelectField
        label={t('indicators.field-model')}
        value={draft.model}
        options={modelsOfService(base.service).map((value) => ({ value, label: t(`report-model.${value}`) }))}
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
  );
}

/** From when it is valid, why and by whom. */
export function Signature({ draft, read: { faults, changed }, set }: PartProps) {
  const t = useTexts();
  // Nobody is told that a reason is missing before there is something to give a reason for.
  const faultOf = (field: 'reason' | 'author' | 'valid-from') => (changed ? faults.get(field) : undefined);
  return (
    <FieldGroup title={t('indicators.signature')} help={t('indicators.help-signature')}>
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
