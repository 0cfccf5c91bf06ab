import { type ReactNode, useState } from 'react';
import { stageName } from '../../report/sites/register-table.ts';
import type { NumberStyle } from '../../shared/german-numbers.ts';
import type { Problem } from '../../shared/problem.ts';
import { useTexts, useView } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { Refused } from '../common/form-end.tsx';
import { SaveButton, SelectField, TextField } from '../indicators/form-fields.tsx';
import { GeometryField } from './geometry-field.tsx';
import { type DraftProblems, readSiteDraft, type SiteDraft, type SiteValues } from './site-draft.ts';

/** Numbers are typed in the way of the language. */
export function useNumberStyle(): NumberStyle {
  return useView((state) => (state.language === 'de' ? 'de' : 'plain'));
}

interface SiteFormProps {
  readonly first: SiteDraft;
  readonly saveLabel: string;
  readonly saving: boolean;
  /** What the plan refused. */
  readonly refused: Problem | null;
  readonly onSave: (values: SiteValues) => void;
  readonly onCancel: () => void;
  /** A scenario is open: the site may be left out of it. */
  readonly inScenario: boolean;
  readonly children?: ReactNode;
}

const STAGES = Array.from({ length: 15 }, (_, stage) => stage);
const YES_NO = ['unknown', 'yes', 'no'] as const;
const DWELLING_TYPES = ['unknown', 'MFH', 'EFH', 'mixed'] as const;
const SIDE_STATES = ['none', 'dormant', 'abandoned'] as const;

/** Everything about a site, read strictly: a field that cannot be read says why and stays as it is. */
export function SiteForm({ first, saveLabel, saving, refused, onSave, onCancel, inScenario, children }: SiteFormProps) {
  const t = useTexts();
  const style = useNumberStyle();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const read = readSiteDraft(draft, style);
  const problems: DraftProblems = 'problems' in read ? read.problems : {};
  const set = (change: Partial<SiteDraft>) => setDraft((before) => ({ ...before, ...change }));
  // A field that is still empty is not wrong before somebody wants to save.
  const shown = (field: keyof SiteDraft) =>
    tried || (draft[field] !== '' && draft[field] !== null) ? problems[field] : undefined;
  const text = (field: keyof SiteDraft & TextKeyOfDraft, label: string, wide = false) => (
    <TextField
      wide={wide}
      label={label}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      problem={shown(field)}
    />
  );
  const isBlocked = tried && 'problems' in read;
  return (
    <form className="site-form" onSubmit={(event) => event.preventDefault()}>
      {text('name', t('sites.column-name'), true)}
      <GeometryField value={draft.geometry} onChange={(geometry) => set({ geometry })} problem={shown('geometry')} />
      <div className="sites-fields">
        {text('dwellings', t('details.dwellings'))}
        {text('dwellingsLost', t('details.dwellings-lost'))}
        {text('floorArea', `${t('details.floor-area')} (m²)`)}
        {text('subsidised', t('sites.subsidised-percent'))}
        <SelectField
          label={t('details.dwelling-type')}
          value={draft.dwellingType}
          options={DWELLING_TYPES.map((value) => ({
            value,
            label: value === 'unknown' ? t('missing.long') : t(`details.dwelling-${value}`),
          }))}
          onChange={(dwellingType) => set({ dwellingType })}
        />
        {draft.phases.trim() === '' ? text('firstYear', t('details.first-occupancy')) : null}
        {text('phases', t('sites.phases-percent'), true)}
        <SelectField
          label={t('details.stage')}
          value={String(draft.stage)}
          options={STAGES.map((stage) => ({ value: String(stage), label: `${stage} ${stageName(stage, t)}` }))}
          onChange={(stage) => set({ stage: Number(stage) })}
        />
        <SelectField
          label={t('details.side-state')}
          value={draft.sideState}
          options={SIDE_STATES.map((value) => ({
            value,
            label: value === 'none' ? t('sites.no-side-state') : t(`details.${value}`),
          }))}
          onChange={(sideState) => set({ sideState })}
        />
        {text('owner', t('details.owner'))}
        <SelectField
          label={t('details.in-forecast')}
          value={draft.inForecast}
          options={YES_NO.map((value) => ({
            value,
            label: value === 'unknown' ? t('missing.long') : t(value === 'yes' ? 'details.yes' : 'details.no'),
          }))}
          onChange={(inForecast) => set({ inForecast })}
        />
        {text('nextStep', t('details.next-step'))}
        {text('nextDate', t('sites.next-date'))}
        {text('contactRole', t('sites.column-contact'), true)}
        <CircleField value={draft.circle} onChange={(circle) => set({ circle })} />
      </div>
      <label className="site-check">
        <input type="checkbox" checked={draft.infill} onChange={(event) => set({ infill: event.target.checked })} />
        {t('details.infill')}
      </label>
      {inScenario ? (
        <label className="site-check">
          <input type="checkbox" checked={draft.leftOut} onChange={(event) => set({ leftOut: event.target.checked })} />
          {t('sites.left-out')}
        </label>
      ) : null}
      {'values' in read && read.values.dwellings === null && read.values.floorAreaSquareMeters === null ? (
        <p className="secondary">{t('sites.no-dwellings')}</p>
      ) : null}
      {children}
      <Refused problem={refused} />
      <div className="site-form-buttons">
        <SaveButton
          label={saving ? t('sites.saving') : saveLabel}
          blocked={isBlocked ? t('sites.form-blocked') : null}
          onSave={() => {
            setTried(true);
            if ('values' in read && !saving) onSave(read.values);
          }}
        />
        <button type="button" className="button" onClick={onCancel}>
          {t('sites.cancel')}
        </button>
      </div>
    </form>
  );
}

type TextKeyOfDraft = {
  [F in keyof SiteDraft]: string extends SiteDraft[F] ? F : never;
}[keyof SiteDraft];
