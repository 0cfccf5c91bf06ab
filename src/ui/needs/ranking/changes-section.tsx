import type { Plan } from '../../../plan/plan.ts';
import type { JointList } from '../../../questions/needs/joint-list.ts';
import { useTexts } from '../../common/app-context.ts';

/** So many moves are written out; the others are counted. */
const LISTED = 5;

/** Which places change when one weight is halved or grows by half: how firm the order is. */
export function ChangesSection({ plan, list }: { readonly plan: Plan; readonly list: JointList }) {
  const t = useTexts();
  return (
    <details className="joint-details">
      <summary>{t('joint.changes')}</summary>
      <ul className="joint-list">
        {list.changes.map(({ part, factor, moved }) => (
          <li key={`${part} ${factor}`}>
            <p>
              {t(factor < 1 ? 'joint.changes-half' : 'joint.changes-more', {
                part: t(`joint.part-${part}`),
                weight: t.format.number(list.weights[part] * factor, 2),
              })}
              :{' '}
              <strong>
                {moved.length === 0 ? t('joint.changes-none') : t.count('joint.changes-count', moved.length)}
              </strong>
            </p>
            {moved.length === 0 ? null : (
              <ul className="joint-members">
                {moved.slice(0, LISTED).map(({ needId, from, to }) => (
                  <li key={needId}>
                    {t('joint.changes-line', {
                      need: plan.needs[needId]?.title ?? needId,
                      from: String(from),
                      to: String(to),
                    })}
                  </li>
                ))}
                {moved.length > LISTED ? <li>{t.count('joint.changes-more-lines', moved.length - LISTED)}</li> : null}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
