import { useStore } from 'zustand';
import { LANGUAGES } from '../../shared/language.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { later } from '../common/later.tsx';
import { Tooltip } from '../common/tooltip.tsx';
import { Mark } from './mark.tsx';
import { ShareButton } from './share-button.tsx';
import './header.css';

// Its texts and what reads plans come after the first map.
const ScenarioSwitch = later(async () => (await import('./scenario-switch.tsx')).ScenarioSwitch);

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Name of the program and of the city, scenario, search, language, link and help. */
export function Header() {
  const t = useTexts();
  const { view } = useApp();
  const mapShown = useCity((state) => state.mapShown || state.mapProblem !== null);
  return (
    <header className="header">
      <div className="header-brand">
        <Mark />
        <h1 className="header-wordmark">{t('app.name')}</h1>
      </div>
      <CityName />
      {mapShown ? <ScenarioSwitch /> : null}
      <button type="button" className="header-search" onClick={() => view.setState({ dialog: 'search' })}>
        <Icon name="search" />
        <span className="header-search-name">{t('header.search')}</span>
        <span className="header-search-hint" aria-hidden="true">
          {t('header.search-hint')}
        </span>
        <span aria-hidden="true">
          <kbd>{isMac ? '⌘ K' : `${t('help.ctrl')} K`}</kbd>
        </span>
      </button>
      <UndoButtons />
      <LanguageSwitch />
      <ShareButton />
      <button
        type="button"
        className="header-button"
        title={t('header.person-why')}
        onClick={() => view.setState({ dialog: 'start' })}
      >
        <Icon name="person" />
        <span>{t('header.person')}</span>
      </button>
      <button type="button" className="header-button" onClick={() => view.setState({ dialog: 'help' })}>
        <Icon name="help" />
        <span>{t('header.help')}</span>
      </button>
    </header>
  );
}

function CityName() {
  const t = useTexts();
  const summary = useCity((state) => state.summary);
  if (summary === null) return <div className="header-city" />;
  const { name, invented, dataDate } = summary.identity;
  return (
    <div className="header-city">
      <span className="header-city-name">{name}</span>
      {invented ? (
        <Tooltip className="badge" text={t('header.invented-why')}>
          {t('header.invented')}
        </Tooltip>
      ) : null}
      <span className="header-edition secondary">{t('header.edition', { date: t.format.date(dataDate) })}</span>
    </div>
  );
}

/** Takes back and brings back changes of the plan; there only while there are any. */
function UndoButtons() {
  const t = useTexts();
  const { planState, planSession } = useApp();
  const canUndo = useStore(planState, (state) => state.undoLabel !== null);
  const canRedo = useStore(planState, (state) => state.redoLabel !== null);
  if (!canUndo && !canRedo) return null;
  return (
    <div className="header-pair">
      <button
        type="button"
        className="icon-button"
        aria-label={t('header.undo')}
        title={t('header.undo')}
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={() => planSession.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('header.redo')}
        title={t('header.redo')}
        aria-keyshortcuts="Control+Shift+Z Control+Y"
        disabled={!canRedo}
        onClick={() => planSession.redo()}
      >
        <Icon name="redo" />
      </button>
    </div>
  );
}

function LanguageSwitch() {
  const t = useTexts();
  const { view } = useApp();
  return (
    <fieldset className="language">
      <legend className="sr-only">{t('header.language')}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === t.language}
          aria-label={`${language.toUpperCase()} – ${t(`header.language-${language}`)}`}
          onClick={() => view.setState({ language })}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
