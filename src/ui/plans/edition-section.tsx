import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { planWords } from '../../i18n/plan-words.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CityReference, EditionChange } from '../../plan/readers/city-references.ts';
import { problemOf } from '../../state/city-session.ts';
import { addNotice } from '../../state/notice-store.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { objectName } from './plan-names.ts';
import { sayInPlans } from './plans-screen.ts';

/** What another edition of the city means for the open plan, and carrying it over; nothing while they are of one edition. */
export function EditionSection() {
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const expected = useCity((state) => state.summary?.edition ?? null);
  const isOther = plan !== null && expected !== null && plan.header.city.edition !== expected;
  return isOther ? <OtherEdition plan={plan} expected={expected} /> : null;
}

function OtherEdition({ plan, expected }: { readonly plan: Plan; readonly expected: string }) {
  const t = useTexts();
  const id = useId();
  const { planSession, notices } = useApp();
  const [change, setChange] = useState<EditionChange | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or another state of it is compared anew
  useEffect(() => {
    let wanted = true;
    planSession.compareEdition().then(
      (found) => {
        if (wanted) setChange(found);
      },
      (thrown) => addNotice(notices, problemOf(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [planSession, notices, plan]);
  const carry = async () => {
    try {
      await planSession.carryOver();
      sayInPlans(t('plans.edition-carried', { edition: expected }));
    } catch (thrown) {
      addNotice(notices, problemOf(thrown));
    }
  };
  return (
    <section className="plans-edition" aria-labelledby={id}>
      <h3 id={id}>{t('plans.edition')}</h3>
      <p>{t('plans.edition-why', { found: plan.header.city.edition, expected })}</p>
      {change === null ? null : <Changes plan={plan} change={change} />}
      <p className="secondary">{t('plans.edition-carry-why')}</p>
      <button type="button" className="button" aria-disabled={change === null} onClick={() => void carry()}>
        {t('plans.edition-carry')}
      </button>
    </section>
  );
}

function Changes({ plan, change }: { readonly plan: Plan; readonly change: EditionChange }) {
  const t = useTexts();
  const { gone, moved, renamed, kept, unknown } = change;
  return (
    <>
      {kept === 0 ? null : <p>{t.count('plans.edition-kept', kept)}</p>}
      {unknown === 0 ? null : <p className="secondary">{t.count('plans.edition-unknown', unknown)}</p>}
      <References title={t('plans.edition-gone')} plan={plan} references={gone} note={() => null} />
      <References
        title={t('plans.edition-moved')}
        plan={plan}
        references={moved}
        note={({ meters }) => t('plans.edition-moved-by', { meters: t.format.unit(Math.round(meters), 'm') })}
      />
      <References
        title={t('plans.edition-renamed')}
        plan={plan}
        references={renamed}
        note={({ before }) => t('plans.edition-renamed-from', { name: before })}
      />
    </>
  );
}

interface ReferencesProps<R extends CityReference> {
  readonly title: string;
  readonly plan: Plan;
  readonly references: readonly (R & { readonly name: string | null })[];
  readonly note: (reference: R) => string | null;
}

function References<R extends CityReference>({ title, plan, references, note }: ReferencesProps<R>) {
  const t = useTexts();
  const words = planWords(t.language);
  const speech = { plan, words, t };
  if (references.length === 0) return null;
  const nameBy = ({ by }: R) =>
    by
      .map(({ collection, id }) =>
        t('plans.kind-and-name', { kind: words.kinds[collection], name: objectName(collection, id, speech) }),
      )
      .join(', ');
  return (
    <>
      <h4 className="plans-sub">{title}</h4>
      <ul className="plans-references">
        {references.map((reference) => (
          <li key={`${reference.ref.kind} ${reference.ref.id}`}>
            {t(`kind.${reference.ref.kind}`)} {reference.name ?? reference.ref.id}
            <span className="secondary fact-note">
              {[note(reference), t('plans.edition-concerns', { names: nameBy(reference) })]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
