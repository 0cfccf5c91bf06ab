import '../../i18n/later-texts.ts';
import { type DragEvent, useState } from 'react';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { ConflictsScreen } from './conflicts-screen.tsx';
import { droppedFiles } from './dropped-files.ts';
import { EditionSection } from './edition-section.tsx';
import { FilesSection } from './files-section.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { KeptPlans } from './kept-plans.tsx';
import { OpenPlan } from './open-plan.tsx';
import { usePlansScreen } from './plans-screen.ts';
import { takeInFiles } from './take-in-files.ts';
import '../gap-map/gap-map.css';
import './plans.css';

/** Pläne: the open plan, files taken in and saved, conflicts, history, and what this browser keeps. Files can be dropped on it. */
export function PlansPanel() {
  const t = useTexts();
  const { view, planSession } = useApp();
  const isOpen = useCity((state) => state.summary !== null);
  const [isOver, setOver] = useState(false);
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    await takeInFiles(planSession, await droppedFiles(event.dataTransfer));
  };
  return (
    <Panel
      id={PANEL_ID}
      title={t('plans.title')}
      className="plans-panel"
      onClose={() => view.setState({ panel: null })}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons for files do the same by keyboard */}
      <div
        className={isOver ? 'plans-drop plans-over' : 'plans-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void onDrop(event)}
      >
        {isOver ? <p className="plans-drop-here">{t('plans.drop')}</p> : null}
        <Said />
        {isOpen ? <Screen /> : <NoCity />}
      </div>
    </Panel>
  );
}

function Said() {
  const said = usePlansScreen((state) => state.said);
  return (
    <p className="plans-said" role="status">
      {said}
    </p>
  );
}

function Screen() {
  const screen = usePlansScreen((state) => state.screen);
  switch (screen) {
    case 'conflicts':
      return <ConflictsScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'overview':
      return (
        <>
          <OpenPlan />
          <EditionSection />
          <FilesSection />
          <KeptPlans />
        </>
      );
  }
}
