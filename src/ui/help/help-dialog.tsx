import { type ReactNode, useEffect, useRef } from 'react';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { Switch } from '../common/switch.tsx';
import './help.css';

/** What the page is for, what stays on this machine, and every key. The browser's own dialog keeps the focus and gives it back. */
export function HelpDialog() {
  const t = useTexts();
  const { view } = useApp();
  const singleKeys = useView((state) => state.singleKeys);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; with keys Escape does
    <dialog
      ref={dialog}
      className="help sheet"
      aria-labelledby="help-title"
      onClose={() => view.setState({ dialog: null })}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <header className="sheet-head">
        <h2 id="help-title">{t('help.title')}</h2>
        <button type="button" className="icon-button" aria-label={t('app.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body">
        <p className="help-lead">{t('help.what')}</p>
        <p>{t('help.local')}</p>
        <p>{t('help.missing')}</p>
        <h3>{t('help.keys')}</h3>
        <dl className="keys">
          <KeyRow
            keys={[<Combo key="k" keys={[t('help.ctrl'), 'K']} />, ...(singleKeys ? [<kbd key="/">/</kbd>] : [])]}
          >
            {t('help.key-search')}
          </KeyRow>
          <KeyRow keys={[<Combo key="undo" keys={[t('help.ctrl'), 'Z']} />]}>{t('header.undo')}</KeyRow>
          <KeyRow
            keys={[
              <Combo key="redo" keys={[t('help.ctrl'), t('help.shift'), 'Z']} />,
              <Combo key="y" keys={[t('help.ctrl'), 'Y']} />,
            ]}
          >
            {t('header.redo')}
          </KeyRow>
          <KeyRow keys={[<kbd key="esc">Esc</kbd>]}>{t('help.key-escape')}</KeyRow>
          <KeyRow keys={[<kbd key="tab">Tab</kbd>]}>{t('help.key-tab')}</KeyRow>
          <KeyRow keys={[<kbd key="arrows">{t('help.arrows')}</kbd>]}>{t('help.key-map')}</KeyRow>
          <KeyRow keys={[<kbd key="enter">{t('help.enter')}</kbd>]}>{t('help.key-select')}</KeyRow>
          <KeyRow keys={[<kbd key="+">+</kbd>, <kbd key="-">−</kbd>]}>{t('help.key-zoom')}</KeyRow>
          <KeyRow keys={[<Combo key="turn" keys={[t('help.shift'), '← →']} />]}>{t('help.key-rotate')}</KeyRow>
          {singleKeys ? <KeyRow keys={[<kbd key="?">?</kbd>]}>{t('help.key-help')}</KeyRow> : null}
        </dl>
        <Switch
          label={t('help.single-keys')}
          note={t('help.single-keys-why')}
          checked={singleKeys}
          onChange={(checked) => view.setState({ singleKeys: checked })}
        />
      </div>
    </dialog>
  );
}

function KeyRow({ keys, children }: { readonly keys: readonly ReactNode[]; readonly children: ReactNode }) {
  const t = useTexts();
  return (
    <div className="keys-row">
      <dt>
        {keys.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <span key={index}>
            {index === 0 ? null : <span className="secondary"> {t('help.or')} </span>}
            {key}
          </span>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Combo({ keys }: { readonly keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index === 0 ? null : ' + '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}
