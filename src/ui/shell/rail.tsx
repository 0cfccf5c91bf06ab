import { PANELS, type PanelName } from '../../state/view-state.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';

/** Element id of a panel, for skip links and for the buttons that open it. */
export const PANEL_ID = 'panel';

/** The task rail: one button per section, the open one marked; a second press closes it. */
export function Rail() {
  const t = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.panel);
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {PANELS.map((panel: PanelName) => (
        <button
          key={panel}
          type="button"
          aria-expanded={panel === open}
          {...(panel === open ? { 'aria-controls': PANEL_ID } : {})}
          onClick={() => view.setState({ panel: panel === open ? null : panel })}
        >
          <Icon name={panel} />
          <span>{t(`rail.${panel}`)}</span>
        </button>
      ))}
    </nav>
  );
}
