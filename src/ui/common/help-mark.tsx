import { useTexts } from './app-context.ts';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

/** Help in place: a small mark beside a control that opens to a sentence on hover, focus and tap. */
export function HelpMark({ name, text }: { readonly name: string; readonly text: string }) {
  const t = useTexts();
  return (
    <Tooltip className="help-mark" text={text}>
      <Icon name="help" />
      <span className="sr-only">{t('app.help-on', { name })}</span>
    </Tooltip>
  );
}
