import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { renamePlan } from '../../plan/actions/rename-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { ChangesExport } from './changes-export.tsx';
import { JsonExport } from './json-export.tsx';
import { momentText, timeText } from './moment-text.ts';
import { senderText } from './plan-names.ts';
import { showPlansScreen } from './plans-screen.ts';

/** The open plan: what it is called, what it holds, where its changes are, and what can be done with it as a whole. */
export function OpenPlan() {
  const t = useTexts();
  const id = useId();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const phase = useStore(planState, (state) => state.phase);
  const problem = useStore(planState, (state) => state.problem);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('plans.open-plan')}</h3>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      {plan === null ? (
        <p className="secondary">{t(phase === 'opening' ? 'plans.opening' : 'plans.none')}</p>
      ) : (
        <div className="plans-form">
          <NameFields key={plan.header.planId} plan={plan} />
          <Contents plan={plan} />
          <SavingLine />
          <Actions />
        </div>
      )}
    </section>
  );
}

/** A pause in typing after which what was typed becomes a change: so that a crash takes no more than a few letters. */
const TYPING_MILLISECONDS = 600;

function NameFields({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const id = useId();
  const { planSession, notices } = useApp();
  const { name, description } = plan.header;
  const [typed, setTyped] = useState<{ readonly name: string; readonly description: string } | null>(null);
  const shown = typed ?? { name, description };
  const commit = useRef(() => {});
  commit.current = () => {
    if (typed === null || typed.name.trim() === '') return;
    setTyped(null);
    const args = { name: typed.name.trim(), description: typed.description };
    planSession
      .apply(renamePlan, args, { code: 'change.plan-renamed', params: { name: args.name } })
      .catch((thrown) => addNotice(notices, problemOf(thrown)));
  };
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => commit.current(), TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Whoever closes the panel has finished typing.
  useEffect(() => () => commit.current(), []);
  const isMissing = shown.name.trim() === '';
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}n`}>{t('plans.name')}</label>
        <input
          id={`${id}n`}
          className="input"
          value={shown.name}
          maxLength={200}
          aria-invalid={isMissing}
          {...(isMissing ? { 'aria-describedby': `${id}m` } : {})}
          onChange={(event) => setTyped({ ...shown, name: event.target.value })}
          onBlur={() => commit.current()}
        />
        {isMissing ? (
          <p id={`${id}m`} className="warning-text secondary">
            {t('plans.name-missing')}
          </p>
        ) : null}
      </div>
      <div className="field">
        <label htmlFor={`${id}d`}>{t('plans.description')}</label>
        <textarea
          id={`${id}d`}
          className="input plans-description"
          rows={2}
          value={shown.description}
          maxLength={5000}
          onChange={(event) => setTyped({ ...shown, description: event.target.value })}
          onBlur={() => commit.current()}
        />
      </div>
    </>
  );
}

function countSites(plan: Plan): number {
  const edited = visibleObjects(plan, 'edits', ({ kind }) => kind === 'site').map(({ objectId }) => objectId);
  return new Set([...visibleObjects(plan, 'sites').map(({ id }) => id), ...edited]).size;
}

function Contents({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const { planState } = useApp();
  const last = useStore(planState, (state) => state.lastChange);
  const count = (number: number) => <span className="figure">{t.format.number(number)}</span>;
  return (
    <Facts figures>
      <Fact label={t('plans.scenarios')}>{count(visibleObjects(plan, 'scenarios').length)}</Fact>
      <Fact label={t('plans.measures')}>{count(visibleObjects(plan, 'measures').length)}</Fact>
      <Fact label={t('plans.sites')}>{count(countSites(plan))}</Fact>
      <Fact label={t('plans.needs')}>{count(visibleObjects(plan, 'needs').length)}</Fact>
      {last === null ? null : (
        <Fact label={t('plans.last-change')}>
          <span className="figure">{momentText(last.at, t)}</span>
          <span className="secondary fact-note">{senderText(last, { plan, t })}</span>
        </Fact>
      )}
    </Facts>
  );
}

/** Where the latest changes are; in memory only or not stored is said loudly, with the file beside it. */
function SavingLine() {
  const t = useTexts();
  const { planState } = useApp();
  const saving = useStore(planState, (state) => state.saving);
  const { changes, lastAt } = useStore(planState, (state) => state.unfiled);
  const isLost = saving.kind === 'memory' || saving.kind === 'full';
  return (
    <div className="plans-saving" data-saving={saving.kind}>
      {saving.kind === 'saving' ? <p className="secondary">{t('plans.saving')}</p> : null}
      {saving.kind === 'saved' ? (
        <p className="secondary">
          <Icon name="check" />
          {t('plans.saved', { time: timeText(saving.at, t) })}
        </p>
      ) : null}
      {isLost ? (
        <div className="plans-lost" role="alert">
          <p className="warning-text">
            <Icon name="warning" />
            {t(saving.kind === 'memory' ? 'plans.memory' : 'plans.full')}
          </p>
          <p>
            <ProblemSentence problem={saving.problem} />
          </p>
        </div>
      ) : null}
      <p className="secondary">
        {changes === 0 && lastAt !== null
          ? t('plans.filed', { date: momentText(lastAt, t) })
          : t.count('plans.unfiled', changes)}
      </p>
    </div>
  );
}

function Actions() {
  const t = useTexts();
  const { planState, planSession } = useApp();
  const conflicts = useStore(planState, (state) => state.conflicts.length);
  const save = () => {
    const file = planSession.saveFile();
    if (file !== null) downloadFile(file.name, 'application/octet-stream', file.bytes);
  };
  return (
    <>
      <div className="plans-actions">
        <button type="button" className="button button-main" onClick={save}>
          <Icon name="download" />
          {t('plans.save-file')}
        </button>
        <button type="button" className="button" onClick={() => showPlansScreen('history')}>
          {t('plans.history')}
        </button>
        {conflicts === 0 ? null : (
          <button type="button" className="button plans-conflicts" onClick={() => showPlansScreen('conflicts')}>
            <Icon name="warning" />
            {t.count('plans.conflicts', conflicts)}
          </button>
        )}
      </div>
      <ChangesExport />
      <JsonExport />
    </>
  );
}
