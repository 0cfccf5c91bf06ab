import { later } from '../common/later.tsx';
import '../../i18n/later-texts.ts';
import { useEffect } from 'react';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { useFocusReturned } from './needs-focus.ts';
import { NeedsHead } from './needs-head.tsx';
import { useNeedsOnMap } from './needs-on-map.ts';
import { followPlan, type NeedsTabName, setNeedsUi, showNeedsScreen, useNeedsUi } from './needs-store.ts';
import { TABS } from './needs-tabs.ts';
import { usePlan, useShownNeeds } from './use-needs.ts';
import '../gap-map/gap-map.css';
import '../gap-map/gap-table.css';
import '../sites/sites.css';
import '../measures/measures.css';
import './needs.css';

const NeedRecord = later(async () => (await import('./need-record.tsx')).NeedRecord);
const AskEarly = later(async () => (await import('./joint/ask-early.tsx')).AskEarly);
const ReportScreen = later(async () => (await import('./report-screen.tsx')).ReportScreen);
const AmendScreen = later(async () => (await import('./report-screen.tsx')).AmendScreen);

/** Bedarfe: the needs of the plan as list and board, bundled, ranked and agreed per district; one of them; a new one. */
export function NeedsPanel() {
  const t = useTexts();
  const { view } = useApp();
  const open = useCity((state) => state.phase === 'open');
  const said = useNeedsUi((state) => state.said);
  const isTabs = useNeedsUi((state) => state.screen.kind === 'tabs');
  const tab = useTab();
  const planId = usePlan()?.header.planId ?? null;
  useEffect(() => followPlan(planId), [planId]);
  return (
    <Panel
      id={PANEL_ID}
      title={t('needs.title')}
      className={isTabs && tab.isWide ? 'needs-panel needs-panel-wide' : 'needs-panel'}
      onClose={() => view.setState({ panel: null })}
    >
      <p className="needs-said" role="status">
        {said}
      </p>
      {open ? <Screen /> : <NoCity />}
    </Panel>
  );
}

function useTab() {
  const shown = useNeedsUi((state) => state.tab);
  return TABS.find(({ name }) => name === shown) ?? TABS[0]!;
}

function Screen() {
  const t = useTexts();
  const screen = useNeedsUi((state) => state.screen);
  const { all, shown } = useShownNeeds();
  useNeedsOnMap(shown);
  switch (screen.kind) {
    case 'report':
      return <ReportScreen />;
    case 'amend':
      return <AmendScreen key={screen.id} id={screen.id} />;
    case 'need': {
      const row = all.find(({ need }: NeedRow) => need.id === screen.id);
      // Undo may have taken it away.
      if (row === undefined) return <NeedsHead title={t('needs.gone')} />;
      return <NeedRecord key={screen.id} row={row} />;
    }
    case 'tabs':
      return (
        <>
          <button
            type="button"
            className="button button-main needs-report"
            onClick={() => showNeedsScreen({ kind: 'report' })}
          >
            <Icon name="plus" />
            {t('needs.report')}
          </button>
          <Tabs />
        </>
      );
  }
}

function Tabs() {
  const t = useTexts();
  const { name: current, Section } = useTab();
  useFocusReturned(useNeedsUi((state) => state.back));
  const show = (name: NeedsTabName) => setNeedsUi({ tab: name, said: null });
  return (
    <>
      <div className="needs-tabs" role="tablist" aria-label={t('needs.tabs')}>
        {TABS.map(({ name }, at) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`needs-tab-${name}`}
            aria-selected={name === current}
            aria-controls="needs-tab-panel"
            tabIndex={name === current ? 0 : -1}
            onClick={() => show(name)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              if (step === 0) return;
              const next = TABS[(at + step + TABS.length) % TABS.length]!.name;
              show(next);
              document.getElementById(`needs-tab-${next}`)?.focus();
            }}
          >
            {t(`needs.tab-${name}`)}
          </button>
        ))}
      </div>
      <div id="needs-tab-panel" role="tabpanel" aria-labelledby={`needs-tab-${current}`}>
        <Section />
        {current === 'list' || current === 'board' ? <AskEarly /> : null}
      </div>
    </>
  );
}
