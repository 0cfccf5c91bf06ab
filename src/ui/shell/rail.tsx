import { useStore } from 'zustand';
import type { PanelName } from '../../state/view-state.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { detailsCoverPanel } from '../common/details-cover-panel.ts';
import { Icon } from '../common/icon.tsx';
import { panelsOfRole } from '../start/open-role.ts';

/** Element id of a panel, for skip links and for the buttons that open it. */
export const PANEL_ID = 'panel';

/** The task rail: one button per section, the open one marked; a second press closes it. */
export function Rail() {
  const t = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.panel);
  const role = useView((state) => state.role);
  const press = (panel: PanelName) => {
    const { selection, rule } = view.getState();
    const isCovered = (selection !== null || rule !== null) && detailsCoverPanel();
    const closes = panel === open && !isCovered;
    view.setState({
      panel: closes ? null : panel,
      // Who opens the gaps wants to see them.
      ...(panel === 'gaps' && !closes ? { gapShown: true } : {}),
      ...(isCovered ? { selection: null, rule: null } : {}),
    });
  };
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {panelsOfRole(role).map((panel: PanelName) => (
        <button
          key={panel}
          type="button"
          aria-expanded={panel === open}
          {...(panel === open ? { 'aria-controls': PANEL_ID } : {})}
          onClick={() => press(panel)}
        >
          <Icon name={panel} />
          <span>{t(`rail.${panel}`)}</span>
          {panel === 'plans' ? <ConflictBadge /> : null}
        </button>
      ))}
    </nav>
  );
}

/** How many conflicts are to be settled; nothing while there are none. */
function ConflictBadge() {
  const t = useTexts();
  const { planState } = useApp();
  const count = useStore(planState, (state) => state.conflicts.length);
  if (count === 0) return null;
  return (
    <>
      <span className="rail-badge" aria-hidden="true">
        {count}
      </span>
      <span className="sr-only">{t.count('rail.conflicts', count)}</span>
    </>
  );
}
