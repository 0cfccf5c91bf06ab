import { isWebAddress } from '../../indicators/check-indicator.ts';
import type { IndicatorSource, SourcedValue } from '../../indicators/indicator.ts';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { BasisLine } from './basis-mark.tsx';

interface OriginProps {
  readonly title: string;
  readonly value: SourcedValue | null;
  readonly isDecided: boolean;
}

/** Basis, city, remark and source of a value; nothing for a value that says nothing. */
export function Origin({ title, value, isDecided }: OriginProps) {
  const t = useTexts();
  if (value === null) return null;
  const { source, remark } = value;
  return (
    <div className="indicator-origin">
      <p className="indicator-origin-title">{title}</p>
      <p>
        <BasisLine value={value} isDecided={isDecided} />
      </p>
      {remark === null ? null : <p className="secondary">{remark[t.language]}</p>}
      <SourceLines source={source} />
    </div>
  );
}

/** Title and year of a source, and its address if it has one. */
export function SourceLines({ source }: { readonly source: IndicatorSource | null }) {
  const t = useTexts();
  const url = source?.url ?? null;
  return (
    <>
      <p className="secondary">
        {source === null
          ? t('indicators.no-source')
          : source.year === null
            ? source.title
            : `${source.title} (${source.year})`}
      </p>
      {url === null || !isWebAddress(url) ? null : (
        <a className="source-link" href={url} target="_blank" rel="noreferrer">
          {new URL(url).host}
          <Icon name="outside" />
          <span className="sr-only"> ({t('app.opens-outside')})</span>
        </a>
      )}
    </>
  );
}
