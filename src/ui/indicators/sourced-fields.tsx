import { useState } from 'react';
import type { IndicatorField, SourcedName } from '../../indicators/check-indicator.ts';
import { BASES } from '../../indicators/indicator.ts';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { FieldGroup, SelectField, TextField } from './form-fields.tsx';
import { keepsOldSource, type SourcedDraft } from './indicator-draft.ts';

interface SourcedFieldsProps {
  readonly name: SourcedName;
  readonly title: string;
  readonly help: string;
  /** In what the numbers are counted. */
  readonly unit: string;
  readonly draft: SourcedDraft;
  /** The fields as the record has them. */
  readonly before: SourcedDraft;
  readonly faults: ReadonlyMap<IndicatorField, Problem>;
  readonly onChange: (draft: SourcedDraft) => void;
}

/** A number with its range, and what it rests on. */
export function SourcedFields({ name, title, help, unit, draft, before, faults, onChange }: SourcedFieldsProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const set = (change: Partial<SourcedDraft>) => onChange({ ...draft, ...change });
  const isOld = keepsOldSource(draft, before);
  // A target is one number; the two others have a range.
  const parts = name === 'share' ? (['value'] as const) : (['value', 'low', 'high'] as const);
  const hasFault = faults.has(`${name}.title`) || faults.has(`${name}.url`);
  return (
    <FieldGroup title={`${title} (${unit})`} help={help}>
      <div className="indicator-range">
        {parts.map((part) => (
          <TextField
            key={part}
            label={t(`indicators.field-${part}`)}
            value={draft[part]}
            inputMode="decimal"
            problem={faults.get(`${name}.${part}`)}
            onChange={(text) => set({ [part]: text })}
          />
        ))}
      </div>
      {isOld ? <p className="warning-text">{t('indicators.old-source')}</p> : null}
      <details
        className="indicator-details"
        open={open || hasFault}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('indicators.origin-of', { basis: t(`report-basis.${draft.basis}`) })}</summary>
        <SelectField
          label={t('indicators.field-basis')}
          value={draft.basis}
          options={BASES.map((basis) => ({ value: basis, label: t(`report-basis.${basis}`) }))}
          onChange={(basis) => set({ basis })}
        />
        <TextField
          label={t('indicators.field-source')}
          value={draft.title}
          problem={faults.get(`${name}.title`)}
          onChange={(text) => set({ title: text })}
        />
        <TextField
          label={t('indicators.field-url')}
          value={draft.url}
          inputMode="url"
          problem={faults.get(`${name}.url`)}
          onChange={(url) => set({ url })}
        />
        <TextField label={t('indicators.field-city')} value={draft.city} onChange={(city) => set({ city })} />
        <TextField label={t('indicators.field-remark')} value={draft.remark} onChange={(remark) => set({ remark })} />
      </details>
    </FieldGroup>
  );
}
