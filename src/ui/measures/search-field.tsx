import { useState } from 'react';
import type { SearchHit, SearchKind } from '../../questions/search-city.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Field } from './form-parts.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly kinds: readonly SearchKind[];
  /** The hit taken; `null` = the text was not found. */
  readonly onFound: (hit: SearchHit | null, text: string) => void;
}

const LISTED = 6;

/** A text that is looked up when one asks for it; one hit is taken, of several one is chosen. */
export function SearchField({ label, kinds, onFound }: SearchFieldProps) {
  const t = useTexts();
  const { session } = useApp();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const find = async () => {
    if (text.trim() === '') return;
    const all = await session.search(text, new AbortController().signal).catch(() => []);
    const found = all.filter(({ kind }) => kinds.includes(kind));
    if (found.length > 1) setHits(found.slice(0, LISTED));
    else {
      setHits([]);
      onFound(found[0] ?? null, text.trim());
    }
  };
  return (
    <>
      <Field label={label}>
        {(given) => (
          <span className="measure-search">
            <input
              {...given}
              className="input"
              value={text}
              onChange={({ target }) => setText(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Not the form's own answer.
                event.preventDefault();
                void find();
              }}
            />
            <button type="button" className="button" onClick={() => void find()}>
              {t('measures.place-find')}
            </button>
          </span>
        )}
      </Field>
      {hits.length === 0 ? null : (
        <ul className="measure-hits">
          {hits.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setHits([]);
                  onFound(hit, text);
                }}
              >
                {hit.name}
              </button>
              {hit.detail === null ? null : <span className="secondary"> {hit.detail}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
