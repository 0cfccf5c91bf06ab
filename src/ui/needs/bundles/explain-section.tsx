import { useId, useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import { visibleObjects } from '../../../plan/readers/visible-objects.ts';
import type { BundleRules, SetVerdict } from '../../../questions/needs/need-calls.ts';
import { obstacleText, placeText } from '../../../report/needs-joint/bundle-text.ts';
import { useTexts } from '../../common/app-context.ts';
import { Icon } from '../../common/icon.tsx';
import { useVerdict } from './use-bundles.ts';

interface ExplainProps {
  readonly plan: Plan;
  readonly rules: BundleRules;
}

/** Needs that a person puts together, and what keeps them apart. */
export function ExplainSection({ plan, rules }: ExplainProps) {
  const t = useTexts();
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const known = chosen.filter((needId) => plan.needs[needId]?.removed === null);
  const { value, stale } = useVerdict(plan, rules, known);
  const titleOf = (needId: string) => plan.needs[needId]?.title ?? needId;
  const others = visibleObjects(plan, 'needs', (need) => !known.includes(need.id)).sort((a, b) =>
    a.title.localeCompare(b.title, t.language),
  );
  return (
    <section className="gap-section">
      <h3>{t('joint.explain')}</h3>
      <p className="secondary">{t('joint.explain-note')}</p>
      <div className="field">
        <label htmlFor={id}>{t('joint.explain-add')}</label>
        <select id={id} className="select" value="" onChange={({ target }) => setChosen([...known, target.value])}>
          <option value="">{t('joint.explain-choose')}</option>
          {others.map((need) => (
            <option key={need.id} value={need.id}>
              {need.title}
            </option>
          ))}
        </select>
      </div>
      <ul className="joint-members">
        {known.map((needId) => (
          <li key={needId}>
            {titleOf(needId)}{' '}
            <button
              type="button"
              className="icon-button"
              aria-label={t('joint.explain-remove', { name: titleOf(needId) })}
              onClick={() => setChosen(known.filter((other) => other !== needId))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {known.length < 2 ? null : value === null || stale ? (
          <p>{t('joint.reading')}</p>
        ) : (
          <Verdict verdict={value} titleOf={titleOf} />
        )}
      </div>
    </section>
  );
}

function Verdict({ verdict, titleOf }: { readonly verdict: SetVerdict; readonly titleOf: (id: string) => string }) {
  const t = useTexts();
  const { proposal, obstacles, rules } = verdict;
  if (proposal !== null) return <p>{t('joint.explain-fits', { place: placeText(proposal.place, t) })}</p>;
  return (
    <>
      <p>{t('joint.explain-not')}</p>
      <ul className="joint-members">
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.misfit} ${obstacle.needIds.join(' ')}`}>{obstacleText(obstacle, rules, titleOf, t)}</li>
        ))}
      </ul>
    </>
  );
}
