import { useId, useState } from 'react';
import type { Role } from '../../state/view-state.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { openRole } from './open-role.ts';
import { RoleChoice } from './person-dialog.tsx';
import './start.css';

/** Asked once, beside the map and never in its way: what do you work in? */
export function StartCard() {
  const t = useTexts();
  const { view } = useApp();
  const headingId = useId();
  const role = useView((state) => state.role);
  const [later, setLater] = useState(false);
  if (role !== null || later) return null;
  const choose = (chosen: Role) => openRole(view, chosen);
  return (
    <section className="start-card sheet" aria-labelledby={headingId}>
      <header className="sheet-head">
        <h2 id={headingId}>{t('start.welcome')}</h2>
        <button type="button" className="icon-button" aria-label={t('start.later')} onClick={() => setLater(true)}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body">
        <p className="secondary">{t('start.why')}</p>
        <RoleChoice role={role} onChoose={choose} />
      </div>
    </section>
  );
}
