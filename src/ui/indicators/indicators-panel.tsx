import { useState } from 'react';
import { useApp, useTexts } from '../common/app-context.ts';
import { Panel } from '../common/panel.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { DecideForm } from './decide-form.tsx';
import { ImportForm } from './import-form.tsx';
import { IndicatorEditor } from './indicator-editor.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { IndicatorRecord } from './indicator-record.tsx';
import { ResetForm } from './reset-form.tsx';
import { useScreen } from './screen-store.ts';
import { useListedIndicators, usePlan } from './use-catalogue.ts';
import '../gap-map/gap-map.css';
import './indicators.css';

/** Kennwerte: the list; one opened with formula, sources and versions; its editor; the catalogue decided, reset, exported, imported. */
export function IndicatorsPanel() {
  const t = useTexts();
  const { view } = useApp();
  const close = () => view.setState({ panel: null });
  return (
    <Panel id={PANEL_ID} title={t('indicators.title')} className="indicators-panel" onClose={close}>
      <Said />
      <Screen />
    </Panel>
  );
}

/** What was just done; no longer once the plan has changed again, e.g. by undo. */
function Said() {
  const said = useScreen((state) => state.said);
  const plan = usePlan();
  const [first, setFirst] = useState({ said, plan });
  if (first.said !== said) setFirst({ said, plan });
  return (
    <p className="indicator-said" role="status">
      {first.plan === plan ? said : null}
    </p>
  );
}

function Screen() {
  const screen = useScreen((state) => state.screen);
  const listed = useListedIndicators();
  const opened = 'id' in screen ? listed.find(({ indicator }) => indicator.id === screen.id) : undefined;
  switch (screen.kind) {
    case 'record':
      return opened === undefined ? (
        <IndicatorList listed={listed} />
      ) : (
        <IndicatorRecord key={screen.id} listed={opened} />
      );
    case 'edit':
      return opened === undefined ? (
        <IndicatorList listed={listed} />
      ) : (
        <IndicatorEditor key={screen.id} listed={opened} />
      );
    case 'decide':
      return <DecideForm listed={listed} />;
    case 'reset':
      return <ResetForm ids={screen.ids} />;
    case 'import':
      return <ImportForm listed={listed} />;
    case 'list':
      return <IndicatorList listed={listed} />;
  }
}
