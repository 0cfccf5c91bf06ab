import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { FrozenFigures } from '../../plan/types/common.ts';
import { freezeGaps } from '../../questions/need-evidence.ts';
import {
  codeText,
  fieldText,
  NEED_UNITS,
  REQUIREMENTS,
  requirementText,
  unitText,
} from '../../report/needs/need-text.ts';
import type { Problem } from '../../shared/problem.ts';
import { SERVICE_IDS } from '../../shared/services.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { Refused } from '../common/form-end.tsx';
import { SaveButton, SelectField, TextField } from '../indicators/form-fields.tsx';
import { useNumberStyle } from '../sites/site-form.tsx';
import { DepartmentField } from './department-field.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import {
  type NeedDraft,
  type NeedProblemsByField,
  type NeedValues,
  placeOfDraft,
  readDay,
  readNeed,
} from './need-draft.ts';
import { NeedPlaceField } from './need-place-field.tsx';
import { needsStore, setNeedsUi, useNeedsUi } from './needs-store.ts';
import { TextArea } from './text-area.tsx';
import { useEvidenceRequest, useFigures, usePlaceFacts } from './use-figures.ts';

interface NeedFormProps {
  readonly first: NeedDraft;
  /** The need that is amended; `null` = a new one. */
  readonly of: string | null;
  readonly saving: boolean;
  /** What the plan refused. */
  readonly refused: Problem | null;
  /** `evidence` = the figures of the place at this moment; `null` = there are none. */
  readonly onSave: (values: NeedValues, draft: NeedDraft, evidence: FrozenFigures | null) => void;
  readonly onCancel: () => void;
  /** Why it cannot be saved yet, beside what its own fields say. */
  readonly blocked?: string | null;
  readonly children?: ReactNode;
}

const NO_PROBLEMS: NeedProblemsByField = {};

/** Everything a need says, read strictly: a field that cannot be read says why and stays as it is. */
export function NeedForm({ first, of, saving, refused, onSave, onCancel, blocked = null, children }: NeedFormProps) {
  const t = useTexts();
  const style = useNumberStyle();
  const edition = useCity((state) => state.summary?.edition ?? '');
  const isNew = of === null;
  const draft = useNeedsUi((state) => (state.draft?.of === of ? state.draft.fields : first));
  const [tried, setTried] = useState(false);
  const [wanted, setWanted] = useState(false);
  const set = useCallback(
    (change: Partial<NeedDraft>) => {
      const { draft: before } = needsStore.getState();
      setNeedsUi({ draft: { of, fields: { ...(before?.of === of ? before.fields : first), ...change } } });
    },
    [of, first],
  );
  const place = placeOfDraft(draft, style);
  const facts = usePlaceFacts(place);
  const position = facts?.position ?? null;
  useEffect(() => {
    setNeedsUi({ sketch: position });
    return () => setNeedsUi({ sketch: null });
  }, [position]);
  const day = readDay(draft.neededBy);
  const figures = useFigures(useEvidenceRequest(draft.service, day.kind === 'value' ? day.value : null));
  const evidence = useMemo(() => {
    if (figures.kind !== 'result' || facts === null) return null;
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    return freezeGaps(
      figures.result,
      facts.path.map(({ id }) => id),
      { at, edition },
    );
  }, [figures, facts, edition]);
  const read = readNeed(draft, style, facts);
  const all = 'problems' in read ? read.problems : NO_PROBLEMS;
  // A field that is still empty is not wrong before somebody wants to save.
  const problems = tried ? all : onlyTyped(all, draft);
  const isBlocked = tried && 'problems' in read;
  // Where it lies and its figures may still be on their way: neither outside the city nor without evidence is it to slip through.
  const isReady = (draft.kind === 'city' || facts !== null) && figures.kind !== 'waiting';
  const isWaiting = wanted && !isReady;
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved once, as soon as everything is there
  useEffect(() => {
    if (!wanted || !isReady) return;
    setWanted(false);
    if ('values' in read && !saving && blocked === null) onSave(read.values, draft, evidence);
  }, [wanted, isReady]);
  const text = (field: TextKey, label = fieldText(LABELS[field] ?? field, t), wide = false) => (
    <TextField
      wide={wide}
      label={label}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      problem={problems[field]}
    />
  );
  const coded = (codes: readonly string[]) => codes.map((value) => ({ value, label: codeText(value, t) }));
  return (
    <form className="site-form need-form" noValidate onSubmit={(event) => event.preventDefault()}>
      {text('title', fieldText('title', t), true)}
      {isNew ? (
        <DepartmentField
          label={fieldText('departmentId', t)}
          id={draft.departmentId}
          name={draft.departmentName}
          onChange={set}
          problem={problems.departmentId}
        />
      ) : null}
      <div className="sites-fields">
        <SelectField
          wide
          label={fieldText('service', t)}
          value={draft.service}
          options={[
            { value: '' as const, label: t('needs.qualitative') },
            ...SERVICE_IDS.map((value) => ({ value, label: t(`service.${value}`) })),
          ]}
          onChange={(service) => set({ service })}
        />
        {text('topic', t(draft.service === '' ? 'needs.topic' : 'needs.topic-beside'), true)}
        {text('targetGroup')}
        {text('quantity')}
        <SelectField
          label={fieldText('unit', t)}
          value={draft.unit}
          options={[...new Set(['', ...NEED_UNITS, first.unit])].map((value) => ({
            value,
            label: value === '' ? t('missing.long') : unitText(value, t),
          }))}
          onChange={(unit) => set({ unit })}
        />
        {text('rooms')}
        {text('plotSize')}
      </div>
      <NeedPlaceField draft={draft} facts={facts} problems={problems} onChange={set} />
      <fieldset className="gap-section">
        <legend>{fieldText('requirements', t)}</legend>
        <div className="needs-checks">
          {[...new Set([...REQUIREMENTS, ...first.requirements])].map((code) => (
            <label key={code} className="site-check">
              <input
                type="checkbox"
                checked={draft.requirements.includes(code)}
                onChange={(event) =>
                  set({
                    requirements: event.target.checked
                      ? [...draft.requirements, code]
                      : draft.requirements.filter((other) => other !== code),
                  })
                }
              />
              {requirementText(code, t)}
            </label>
          ))}
        </div>
        {text('requirementNote', undefined, true)}
      </fieldset>
      <div className="sites-fields">
        {text('neededBy', t('needs.needed-by'))}
        <SelectField
          label={fieldText('urgency', t)}
          value={draft.urgency}
          options={coded(['duty', 'should', 'wish']) as { value: NeedDraft['urgency']; label: string }[]}
          onChange={(urgency) => set({ urgency })}
        />
        <SelectField
          label={fieldText('reasonKind', t)}
          value={draft.reasonKind}
          options={
            [{ value: '', label: t('missing.long') }, ...coded(['gap', 'law', 'decision', 'judgement'])] as {
              value: NeedDraft['reasonKind'];
              label: string;
            }[]
          }
          onChange={(reasonKind) => set({ reasonKind })}
        />
        {text('reference')}
      </div>
      <TextArea
        label={fieldText('reason', t)}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        problem={problems.reason}
      />
      <fieldset className="gap-section">
        <legend>{fieldText('evidence', t)}</legend>
        {evidence === null ? (
          <p className="secondary">
            {t(`needs.evidence-${draft.service === '' ? 'none' : figures.kind === 'unknown' ? 'unknown' : 'waiting'}`)}
          </p>
        ) : (
          <>
            <EvidenceTable frozen={evidence} withToday={false} />
            <p className="secondary">{t('needs.evidence-freezes')}</p>
          </>
        )}
      </fieldset>
      <div className="sites-fields">
        <SelectField
          label={fieldText('combinable', t)}
          value={draft.combinable}
          options={(['unknown', 'yes', 'no'] as const).map((value) => ({
            value,
            label: value === 'unknown' ? t('missing.long') : t(`details.${value}`),
          }))}
          onChange={(combinable) => set({ combinable })}
        />
        {text('combinableNote')}
        {text('contactRole')}
        {isNew ? <CircleField value={draft.circle} onChange={(circle) => set({ circle })} /> : null}
      </div>
      <TextArea label={t('needs.links')} value={draft.links} onChange={(links) => set({ links })} rows={2} />
      {children}
      <Refused problem={refused} />
      <div className="site-form-buttons">
        <SaveButton
          label={t(saving || isWaiting ? 'needs.saving' : isNew ? 'needs.report-save' : 'needs.amend-save')}
          blocked={isBlocked ? t('needs.form-blocked') : tried ? blocked : null}
          onSave={() => {
            setTried(true);
            if ('values' in read && blocked === null) setWanted(true);
          }}
        />
        <button type="button" className="button" onClick={onCancel}>
          {t('needs.cancel')}
        </button>
      </div>
    </form>
  );
}

type TextKey =
  | 'title'
  | 'topic'
  | 'targetGroup'
  | 'quantity'
  | 'rooms'
  | 'plotSize'
  | 'requirementNote'
  | 'neededBy'
  | 'reference'
  | 'combinableNote'
  | 'contactRole';

/** Fields that the plan calls otherwise. */
const LABELS: Partial<Record<TextKey, string>> = { rooms: 'roomSquareMeters', plotSize: 'plotSquareMeters' };

function onlyTyped(problems: NeedProblemsByField, draft: NeedDraft): NeedProblemsByField {
  const typed = (['quantity', 'rooms', 'plotSize', 'radius', 'neededBy'] as const).filter(
    (field) => draft[field] !== '',
  );
  // A place that is there and wrong (crossing itself, outside) is said at once.
  const isThere = problems.place !== undefined && problems.place.code !== 'need.place-missing';
  const kept = [...typed, ...(isThere ? (['place'] as const) : [])];
  return Object.fromEntries(kept.flatMap((field) => (problems[field] === undefined ? [] : [[field, problems[field]]])));
}
