import { useState } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import type { JointEntry, JointList } from '../../../questions/needs/joint-list.ts';
import type { NeedGround } from '../../../questions/needs/need-calls.ts';
import type { RankedNeed } from '../../../questions/needs/rank-needs.ts';
import { RANK_PARTS } from '../../../questions/needs/rank-parts.ts';
import { districtText } from '../../../report/needs-joint/joint-table.ts';
import { codeWord, departmentName, needSubject, partFigure } from '../../../report/needs-joint/words.ts';
import { euroText } from '../../../report/scenario-summary.ts';
import { useTexts } from '../../common/app-context.ts';
import { Missing } from '../../common/figure.tsx';
import { showNeedsScreen } from '../needs-store.ts';
import { OverrideForm } from './override-form.tsx';

interface RankingTableProps {
  readonly plan: Plan;
  readonly list: JointList;
  readonly ground: NeedGround;
}

/** Rows drawn at once; the rest on demand. */
const PAGE = 100;

/** The joint list: every part with its number, the departments' own orders and costs beside it, places by hand marked. */
export function RankingTable({ plan, list, ground }: RankingTableProps) {
  const t = useTexts();
  const [moving, setMoving] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const names = new Map(ground.districts.map(({ id, name }) => [id, name]));
  const districtName = (id: string) => names.get(id) ?? null;
  const rows = list.ranked.slice(0, shown);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table must be reachable by keyboard */}
      <section className="joint-scroll" aria-label={t('joint.voice')} tabIndex={0}>
        <table className="table joint-table">
          <caption className="sr-only">{t('joint.voice-rule')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('joint.column-place')}
              </th>
              <th scope="col">{t('joint.column-need')}</th>
              <th scope="col">{t('joint.column-urgency')}</th>
              <th scope="col" className="number">
                {t('joint.column-score')}
              </th>
              {RANK_PARTS.map((part) => (
                <th key={part} scope="col" className="number">
                  {t(`joint.part-${part}`)}
                  <span className="joint-note">
                    {t('joint.weight', { weight: t.format.number(list.weights[part]) })}
                  </span>
                </th>
              ))}
              <th scope="col" className="number">
                {t('joint.column-cost')}
              </th>
              <th scope="col" className="number">
                {t('joint.column-own')}
              </th>
              <th scope="col">{t('joint.column-action')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <Row
                key={item.entry.need.id}
                item={item}
                plan={plan}
                district={districtText(item.entry, districtName, t)}
                onMove={() => setMoving(item.entry.need.id)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {shown < list.ranked.length ? (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          {t.count('joint.changes-more-lines', list.ranked.length - shown)}
        </button>
      ) : null}
      {moving === null ? null : (
        <OverrideForm key={moving} plan={plan} list={list} needId={moving} onDone={() => setMoving(null)} />
      )}
    </>
  );
}

interface RowProps {
  readonly item: RankedNeed<JointEntry>;
  readonly plan: Plan;
  readonly district: string;
  readonly onMove: () => void;
}

function Row({ item: { entry, place, placeByRule, score }, plan, district, onMove }: RowProps) {
  const t = useTexts();
  const { need, parts, costEuro, ownPlace, hand, bundle } = entry;
  return (
    <tr>
      <td className="number">
        <strong>{place}</strong> {hand === null ? null : <span className="joint-mark">{t('joint.by-hand')}</span>}
        {place === placeByRule ? null : (
          <span className="joint-note">{t('joint.by-rule', { place: String(placeByRule) })}</span>
        )}
      </td>
      <th scope="row">
        <button
          type="button"
          className="text-button"
          data-need={need.id}
          onClick={() => showNeedsScreen({ kind: 'need', id: need.id })}
        >
          {need.title}
        </button>
        <span className="joint-note">
          {[needSubject(need, t), departmentName(plan, need.departmentId), district, codeWord(need.status, t)]
            .filter((word) => word !== '')
            .join(' · ')}
        </span>
        {bundle === null ? null : <span className="joint-note">{`${t('joint.column-bundle')}: ${bundle.name}`}</span>}
        {hand?.reason ? <span className="joint-note">{`${t('joint.column-hand')}: ${hand.reason}`}</span> : null}
      </th>
      <td>
        {codeWord(need.urgency, t)}
        <span className="joint-note joint-day">
          {need.neededBy === null ? <Missing why={t('joint.missing-date')} /> : t.format.date(need.neededBy)}
        </span>
      </td>
      <td className="number">
        {score === null ? <Missing why={t('joint.missing-score')} /> : t.format.number(score, 2)}
      </td>
      {RANK_PARTS.map((part) => {
        const figure = partFigure(part, parts[part], t);
        return (
          <td key={part} className="number">
            {figure === null ? <Missing why={t('joint.missing-part')} /> : figure}
            {figure === null ? null : <span className="joint-note">{t.format.number(parts[part].value!, 2)}</span>}
          </td>
        );
      })}
      <td className="number">
        {costEuro === null ? <Missing why={t('joint.missing-cost')} /> : euroText(costEuro, t)}
      </td>
      <td className="number">{ownPlace === null ? <Missing why={t('joint.missing-own')} /> : ownPlace}</td>
      <td>
        <button
          type="button"
          className="button"
          aria-label={t('joint.override', { need: need.title })}
          onClick={onMove}
        >
          {t('joint.move')}
        </button>
      </td>
    </tr>
  );
}
