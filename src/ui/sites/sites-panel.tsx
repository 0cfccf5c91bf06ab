import { later } from '../common/later.tsx';
import '../../i18n/later-texts.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { RegisterList } from './register-list.tsx';
import { showSitesScreen, useSites } from './sites-store.ts';
import { useRegister } from './use-register.ts';
import '../gap-map/gap-map.css';
import '../gap-map/gap-table.css';
import './sites.css';

const AddSite = later(async () => (await import('./add-site-screen.tsx')).AddSiteScreen);
const CityWave = later(async () => (await import('./city-wave-screen.tsx')).CityWaveScreen);
const QuickCheck = later(async () => (await import('./quick-check.tsx')).QuickCheck);

/** Vorhaben: the register as list and table, one tried or added, all of them together. */
export function SitesPanel() {
  const t = useTexts();
  const { view } = useApp();
  const isTable = useSites((state) => state.isTable && state.screen.kind === 'list');
  const { register, stale, problem } = useRegister();
  return (
    <Panel
      id={PANEL_ID}
      title={t('sites.title')}
      className={isTable ? 'sites-panel sites-panel-wide' : 'sites-panel'}
      onClose={() => view.setState({ panel: null })}
    >
      <Said />
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      {register === null ? (
        problem === null ? (
          <NoCity open={t('sites.reading')} />
        ) : null
      ) : (
        <Screen sites={register.sites} stale={stale} unknown={register.parametersUnknown.length} />
      )}
    </Panel>
  );
}

interface ScreenProps {
  readonly sites: readonly RegisterSite[];
  readonly stale: boolean;
  readonly unknown: number;
}

function Screen(props: ScreenProps) {
  const t = useTexts();
  const screen = useSites((state) => state.screen);
  switch (screen.kind) {
    case 'add':
      return <AddSite />;
    case 'quick':
      return <QuickCheck />;
    case 'wave':
      return <CityWave sites={props.sites} />;
    case 'list':
      return (
        <>
          <div className="export-buttons sites-buttons">
            <button type="button" className="button button-main" onClick={() => showSitesScreen({ kind: 'quick' })}>
              <Icon name="target" />
              {t('sites.quick')}
            </button>
            <button type="button" className="button" onClick={() => showSitesScreen({ kind: 'add' })}>
              <Icon name="plus" />
              {t('sites.add')}
            </button>
            <button type="button" className="button" onClick={() => showSitesScreen({ kind: 'wave' })}>
              <Icon name="gaps" />
              {t('sites.city-wave')}
            </button>
          </div>
          <RegisterList {...props} />
        </>
      );
  }
}

/** What was just done. */
function Said() {
  const said = useSites((state) => state.said);
  return (
    <p className="sites-said" role="status">
      {said}
    </p>
  );
}
