import type { SourceRecord } from '../../city/types.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { useTexts } from './app-context.ts';
import { Missing } from './figure.tsx';
import { Icon } from './icon.tsx';
import './source.css';

interface SourceBlockProps {
  readonly source: SourceRecord;
  /** Also say what the source was used for and which file it was. */
  readonly full?: boolean;
}

/** Where figures come from: name, date, licence, attribution, address. */
export function SourceBlock({ source, full }: SourceBlockProps) {
  const t = useTexts();
  const address = source.url !== null && /^https?:\/\//.test(source.url) ? source.url : null;
  return (
    <div className="source">
      <p className="source-name">{source.name}</p>
      <p className="secondary">
        {t('data.as-of')} {source.date === null ? <Missing why={t('missing.no-source')} /> : t.format.date(source.date)}
        {' · '}
        {t('data.licence', { licence: source.licence })}
      </p>
      {source.attribution === source.name ? null : <p className="secondary">{source.attribution}</p>}
      {full ? (
        <p className="secondary">
          {source.usedFor.length === 0
            ? null
            : `${t('data.used-for', { uses: source.usedFor.map((use) => roleName(use, t)).join(', ') })} · `}
          {t('data.file', { file: source.file })}
        </p>
      ) : null}
      {address === null ? null : (
        <a className="source-link" href={address} target="_blank" rel="noreferrer">
          {new URL(address).host}
          <Icon name="outside" />
          <span className="sr-only"> ({t('app.opens-outside')})</span>
        </a>
      )}
    </div>
  );
}

/** A role of a source in words; a role this version does not know is shown as it is. */
function roleName(use: string, t: ReturnType<typeof useTexts>): string {
  const key = `use.${use}`;
  return t.has(key) ? t(key as Extract<TextKey, `use.${string}`>) : use;
}
