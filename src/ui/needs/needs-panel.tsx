import '../../i18n/later-texts.ts';
import { Suspense } from 'react';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { setNeedsUi, useNeedsUi } from './needs-store.ts';
import { TABS } from './needs-tabs.ts';
import '../gap-map/gap-map.css';
import '../gap-map/gap-table.css';
import './needs.css';

/** Bedarfe: the needs of the plan as list and board, bundled, ranked and agreed per district. */
export function NeedsPanel() {
  const t = useTexts();
  const { view } = useApp();
  const open = useCity((state) => state.phase === 'open');
  const said = useNeedsUi((state) => state.said);
  const shown = useNeedsUi((state) => state.tab);
  const tab = TABS.find(({ name }) => name === shown) ?? TABS[0]!;
  return (
    <Panel
      id={PANEL_ID}
      title={t('needs.title')}
      className={tab.isWide ? 'needs-panel needs-panel-wide' : 'needs-panel'}
      onClose={() => view.setState({ panel: null })}
    >
      <p className="needs-said" role="status">
        {said}
      </p>
      {open ? <Tabs /> : <NoCity />}
    </Panel>
  );
}

function Tabs() {
  const t = useTexts();
  const shown = useNeedsUi((state) => state.tab);
  const at = Math.max(
    0,
    TABS.findIndex(({ name }) => name === shown),
  );
  const { name: current, Section } = TABS[at]!;
  return (
    <>
      <div className="needs-tabs" role="tablist" aria-label={t('needs.tabs')}>
        {TABS.map(({ name }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`needs-tab-${name}`}
            aria-selected={name === current}
            aria-controls="needs-tab-panel"
            tabIndex={name === current ? 0 : -1}
            onClick={() => setNeedsUi({ tab: name, said: null })}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              if (step === 0) return;
              const next = TABS[(at + step + TABS.length) % TABS.length]!.name;
              setNeedsUi({ tab: next, said: null });
              document.getElementById(`needs-tab-${next}`)?.focus();
            }}
          >
            {t(`needs.tab-${name}`)}
          </button>
        ))}
      </div>
      <div id="needs-tab-panel" role="tabpanel" aria-labelledby={`needs-tab-${current}`}>
        <Suspense fallback={null}>
          <Section />
        </Suspense>
      </div>
    </>
  );
}
