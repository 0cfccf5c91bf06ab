import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { planWords } from '../../i18n/plan-words.ts';
import { COLLECTION_NAMES, type CollectionName, type Plan } from '../../plan/plan.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import type { PlanChange } from '../../state/plan-store.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import {
  departmentSigners,
  filterHistory,
  type HistoryFilter,
  NO_FILTER,
  namesIn,
  sumHistory,
} from './history-filter.ts';
import { momentText } from './moment-text.ts';
import { objectName, type PlanSpeech, senderText } from './plan-names.ts';
import { PlansHead } from './plans-head.tsx';
import { sayInPlans, showPlansScreen } from './plans-screen.ts';

/** Lines shown at once; older ones are one press away. */
const PAGE = 50;

/** Who changed what when, newest first; narrowed down by person, department, kind, object and day; every version can be opened. */
export function HistoryScreen() {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  return (
    <div className="plans-form">
      <PlansHead title={t('plans.history-title')} />
      {plan === null ? <p>{t('plans.none')}</p> : <History plan={plan} />}
    </div>
  );
}

function History({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const { planSession } = useApp();
  const [filter, setFilter] = useState<HistoryFilter>(NO_FILTER);
  const [shown, setShown] = useState(PAGE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the plan has another history
  const all = useMemo(() => planSession.history(), [planSession, plan]);
  const speech = useMemo((): PlanSpeech => ({ plan, words: planWords(t.language), t }), [plan, t]);
  const found = useMemo(
    () => filterHistory(all, filter, (collection, id) => objectName(collection, id, speech)).reverse(),
    [all, filter, speech],
  );
  const sum = useMemo(() => sumHistory(found), [found]);
  const set = (change: Partial<HistoryFilter>) => {
    setFilter({ ...filter, ...change });
    setShown(PAGE);
  };
  return (
    <>
      <Filters changes={all} filter={filter} speech={speech} onChange={set} />
      <p role="status">
        <strong>{t.count('plans.history-count', found.length)}</strong>
        <span className="secondary fact-note">{t('plans.history-sum', sum)}</span>
      </p>
      <ol className="plans-history">
        {found.slice(0, shown).map((change) => (
          <ChangeRow key={change.hash} change={change} speech={speech} />
        ))}
      </ol>
      {found.length <= shown ? null : (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          {t('plans.history-more')}
        </button>
      )}
    </>
  );
}

interface FiltersProps {
  readonly changes: readonly PlanChange[];
  readonly filter: HistoryFilter;
  readonly speech: PlanSpeech;
  readonly onChange: (change: Partial<HistoryFilter>) => void;
}

function Filters({ changes, filter, speech, onChange }: FiltersProps) {
  const { t, words, plan } = speech;
  const id = useId();
  const departments = useMemo(() => departmentSigners(changes, plan), [changes, plan]);
  const touched = useMemo(() => {
    const found = new Set(changes.flatMap((change) => change.touched.map(({ collection }) => collection)));
    return COLLECTION_NAMES.filter((name) => found.has(name));
  }, [changes]);
  return (
    <div className="plans-filters">
      <Choice
        label={t('plans.filter-person')}
        value={filter.author}
        options={namesIn(changes, 'author').map((name) => ({ value: name, label: name }))}
        onChange={(author) => onChange({ author })}
      />
      <Choice
        label={t('plans.filter-department')}
        value={[...departments].find(([, signers]) => signers[0] === filter.department[0])?.[0] ?? ''}
        options={[...departments.keys()].map((name) => ({ value: name, label: name }))}
        onChange={(name) => onChange({ department: departments.get(name) ?? [] })}
      />
      <Choice
        label={t('plans.filter-kind')}
        value={filter.collection}
        options={touched.map((name) => ({ value: name, label: words.kinds[name] }))}
        onChange={(collection) => onChange({ collection: collection as CollectionName | '' })}
      />
      <div className="field">
        <label htmlFor={`${id}s`}>{t('plans.filter-since')}</label>
        <input
          id={`${id}s`}
          className="input"
          type="date"
          value={filter.since}
          onChange={(event) => onChange({ since: event.target.value })}
        />
      </div>
      <div className="field field-wide">
        <label htmlFor={`${id}o`}>{t('plans.filter-object')}</label>
        <input
          id={`${id}o`}
          className="input"
          type="search"
          value={filter.object}
          onChange={(event) => onChange({ object: event.target.value })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('plans.filter-all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function ChangeRow({ change, speech }: { readonly change: PlanChange; readonly speech: PlanSpeech }) {
  const { t, plan } = speech;
  const { planSession, notices } = useApp();
  const date = momentText(change.at, t);
  const open = async () => {
    const name = t('plans.version-name', { name: plan.header.name, date });
    try {
      await planSession.openVersion([change.hash], name);
      showPlansScreen('overview');
      sayInPlans(t('plans.copied', { name }));
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
  return (
    <li>
      <p>
        <span className="secondary fact-note">{t('plans.by', { sender: senderText(change, speech), date })}</span>
        {change.mode === 'do' ? null : `${t(`plans.history-${change.mode}`)} `}
        {change.label === null ? t('plans.history-unknown') : <ProblemSentence problem={change.label} />}
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label={`${t('plans.history-open')}: ${date}`}
        title={t('plans.history-open')}
        onClick={() => void open()}
      >
        <Icon name="copy" />
      </button>
    </li>
  );
}
