import '../../i18n/later-texts.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { NoCity } from '../common/no-city.tsx';
import { Panel } from '../common/panel.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { RegisterList } from './register-list.tsx';
import { useSites } from './sites-store.ts';
import { useRegister } from './use-register.ts';
import '../gap-map/gap-map.css';
import '../gap-map/gap-table.css';
import './sites.css';

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
        <RegisterList sites={register.sites} stale={stale} unknown={register.parametersUnknown.length} />
      )}
    </Panel>
  );
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
