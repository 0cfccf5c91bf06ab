import { useState } from 'react';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { decideIndicators } from '../../plan/actions/decide-indicators.ts';
import { parseDate } from '../../shared/german-numbers.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { FieldGroup, SaveButton, TextField } from './form-fields.tsx';
import { fieldDate } from './indicator-draft.ts';
import { summaryText } from './indicator-words.ts';
import { showScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { now, today } from './use-catalogue.ts';
import { usePlanChange } from './use-plan-change.ts';

/** Marks Kennwerte in force as decided: number, date, body, from when, and which. */
export function DecideForm({ listed }: { readonly listed: readonly ListedIndicator[] }) {
  const t = useTexts();
  const { saving, problem: refused, apply } = usePlanChange();
  const [touched, setTouched] = useState(false);
  const candidates = listed.filter(({ inForce }) => inForce).map(({ indicator }) => indicator);
  // What the city has yet to set cannot be decided unseen.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(candidates.filter(({ rate }) => rate.value !== null).map(citation)),
  );
  const [fields, setFields] = useState(() => {
    const day = fieldDate(today(), t.language === 'de' ? 'de' : 'plain');
    return { reference: '', date: day, validFrom: day, body: t('indicators.body-council') };
  });
  const set = (change: Partial<typeof fields>) => {
    setTouched(true);
    setFields({ ...fields, ...change });
  };
  const date = parseDate(fields.date, ['']);
  const validFrom = parseDate(fields.validFrom, ['']);
  const faults = {
    reference: fields.reference.trim() === '' ? problem('indicator.missing', { what: 'reference' }) : undefined,
    date: dateFault(date, 'date'),
    validFrom: dateFault(validFrom, 'valid-from'),
    body: fields.body.trim() === '' ? problem('indicator.missing', { what: 'body' }) : undefined,
  };
  const faultCount = Object.values(faults).filter((fault) => fault !== undefined).length;
  const save = () => {
    if (date.kind !== 'value' || validFrom.kind !== 'value') return;
    const { reference, body } = fields;
    const args = {
      // Two people may decide in the same moment.
      id: `kennwerte-${now()}-${Math.random().toString(36).slice(2, 8)}`,
      title: t('indicators.decision-title'),
      citations: [...chosen],
      shipped: DEFAULT_CATALOGUE.map(citation),
      reference,
      date: date.value,
      validFrom: validFrom.value,
      body,
      circle: 'agsp' as const,
    };
    const label = { code: 'change.added', params: { collection: 'decisions', name: reference.trim() } } as const;
    void apply(decideIndicators, args, label, () =>
      showScreen({ kind: 'list' }, t.count('indicators.decided-said', chosen.size)),
    );
  };
  const shown = (fault: Problem | undefined) => (touched ? fault : undefined);
  return (
    <form className="indicator-form" noValidate>
      <SubHead title={t('indicators.decide-title')}>
        <p className="secondary">{t('indicators.decide-why')}</p>
      </SubHead>
      <div className="indicator-fields indicator-plain">
        <TextField
          label={t('indicators.field-reference')}
          value={fields.reference}
          required
          problem={shown(faults.reference)}
          onChange={(reference) => set({ reference })}
        />
        <TextField
          label={t('indicators.field-body')}
          value={fields.body}
          required
          problem={faults.body}
          onChange={(body) => set({ body })}
        />
        <div className="indicator-pair">
          <TextField
            label={t('indicators.field-date')}
            value={fields.date}
            required
            problem={faults.date}
            onChange={(text) => set({ date: text })}
          />
          <TextField
            label={t('indicators.field-valid-from')}
            value={fields.validFrom}
            required
            problem={faults.validFrom}
            onChange={(text) => set({ validFrom: text })}
          />
        </div>
      </div>
      <Choices candidates={candidates} chosen={chosen} onChoose={setChosen} />
      <div className="indicator-accept">
        {refused === null ? null : (
          <p className="warning-text" role="alert">
            <ProblemSentence problem={refused} />
          </p>
        )}
        {chosen.size === 0 ? (
          <p className="warning-text">
            <ProblemSentence problem={problem('indicator.nothing-decided', {})} />
          </p>
        ) : null}
        <SaveButton
          label={t.count('indicators.decide-save', chosen.size)}
          blocked={
            faultCount + Number(chosen.size === 0) > 0
              ? t.count('indicators.blocked-faults', faultCount + Number(chosen.size === 0))
              : saving
                ? t('indicators.saving')
                : null
          }
          onSave={save}
        />
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly candidates: readonly Indicator[];
  /** Citations. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which Kennwerte are decided. */
function Choices({ candidates, chosen, onChoose }: ChoicesProps) {
  const t = useTexts();
  return (
    <FieldGroup title={t('indicators.decide-which')} help={t('indicators.help-decide')}>
      <div className="indicator-actions">
        <button type="button" className="text-button" onClick={() => onChoose(new Set(candidates.map(citation)))}>
          {t('indicators.decide-all')}
        </button>
        <button type="button" className="text-button" onClick={() => onChoose(new Set())}>
          {t('indicators.decide-none')}
        </button>
      </div>
      {candidates.map((indicator) => {
        const cited = citation(indicator);
        return (
          <label key={cited} className="indicator-choice">
            <input
              type="checkbox"
              checked={chosen.has(cited)}
              onChange={(event) => onChoose(withOrWithout(chosen, cited, event.target.checked))}
            />
            <span>
              {indicator.name[t.language]} <span className="secondary">{summaryText(indicator, t)}</span>
            </span>
          </label>
        );
      })}
    </FieldGroup>
  );
}

function dateFault(parsed: ReturnType<typeof parseDate>, what: 'date' | 'valid-from'): Problem | undefined {
  if (parsed.kind === 'missing') return problem('indicator.missing', { what });
  return parsed.kind === 'error' ? problem('indicator.date-unreadable', { found: parsed.found }) : undefined;
}

function withOrWithout(chosen: ReadonlySet<string>, cited: string, isChosen: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isChosen) next.add(cited);
  else next.delete(cited);
  return next;
}
