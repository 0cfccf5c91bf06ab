import '../../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../questions/needs/bundle-rules.ts';
import { type BundleAnswer, type BundleRules, NEED_BLOCKS } from '../../../questions/needs/need-calls.ts';
import { useTexts } from '../../common/app-context.ts';
import { ProblemSentence } from '../../common/problem-sentence.tsx';
import { usePlan } from '../joint/use-joint.ts';
import { DecidedBundles } from './decided-bundles.tsx';
import { ExplainSection } from './explain-section.tsx';
import { ProposalItem } from './proposal-item.tsx';
import { RulesForm } from './rules-form.tsx';
import { useProposals } from './use-bundles.ts';
import '../joint/joint.css';

/** Bündel: needs that fit, accepted or refused with a reason, and why others do not fit. */
export function BundlesSection() {
  const t = useTexts();
  const plan = usePlan();
  return plan === null ? <p>{t('joint.no-plan')}</p> : <Bundles plan={plan} />;
}

function Bundles({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const [rules, setRules] = useState<BundleRules>(DEFAULT_BUNDLE_RULES);
  const { value, stale, problem } = useProposals(plan, rules);
  return (
    <div className="joint">
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      <p
        className="dossier-sentence"
        role="status"
        data-bundles={value === null || stale ? 'waiting' : value.proposals.length}
      >
        {value === null ? t('joint.reading') : stale ? t('joint.stale') : sentenceOf(value, t)}
      </p>
      {value === null && problem === null ? (
        <progress className="joint-progress" aria-label={t('joint.reading')} max={1} />
      ) : null}
      <RulesForm rules={rules} onChange={setRules} />
      {value === null ? null : (
        <section className={stale ? 'joint-stale' : undefined} aria-busy={stale}>
          {value.airDistance ? <p className="secondary">{t('joint.bundles-air')}</p> : null}
          <BlockedNeeds blocked={value.blocked} />
          {value.proposals.length === 0 ? <p>{t('joint.bundles-none')}</p> : null}
          <ul className="joint-list">
            {value.proposals.map((proposal) => (
              <ProposalItem key={proposal.key} plan={plan} proposal={proposal} />
            ))}
          </ul>
        </section>
      )}
      <ExplainSection plan={plan} rules={rules} />
      <DecidedBundles plan={plan} />
    </div>
  );
}

function sentenceOf({ proposals, compared, places }: BundleAnswer, t: ReturnType<typeof useTexts>): string {
  return t('joint.bundles-sentence', {
    proposals: t.count('joint.bundles-count', proposals.length),
    compared,
    places,
  });
}

/** Needs that were not compared, by reason: who wants them in completes them. */
function BlockedNeeds({ blocked }: { readonly blocked: BundleAnswer['blocked'] }) {
  const t = useTexts();
  const lines = NEED_BLOCKS.flatMap((why) => (blocked[why] === undefined ? [] : [{ why, count: blocked[why] }]));
  if (lines.length === 0) return null;
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  return (
    <details className="joint-details">
      <summary>{t.count('joint.blocked-title', count)}</summary>
      <ul className="joint-members">
        {lines.map((line) => (
          <li key={line.why}>{t('joint.blocked-line', { count: line.count, why: t(`joint.block-${line.why}`) })}</li>
        ))}
      </ul>
    </details>
  );
}
