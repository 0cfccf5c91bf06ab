import { useState } from 'react';
import { useStore } from 'zustand';
import { addObject } from '../../plan/actions/add-object.ts';
import { changeObject } from '../../plan/actions/change-object.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { circleForNew } from '../../plan/readers/circles.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { parseDate } from '../../shared/german-numbers.ts';
import { type Problem, problem as problemMade } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { FormEnd, Refused } from '../common/form-end.tsx';
import { TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { DecisionsSection } from './decisions-section.tsx';
import { useSigner } from './use-signer.ts';

/** Who took part in a site and what came of it (§ 41a GemO), and what was decided about it. */
export function ParticipationSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [adding, setAdding] = useState(false);
  const entries = plan === null ? [] : visibleObjects(plan, 'participation', (entry) => entry.siteId === site.id);
  const byDate = entries.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return (
    <>
      <section className="gap-section">
        <h3>{t('sites.log')}</h3>
        <p className="secondary">{t('sites.log-why')}</p>
        {entries.length === 0 ? <p>{t('sites.log-none')}</p> : null}
        <ul className="check-list">
          {byDate.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
        {adding ? (
          <EntryForm site={site} onDone={() => setAdding(false)} />
        ) : (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t('sites.log-add')}
          </button>
        )}
      </section>
      <DecisionsSection site={site} />
    </>
  );
}

function Entry({ entry }: { readonly entry: ObjectOf<'participation'> }) {
  const t = useTexts();
  const { apply, problem } = usePlanChange();
  const [answer, setAnswer] = useState('');
  const groups = (key: 'reached' | 'not-reached' | 'not-tried', names: readonly string[]) =>
    names.length === 0 ? null : (
      <p>
        {t(`sites.log-${key}`)}: {names.join(', ')}
      </p>
    );
  return (
    <li>
      <div className="check-head">
        <span>{entry.title}</span>
        <span className="figure">{t.format.date(entry.date)}</span>
      </div>
      <p className="secondary">
        {entry.method ?? ''} · {entry.by}
      </p>
      {groups('reached', entry.groupsReached)}
      {groups('not-reached', entry.groupsNotReached)}
      {groups('not-tried', entry.groupsNotTried)}
      {entry.answer === null ? (
        <form
          className="site-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (answer.trim() === '') return;
            const params = { collection: 'participation' as const, name: entry.title };
            const args = { collection: 'participation' as const, id: entry.id, fields: { answer: answer.trim() } };
            void apply(changeObject, args, { code: 'change.changed', params }, () => setAnswer(''));
          }}
        >
          <TextField wide label={t('sites.log-answer-open')} value={answer} onChange={setAnswer} />
          <Refused problem={problem} />
          <button type="submit" className="button" aria-disabled={answer.trim() === ''}>
            {t('sites.log-answer-save')}
          </button>
        </form>
      ) : (
        <p>
          {t('sites.log-answer')}: {entry.answer}
        </p>
      )}
    </li>
  );
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function EntryForm({ site, onDone }: { readonly site: RegisterSite; readonly onDone: () => void }) {
  const t = useTexts();
  const { siteSession } = useApp();
  const signed = useSigner();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useState(false);
  const [circle, setCircle] = useState<Circle>(() => circleForNew([site.circle]));
  const [fields, setFields] = useState({
    date: '',
    title: '',
    method: '',
    reached: '',
    notReached: '',
    notTried: '',
    answer: '',
  });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const date = parseDate(fields.date, ['']);
  const problems: Partial<Record<'date' | 'title', Problem>> = {
    ...(date.kind === 'value' ? {} : { date: problemMade('site.date-invalid', { found: fields.date }) }),
    ...(fields.title.trim() === '' ? { title: problemMade('site.text-missing', {}) } : {}),
  };
  const save = () => {
    setTried(true);
    if (saving || date.kind !== 'value' || fields.title.trim() === '') return;
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    const object = {
      id: siteSession.newId(),
      circle,
      siteId: site.id,
      date: date.value,
      title: fields.title.trim(),
      method: orNull(fields.method),
      groupsReached: listOf(fields.reached),
      groupsNotReached: listOf(fields.notReached),
      groupsNotTried: listOf(fields.notTried),
      answer: orNull(fields.answer),
      by: signed().by,
    };
    const params = { collection: 'participation' as const, name: object.title };
    void apply(addObject, { collection: 'participation', object }, { code: 'change.added', params }, onDone);
  };
  return (
    <form
      className="site-form gap-section"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('sites.log-date')}
        value={fields.date}
        onChange={(v) => set({ date: v })}
        problem={tried ? problems.date : undefined}
      />
      <TextField
        wide
        label={t('sites.log-title')}
        value={fields.title}
        onChange={(v) => set({ title: v })}
        problem={tried ? problems.title : undefined}
      />
      <TextField wide label={t('sites.log-method')} value={fields.method} onChange={(v) => set({ method: v })} />
      <TextField wide label={t('sites.log-reached')} value={fields.reached} onChange={(v) => set({ reached: v })} />
      <TextField
        wide
        label={t('sites.log-not-reached')}
        value={fields.notReached}
        onChange={(v) => set({ notReached: v })}
      />
      <TextField wide label={t('sites.log-not-tried')} value={fields.notTried} onChange={(v) => set({ notTried: v })} />
      <TextField wide label={t('sites.log-answer')} value={fields.answer} onChange={(v) => set({ answer: v })} />
      <p className="secondary">{t('sites.log-commas')}</p>
      <CircleField value={circle} onChange={setCircle} />
      <FormEnd problem={problem} saving={saving} onCancel={onDone} />
    </form>
  );
}
