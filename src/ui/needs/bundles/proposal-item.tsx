import { useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import type { BundleProposal } from '../../../questions/needs/need-calls.ts';
import { pairText, placeFacts, placeText } from '../../../report/needs-joint/bundle-text.ts';
import { areaText, departmentName, needSubject } from '../../../report/needs-joint/words.ts';
import { listText } from '../../../report/words.ts';
import { useApp, useTexts } from '../../common/app-context.ts';
import { Fact, Facts } from '../../common/facts.tsx';
import { selectAndShow } from '../../common/select-object.ts';
import { showNeedsScreen } from '../needs-store.ts';
import { DecideForm } from './decide-form.tsx';

interface ProposalProps {
  readonly plan: Plan;
  readonly proposal: BundleProposal;
}

/** Needs that fit: where, why, how much together; accepted or refused here. */
export function ProposalItem({ plan, proposal }: ProposalProps) {
  const t = useTexts();
  const app = useApp();
  const [deciding, setDeciding] = useState<'accepted' | 'refused' | null>(null);
  const { needIds, place, rule, pairs, walkMeters, groundFloorIds } = proposal;
  const needs = needIds.map((id) => plan.needs[id]).filter((need) => need !== undefined);
  const titleOf = (id: string) => plan.needs[id]?.title ?? id;
  const name = t('joint.bundle-name', {
    needs: listText([...new Set(needs.map((need) => needSubject(need, t)))], t),
    place: place.name ?? place.id,
  });
  return (
    <li data-proposal={proposal.key}>
      <div className="joint-head">
        <h4>{name}</h4>
        <span className={rule === 'strong' ? 'joint-mark joint-mark-strong' : 'joint-mark'}>
          {t(`joint.rule-${rule}`)}
        </span>
      </div>
      <p>
        {placeText(place, t)}: {placeFacts(place, t)}{' '}
        <button
          type="button"
          className="text-button"
          aria-label={`${t('joint.show-place')}: ${place.name ?? place.id}`}
          onClick={() => void selectAndShow(app, { kind: place.kind, id: place.id })}
        >
          {t('joint.show-place')}
        </button>
      </p>
      <ul className="joint-members">
        {needs.map((need, i) => (
          <li key={need.id}>
            <button
              type="button"
              className="text-button"
              data-need={need.id}
              onClick={() => showNeedsScreen({ kind: 'need', id: need.id })}
            >
              {need.title}
            </button>{' '}
            <span className="secondary">({departmentName(plan, need.departmentId)})</span>
            <span className="joint-note">
              {t('joint.member-line', {
                walk: t.format.unit(walkMeters[i] ?? 0, 'm', 0),
                date: need.neededBy === null ? t('missing.short') : t.format.date(need.neededBy),
                rooms: areaText(need.roomSquareMeters, t),
                plot: areaText(need.plotSquareMeters, t),
              })}
            </span>
          </li>
        ))}
      </ul>
      <Totals proposal={proposal} />
      {place.stacked ? (
        <p className="secondary">
          {groundFloorIds.length === 0
            ? t('joint.stacked-none')
            : t('joint.stacked', { needs: listText(groundFloorIds.map(titleOf), t) })}
        </p>
      ) : null}
      <details className="joint-details">
        <summary>{t('joint.pairs')}</summary>
        <p className="secondary">{t(`joint.rule-why-${rule}`)}</p>
        <ul className="joint-members">
          {pairs.map((pair) => (
            <li key={`${pair.a} ${pair.b}`}>
              {t('joint.pair-names', { a: titleOf(pair.a), b: titleOf(pair.b) })}
              <span className="joint-note">{pairText(pair, t)}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className="site-form-buttons">
        <button
          type="button"
          className="button"
          aria-label={`${t('joint.accept')}: ${name}`}
          onClick={() => setDeciding('accepted')}
        >
          {t('joint.accept')}
        </button>
        <button
          type="button"
          className="button"
          aria-label={`${t('joint.refuse')}: ${name}`}
          onClick={() => setDeciding('refused')}
        >
          {t('joint.refuse')}
        </button>
      </div>
      {deciding === null ? null : (
        <DecideForm
          key={deciding}
          proposal={proposal}
          suggestedName={name}
          decision={deciding}
          onDone={() => setDeciding(null)}
        />
      )}
    </li>
  );
}

function Totals({ proposal: { totals, place } }: { readonly proposal: BundleProposal }) {
  const t = useTexts();
  const { roomSquareMeters, plotSquareMeters, sharedSquareMeters, needsWithoutRooms } = totals;
  return (
    <Facts figures>
      <Fact label={t('joint.total-rooms')}>
        {areaText(roomSquareMeters, t)}
        {needsWithoutRooms === 0 ? '' : ` (${t.count('joint.total-without', needsWithoutRooms)})`}
      </Fact>
      <Fact label={t('joint.total-plot')}>{areaText(plotSquareMeters, t)}</Fact>
      <Fact label={t('joint.total-shared')}>{areaText(sharedSquareMeters, t)}</Fact>
      <Fact label={t('joint.total-place')}>{areaText(place.areaSquareMeters, t)}</Fact>
    </Facts>
  );
}
