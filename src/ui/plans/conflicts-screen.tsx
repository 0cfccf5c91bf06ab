import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { planWords } from '../../i18n/plan-words.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import type { PlanConflict } from '../../state/plan-store.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import {
  type ConflictOption,
  differingFields,
  entryKind,
  faultOfChoice,
  keyOfConflict,
  optionsOf,
  readEntry,
  sendersOf,
} from './conflict-choices.ts';
import { momentText } from './moment-text.ts';
import { objectName, type PlanSpeech, senderText, valueText } from './plan-names.ts';
import { PlansHead } from './plans-head.tsx';
import { sayInPlans } from './plans-screen.ts';

type Choice = { readonly conflict: PlanConflict; readonly value: unknown };

/** Everything that two people set without knowing of each other: one is chosen, or another value written, or all of one sender taken. */
export function ConflictsScreen() {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const conflicts = useStore(planState, (state) => state.conflicts);
  return (
    <div className="plans-form">
      <PlansHead title={t('plans.conflicts-title')}>
        <p className="secondary">{t(conflicts.length === 0 ? 'plans.conflicts-none' : 'plans.conflicts-why')}</p>
      </PlansHead>
      {plan === null ? null : <Conflicts plan={plan} conflicts={conflicts} />}
    </div>
  );
}

function Conflicts({ plan, conflicts }: { readonly plan: Plan; readonly conflicts: readonly PlanConflict[] }) {
  const t = useTexts();
  const speech: PlanSpeech = { plan, words: planWords(t.language), t };
  const settle = useSettle(speech);
  return (
    <>
      {conflicts.length < 2 ? null : (
        <div className="plans-actions">
          {sendersOf(conflicts).map((sender) => (
            <button
              key={`${sender.author} ${sender.department}`}
              type="button"
              className="button"
              onClick={() => settle(sender.choices)}
            >
              {t('plans.all-of', { sender: senderText(sender, speech), count: sender.choices.length })}
            </button>
          ))}
        </div>
      )}
      <ul className="plans-conflict-list">
        {conflicts.map((conflict) => (
          <li key={keyOfConflict(conflict)}>
            <ConflictForm conflict={conflict} speech={speech} onSettle={(value) => settle([{ conflict, value }])} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Settles conflicts as one change and says so; the heading keeps the focus that the form had. */
function useSettle(speech: PlanSpeech) {
  const { t } = speech;
  const { planSession, notices } = useApp();
  return (choices: readonly Choice[]) => {
    const names = choices.map(({ conflict }) => nameOf(conflict, speech));
    const name = names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
    const first = choices[0]?.conflict.collection;
    if (first === undefined) return;
    const label =
      first === 'header'
        ? ({ code: 'change.plan-renamed', params: { name: speech.plan.header.name } } as const)
        : ({ code: 'change.settled', params: { collection: first, name } } as const);
    try {
      planSession.settle(choices, label);
      sayInPlans(t('plans.settled', { name }));
      document.querySelector<HTMLElement>('.plans-head h3')?.focus();
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
}

function nameOf({ collection, id }: PlanConflict, speech: PlanSpeech): string {
  return objectName(collection, id, speech);
}

function titleOf(conflict: PlanConflict, { words, t, ...speech }: PlanSpeech): string {
  const { collection } = conflict;
  const kind = collection === 'header' ? t('plans.this-plan') : words.kinds[collection];
  const name = nameOf(conflict, { words, t, ...speech });
  const field = conflict.kind === 'field' ? ` · ${words.field(conflict.field)}` : '';
  return `${kind}: ${name}${field}`;
}

interface ConflictFormProps {
  readonly conflict: PlanConflict;
  readonly speech: PlanSpeech;
  readonly onSettle: (value: unknown) => void;
}

/** One conflict: what each set, radio buttons to choose, and a field for another value where one can be written. */
function ConflictForm({ conflict, speech, onSettle }: ConflictFormProps) {
  const { t, plan } = speech;
  const id = useId();
  const [chosen, setChosen] = useState<number | 'other'>(0);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Problem | string | null>(null);
  const options = optionsOf(conflict);
  const kind = entryKind(conflict);
  const settle = () => {
    const entry = chosen === 'other' && kind !== null ? readEntry(text, kind, t.language) : null;
    if (entry !== null && 'problem' in entry) {
      setFault(
        entry.problem === 'missing' ? t('plans.other-missing') : t('plans.other-number', { found: text.trim() }),
      );
      return;
    }
    const value = entry === null ? options[chosen as number]!.value : entry.value;
    const refused = faultOfChoice(plan, conflict, value);
    if (refused === null) onSettle(value);
    else setFault(refused);
  };
  return (
    <fieldset className="plans-conflict" aria-describedby={`${id}f`}>
      <legend>{titleOf(conflict, speech)}</legend>
      {options.map((option, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the options of a conflict have no id and keep their order
        <label key={i} className="plans-option">
          <input type="radio" name={id} checked={chosen === i} onChange={() => setChosen(i)} />
          <OptionText conflict={conflict} option={option} options={options} speech={speech} />
        </label>
      ))}
      {kind === null ? null : (
        <div className="plans-option">
          <input
            type="radio"
            id={`${id}o`}
            name={id}
            checked={chosen === 'other'}
            onChange={() => setChosen('other')}
          />
          <span>
            <label htmlFor={`${id}o`}>{t('plans.other-value')}</label>
            <input
              className="input"
              type={kind === 'date' ? 'date' : 'text'}
              aria-label={`${titleOf(conflict, speech)}: ${t('plans.other-value')}`}
              value={text}
              onFocus={() => setChosen('other')}
              onChange={(event) => setText(event.target.value)}
            />
          </span>
        </div>
      )}
      <p id={`${id}f`} className="warning-text" role="alert">
        {typeof fault === 'string' ? fault : fault === null ? null : <ProblemSentence problem={fault} />}
      </p>
      <button type="button" className="button" onClick={settle}>
        {t('plans.settle')}
      </button>
    </fieldset>
  );
}

interface OptionTextProps {
  readonly conflict: PlanConflict;
  readonly option: ConflictOption;
  readonly options: readonly ConflictOption[];
  readonly speech: PlanSpeech;
}

function OptionText({ conflict, option, options, speech }: OptionTextProps) {
  const { t } = speech;
  const { at, inForce } = option;
  const sender = senderText(option, speech);
  return (
    <span>
      <span className="plans-value">{optionText(conflict, option, options, speech)}</span>
      {inForce ? <span className="plans-in-force"> {t('plans.in-force')}</span> : null}
      <span className="secondary fact-note">
        {at === null ? sender : t('plans.by', { sender, date: momentText(at, t) })}
      </span>
    </span>
  );
}

function optionText(
  conflict: PlanConflict,
  { value, fields }: ConflictOption,
  options: readonly ConflictOption[],
  speech: PlanSpeech,
): string {
  const { words, t } = speech;
  if (conflict.kind === 'field') return valueText(conflict.field, value, speech);
  if (conflict.kind === 'removal') {
    if (fields !== null) return t('plans.restore', { fields: fields.map((field) => words.field(field)).join(', ') });
    const { why } = value as { readonly why: string | null };
    const reason = why === null || why === '' ? '' : ` (${t('plans.removed-because', { reason: why })})`;
    return `${t('plans.removed-stays')}${reason}`;
  }
  const other = options.find((option) => option.value !== value)?.value ?? value;
  return differingFields(value, other)
    .map((field) => `${words.field(field)}: ${valueText(field, (value as Record<string, unknown>)[field], speech)}`)
    .join('; ');
}
