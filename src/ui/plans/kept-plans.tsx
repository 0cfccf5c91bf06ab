import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import type { ListedPlan } from '../../state/plan-store.ts';
import { FIRST_LINKED_VIEW } from '../../state/view-state.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { momentText } from './moment-text.ts';
import { sayInPlans } from './plans-screen.ts';

/** The plans that this browser keeps, those of the open city first; opened, copied, removed, and a new one made. */
export function KeptPlans() {
  const t = useTexts();
  const id = useId();
  const { planState, planSession } = useApp();
  const kept = useStore(planState, (state) => state.kept);
  const cityId = useCity((state) => state.summary?.identity.id);
  useEffect(() => {
    planSession.refreshKept().catch(() => {});
  }, [planSession]);
  const here = (kept ?? []).filter((plan) => plan.cityId === cityId);
  const others = (kept ?? []).filter((plan) => plan.cityId !== cityId);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('plans.kept')}</h3>
      <h4 className="plans-sub">{t('plans.kept-here')}</h4>
      {here.length === 0 ? <p className="secondary">{t('plans.kept-none')}</p> : <PlanList plans={here} />}
      {others.length === 0 ? null : (
        <>
          <h4 className="plans-sub">{t('plans.kept-other')}</h4>
          <PlanList plans={others} />
        </>
      )}
      <NewPlan />
    </section>
  );
}

function PlanList({ plans }: { readonly plans: readonly ListedPlan[] }) {
  return (
    <ul className="plans-kept">
      {plans.map((plan) => (
        <KeptRow key={plan.planId} plan={plan} />
      ))}
    </ul>
  );
}

function KeptRow({ plan }: { readonly plan: ListedPlan }) {
  const t = useTexts();
  const { view, planState, planSession, notices } = useApp();
  const [asked, setAsked] = useState(false);
  const isOpen = useStore(planState, (state) => state.plan?.header.planId === plan.planId);
  const cityId = useCity((state) => state.summary?.identity.id);
  const isHere = plan.cityId === cityId;
  const attempt = (work: Promise<void>) => work.catch((thrown) => addNotice(notices, problemOf(thrown)));
  const open = async () => {
    const folder = await planSession.openKept(plan.planId);
    if (folder === null) return;
    const { language, panel } = view.getState();
    view.setState({ ...FIRST_LINKED_VIEW, language, panel, cityId: folder });
  };
  const copyName = t('plans.copy-of', { name: plan.name });
  const duplicate = async () => {
    await planSession.duplicate(plan.planId, copyName);
    sayInPlans(t('plans.copied', { name: copyName }));
  };
  return (
    <li>
      <p>
        <strong>{plan.name}</strong>
        {isOpen ? <span className="plans-open-mark"> {t('plans.kept-open')}</span> : null}
        <span className="secondary fact-note">
          {isHere ? null : `${plan.cityName ?? plan.cityId} · `}
          {t('plans.kept-changed', { date: momentText(plan.changedAt, t) })}
        </span>
      </p>
      {asked ? (
        <RemoveQuestion plan={plan} onCancel={() => setAsked(false)} />
      ) : (
        <div className="plans-row-actions">
          {isOpen ? null : (
            <button
              type="button"
              className="text-button"
              aria-label={t('plans.open-name', { name: plan.name })}
              onClick={() => void attempt(open())}
            >
              {t('plans.open')}
            </button>
          )}
          {isHere ? (
            <button
              type="button"
              className="text-button"
              aria-label={t('plans.duplicate-name', { name: plan.name })}
              onClick={() => void attempt(duplicate())}
            >
              {t('plans.duplicate')}
            </button>
          ) : null}
          <button
            type="button"
            className="text-button"
            aria-label={t('plans.remove-name', { name: plan.name })}
            onClick={() => setAsked(true)}
          >
            {t('plans.remove')}
          </button>
        </div>
      )}
    </li>
  );
}

function RemoveQuestion({ plan, onCancel }: { readonly plan: ListedPlan; readonly onCancel: () => void }) {
  const t = useTexts();
  const id = useId();
  const { planSession, notices } = useApp();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const remove = async () => {
    try {
      await planSession.forget(plan.planId);
      sayInPlans(t('plans.removed', { name: plan.name }));
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
  return (
    <fieldset className="plans-question" aria-describedby={id}>
      <legend>{t('plans.remove-ask', { name: plan.name })}</legend>
      <p id={id}>
        {plan.filedAt === null
          ? t('plans.remove-unfiled')
          : t('plans.remove-filed', { date: momentText(plan.filedAt, t) })}
      </p>
      <div className="plans-actions">
        <button ref={cancel} type="button" className="button" onClick={onCancel}>
          {t('plans.cancel')}
        </button>
        <button type="button" className="button plans-danger" onClick={() => void remove()}>
          {t('plans.remove-yes')}
        </button>
      </div>
    </fieldset>
  );
}

function NewPlan() {
  const t = useTexts();
  const id = useId();
  const { planSession, notices } = useApp();
  const [name, setName] = useState('');
  const said = name.trim();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (said === '') return;
    try {
      await planSession.create(said);
      setName('');
      sayInPlans(t('plans.created', { name: said }));
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
  return (
    <form className="plans-new" aria-label={t('plans.new')} onSubmit={(event) => void create(event)}>
      <div className="field">
        <label htmlFor={id}>{t('plans.new-name')}</label>
        <input
          id={id}
          className="input"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="button" aria-disabled={said === ''}>
        <Icon name="plus" />
        {t('plans.new-create')}
      </button>
    </form>
  );
}
